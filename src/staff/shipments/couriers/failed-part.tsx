import { ABOUT_REASON, ATTEMPT_CAUSES, ATTEMPT_REASONS, type AttemptReason, CAUSE_WORDS } from '#core/shipment/attempt-reasons.ts';
import { DateField } from '../../design/date-field.tsx';
import { SelectField, TextAreaField } from '../../design/field.tsx';
import type { PaperDraft } from './paper-draft.ts';

const OFFERED = ATTEMPT_CAUSES.flatMap((cause) => ATTEMPT_REASONS.filter((one) => ABOUT_REASON[one].cause === cause).map((one) => ({ value: one, label: `${CAUSE_WORDS[cause]}: ${ABOUT_REASON[one].words}` })));

export const FailedPart = ({ draft, errors, onDraft }: { readonly draft: PaperDraft; readonly errors: Readonly<Record<string, string>>; readonly onDraft: (draft: PaperDraft) => void }) => (
  <>
    <SelectField
      label="Lý do" name="reason" value={draft.reason ?? ''} error={errors['reason']} onValue={(reason) => onDraft({ ...draft, reason: reason === '' ? undefined : reason as AttemptReason })}
      options={[{ value: '', label: 'Chọn lý do' }, ...OFFERED]}
    />
    {draft.reason === 'asked-later' && <DateField label="Ngày người ở nhà hẹn" optional name="askedFor" value={draft.askedFor} error={errors['askedFor']} onValue={(askedFor) => onDraft({ ...draft, askedFor })} />}
    <TextAreaField label="Ghi thêm" optional={draft.reason === undefined || !ABOUT_REASON[draft.reason].needsNote} name="note" value={draft.note} onValue={(note) => onDraft({ ...draft, note })} maxLength={500} error={errors['note']} />
  </>
);
