// Takes over, or sends back with its reason, everything that was marked: one confirmation, one answer.
import { useState } from 'react';
import { NOT_TAKEN_KINDS } from '#core/custody/change.ts';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { acceptHandOverAnswer, type AcceptHandOverAnswer } from '#wire/accept-hand-over.wire.ts';
import type { InboxRow } from '#wire/office-inbox.wire.ts';
import { useAct } from '../../api/use-act.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { SignFor, signatureOf, useSignDraft } from '../sign-for.tsx';

type Taken = Pick<InboxRow, 'dossierId' | 'code' | 'ownerName' | 'procedureName'>;
export type AcceptProps = { readonly rows: readonly Taken[]; readonly reject?: boolean; readonly onClose: () => void; readonly onDone?: () => void };

const said = (answer: AcceptHandOverAnswer): string => {
  const parts = [
    answer.accepted.length > 0 && `Đã nhận ${answer.accepted.length} hồ sơ`,
    answer.rejected.length > 0 && `Đã trả lại nơi chuyển ${answer.rejected.length} hồ sơ`,
    ...answer.skipped.map((one) => `${one.code}: ${one.changedBy ?? 'đồng nghiệp'} đã nhận trước`),
  ].filter(Boolean);
  return `${parts.join('. ')}.`;
};

/** What the desk then has to settle. */
const KINDS = NOT_TAKEN_KINDS.map((value) => ({ value, label: value === 'not-taken' ? 'Lý do khác' : CASE_WORDS[value] }));

export const AcceptManyDialog = ({ rows, reject = false, onClose, onDone }: AcceptProps) => {
  const [held] = useState(rows);
  const [reason, setReason] = useState('');
  const [kind, setKind] = useState<string>('not-taken');
  const [tried, setTried] = useState(false);
  const [sign, setSign] = useSignDraft();
  const signature = signatureOf(sign);
  const ids = held.map((row) => row.dossierId);
  const accept = useAct(() => ({
    path: '/api/office/hand-overs/accept', answer: acceptHandOverAnswer,
    body: reject ? { dossierIds: [], rejected: ids.map((dossierId) => ({ dossierId, reason: reason.trim(), kind })), signature } : { dossierIds: ids, signature },
  }), {
    refresh: [['office'], ...ids.map((id) => ['dossier', id])],
    onDone: (answer) => { onClose(); onDone?.(); toast(said(answer), answer.skipped.length > 0 ? 'red' : 'plain'); },
  });
  const confirm = () => {
    setTried(true);
    setSign({ ...sign, tried: true });
    if (signature && (!reject || reason.trim() !== '')) void accept.run(undefined);
  };
  return (
    <ConfirmDialog
      title={reject ? `Không nhận ${held.length} hồ sơ` : `Nhận ${held.length} hồ sơ`} act={reject ? 'Không nhận – trả lại nơi chuyển' : 'Xác nhận đã nhận'}
      red={reject} makes={reject ? 'Biên bản giao nhận hồ sơ: ghi không nhận và lý do' : 'Biên bản giao nhận hồ sơ: bên nhận đã ký nhận'}
      busy={accept.busy} onClose={onClose} onConfirm={confirm}
    >
      <ActError error={accept.error} onClose={onClose} />
      {reject && <TextAreaField label="Lý do không nhận" name="rejected.0.reason" value={reason} onValue={setReason} maxLength={500} autoFocus error={tried && reason.trim() === '' ? 'Ghi lý do để nơi chuyển biết việc cần làm.' : undefined} hint="Ví dụ: không thuộc thẩm quyền của cơ quan; thiếu bản chính so với biên bản." />}
      {reject && <RadioGroup legend="Thuộc loại" name="rejected.0.kind" value={kind} onValue={setKind} choices={KINDS} />}
      <ol className="numbered">{held.map((row) => <li key={row.dossierId}><strong className="code">{row.code}</strong> · {row.ownerName}<div className="faint">{row.procedureName}</div></li>)}</ol>
      <SignFor draft={sign} onDraft={setSign} />
    </ConfirmDialog>
  );
};
