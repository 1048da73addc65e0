// One row of the table of forms: from which day, by which document, seen or not, and by which decision and why.
import { useState } from 'react';
import { FORM_NAMES, FORM_VERSION_NAMES, type FormVersionRow } from '#core/paper-form/form-versions.ts';
import { problemOf } from '../../api/problem.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { MARK_WORDS } from '../mark-words.ts';
import { type FormDraft, makeCommand, startFormDraft } from './form-draft.ts';
import { useSetForm } from './use-forms.ts';

export const FormDialog = ({ row, version, onDone, onClose }: {
  readonly row: FormVersionRow;
  /** Of the table as it was looked at. */
  readonly version: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) => {
  const [draft, setDraft] = useState<FormDraft>(() => startFormDraft(row));
  const [tried, setTried] = useState(false);
  const save = useSetForm(onDone);
  const set = (change: Partial<FormDraft>) => setDraft({ ...draft, ...change });
  const made = makeCommand(draft, row, version);
  const submit = () => {
    setTried('errors' in made);
    if ('errors' in made) return void requestAnimationFrame(() => focusFirstError(made.errors));
    void save.run(made.command);
  };
  const errors = { ...save.errors, ...(tried && 'errors' in made ? made.errors : {}) };
  const against = save.error && Object.keys(save.errors).length === 0 ? save.error.message : undefined;
  const stale = problemOf(save.error)?.code === 'changed-meanwhile';
  return (
    <Dialog
      title={`${FORM_NAMES[row.form]} – ${FORM_VERSION_NAMES[row.version].toLowerCase()}`} onClose={onClose} onSubmit={submit} locked={save.busy}
      foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy}>Lưu ngày áp dụng</Button></>}
    >
      {against && <Banner tone="red" acts={stale && <Button onClick={onClose}>Xem bảng mới</Button>}>{against}</Banner>}
      <DateField label="Áp dụng từ ngày" name="validFrom" value={draft.validFrom} error={errors['validFrom']} onValue={(validFrom) => set({ validFrom })} hint="Giấy tờ đã cấp giữ mẫu của ngày cấp; ngày đã cấp giấy không đổi mẫu được nữa." />
      <Field label="Văn bản ban hành mẫu" name="instrument" value={draft.instrument} error={errors['instrument']} maxLength={200} onValue={(instrument) => set({ instrument })} hint="Số, ký hiệu, ví dụ TT 03/2025/TT-VPCP" />
      <RadioGroup legend="Xác minh ngày áp dụng" name="mark" value={draft.mark} onValue={(mark) => set({ mark: mark as FormDraft['mark'] })} choices={(['verified', 'assumed'] as const).map((value) => ({ value, label: MARK_WORDS[value] }))} />
      <TextAreaField label="Ghi chú" optional name="note" rows={2} value={draft.note} error={errors['note']} maxLength={500} onValue={(note) => set({ note })} />
      <Field label="Căn cứ thay đổi" name="decision" value={draft.decision} error={errors['decision']} maxLength={200} onValue={(decision) => set({ decision })} hint="Số, ký hiệu quyết định hoặc công văn" />
      <TextAreaField label="Lý do" name="reason" rows={2} value={draft.reason} error={errors['reason']} maxLength={500} onValue={(reason) => set({ reason })} />
    </Dialog>
  );
};
