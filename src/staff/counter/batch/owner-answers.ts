// The declaration names the person it is about: in a list that is the owner of the row, never one name for all.
// What else differs from person to person is typed in the row as well.
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { EForm, EFormField } from '#core/procedure/procedure.ts';
import { parseTypedDate } from '../../design/typed-date.ts';
import type { Answer } from '../receive-dossier/draft.ts';
import type { BatchRow } from './batch-rows.ts';

const OF_THE_OWNER: ReadonlySet<string> = new Set(['personName', 'personBirthDate']);

const only = (form: EForm, keep: (name: string) => boolean): EForm => ({
  ...form,
  properties: Object.fromEntries(Object.entries(form.properties).filter(([name]) => keep(name))),
  required: form.required.filter(keep),
  groups: form.groups
    .map((group) => ({ ...group, fields: group.fields.filter(keep) }))
    .filter((group) => group.fields.length > 0),
});

/** Fields that could differ from row to row. */
export const listForm = (form: EForm): EForm => only(form, (name) => !OF_THE_OWNER.has(name));
/** What is written once for all rows. */
export const commonForm = (form: EForm, own: readonly string[] = []): EForm =>
  only(form, (name) => !OF_THE_OWNER.has(name) && !own.includes(name));
/** What each row writes for itself. */
export const ownForm = (form: EForm, own: readonly string[]): EForm => only(form, (name) => own.includes(name));

const typedAnswer = (field: EFormField, text: string): Answer => {
  const trimmed = text.trim();
  const folded = foldVietnamese(trimmed);
  if (field.type === 'boolean') return folded === 'co' || folded === 'x' ? true : folded === 'khong' ? false : trimmed;
  if (field.enum) {
    const at = field.enum.findIndex((value, i) => value === trimmed || foldVietnamese(field.enumTitles?.[i] ?? value) === folded);
    return field.enum[at] ?? trimmed;
  }
  if (field.format === 'date') {
    const typed = parseTypedDate(trimmed);
    return typed.kind === 'date' ? typed.iso : trimmed;
  }
  return field.type === 'integer' && /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
};

export const ownerAnswers = (
  form: EForm | undefined,
  row: Pick<BatchRow, 'fullName' | 'birthDate' | 'own'>,
): Record<string, Answer> => {
  const typed = parseTypedDate(row.birthDate);
  const asked = form?.properties ?? {};
  const birthDate = asked['personBirthDate']?.format === 'date' && typed.kind === 'date' ? typed.iso : row.birthDate.trim();
  return {
    ...Object.fromEntries(
      Object.entries(row.own).flatMap(([name, text]) => {
        const field = asked[name];
        return field && text.trim() !== '' ? [[name, typedAnswer(field, text)] as const] : [];
      }),
    ),
    ...('personName' in asked && { personName: row.fullName.trim() }),
    ...('personBirthDate' in asked && { personBirthDate: birthDate }),
  };
};
