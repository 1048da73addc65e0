// The electronic declaration, drawn from its schema and groups; checked by the core, never by the browser.
import type { EForm, EFormField } from '#core/procedure/procedure.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Field, SelectField, type FieldFrame } from '../../design/field.tsx';
import type { Answer } from './draft.ts';
import type { Messages } from './draft-checks.ts';

type OneProps = {
  readonly name: string;
  readonly field: EFormField;
  readonly required: boolean;
  readonly value: Answer | undefined;
  readonly onValue: (value: Answer) => void;
  readonly error: string | undefined;
  readonly warning: string | undefined;
};

/** What people of this country answer most: offered while typing, never filled in. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  'Dân tộc': ['Kinh', 'Tày', 'Thái', 'Mường', 'Chứt'],
  'Quốc tịch': ['Việt Nam'],
};

const widthOf = (field: EFormField): FieldFrame['width'] => {
  if (field.format === 'date' || field.type === 'integer' || field.enum) return 'w3';
  if (field.format !== undefined || OFFERED[field.title] || (field.maxLength ?? 999) <= 50) return 'w3';
  return 'w6';
};

const One = ({ name, field, required, value, onValue, error, warning }: OneProps) => {
  const path = `answers.${name}`;
  const frame = { label: field.title, optional: !required, hint: field.description, error, warning, width: widthOf(field), name: path };
  const text = value === undefined ? '' : String(value);
  if (field.type === 'boolean') {
    return (
      <div className="field w3" data-path={path}>
        <RadioGroup
          legend={field.title}
          value={value === undefined ? '' : value === true ? 'yes' : 'no'}
          onValue={(v) => onValue(v === 'yes')}
          choices={[
            { value: 'yes', label: 'Có' },
            { value: 'no', label: 'Không' },
          ]}
          error={error}
        />
      </div>
    );
  }
  if (field.enum) {
    const options = field.enum.map((v, i) => ({ value: v, label: field.enumTitles?.[i] ?? v }));
    return options.length <= 3 ? (
      <div className="field w3">
        <RadioGroup legend={field.title} name={path} value={text} onValue={onValue} choices={options} error={error} />
      </div>
    ) : (
      <SelectField {...frame} placeholder="Chọn" value={text} onValue={onValue} options={options} />
    );
  }
  if (field.format === 'date') return <DateField {...frame} value={text} onValue={onValue} />;
  if (field.type === 'integer')
    return <Field {...frame} inputMode="numeric" value={text} onValue={(v) => onValue(/^\d+$/.test(v) ? Number(v) : v)} />;
  const offered = OFFERED[field.title];
  return (
    <>
      <Field
        {...frame}
        value={text}
        onValue={onValue}
        maxLength={field.maxLength}
        inputMode={field.format ? 'numeric' : undefined}
        list={offered ? `offered-${field.title}` : undefined}
      />
      {offered && (
        <datalist id={`offered-${field.title}`}>
          {offered.map((o) => (
            <option key={o} value={o}>
              {o}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
};

export type EFormFieldsProps = {
  readonly form: EForm;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly onAnswer: (name: string, value: Answer) => void;
  readonly errors: Messages;
  readonly warnings?: Messages | undefined;
};

export const EFormFields = ({ form, answers, onAnswer, errors, warnings }: EFormFieldsProps) => (
  <>
    {form.groups.map((group) => (
      <div className="form-group" key={group.title} role="group" aria-label={group.title}>
        <h3>{group.title}</h3>
        <div className="fields">
          {group.fields.map((name) => {
            const field = form.properties[name];
            return (
              field && (
                <One
                  key={name}
                  name={name}
                  field={field}
                  required={form.required.includes(name)}
                  value={answers[name]}
                  onValue={(v) => onAnswer(name, v)}
                  error={errors[`answers.${name}`]}
                  warning={warnings?.[`answers.${name}`]}
                />
              )
            );
          })}
        </div>
      </div>
    ))}
  </>
);
