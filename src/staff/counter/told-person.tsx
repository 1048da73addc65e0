// Whom a paper of the desk is made out to where no dossier says it: guidance, a refusal of reception.
import { Field } from '../design/field.tsx';

export type ToldPerson = { readonly personName: string; readonly address: string; readonly phone: string };

export const toldPerson = ({ personName = '', address = '', phone = '' }: { readonly [K in keyof ToldPerson]?: string | undefined }): ToldPerson => ({ personName, address, phone });

type Props = {
  readonly label: string;
  readonly optional?: boolean;
  readonly autoFocus?: boolean;
  readonly person: ToldPerson;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<ToldPerson>) => void;
};

export const ToldPersonFields = ({ label, optional, autoFocus, person, errors, onChange }: Props) => (
  <>
    <Field width="w5" label={label} optional={optional} name="personName" value={person.personName} onValue={(personName) => onChange({ personName })} error={errors['personName']} autoFocus={autoFocus} />
    <Field width="w5" label="Địa chỉ" optional name="address" value={person.address} onValue={(address) => onChange({ address })} error={errors['address']} />
    <Field width="w2" label="Điện thoại" optional name="phone" value={person.phone} onValue={(phone) => onChange({ phone })} error={errors['phone']} />
  </>
);
