// What seldom happens, behind quiet links: a sheet of the paper booklet, a person who cannot sign, large print.
import type { Moment } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { witnessesAsked } from '#core/dossier/signing.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Field } from '../../design/field.tsx';
import { SigningFields } from '../signing.tsx';
import { newSigning } from '../signing-draft.ts';
import type { ReceiveDraft } from './draft.ts';
import type { Messages } from './draft-checks.ts';
import { type LateEntryDraft, newLateEntry } from './late-entry-draft.ts';
import type { Patch } from './use-draft.ts';

export type EverydayFieldsProps = {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly procedure: ProcedureVersion;
  readonly now: Moment;
  readonly errors: Messages;
};

export const LateEntryFields = ({
  entry,
  onChange,
  errors,
}: {
  readonly entry: LateEntryDraft;
  readonly onChange: (change: Partial<LateEntryDraft>) => void;
  readonly errors: Messages;
}) => (
  <div className="fields">
    <DateField
      width="w3"
      label="Ngày người dân nộp"
      name="lateEntry.date"
      value={entry.date}
      onValue={(date) => onChange({ date })}
      error={errors['lateEntry.date'] ?? errors['lateEntry.receivedAt']}
    />
    <Field
      width="w3"
      label="Giờ ghi trong sổ"
      name="lateEntry.hour"
      value={entry.hour}
      onValue={(hour) => onChange({ hour })}
      error={errors['lateEntry.hour']}
      placeholder="15:10"
      hint="Hạn trả và mốc 15 giờ tính từ giờ này."
    />
    <Field
      width="w3"
      label="Số trong sổ giấy"
      name="lateEntry.bookletNumber"
      value={entry.bookletNumber}
      onValue={(bookletNumber) => onChange({ bookletNumber })}
      error={errors['lateEntry.bookletNumber']}
      maxLength={40}
    />
    <Field
      width="w3"
      label="Lý do"
      name="lateEntry.reason"
      value={entry.reason}
      onValue={(reason) => onChange({ reason })}
      error={errors['lateEntry.reason']}
      maxLength={300}
      placeholder="Mất điện, mất mạng"
    />
  </div>
);

export const EverydayFields = ({ draft, patch, procedure, now, errors }: EverydayFieldsProps) => {
  const { lateEntry, signing } = draft;
  return (
    <>
      {lateEntry && (
        <div className="form-group" role="group" aria-label="Nhập từ sổ giấy">
          <h3>Nhập từ sổ giấy</h3>
          <LateEntryFields
            entry={lateEntry}
            errors={errors}
            onChange={(change) => patch((d) => ({ lateEntry: { ...(d.lateEntry ?? newLateEntry(now)), ...change } }))}
          />
        </div>
      )}
      {signing && (
        <div className="form-group" role="group" aria-label="Điểm chỉ">
          <h3>Người nộp điểm chỉ</h3>
          <SigningFields
            draft={signing}
            onChange={(next) => patch({ signing: next })}
            witnessesAsked={witnessesAsked(procedure)}
            errors={errors}
          />
        </div>
      )}
      <div data-enter="skip">
        <Check checked={draft.largePrint === true} onChecked={(largePrint) => patch({ largePrint })}>
          In giờ, ngày trả kết quả bằng chữ lớn
        </Check>
      </div>
      <div className="row" data-enter="skip">
        <Button
          look="plain"
          onClick={() => patch(signing ? { signing: undefined } : { signing: newSigning(), largePrint: true })}
        >
          {signing ? 'Bỏ điểm chỉ: người nộp tự ký' : 'Người nộp không biết chữ hoặc không ký được'}
        </Button>
        {draft.filedRevision === undefined && (
          <Button look="plain" onClick={() => patch({ lateEntry: lateEntry ? undefined : newLateEntry(now) })}>
            {lateEntry ? 'Bỏ nhập từ sổ giấy: tiếp nhận lúc này' : 'Nhập từ sổ giấy (mất điện, mất mạng)'}
          </Button>
        )}
      </div>
    </>
  );
};
