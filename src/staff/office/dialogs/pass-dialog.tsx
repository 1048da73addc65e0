// Passing on: the specialist with a proposal, the head of section with an opinion, the signer in a capacity.
import { useState } from 'react';
import type { Role } from '#core/organisation/organisation.ts';
import { completeStepAnswer } from '#wire/complete-step.wire.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Icon } from '../../design/icon.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { passLabel } from '../next-act.ts';
import { SignAlong, useAlong } from '../signing/sign-along.tsx';
import { useSign, useSignatures } from '../signing/use-signatures.ts';
import { ColleagueField } from './colleague-field.tsx';
import { CapacityField } from './capacity-field.tsx';
import { FileField } from '../../stored-file/file-field.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

const needed = (tried: boolean, text: string, say: string): string | undefined => (tried && text.trim() === '' ? say : undefined);

export const PassDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const step = work.steps.find((one) => one.no === work.stepNo);
  const next = work.steps.find((one) => one.no === (work.stepNo ?? 0) + 1);
  const proposes = step?.role === 'agency-officer';
  const signs = step?.role === 'signing-leader';
  const [kind, setKind] = useState('grant');
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState('');
  const [draftFile, setDraftFile] = useState<string>();
  const [nextId, setNext] = useState('');
  const [capacity, setCapacity] = useState<number>();
  const [tried, setTried] = useState(false);
  const refusing = proposes && kind === 'refuse';
  const label = passLabel(work);
  const pass = useOfficeAct(view, 'complete-step', completeStepAnswer, () => { onClose(); toast(signs ? 'Đã ký duyệt. Hồ sơ chuyển văn thư vào sổ, cấp số, phát hành.' : `Đã chuyển bước: ${next?.name ?? ''}.`); });
  const draft = useSignatures(view.dossierId).data?.papers.find((paper) => paper.kind === 'draft');
  const along = useAlong(signs ? draft?.mine?.service : undefined);
  const sign = useSign(view.dossierId, draft ?? { path: '' }, () => undefined);
  const proposal = !proposes ? undefined : refusing
    ? { kind: 'refuse', reason: reason.trim(), legalGround: ground.trim() }
    : { kind: 'grant', ...(draftFile && { draftFile }) };
  const passOn = () => void pass.run({ result: { kind: 'pass', ...(note.trim() && { note: note.trim() }), ...(nextId && { nextAssigneeId: nextId }), ...(proposal && { proposal }), ...(capacity !== undefined && { assignmentNo: capacity }) } });
  const confirm = async () => {
    setTried(true);
    if (refusing && (reason.trim() === '' || ground.trim() === '')) return;
    // the signature first: an approval whose draft was to be signed must not go on without it unseen
    if (along.on && !(await sign.run({ as: 'leader', ...(along.pin !== '' && { pin: along.pin }), ...(capacity !== undefined && { assignmentNo: capacity }) }))) return;
    passOn();
  };
  return (
    <ConfirmDialog title={`${label} ${view.code}`} act={label} busy={pass.busy || sign.busy} onClose={onClose} onConfirm={() => void confirm()}>
      <ActError error={pass.error} dossierId={view.dossierId} onClose={onClose} />
      {proposes && <RadioGroup legend="Đề nghị của chuyên viên" value={kind} onValue={setKind} choices={[{ value: 'grant', label: 'Giải quyết' }, { value: 'refuse', label: 'Từ chối giải quyết' }]} />}
      {refusing && (
        <>
          <TextAreaField label="Lý do từ chối" name="result.proposal.reason" value={reason} onValue={setReason} maxLength={1000} error={needed(tried, reason, 'Ghi lý do từ chối.')} />
          <Field label="Căn cứ pháp lý" name="result.proposal.legalGround" value={ground} onValue={setGround} maxLength={500} error={needed(tried, ground, 'Ghi điều, khoản của văn bản làm căn cứ.')} hint="Ví dụ: Điều 18 Luật Hộ tịch số 60/2014/QH13" />
        </>
      )}
      {proposes && !refusing && <FileField label="Dự thảo kết quả" value={draftFile} onValue={setDraftFile} hint="PDF hoặc ảnh; người ký xem ngay cạnh hồ sơ." />}
      {signs && <CapacityField value={capacity} onValue={setCapacity} />}
      {signs && draft && draft.signatures.length > 0 && <p className="paper-line"><Icon name="check" /><span>Dự thảo kết quả đã ký số; chỉ còn ký duyệt.</span></p>}
      <SignAlong along={along} label="Ký số dự thảo kết quả" error={sign.error} busy={sign.busy} without={{ label: 'Ký duyệt, không ký số', go: () => { along.setOn(false); passOn(); } }} />
      <TextAreaField label={signs ? 'Ý kiến' : proposes ? 'Ý kiến thẩm định' : 'Ý kiến soát xét'} optional name="result.note" value={note} onValue={setNote} maxLength={1000} />
      {next && next.role !== 'records-clerk' && <ColleagueField role={next.role as Role} label={`Người nhận bước “${next.name}”`} value={nextId} onValue={setNext} none="Ai có nhiệm vụ này cũng nhận được" />}
      {next?.role === 'records-clerk' && <p className="paper-line"><span>Văn thư sẽ vào sổ, cấp số, đóng dấu và phát hành. Chưa có số và dấu thì chưa có kết quả.</span></p>}
    </ConfirmDialog>
  );
};
