import { useState } from 'react';
import { FieldBox, type FieldFrame } from './field.tsx';
import { parseTypedDate, showDate } from './typed-date.ts';

export type DateFieldProps = FieldFrame & {
  /** ISO day, or a year where `yearAllowed`, or '' . */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly name?: string;
  readonly yearAllowed?: boolean;
};

/** Typed as on paper, no picker: eight digits and Enter. What was typed wrong stays and says why. */
export const DateField = ({ value, onValue, name, yearAllowed, error, ...frame }: DateFieldProps) => {
  const [typed, setTyped] = useState<string | undefined>();
  const said = typed === undefined ? undefined : parseTypedDate(typed);
  const wrong =
    said?.kind === 'wrong' ? said.text : said?.kind === 'year' && !yearAllowed ? 'Nhập đủ ngày, tháng, năm.' : undefined;
  const settle = () => {
    if (typed === undefined) return;
    const answer = parseTypedDate(typed);
    if (answer.kind === 'wrong' || (answer.kind === 'year' && !yearAllowed)) return;
    onValue(answer.kind === 'date' ? answer.iso : answer.kind === 'year' ? answer.shown : '');
    setTyped(undefined);
  };
  const change = (text: string) => {
    setTyped(text);
    const answer = parseTypedDate(text);
    if (answer.kind === 'date') onValue(answer.iso);
    else if (answer.kind === 'year' && yearAllowed) onValue(answer.shown);
    else if (answer.kind === 'empty') onValue('');
    else onValue(text);
  };
  const complete = typed === undefined || typed.length >= 8;
  return (
    <FieldBox {...frame} error={(complete ? wrong : undefined) ?? error}>
      {(bind) => (
        <input
          {...bind}
          name={name}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          placeholder="ngày/tháng/năm"
          value={typed ?? showDate(value)}
          onChange={(e) => change(e.target.value)}
          onBlur={settle}
        />
      )}
    </FieldBox>
  );
};
