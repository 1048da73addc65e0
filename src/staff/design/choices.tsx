import { useId, type ReactNode } from 'react';

export type Choice = { readonly value: string; readonly label: ReactNode; readonly disabled?: boolean };
export type RadioGroupProps = {
  readonly legend: string;
  readonly name?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices: readonly Choice[];
  readonly error?: string | undefined;
  readonly hideLegend?: boolean;
};

export const RadioGroup = ({ legend, name, value, onValue, choices, error, hideLegend }: RadioGroupProps) => {
  const id = useId();
  return (
    <fieldset
      className="choices"
      aria-describedby={error ? `${id}-e` : undefined}
      aria-invalid={error ? true : undefined}
      data-path={name}
    >
      <legend className={hideLegend ? 'hidden-label' : undefined}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onValue(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${id}-e`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};

export const Check = ({
  checked,
  onChecked,
  children,
  disabled,
  label,
}: {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly children?: ReactNode;
  readonly disabled?: boolean;
  readonly label?: string;
}) => (
  <label className="check">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      aria-label={label}
      onChange={(e) => onChecked(e.target.checked)}
    />
    {children && <span>{children}</span>}
  </label>
);
