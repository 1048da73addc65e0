// Whose signature it is: the applicant, the owner, or somebody with an authorisation.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { RadioGroup } from '../design/choices.tsx';
import { Field } from '../design/field.tsx';
import type { AskerKind, PersonDraft } from './way-back-draft.ts';

export const PersonFields = ({ legend, path, view, person, onPerson, errors, withNumber }: {
  readonly legend: string; readonly path: string; readonly view: Pick<DossierView, 'parties'>;
  readonly person: PersonDraft; readonly onPerson: (person: PersonDraft) => void;
  readonly errors: Readonly<Record<string, string>>; readonly withNumber?: boolean;
}) => {
  const { applicant, owner } = view.parties;
  const set = (change: Partial<PersonDraft>) => onPerson({ ...person, ...change });
  return (
    <div className="stack-tight">
      <RadioGroup legend={legend} name={`${path}.kind`} value={person.kind} onValue={(kind) => set({ kind: kind as AskerKind })} choices={[
        { value: 'applicant', label: <>Người nộp: {applicant.fullName}</> },
        ...(owner ? [{ value: 'owner', label: <>Chủ hồ sơ: {owner.fullName}</> }] : []),
        { value: 'authorised', label: 'Người được ủy quyền' },
      ]} />
      <div className="fields">
        {person.kind === 'authorised' && (
          <>
            <Field width="w5" label="Họ và tên" name={`${path}.fullName`} value={person.fullName} onValue={(fullName) => set({ fullName })} maxLength={160} error={errors[`${path}.fullName`]} autoCapitalize="words" />
            <Field width="w6" label="Văn bản ủy quyền" name={`${path}.authorisation`} value={person.authorisation} onValue={(authorisation) => set({ authorisation })} maxLength={300} error={errors[`${path}.authorisation`]} hint="Số, ngày, nơi chứng thực" />
          </>
        )}
        {withNumber && <Field width="w4" label="Số giấy tờ tùy thân" optional={person.kind !== 'authorised'} name={`${path}.identityNumber`} inputMode="numeric" value={person.identityNumber} onValue={(identityNumber) => set({ identityNumber })} maxLength={40} error={errors[`${path}.identityNumber`]} />}
      </div>
    </div>
  );
};
