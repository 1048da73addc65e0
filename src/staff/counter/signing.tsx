// Read aloud, fingerprint, witnesses: the same few boxes at the reception and at the return.
import { Check } from '../design/choices.tsx';
import { Field } from '../design/field.tsx';
import { type SigningDraft, withWitness } from './signing-draft.ts';

export const SigningFields = ({
  draft,
  onChange,
  witnessesAsked,
  errors,
}: {
  readonly draft: SigningDraft;
  readonly onChange: (draft: SigningDraft) => void;
  readonly witnessesAsked: number;
  readonly errors: Readonly<Record<string, string>>;
}) => (
  <div className="stack-tight">
    <Check checked={draft.readAloud} onChecked={(readAloud) => onChange({ ...draft, readAloud })}>
      Đã đọc lại nội dung cho người điểm chỉ nghe
    </Check>
    {errors['signing.readAloud'] && <p className="field-warning">{errors['signing.readAloud']}</p>}
    <div className="fields">
      {draft.witnesses.map((witness, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two lines that never move
        <WitnessLine key={i} no={i + 1} optional={witnessesAsked <= i} witness={witness} errors={errors}
          onChange={(change) => onChange(withWitness(draft, i, change))} />
      ))}
    </div>
    {errors['signing.witnesses'] && <p className="field-warning">{errors['signing.witnesses']}</p>}
  </div>
);

const WitnessLine = ({
  no,
  optional,
  witness,
  errors,
  onChange,
}: {
  readonly no: number;
  readonly optional: boolean;
  readonly witness: SigningDraft['witnesses'][number];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<SigningDraft['witnesses'][number]>) => void;
}) => {
  const path = `signing.witnesses.${no - 1}`;
  return (
    <>
      <Field
        width="w6"
        label={`Người làm chứng ${no}`}
        optional={optional}
        name={`${path}.name`}
        value={witness.name}
        onValue={(name) => onChange({ name })}
        error={errors[`${path}.name`]}
        autoCapitalize="words"
      />
      <Field
        width="w6"
        label={`Số giấy tờ của người làm chứng ${no}`}
        optional={optional}
        name={`${path}.identityNumber`}
        inputMode="numeric"
        value={witness.identityNumber}
        onValue={(identityNumber) => onChange({ identityNumber })}
        error={errors[`${path}.identityNumber`]}
      />
    </>
  );
};
