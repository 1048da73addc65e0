import type { Representation } from '#core/people/person.ts';
import type { IdentityKind } from '#core/people/person.ts';
import { Check } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import type { ReceiveDraft } from './draft.ts';
import type { Messages } from './draft-checks.ts';
import { PersonFields } from './person-fields.tsx';
import type { Patch } from './use-draft.ts';

export const REPRESENTATION_LABELS: Readonly<Record<Representation['kind'], string>> = {
  family: 'Cha, mẹ, vợ, chồng, con, anh chị em ruột',
  authorisation: 'Văn bản ủy quyền',
  'introduction-letter': 'Giấy giới thiệu của tổ chức',
  'legal-representative': 'Người đại diện theo pháp luật',
};
const KIND_OPTIONS = Object.entries(REPRESENTATION_LABELS).map(([value, label]) => ({ value, label }));

export type PartySectionProps = {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly errors: Messages;
  readonly warnings: Messages;
  readonly kinds: readonly IdentityKind[];
  readonly withDistrict: boolean;
};

export const ApplicantSection = ({ draft, patch, errors, warnings, kinds, withDistrict }: PartySectionProps) => {
  const representation = draft.representation;
  const represent = (change: Partial<ReceiveDraft['representation']>) =>
    patch((d) => ({ representation: { ...d.representation, ...change } }));
  return (
    <>
      <datalist id="issuers">
        <option value="Công an tỉnh Hà Tĩnh">Công an tỉnh Hà Tĩnh</option>
        <option value="Cục Cảnh sát quản lý hành chính về trật tự xã hội">
          Cục Cảnh sát quản lý hành chính về trật tự xã hội
        </option>
        <option value="Bộ Công an">Bộ Công an</option>
      </datalist>
      <PersonFields
        path="parties.applicant"
        person={draft.applicant}
        onChange={(change) => patch((d) => ({ applicant: { ...d.applicant, ...change } }))}
        errors={errors}
        warnings={warnings}
        kinds={kinds}
        withDistrict={withDistrict}
      />
      <div data-enter="skip">
        <Check checked={draft.ownerDiffers} onChecked={(ownerDiffers) => patch({ ownerDiffers })}>
          Chủ hồ sơ là người khác (người nộp làm thay)
        </Check>
      </div>
      {draft.ownerDiffers && (
        <div className="sub-block stack">
          <h3>Chủ hồ sơ</h3>
          <PersonFields
            path="parties.owner"
            person={draft.dossierOwner}
            onChange={(change) => patch((d) => ({ dossierOwner: { ...d.dossierOwner, ...change } }))}
            errors={errors}
            warnings={warnings}
            kinds={kinds}
            withDistrict={withDistrict}
          />
          <div className="fields">
            <SelectField
              width="w4"
              label="Người nộp làm thay với tư cách"
              name="parties.representation.kind"
              data-prefilled=""
              value={representation.kind}
              onValue={(kind) => represent({ kind: kind as Representation['kind'] })}
              options={KIND_OPTIONS}
              error={errors['parties.representation']}
            />
            <Field
              width="w3"
              label="Quan hệ với chủ hồ sơ"
              name="parties.representation.relation"
              value={representation.relation}
              onValue={(relation) => represent({ relation })}
              error={errors['parties.representation.relation']}
              list="relations"
            />
            {(representation.kind === 'authorisation' || representation.kind === 'introduction-letter') && (
              <>
                <Field
                  width="w2"
                  label="Số giấy"
                  name="parties.representation.paperNumber"
                  value={representation.paperNumber}
                  onValue={(paperNumber) => represent({ paperNumber })}
                  warning={warnings['parties.representation.paperNumber']}
                />
                <DateField
                  width="w3"
                  label="Ngày"
                  name="parties.representation.paperDate"
                  value={representation.paperDate}
                  onValue={(paperDate) => represent({ paperDate })}
                  error={errors['parties.representation.paperDate']}
                />
              </>
            )}
          </div>
          <datalist id="relations">
            {['Cha', 'Mẹ', 'Vợ', 'Chồng', 'Con', 'Anh ruột', 'Chị ruột', 'Em ruột', 'Người được ủy quyền'].map((r) => (
              <option key={r} value={r}>
                {r}
              </option>
            ))}
          </datalist>
        </div>
      )}
    </>
  );
};
