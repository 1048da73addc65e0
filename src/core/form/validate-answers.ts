// Answers to an electronic form against its schema: every fault at its own field, all of them at once.
// Dates are kept as 'YYYY-MM-DD' and shown as '18/11/2019'.
// @law NĐ 45/2020/NĐ-CP Đ.10 (biểu mẫu điện tử tương tác)
import type { FieldError } from '../kernel/field-error.ts';
import { isPlainDate } from '../kernel/parse-date.ts';
import { parsePersonalNumber } from '../people/identity.ts';
import { readPhone } from '../people/phone.ts';
import type { EForm, EFormField } from '../procedure/procedure.ts';

export type Answers = Readonly<Record<string, string | number | boolean>>;

export const validateAnswers = (form: EForm | undefined, answers: Answers, path = 'answers'): readonly FieldError[] => {
  const errors: FieldError[] = [];
  const properties = form?.properties ?? {};
  for (const name of Object.keys(answers)) {
    if (!Object.hasOwn(properties, name)) errors.push({ path: `${path}.${name}`, code: 'unknown-field' });
  }
  for (const [name, field] of Object.entries(properties)) {
    const value = answers[name];
    const at = `${path}.${name}`;
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
      if (form?.required.includes(name)) errors.push({ path: at, code: 'required', params: { title: field.title } });
      continue;
    }
    const error = valueError(field, value);
    if (error) errors.push({ path: at, ...error });
  }
  return errors;
};

type Fault = Pick<FieldError, 'code' | 'params'>;

const valueError = (field: EFormField, value: string | number | boolean): Fault | undefined => {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { code: 'not-yes-no' };
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { code: 'not-whole-number' };
      if (field.minimum !== undefined && value < field.minimum) return { code: 'too-small', params: { minimum: field.minimum } };
      if (field.maximum !== undefined && value > field.maximum) return { code: 'too-big', params: { maximum: field.maximum } };
      return undefined;
    case 'string':
      return typeof value === 'string' ? textError(field, value) : { code: 'not-text' };
  }
};

const textError = (field: EFormField, value: string): Fault | undefined => {
  const length = [...value.normalize('NFC')].length;
  if (field.enum && !field.enum.includes(value)) return { code: 'not-in-list' };
  if (field.minLength !== undefined && length < field.minLength) return { code: 'too-short', params: { minimum: field.minLength } };
  if (field.maxLength !== undefined && length > field.maxLength) return { code: 'too-long', params: { maximum: field.maxLength } };
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(value)) return { code: 'pattern' };
  switch (field.format) {
    case 'date': return isPlainDate(value) ? undefined : { code: 'date-shape' };
    case 'phone': return readPhone(value).kind === 'invalid' ? { code: 'phone-shape' } : undefined;
    case 'personal-number': return parsePersonalNumber(value) ? undefined : { code: 'personal-number-shape' };
    case undefined: return undefined;
  }
};
