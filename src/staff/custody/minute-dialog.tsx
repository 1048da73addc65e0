// The liability minute: who answers and why, what is issued anew by whom and by when; what the post then pays is reckoned
// by the same rules as on the server.
import { useState } from 'react';
import { lossOf } from '#core/custody/compensation.ts';
import { formatDate, formatMoney } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { LIABILITY_WORDS, thingInWords } from '#wire/custody-words.ts';
import { type CaseThing, type CustodyCaseView, liabilityMinuteMade } from '#wire/custody-cases.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { Check, RadioGroup } from '../design/choices.tsx';
import { DateField } from '../design/date-field.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, SelectField, TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { CASE_CHANGES, casePath } from './use-custody.ts';

type Answers = 'post' | 'agency' | 'nobody';
const ANSWERS: readonly Answers[] = ['post', 'agency', 'nobody'];
type BySide = 'desk' | 'agency';

/** An outcome is the agency's to make again; what the citizen handed in, the desk asks for with them. */
const usualSide = ({ kind }: CaseThing): BySide => (kind === 'outcome' ? 'agency' : 'desk');
const whatOf = (thing: CaseThing): string => `${thingInWords(thing)}${thing.code === undefined ? '' : ` của hồ sơ ${thing.code}`}`;
const isGone = ({ holderKind }: CaseThing): boolean => holderKind === 'unaccounted';
const dongOf = (typed: string): number | undefined => (typed.trim() === '' ? 0 : /^\d{1,10}$/u.test(typed.replaceAll(/[.\s]/gu, '')) ? Number(typed.replaceAll(/[.\s]/gu, '')) : undefined);

/** Each posted dossier once, whatever of it is in the case. */
const postedIn = (things: readonly CaseThing[]): readonly CaseThing[] => [...new Map(things.filter(({ itemNumber }) => itemNumber !== undefined).map((thing) => [thing.dossierId, thing])).values()];

export const MinuteDialog = ({ view: { case: one, things, payBy, minute: before, tasks, compensation }, onClose }: { readonly view: CustodyCaseView; readonly onClose: () => void }) => {
  const [liability, setLiability] = useState<Answers | ''>('');
  const [because, setBecause] = useState('');
  const [ground, setGround] = useState('');
  const [sides, setSides] = useState<Readonly<Record<string, BySide | ''>>>(() => Object.fromEntries(things.map((thing) => [thing.thingId, isGone(thing) || one.kind === 'damaged' ? usualSide(thing) : ''])));
  const [due, setDue] = useState<PlainDate | ''>(one.settleBy);
  const [cost, setCost] = useState('');
  const [postage, setPostage] = useState('');
  const [agreed, setAgreed] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const minute = useAct((body: object) => ({ path: casePath('desk', one.caseId, 'minute'), body, answer: liabilityMinuteMade }), {
    refresh: CASE_CHANGES.map((key) => [...key]), onDone: ({ number }) => { onClose(); toast(`Đã lập biên bản số ${number}.`); },
  });
  const reissued = new Set(tasks.filter(({ doneAt }) => doneAt !== undefined).map(({ thingId }) => thingId));
  const open = things.filter(({ thingId }) => !reissued.has(thingId));
  const paid = compensation.reduce((sum, { paidAt, amount }) => sum + (paidAt === undefined ? 0 : amount), 0);
  const isPost = liability === 'post';
  const isCarried = one.pickup !== undefined || one.shipment !== undefined;
  // what a shipment or a pick-up cost stands in no dossier: whoever draws the minute up says it
  const posted = lossOf(one.kind) && !isCarried ? postedIn(things) : [];
  const again = open.filter(({ thingId }) => (sides[thingId] ?? '') !== '');
  const amountOf = ({ dossierId = '', least }: CaseThing): number | undefined => { const typed = agreed[dossierId] ?? ''; return typed.trim() === '' ? least : dongOf(typed); };
  const reissueCost = dongOf(cost);
  const owed = isPost ? posted.reduce((sum, thing) => sum + (amountOf(thing) ?? 0), reissueCost ?? 0) : 0;
  const wrong: Readonly<Record<string, string>> = {
    ...(before && because.trim() === '' && { replacedBecause: 'Ghi vì sao thay biên bản.' }), ...(liability === '' && { liability: 'Chọn bên chịu trách nhiệm.' }), ...(ground.trim() === '' && { ground: 'Ghi căn cứ xác định trách nhiệm.' }),
    ...(again.length > 0 && due === '' && { due: 'Nhập ngày phải cấp lại xong.' }), ...(isPost && reissueCost === undefined && { reissueCost: 'Nhập số tiền bằng chữ số.' }),
    ...(isPost && dongOf(postage) === undefined && { postage: 'Nhập số tiền bằng chữ số.' }),
    ...(isPost && Object.fromEntries(posted.flatMap((thing) => { const amount = amountOf(thing); return amount === undefined || amount < thing.least ? [[`agreed.${thing.dossierId}`, `Từ ${formatMoney(thing.least)} trở lên.`]] : []; }))),
  };
  const errors = { ...minute.errors, ...(tried && wrong) };
  const confirm = (): void => {
    setTried(true);
    if (liability === '' || Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    void minute.run({
      liability, ground: ground.trim(), ...(before && { replacedBecause: because.trim() }), reissueCost: isPost ? reissueCost : 0, ...(isPost && isCarried && dongOf(postage) && { postage: dongOf(postage) }),
      reissue: again.map((thing) => ({ thingId: thing.thingId, what: whatOf(thing), bySide: sides[thing.thingId], due })),
      agreed: isPost ? posted.flatMap((thing) => { const amount = amountOf(thing); return amount !== undefined && amount > thing.least ? [{ dossierId: thing.dossierId, amount }] : []; }) : [],
    });
  };
  return (
    <ConfirmDialog wide title={before ? `Thay biên bản ${before.number}` : 'Xác định trách nhiệm'} act={before ? 'Lập biên bản thay thế' : 'Lập biên bản'} makes="Biên bản xác định trách nhiệm, 02 bản, hai bên ký" busy={minute.busy} onClose={onClose} onConfirm={confirm}>
      {minute.error && Object.keys(minute.errors).length === 0 && <Banner tone="red">{minute.error.message}</Banner>}
      {before && (
        <>
          <p className="soft">Biên bản {before.number} được giữ lại và ghi là đã thay. {paid > 0 ? `Đã trả ${formatMoney(paid)}: tiền đã trả giữ nguyên và được trừ vào khoản cùng loại.` : 'Chưa trả khoản nào; tiền bồi thường được tính lại.'}</p>
          <TextAreaField label="Lý do thay biên bản" name="replacedBecause" maxLength={500} value={because} onValue={setBecause} error={errors['replacedBecause']} />
        </>
      )}
      <div {...(!before && { 'data-begins': '' })}><RadioGroup legend="Bên chịu trách nhiệm" name="liability" value={liability} onValue={(value) => setLiability(ANSWERS.find((each) => each === value) ?? '')} choices={ANSWERS.filter((value) => value !== 'agency' || one.agencyName !== undefined).map((value) => ({ value, label: LIABILITY_WORDS[value] }))} error={errors['liability']} /></div>
      <TextAreaField label="Căn cứ" name="ground" maxLength={1000} value={ground} onValue={setGround} error={errors['ground']} />
      {open.length > 0 && (
        <fieldset className="choices">
          <legend>Giấy tờ cấp lại</legend>
          {open.map((thing) => {
            const side = sides[thing.thingId] ?? '';
            const set = (value: BySide | '') => setSides((all) => ({ ...all, [thing.thingId]: value }));
            return (
              <div key={thing.thingId} className="minute-line">
                <Check checked={side !== ''} onChecked={(checked) => set(checked ? usualSide(thing) : '')}>{whatOf(thing)}</Check>
                {side !== '' && <SelectField hideLabel label={`Bên cấp lại ${whatOf(thing)}`} value={side} onValue={(value) => set(value === 'agency' ? 'agency' : 'desk')} options={[{ value: 'desk', label: one.deskName }, ...(one.agencyName === undefined ? [] : [{ value: 'agency', label: one.agencyName }])]} />}
              </div>
            );
          })}
        </fieldset>
      )}
      {again.length > 0 && <DateField label="Cấp lại xong trước" name="due" value={due} onValue={(value) => setDue(value as PlainDate | '')} error={errors['due']} />}
      {isPost && (
        <>
          {isCarried && lossOf(one.kind) && <Field label="Cước đã trả, đồng" optional name="postage" inputMode="numeric" value={postage} onValue={setPostage} error={errors['postage']} hint="Của cả bưu gửi. Bồi thường ít nhất 04 lần cước, đã gồm hoàn cước; biên bản ghi số phải trả. Để trống nếu không có cước." />}
          {posted.map((thing) => (
            <Field
              key={thing.dossierId} label={`Bồi thường hồ sơ ${thing.code} (đồng)`} name={`agreed.${thing.dossierId}`} inputMode="numeric" value={agreed[thing.dossierId ?? ''] ?? ''}
              onValue={(value) => setAgreed((all) => ({ ...all, [thing.dossierId ?? '']: value }))} error={errors[`agreed.${thing.dossierId}`]}
              hint={`Ít nhất ${formatMoney(thing.least)}, đã gồm hoàn cước ${formatMoney(thing.postage ?? 0)}. Để trống nếu theo mức này.`}
            />
          ))}
          {posted.length === 0 && !isCarried && <p className="soft">Không có phiếu gửi thuộc trường hợp bồi thường theo cước; bưu điện vẫn chịu toàn bộ chi phí cấp lại.</p>}
          <Field label="Chi phí cấp lại (đồng)" optional name="reissueCost" inputMode="numeric" value={cost} onValue={setCost} error={errors['reissueCost']} />
          {!isCarried && <p role="status">Bưu điện {before && paid > 0 ? 'chịu tổng cộng' : 'trả'} <strong>{formatMoney(owed)}</strong>{owed > 0 && `, chậm nhất ngày ${formatDate(payBy)}`}.</p>}
        </>
      )}
    </ConfirmDialog>
  );
};
