// A wrong procedure, case or hour is put right by a new receipt that names the old one; nothing is edited.
import { useState } from 'react';
import { supersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { dossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { momentAt, wallTimeOf, type Moment, type PlainDate, type WallTime } from '#core/kernel/moment.ts';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, SelectField, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/dossier-acts.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { useDeskAct } from './use-desk-act.ts';

type Body = Omit<Parameters<typeof supersedeReceiptCommand.parse>[0] & object, never>;

export const SupersedeReceiptDialog = ({ view, onClose, onPaper }: ActDialogProps) => {
  const [reason, setReason] = useState('');
  const [caseId, setCaseId] = useState(view.caseId);
  const [name, setName] = useState(view.parties.applicant.fullName);
  const [date, setDate] = useState<string>(view.receivedAt.slice(0, 10));
  const [hour, setHour] = useState<string>(wallTimeOf(view.receivedAt));
  const act = useDeskAct(view, 'supersede-receipt', 'supersede-receipt', dossierReceivedAnswer, (a) => {
    onClose();
    toast(`Đã cấp lại giấy tiếp nhận ${a.code}.`);
    onPaper?.(a.paperId);
  });
  const receivedAt: Moment = momentAt(date as PlainDate, hour as WallTime);
  const body: Body = {
    reason,
    procedureCode: view.procedure.code,
    procedureVersion: view.procedure.version,
    caseId,
    parties: { ...view.parties, applicant: { ...view.parties.applicant, fullName: name } },
    answers: view.answers,
    papers: view.papers
      .filter((p) => p.roundNo === 0)
      .map((p) => ({ itemId: p.itemId, name: p.name, form: p.form, count: p.count, shownOnly: p.shownOnly, scans: p.scans })),
    fees: view.fees.map((f) => ({ feeId: f.feeId, quantity: f.quantity, exemption: f.exemption, collected: f.collected })),
    ...(receivedAt !== view.receivedAt && { receivedAt }),
  };
  return (
    <ConfirmDialog
      title={`Cấp lại giấy tiếp nhận ${view.code}`}
      act="Cấp lại giấy tiếp nhận"
      makes="Giấy tiếp nhận hồ sơ và hẹn trả kết quả, thay thế giấy đã cấp"
      busy={act.busy}
      disabled={reason.trim() === '' || !act.confirmation.ready}
      onClose={onClose}
      onConfirm={() => void act.run(body)}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <TextAreaField
        label="Sai ở đâu, sửa thế nào"
        name="reason"
        value={reason}
        onValue={setReason}
        error={act.errors['reason']}
        autoFocus
      />
      <div className="fields">
        {view.procedure.cases.length > 1 && (
          <SelectField
            width="w6"
            label="Trường hợp"
            name="caseId"
            value={caseId}
            onValue={setCaseId}
            options={view.procedure.cases.map((c) => ({ value: c.caseId, label: c.name }))}
          />
        )}
        <Field
          width="w6"
          label="Họ tên người nộp"
          name="parties.applicant.fullName"
          value={name}
          onValue={setName}
          error={act.errors['parties.applicant.fullName']}
        />
        <DateField
          width="w3"
          label="Ngày tiếp nhận"
          name="receivedAt"
          value={date}
          onValue={setDate}
          error={act.errors['receivedAt']}
        />
        <Field
          width="w3"
          label="Giờ tiếp nhận"
          value={hour}
          onValue={setHour}
          placeholder="07:30"
          error={/^([01]\d|2[0-3]):[0-5]\d$/.test(hour) ? undefined : 'Nhập giờ dạng 07:30.'}
        />
      </div>
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
