// Which fields of the declaration each row writes for itself, and whose are not right yet.
import { validateAnswers } from '#core/form/validate-answers.ts';
import type { EForm } from '#core/procedure/procedure.ts';
import { fieldErrorText } from '#wire/refusals/field-texts.ts';
import { Button } from '../../design/button.tsx';
import { type BatchRow, isNamed } from './batch-rows.ts';
import { ownerAnswers } from './owner-answers.ts';

/** '2. Trần Thị Hai: Số lượng – Ghi mục này.' */
export const wrongOwnRows = (form: EForm | undefined, rows: readonly BatchRow[]): readonly string[] =>
  form === undefined || Object.keys(form.properties).length === 0
    ? []
    : rows.flatMap((row, i) => {
        if (!isNamed(row) || row.state.kind === 'done') return [];
        const [first] = validateAnswers(form, ownerAnswers(form, row));
        const name = first?.path.replace(/^answers\./, '') ?? '';
        return first ? [`${i + 1}. ${row.fullName.trim()}: ${form.properties[name]?.title ?? name} – ${fieldErrorText(first)}`] : [];
      });

export const OwnFields = ({
  form,
  own,
  onOwn,
}: {
  readonly form: EForm;
  readonly own: readonly string[];
  readonly onOwn: (own: readonly string[]) => void;
}) => (
  <fieldset className="choices">
    <legend>Mục khai riêng từng người</legend>
    {Object.entries(form.properties).map(([name, field]) => (
      <Button
        key={name}
        icon={own.includes(name) ? 'check' : undefined}
        aria-pressed={own.includes(name)}
        onClick={() => onOwn(own.includes(name) ? own.filter((one) => one !== name) : [...own, name])}
      >
        {field.title}
      </Button>
    ))}
  </fieldset>
);
