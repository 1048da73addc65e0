// How a complaint ends: settled by a ground, with compensation where the post was at fault, or refused by one of three.
import { useState } from 'react';
import { COMPLAINT_RESULTS, REFUSAL_GROUNDS } from '#core/complaint/complaint.ts';
import { formatDate } from '#core/kernel/format.ts';
import { GROUND_WORDS, RESULT_WORDS } from '#wire/complaint-words.ts';
import type { ComplaintView } from '#wire/complaints.wire.ts';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { focusFirstError } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, SelectField, TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type Side, useEnd } from './use-complaints.ts';

export const EndDialog = ({ side, view, kind, onClose }: { readonly side: Side; readonly view: ComplaintView; readonly kind: 'settle' | 'refuse'; readonly onClose: () => void }) => {
  const [choice, setChoice] = useState('');
  const [ground, setGround] = useState('');
  const [note, setNote] = useState('');
  const [money, setMoney] = useState('');
  const [caseId, setCaseId] = useState('');
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const end = useEnd(side, view.complaint.complaintId, onClose);
  const settles = kind === 'settle';
  const confirm = (): void => {
    const amount = money.trim() === '' ? undefined : Number(money.replace(/[.\s]/gu, ''));
    const wrong = {
      ...(choice === '' && { [settles ? 'result' : 'ground']: settles ? 'Chọn kết quả.' : 'Chọn căn cứ từ chối.' }), ...(settles && ground.trim() === '' && { ground: 'Ghi căn cứ.' }),
      ...(note.trim() === '' && { note: settles ? 'Ghi đã xác minh gì và giải quyết thế nào.' : 'Ghi rõ lý do.' }), ...(amount !== undefined && !Number.isInteger(amount) && { compensation: 'Nhập số tiền bằng chữ số.' }),
    };
    setMissing(wrong);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    const result = COMPLAINT_RESULTS.find((one) => one === choice);
    const refusedBy = REFUSAL_GROUNDS.find((one) => one === choice);
    if (settles && result) void end.run({ kind: 'settle', result, ground: ground.trim(), note: note.trim(), ...(amount !== undefined && { compensation: amount }), ...(caseId !== '' && { caseId }) });
    if (!settles && refusedBy) void end.run({ kind: 'refuse', ground: refusedBy, note: note.trim() });
  };
  const errors: Readonly<Record<string, string>> = { ...end.errors, ...missing };
  return (
    <ConfirmDialog
      title={`${settles ? 'Giải quyết' : 'Từ chối'} khiếu nại ${view.complaint.number}`} act={settles ? 'Ghi kết quả giải quyết' : 'Từ chối giải quyết'} red={!settles} wide busy={end.busy} onConfirm={confirm} onClose={onClose}
      makes={settles ? 'Thông báo kết quả giải quyết khiếu nại' : 'Thông báo từ chối giải quyết khiếu nại'}
    >
      {end.error && Object.keys(end.errors).length === 0 && <Banner tone="red">{end.error.message}</Banner>}
      {!settles && view.lastDay !== undefined && <p className="soft">Thời hiệu khiếu nại {view.isOutOfTime ? 'đã hết' : 'còn đến hết'} ngày {formatDate(view.lastDay)}.</p>}
      {settles ? (
        <>
          <RadioGroup legend="Kết quả" name="result" value={choice} onValue={(value) => { setChoice(value); setMissing({}); }} error={errors['result']} choices={COMPLAINT_RESULTS.map((value) => ({ value, label: RESULT_WORDS[value] }))} />
          <Field label="Căn cứ" name="ground" value={ground} onValue={setGround} error={errors['ground']} maxLength={300} hint="Văn bản, điều khoản hoặc quy định làm căn cứ." />
        </>
      ) : <RadioGroup legend="Căn cứ từ chối" name="ground" value={choice} onValue={(value) => { setChoice(value); setMissing({}); }} error={errors['ground']} choices={REFUSAL_GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value] }))} />}
      <TextAreaField label={settles ? 'Xác minh và giải quyết' : 'Lý do'} name="note" value={note} onValue={setNote} error={errors['note']} maxLength={2000} />
      {settles && choice !== 'dismissed' && <Field label="Bồi thường (đồng)" optional name="compensation" inputMode="numeric" value={money} onValue={setMoney} error={errors['compensation']} maxLength={15} />}
      {settles && view.trail.cases.length > 0 && (
        <SelectField label="Gắn với việc chênh lệch giao nhận" optional name="caseId" value={caseId} onValue={setCaseId} placeholder="Không gắn" options={view.trail.cases.map((one) => ({ value: one.caseId, label: `${CASE_WORDS[one.kind]}: ${one.note}` }))} />
      )}
    </ConfirmDialog>
  );
};
