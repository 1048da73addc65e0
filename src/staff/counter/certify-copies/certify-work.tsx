// The most frequent act: kinds × copies × pages, one line each, Enter to the next, F9 and done.
import './certify.css';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { isInForce } from '#core/kernel/in-force.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { copiesCertifiedAnswer, type CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { businessNow, useDesk, useMe } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { ConfirmationFields, useConfirmation } from '../confirmation.tsx';
import { correctsOf, errorsBefore, useBefore, versionThen } from '../put-right/putting-right.ts';
import { LateEntryFields } from '../receive-dossier/everyday-fields.tsx';
import { lateEntryMessages, newLateEntry, realTimeOf, toLateEntry } from '../receive-dossier/late-entry-draft.ts';
import { type CopyRow, NEW_ROW, toLines, totalFee } from './certify-lines.ts';
import { newVisit, visitOf } from './certify-visit.ts';
import { Certified } from './certified.tsx';
import { CopyTable } from './copy-table.tsx';

export type CertifyWorkProps = { readonly entry: CatalogueEntry; /** Put right, it is done with. */ readonly onPutRight?: () => void } & Pick<DeskCatalogueView, 'calendar' | 'signers'>;
export const CertifyWork = ({ entry, calendar, signers, onPutRight }: CertifyWorkProps) => {
  const me = useMe();
  const desk = useDesk();
  const client = useQueryClient();
  const before = useBefore('certify-copies');
  const [visit, setVisit] = useState(() => (before ? visitOf(before.body) : newVisit()));
  const [done, setDone] = useState<CopiesCertifiedAnswer>();
  const table = useRef<HTMLTableElement>(null);
  const now = before?.madeAt ?? businessNow();
  const { lateEntry } = visit;
  const date = dateOf(realTimeOf(lateEntry) ?? now);
  const lateErrors = lateEntryMessages(lateEntry, { now, calendar });
  // of the past an officer decides, also where the clerk certifies under a delegation
  const confirmation = useConfirmation(me, 'resolve-at-desk', lateEntry ? 'support' : entry.transfer.mode, before !== undefined);
  const signing = visit.resolvedNow ? signers.filter((one) => one.unitId === entry.transfer.agencyUnitId && isInForce(one, date)) : [];
  const signerId = signing.find((one) => one.accountId === visit.signerId)?.accountId;
  const lines = toLines(visit.rows);
  const certify = useAct(
    () => ({
      path: '/api/desk/certifications',
      answer: copiesCertifiedAnswer,
      ...correctsOf(before),
      body: {
        dossierId: visit.dossierId,
        deskId: desk.deskId,
        procedureCode: entry.procedure.code,
        procedureVersion: versionThen(before, entry.procedure),
        requester: { ...before?.body.requester, fullName: visit.name.trim() },
        lines,
        resolvedNow: visit.resolvedNow,
        receiptAsked: visit.receiptAsked,
        collected: true,
        isLarge: before?.body.isLarge,
        batchId: before?.body.batchId,
        signerId,
        lateEntry: toLateEntry(lateEntry),
        confirmation: confirmation.value,
      },
    }),
    {
      refresh: [['today'], ['find'], ['counter-queue']],
      onDone: (a) => {
        setDone(a);
        void client.invalidateQueries({ queryKey: ['catalogue'] });
        if (a.paperId) void printPaper(a.paperId);
      },
    },
  );
  if (done)
    return (
      <Certified
        answer={done}
        next={onPutRight ? 'Đóng' : 'Người tiếp theo'}
        onNext={() => {
          if (onPutRight) return onPutRight();
          setDone(undefined);
          setVisit((v) => newVisit(v.lateEntry, v.signerId));
          confirmation.set({ pin: '' });
          certify.clear();
        }}
      />
    );
  const errors = { ...errorsBefore(before), ...certify.errors };
  // each kind keeps the number that stands on its copies
  const isWhole = before ? lines.length === visit.rows.length : lines.length > 0;
  const ready = visit.name.trim() !== '' && isWhole && Object.keys(lateErrors).length === 0;
  const run = (): void => { if (confirmation.demand()) void certify.run(undefined); };
  const setRow = (i: number, change: Partial<CopyRow>) =>
    setVisit((v) => ({ ...v, rows: v.rows.map((r, at) => (at === i ? { ...r, ...change } : r)) }));
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type === 'password' && ready) {
      event.preventDefault();
      return run();
    }
    if (event.target.type !== 'text') return;
    event.preventDefault();
    // an empty further line means that there is no more: on to the PIN or the button
    const toEnd = (): void => document.querySelector<HTMLElement>('.certify-foot input[type="password"], .certify-sum .button')?.focus();
    if (!before && event.target.closest('tbody') && event.target.value === '' && visit.rows.length > 1) {
      setVisit((v) => ({ ...v, rows: v.rows.slice(0, -1) }));
      return toEnd();
    }
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.certify input[type="text"]')];
    const next = boxes[boxes.indexOf(event.target) + 1];
    if (next) {
      next.focus();
      next.select();
      return;
    }
    if (before) return toEnd();
    setVisit((v) => ({ ...v, rows: [...v.rows, NEW_ROW] }));
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus());
  };
  return (
    <div className="stack certify" role="presentation" onKeyDown={onEnter}>
      {certify.error && <Banner tone="red">{certify.error.message}</Banner>}
      <div className="fields">
        <Field
          width="w6"
          type="text"
          label="Người yêu cầu"
          name="requester.fullName"
          value={visit.name}
          onValue={(name) => setVisit((v) => ({ ...v, name }))}
          error={errors['requester.fullName']}
          autoFocus
          large
        />
      </div>
      {lateEntry && (
        <div className="form-group" role="group" aria-label="Nhập từ sổ giấy">
          <h2>Nhập từ sổ giấy</h2>
          <p className="soft">
            Nhập theo đúng thứ tự trong sổ giấy: số chứng thực cấp tiếp số cuối cùng của quyển và phải khớp với số đã ghi trên bản sao.
          </p>
          <LateEntryFields
            entry={lateEntry}
            errors={{ ...(certify.error || lateEntry.bookletNumber !== '' ? lateErrors : {}), ...errors }}
            onChange={(change) => setVisit((v) => ({ ...v, lateEntry: { ...(v.lateEntry ?? newLateEntry(now)), ...change } }))}
          />
        </div>
      )}
      <Panel
        title="Giấy tờ cần chứng thực"
        flush
        acts={!before && <Button onClick={() => setVisit((v) => ({ ...v, rows: [...v.rows, NEW_ROW] }))}>Thêm loại giấy tờ</Button>}
      >
        <CopyTable
          rows={visit.rows}
          date={date}
          onRow={setRow}
          onDrop={before ? undefined : (i) => setVisit((v) => ({ ...v, rows: v.rows.filter((_, at) => at !== i) }))}
          box={table}
        />
      </Panel>
      <div className="certify-foot">
        <div className="stack-tight">
          {before ? <p className="soft">{visit.resolvedNow ? 'Đã trả ngay; mỗi loại giấy tờ giữ số đã ghi trên bản sao nên không thêm, bớt loại.' : 'Đã hẹn trả sau.'}</p> : <RadioGroup
            legend="Trả"
            hideLegend
            value={visit.resolvedNow ? 'now' : 'later'}
            onValue={(v) => setVisit((s) => ({ ...s, resolvedNow: v === 'now' }))}
            choices={[
              { value: 'now', label: 'Trả ngay (không lập giấy hẹn)' },
              { value: 'later', label: 'Hẹn trả sau (lập giấy hẹn)' },
            ]}
          />}
          {visit.resolvedNow && (
            <Check checked={visit.receiptAsked} onChecked={(receiptAsked) => setVisit((v) => ({ ...v, receiptAsked }))}>
              Người dân yêu cầu giấy tiếp nhận
            </Check>
          )}
          {signing.length > 0 && (
            <SelectField
              width="w6"
              label="Người ký chứng thực"
              name="signerId"
              placeholder="Ghi tay trong sổ"
              value={signerId ?? ''}
              onValue={(id) => setVisit((v) => ({ ...v, signerId: id }))}
              options={signing.map((one) => ({ value: one.accountId, label: `${one.name}, ${one.title}` }))}
              error={errors['signerId']}
            />
          )}
          <ConfirmationFields me={me} state={confirmation} error={errors['confirmation.pin']} />
          {!before && <div className="row">
            <Button look="plain" onClick={() => setVisit((v) => ({ ...v, lateEntry: v.lateEntry ? undefined : newLateEntry(now) }))}>
              {lateEntry ? 'Bỏ nhập từ sổ giấy: chứng thực lúc này' : 'Nhập từ sổ giấy (mất điện, mất mạng)'}
            </Button>
          </div>}
        </div>
        <div className="certify-sum">
          <span className="soft">Phí chứng thực thu</span>
          <strong className="received-code" aria-live="polite">
            {formatMoney(totalFee(visit.rows, date))}
          </strong>
          <Button
            look="main"
            large
            icon="stamp"
            hotkey="F9"
            busy={certify.busy}
            disabled={!ready}
            onClick={run}
          >
            {before ? 'Gửi lại' : visit.resolvedNow ? 'Giải quyết ngay' : 'Tiếp nhận, hẹn trả'}
          </Button>
        </div>
      </div>
    </div>
  );
};
