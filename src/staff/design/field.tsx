// One label, one control, its hint and its error bound by id: what a screen reader hears is what stands there.
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';

export type FieldFrame = {
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly width?: 'w2' | 'w3' | 'w4' | 'w5' | 'w6' | 'w8' | 'w9' | 'w10' | undefined;
  readonly hideLabel?: boolean | undefined;
};

export type FieldBinding = {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
};

const OPTIONAL = ' (nếu có)';
/** The declarations of the law say it in some of their own names. */
const saysOptional = (label: ReactNode): boolean => typeof label === 'string' && label.endsWith(OPTIONAL);

export const FieldBox = ({
  label,
  hint,
  error,
  warning,
  optional,
  width,
  hideLabel,
  children,
}: FieldFrame & { readonly children: (bind: FieldBinding) => ReactNode }) => {
  const id = useId();
  const notes = [error && `${id}-e`, warning && `${id}-w`, hint && `${id}-h`].filter(Boolean).join(' ');
  return (
    <div className={['field', width].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'hidden-label' : undefined}>
        {label}
        {optional && !saysOptional(label) && <span className="faint">{OPTIONAL}</span>}
      </label>
      {children({ id, 'aria-describedby': notes || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p className="field-error" id={`${id}-e`}>
          {error}
        </p>
      )}
      {!error && warning && (
        <p className="field-warning" id={`${id}-w`}>
          {warning}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
    </div>
  );
};

type Value = { readonly value: string; readonly onValue: (value: string) => void; readonly name?: string };
/** `name` is the path of the field in the command: a field error of the server finds its place by it. */
export type FieldProps = FieldFrame &
  Value &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'className' | 'width'> & { readonly large?: boolean };

export const Field = ({
  label,
  hint,
  error,
  warning,
  optional,
  width,
  hideLabel,
  value,
  onValue,
  large,
  ...input
}: FieldProps) => (
  <FieldBox {...{ label, hint, error, warning, optional, width, hideLabel }}>
    {(bind) => (
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        {...bind}
        className={large ? 'input input-large' : 'input'}
        value={value}
        onChange={(e) => onValue(e.target.value)}
      />
    )}
  </FieldBox>
);

export type TextAreaProps = FieldFrame &
  Value &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'className'>;
export const TextAreaField = ({
  label,
  hint,
  error,
  warning,
  optional,
  width,
  hideLabel,
  value,
  onValue,
  ...area
}: TextAreaProps) => (
  <FieldBox {...{ label, hint, error, warning, optional, width, hideLabel }}>
    {(bind) => (
      <textarea
        spellCheck={false}
        {...area}
        {...bind}
        className="input"
        value={value}
        onChange={(e) => onValue(e.target.value)}
      />
    )}
  </FieldBox>
);

export type Option = { readonly value: string; readonly label: string };
export type SelectProps = FieldFrame &
  Value & { readonly options: readonly Option[]; readonly placeholder?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'value' | 'onChange' | 'className'
  >;
export const SelectField = ({
  label,
  hint,
  error,
  warning,
  optional,
  width,
  hideLabel,
  value,
  onValue,
  options,
  placeholder,
  ...select
}: SelectProps) => (
  <FieldBox {...{ label, hint, error, warning, optional, width, hideLabel }}>
    {(bind) => (
      <select {...select} {...bind} className="input" value={value} onChange={(e) => onValue(e.target.value)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    )}
  </FieldBox>
);
