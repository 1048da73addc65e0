// What a case is about, what of it is issued anew, and what the post pays.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { holderInWords, thingInWords } from '#wire/custody-words.ts';
import { type CompensationRow, type CustodyCaseView, type ReissueTaskRow, compensationPaidAnswer } from '#wire/custody-cases.wire.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { By } from './case-parts.tsx';
import { DossierLink } from './held-table.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';
import { CASE_CHANGES, type Side, casePath } from './use-custody.ts';

type Props = { readonly view: CustodyCaseView; readonly side: Side };

const PLACES = { desk: 'ở quầy', agency: 'ở cơ quan' } as const;

export const CaseThings = ({ view: { things }, side }: Props) => things.length > 0 && (
  <Panel title="Giấy tờ thuộc việc này" count={things.length} flush>
    <Table
      caption="Giấy tờ thuộc việc này" rows={things} rowKey={(thing) => thing.thingId}
      columns={[
        { head: 'Giấy tờ', cell: (thing) => <><strong>{thingInWords(thing)}</strong> <span className="faint">{thing.count} bản</span></> },
        { head: 'Hồ sơ', cell: (thing) => thing.dossierId !== undefined && thing.code !== undefined && <><DossierLink side={side} dossierId={thing.dossierId as Parameters<typeof DossierLink>[0]['dossierId']} code={thing.code} /><div>{thing.ownerName}</div></> },
        { head: 'Phiếu gửi', cell: (thing) => (thing.itemNumber === undefined ? <span className="faint">không có</span> : <><span className="code">{thing.itemNumber}</span><div className="faint">cước {formatMoney(thing.postage ?? 0)}</div></>) },
        { head: 'Đang ở đâu', cell: ({ holderKind }) => (holderKind === 'desk' || holderKind === 'agency' ? PLACES[holderKind] : <span className={holderKind === 'unaccounted' ? 'due-late' : undefined}>{holderInWords({ kind: holderKind })}</span>) },
      ]}
    />
  </Panel>
);

const BY = { desk: 'Quầy', agency: 'Cơ quan' } as const;

export const CaseTasks = ({ view: { case: one, tasks, now, settled }, side }: Props) => {
  const [asked, setAsked] = useState<ReissueTaskRow>();
  const mine = side === 'desk' ? 'desk' : 'agency';
  return tasks.length > 0 && (
    <Panel title="Giấy tờ cấp lại" count={tasks.length} flush>
      <Table
        caption="Giấy tờ cấp lại" rows={tasks} rowKey={(task) => String(task.taskNo)}
        columns={[
          { head: 'Giấy tờ', cell: (task) => <strong>{task.what}</strong> },
          { head: 'Bên cấp lại', cell: (task) => BY[task.bySide] },
          { head: 'Xong trước', cell: (task) => <By day={task.due} now={now} done={task.doneAt !== undefined || task.withdrawnAt !== undefined} /> },
          {
            head: 'Kết quả',
            cell: (task) => (task.doneAt ? <>{task.doneNote}<div className="faint">{task.doneByName} · {shortMoment(task.doneAt)}</div></>
              : task.withdrawnAt !== undefined ? <span className="faint">biên bản đã thay, không còn phải cấp lại</span>
              : task.bySide === mine && !settled ? <Button onClick={() => setAsked(task)}>Đã cấp lại<span className="hidden-label"> {task.what}</span></Button> : <span className="faint">chưa</span>),
          },
        ]}
      />
      {asked && <ReissueDialog task={{ ...asked, caseId: one.caseId }} side={side} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
};

const whatIs = ({ kind, code }: CompensationRow): string => {
  switch (kind) {
    case 'loss': return `Bồi thường thiệt hại hồ sơ ${code ?? ''}`;
    case 'late': return `Hoàn cước hồ sơ ${code ?? ''} do chuyển chậm`;
    case 'reissue-cost': return 'Chi phí cấp lại giấy tờ';
  }
};

const PaidDialog = ({ line, caseId, onClose }: { readonly line: CompensationRow; readonly caseId: string; readonly onClose: () => void }) => {
  const [receiptNumber, setReceiptNumber] = useState('');
  const [tried, setTried] = useState(false);
  const paid = useAct((body: { readonly receiptNumber: string }) => ({ path: casePath('desk', caseId, `compensation/${line.lineNo}/paid`), body, answer: compensationPaidAnswer }), {
    refresh: CASE_CHANGES.map((key) => [...key]), onDone: () => { onClose(); toast(`Đã ghi trả ${formatMoney(line.amount)}.`); },
  });
  return (
    <ConfirmDialog
      title={`Đã trả ${formatMoney(line.amount)}`} act="Ghi đã trả" busy={paid.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (receiptNumber.trim() !== '') void paid.run({ receiptNumber: receiptNumber.trim() }); }}
    >
      {paid.error && <Banner tone="red">{paid.error.message}</Banner>}
      <p>{whatIs(line)}.</p>
      <Field label="Số biên lai, phiếu chi có chữ ký người nhận" name="receiptNumber" maxLength={40} value={receiptNumber} onValue={setReceiptNumber} error={tried && receiptNumber.trim() === '' ? 'Nhập số biên lai hoặc phiếu chi.' : undefined} />
    </ConfirmDialog>
  );
};

export const CaseCompensation = ({ view: { case: one, compensation, now }, side }: Props) => {
  const [asked, setAsked] = useState<CompensationRow>();
  return compensation.length > 0 && (
    <Panel title="Bồi thường thiệt hại" count={compensation.length} flush>
      <Table
        caption="Bồi thường thiệt hại" rows={compensation} rowKey={(line) => String(line.lineNo)}
        columns={[
          { head: 'Khoản', cell: (line) => <><strong>{whatIs(line)}</strong>{line.itemNumber !== undefined && <div className="faint">phiếu gửi {line.itemNumber}, cước {formatMoney(line.postage ?? 0)}</div>}</> },
          { head: 'Số tiền', number: true, cell: (line) => <strong>{formatMoney(line.amount)}</strong> },
          { head: 'Trả trước', cell: (line) => <By day={line.payBy} now={now} done={line.paidAt !== undefined || line.isLapsed || line.withdrawnAt !== undefined} /> },
          {
            head: 'Tình trạng',
            cell: (line) => (line.paidAt ? <>đã trả, biên lai {line.receiptNumber}<div className="faint">{line.paidByName} · {shortMoment(line.paidAt)}</div></>
              : line.withdrawnAt !== undefined ? <span className="faint">biên bản đã thay, tính lại</span>
              : line.isLapsed ? <span className="faint">đã tìm thấy, không còn phải trả</span>
                : side === 'desk' ? <Button onClick={() => setAsked(line)}>Đã trả tiền<span className="hidden-label"> {whatIs(line)}</span></Button> : <span className="faint">bưu điện chưa trả</span>),
          },
        ]}
      />
      {asked && <PaidDialog line={asked} caseId={one.caseId} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
};
