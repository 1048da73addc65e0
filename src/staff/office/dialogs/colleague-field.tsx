import type { Role } from '#core/organisation/organisation.ts';
import { SelectField } from '../../design/field.tsx';
import { useColleagues } from '../use-office.ts';

/** People of this agency who hold the role, with what they have in hand. */
export const ColleagueField = ({ role, label, value, onValue, none, exceptId, error }: {
  readonly role: Role; readonly label: string; readonly value: string; readonly onValue: (accountId: string) => void;
  /** The words for nobody in particular. */
  readonly none: string; readonly exceptId?: string | undefined; readonly error?: string | undefined;
}) => {
  const { data } = useColleagues();
  const people = (data?.colleagues ?? []).filter((one) => one.accountId !== exceptId && one.seats.some((seat) => seat.role === role));
  return (
    <SelectField
      label={label} name="assigneeId" value={value} onValue={onValue} placeholder={none} error={error}
      options={people.map((one) => ({ value: one.accountId, label: `${one.fullName} – ${one.title} (đang giữ ${one.openCount})` }))}
    />
  );
};
