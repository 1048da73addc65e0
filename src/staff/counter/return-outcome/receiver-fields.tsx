import type { PlainDate } from '#core/kernel/moment.ts';
import type { IdentityKind } from '#core/people/person.ts';
import { DateField } from '../../design/date-field.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { IDENTITY_LABELS } from '../../words/person-words.ts';
import { asksReason, identityKindsOn } from '../receive-dossier/identity-kinds.ts';
import { needsAuthorisation, type ReturnDraft } from './return-draft.ts';

export const ReceiverFields = ({
  draft,
  onChange,
  errors,
  date,
}: {
  readonly draft: ReturnDraft;
  readonly onChange: (change: Partial<ReturnDraft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly date: PlainDate;
}) => {
  const known = draft.relation === 'applicant' || draft.relation === 'owner';
  const kinds = identityKindsOn(date);
  const offered = kinds.includes(draft.identityKind) ? kinds : [draft.identityKind, ...kinds];
  const needsReason = asksReason(draft.identityKind, date);
  return (
    <div className="fields">
      <Field
        width="w5"
        label="Họ và tên người nhận"
        name="receiver.fullName"
        value={draft.fullName}
        onValue={(fullName) => onChange({ fullName })}
        error={errors['receiver.fullName']}
        readOnly={known}
      />
      <SelectField
        width="w3"
        label="Giấy tờ tùy thân"
        name="receiver.identity.kind"
        value={draft.identityKind}
        onValue={(kind) => onChange({ identityKind: kind as IdentityKind })}
        options={offered.map((k) => ({ value: k, label: IDENTITY_LABELS[k] }))}
      />
      {draft.identityKind !== 'none' && (
        <Field
          width="w4"
          label="Số"
          name="receiver.identity.number"
          value={draft.number}
          onValue={(number) => onChange({ number })}
          error={errors['receiver.identity.number']}
        />
      )}
      {needsReason && (
        <Field
          width="w6"
          label="Lý do"
          name="receiver.identity.reason"
          value={draft.reason}
          onValue={(reason) => onChange({ reason })}
          error={errors['receiver.identity.reason']}
        />
      )}
      {needsAuthorisation(draft) && (
        <>
          <Field
            width="w4"
            label="Văn bản ủy quyền số"
            name="receiver.authorisation.number"
            value={draft.authorisationNumber}
            onValue={(authorisationNumber) => onChange({ authorisationNumber })}
            error={errors['receiver.authorisation']}
          />
          <DateField
            width="w3"
            label="Ngày"
            name="receiver.authorisation.date"
            value={draft.authorisationDate}
            onValue={(authorisationDate) => onChange({ authorisationDate })}
          />
          <Field
            width="w5"
            label="Nơi chứng thực hoặc người lập"
            name="receiver.authorisation.madeBy"
            value={draft.authorisationBy}
            onValue={(authorisationBy) => onChange({ authorisationBy })}
          />
        </>
      )}
    </div>
  );
};
