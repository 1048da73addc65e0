import type { IdentityKind } from '#core/people/person.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { businessNow } from '../../api/session.ts';
import { DateField } from '../../design/date-field.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { IDENTITY_LABELS } from '../../words/person-words.ts';
import type { Messages } from './draft-checks.ts';
import type { PersonDraft } from './draft.ts';
import { asksReason } from './identity-kinds.ts';

export type PersonFieldsProps = {
  readonly path: string; // 'parties.applicant'
  readonly person: PersonDraft;
  readonly onChange: (change: Partial<PersonDraft>) => void;
  readonly errors: Messages;
  readonly warnings: Messages;
  readonly kinds: readonly IdentityKind[];
  readonly withDistrict: boolean;
};

const TWELVE: ReadonlySet<IdentityKind> = new Set([
  'identity-card-2024',
  'citizen-card',
  'personal-number',
  'electronic-identity',
]);

export const PersonFields = ({ path, person, onChange, errors, warnings, kinds, withDistrict }: PersonFieldsProps) => {
  const at = (field: string) => ({
    name: `${path}.${field}`,
    error: errors[`${path}.${field}`],
    warning: warnings[`${path}.${field}`],
  });
  const needsReason = asksReason(person.identityKind, dateOf(businessNow()));
  const hasIssue =
    person.identityKind !== 'none' && person.identityKind !== 'personal-number' && person.identityKind !== 'electronic-identity';
  // rows are filled to their end whatever the paper asks for
  const nameBegins = person.identityKind === 'none' || (hasIssue && !needsReason);
  const digits = person.number.replace(/\D/g, '').length;
  return (
    <div className="fields">
      <SelectField
        width="w3"
        label="Loại giấy tờ"
        {...at('identity.kind')}
        data-prefilled=""
        value={person.identityKind}
        onValue={(v) => onChange({ identityKind: v as IdentityKind })}
        options={kinds.map((k) => ({ value: k, label: IDENTITY_LABELS[k] }))}
      />
      {person.identityKind !== 'none' && (
        <Field
          width="w3"
          label="Số"
          {...at('identity.number')}
          inputMode={person.identityKind === 'passport' || person.identityKind === 'other-photo-paper' ? 'text' : 'numeric'}
          value={person.number}
          onValue={(number) => onChange({ number })}
          hint={TWELVE.has(person.identityKind) && digits > 0 && digits < 12 ? `${digits}/12 số` : undefined}
        />
      )}
      {hasIssue && (
        <DateField
          width="w3"
          label="Ngày cấp"
          {...at('identity.issuedOn')}
          value={person.issuedOn}
          onValue={(issuedOn) => onChange({ issuedOn })}
        />
      )}
      {hasIssue && (
        <Field
          width="w3"
          label="Nơi cấp"
          {...at('identity.issuedBy')}
          value={person.issuedBy}
          onValue={(issuedBy) => onChange({ issuedBy })}
          list="issuers"
        />
      )}
      {needsReason && (
        <Field
          width={person.identityKind === 'none' ? 'w9' : 'w6'}
          label="Lý do dùng giấy tờ này"
          {...at('identity.reason')}
          value={person.reason}
          onValue={(reason) => onChange({ reason })}
        />
      )}
      <Field
        width={nameBegins ? 'w4' : 'w6'}
        label="Họ và tên"
        {...at('fullName')}
        value={person.fullName}
        onValue={(fullName) => onChange({ fullName })}
        hint="Ghi đúng như trên giấy tờ."
        autoCapitalize="words"
      />
      <DateField
        width="w3"
        label="Ngày sinh"
        {...at('birthDate')}
        yearAllowed
        value={person.birthDate}
        onValue={(birthDate) => onChange({ birthDate })}
      />
      <SelectField
        width="w2"
        label="Giới tính"
        {...at('sex')}
        value={person.sex}
        onValue={(sex) => onChange({ sex: sex as PersonDraft['sex'] })}
        placeholder="–"
        data-prefilled=""
        options={[
          { value: 'male', label: 'Nam' },
          { value: 'female', label: 'Nữ' },
        ]}
      />
      <Field
        width="w3"
        label="Điện thoại"
        optional
        {...at('phone')}
        inputMode="tel"
        value={person.phone}
        onValue={(phone) => onChange({ phone })}
      />
      <Field
        width={!nameBegins ? 'w4' : withDistrict ? 'w3' : 'w6'}
        label="Thôn, xóm, số nhà"
        {...at('address.line')}
        value={person.line}
        onValue={(line) => onChange({ line })}
      />
      <Field
        width="w3"
        label="Xã, phường"
        {...at('address.communeName')}
        data-prefilled=""
        value={person.communeName}
        onValue={(communeName) => onChange({ communeName })}
      />
      {withDistrict && (
        <Field
          width="w3"
          label="Huyện, thị xã"
          {...at('address.districtName')}
          data-prefilled=""
          value={person.districtName}
          onValue={(districtName) => onChange({ districtName })}
        />
      )}
      <Field
        width="w3"
        label="Tỉnh, thành phố"
        {...at('address.provinceName')}
        data-prefilled=""
        value={person.provinceName}
        onValue={(provinceName) => onChange({ provinceName })}
      />
    </div>
  );
};
