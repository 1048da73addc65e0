// One row of the table of forms: from which day, by which document, seen or not, and by which decision and why.
import { useState } from 'react';
import { FORM_NAMES, FORM_VERSION_NAMES, type FormVersionRow } from '#core/paper-form/form-versions.ts';
import { DateField } from '../../design/date-field.tsx';
import { DocumentedDialog, useTried } from '../documented-dialog.tsx';
import { type FormDraft, makeCommand, startFormDraft } from './form-draft.ts';
import { useSetForm } from './use-forms.ts';

const WORDS = { save: 'Lưu ngày áp dụng', lookAgain: 'Xem bảng mới', instrument: 'Văn bản ban hành mẫu', example: 'TT 03/2025/TT-VPCP', mark: 'Xác minh ngày áp dụng' };

export const FormDialog = ({ row, version, onDone, onClose }: {
  readonly row: FormVersionRow;
  /** Of the table as it was looked at. */
  readonly version: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) => {
  const [draft, setDraft] = useState<FormDraft>(() => startFormDraft(row));
  const save = useSetForm(onDone);
  const set = (change: Partial<FormDraft>) => setDraft({ ...draft, ...change });
  const { errors, submit } = useTried(makeCommand(draft, row, version), save);
  return (
    <DocumentedDialog title={`${FORM_NAMES[row.form]} – ${FORM_VERSION_NAMES[row.version].toLowerCase()}`} words={WORDS} draft={draft} set={set} save={save} errors={errors} onSubmit={submit} onClose={onClose}>
      <DateField label="Áp dụng từ ngày" name="validFrom" value={draft.validFrom} error={errors['validFrom']} onValue={(validFrom) => set({ validFrom })} hint="Giấy tờ đã cấp giữ mẫu của ngày cấp; ngày đã cấp giấy không đổi mẫu được nữa." />
    </DocumentedDialog>
  );
};
