// A complaint is received about what stands on the paper in the complainant's hand; until when it can be brought is said at once.
import { useState } from 'react';
import { COMPLAINANTS } from '#core/complaint/complaint.ts';
import { formatDate } from '#core/kernel/format.ts';
import { COMPLAINANT_WORDS, SUBJECT_WORDS } from '#wire/complaint-words.ts';
import type { ComplaintChanged, ComplaintSubject } from '#wire/complaints.wire.ts';
import { newId } from '../api/new-id.ts';
import { focusFirstError } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type ProofDraft, ProofFields, isUnsent, proofsOf } from './proof-fields.tsx';
import { type Side, findSubject, useReceive } from './use-complaints.ts';

const Subject = ({ subject }: { readonly subject: ComplaintSubject }) => (
  <Banner tone={subject.isOutOfTime ? 'amber' : 'info'}>
    {SUBJECT_WORDS[subject.subject]} <strong className="code">{subject.subjectCode}</strong>, {subject.deskName}.{' '}
    {subject.lastDay === undefined ? 'Chưa có thời gian toàn trình để tính thời hiệu.'
      : subject.isOutOfTime ? `Đã quá thời hiệu: hết ngày ${formatDate(subject.lastDay)}. Vẫn tiếp nhận để trả lời bằng văn bản.` : `Còn thời hiệu khiếu nại đến hết ngày ${formatDate(subject.lastDay)}.`}
    {' '}Giải quyết trong {String(subject.settleDays).padStart(2, '0')} ngày làm việc.
  </Banner>
);

const EMPTY = { scanned: '', fullName: '', organisationName: '', address: '', phone: '', proofNumber: '', content: '', wish: '' };

export const ReceiveDialog = ({ side, onDone, onClose }: { readonly side: Side; readonly onDone: (answer: ComplaintChanged) => void; readonly onClose: () => void }) => {
  const [complaintId] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  const [by, setBy] = useState<(typeof COMPLAINANTS)[number]>('citizen');
  const [subject, setSubject] = useState<ComplaintSubject>();
  const [proofs, setProofs] = useState<readonly ProofDraft[]>([]);
  const [said, setSaid] = useState<string>();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const receive = useReceive(side, onDone);
  const set = (key: keyof typeof EMPTY) => (value: string): void => { setDraft({ ...draft, [key]: value }); setMissing({}); };
  const look = (): void => {
    if (draft.scanned.trim() === '') return;
    findSubject(side, draft.scanned.trim()).then(
      (found) => { setSaid(undefined); setSubject(found); setDraft((now) => ({ ...now, proofNumber: now.proofNumber || (found.proofNumber ?? '') })); },
      (error: unknown) => { setSubject(undefined); setSaid(error instanceof Error ? error.message : 'Chưa tìm được mã này.'); },
    );
  };
  const confirm = (): void => {
    const wrong = {
      ...(draft.scanned.trim() === '' && { scanned: 'Quét hoặc gõ mã trên phiếu gửi, giấy tiếp nhận, nhãn túi.' }), ...(draft.fullName.trim() === '' && { 'complainant.fullName': 'Nhập họ và tên.' }),
      ...(draft.address.trim() === '' && { 'complainant.address': 'Nhập địa chỉ để trả lời.' }), ...(draft.content.trim() === '' && { content: 'Ghi nội dung khiếu nại.' }),
      ...(isUnsent(proofs) && { proofs: 'Còn dòng chưa có tệp: chờ tải xong, chọn tệp, hoặc bớt dòng đó.' }),
    };
    setMissing(wrong);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    const optional = (text: string): string | undefined => text.trim() || undefined;
    void receive.run({
      complaintId, scanned: draft.scanned.trim(), by, content: draft.content.trim(), wish: optional(draft.wish), proofNumber: optional(draft.proofNumber), proofs: [...proofsOf(proofs)],
      complainant: { fullName: draft.fullName.trim(), organisationName: optional(draft.organisationName), address: draft.address.trim(), phone: optional(draft.phone) },
    });
  };
  const errors: Readonly<Record<string, string>> = { ...receive.errors, ...missing, ...(said !== undefined && { scanned: said }) };
  return (
    <ConfirmDialog title="Tiếp nhận khiếu nại dịch vụ bưu chính" act="Tiếp nhận khiếu nại" makes="Giấy tiếp nhận khiếu nại dịch vụ bưu chính" wide busy={receive.busy} onConfirm={confirm} onClose={onClose}>
      {receive.error && Object.keys(receive.errors).length === 0 && <Banner tone="red">{receive.error.message}</Banner>}
      <Field label="Mã hồ sơ, số hiệu bưu gửi hoặc nhãn túi" name="scanned" value={draft.scanned} onValue={(value) => { setSaid(undefined); setSubject(undefined); set('scanned')(value); }} onBlur={look} error={errors['scanned']} maxLength={300} data-takes-code="" />
      {subject && <Subject subject={subject} />}
      <RadioGroup legend="Người khiếu nại" name="by" value={by} onValue={(value) => setBy(COMPLAINANTS.find((one) => one === value) ?? 'citizen')} choices={COMPLAINANTS.map((value) => ({ value, label: COMPLAINANT_WORDS[value] }))} />
      <Field label="Họ và tên" name="complainant.fullName" value={draft.fullName} onValue={set('fullName')} error={errors['complainant.fullName']} maxLength={120} />
      <Field label="Tên tổ chức, cơ quan" optional name="complainant.organisationName" value={draft.organisationName} onValue={set('organisationName')} error={errors['complainant.organisationName']} maxLength={200} />
      <Field label="Địa chỉ" name="complainant.address" value={draft.address} onValue={set('address')} error={errors['complainant.address']} maxLength={300} />
      <Field label="Số điện thoại" optional name="complainant.phone" inputMode="tel" value={draft.phone} onValue={set('phone')} error={errors['complainant.phone']} maxLength={20} />
      <Field label="Số phiếu gửi xuất trình" optional name="proofNumber" value={draft.proofNumber} onValue={set('proofNumber')} error={errors['proofNumber']} maxLength={40} hint="Không có phiếu gửi thì để trống." />
      <ProofFields drafts={proofs} onDrafts={(change) => { setProofs(change); setMissing({}); }} error={errors['proofs']} />
      <TextAreaField label="Nội dung khiếu nại" name="content" value={draft.content} onValue={set('content')} error={errors['content']} maxLength={2000} />
      <Field label="Yêu cầu của người khiếu nại" optional name="wish" value={draft.wish} onValue={set('wish')} error={errors['wish']} maxLength={500} />
    </ConfirmDialog>
  );
};
