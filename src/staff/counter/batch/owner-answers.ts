// The declaration names the person it is about: in a list that is the owner of the row, never one name for all.
import type { EForm } from '#core/procedure/procedure.ts';
import { parseTypedDate } from '../../design/typed-date.ts';
import type { Answer } from '../receive-dossier/draft.ts';
import type { BatchRow } from './batch-rows.ts';

const OF_THE_OWNER: ReadonlySet<string> = new Set(['personName', 'personBirthDate']);

/** What is written once for all rows. */
export const commonForm = (form: EForm): EForm => {
  const isCommon = (name: string) => !OF_THE_OWNER.has(name);
  return {
    ...form,
    properties: Object.fromEntries(Object.entries(form.properties).filter(([name]) => isCommon(name))),
    required: form.required.filter(isCommon),
    groups: form.groups
      .map((group) => ({ ...group, fields: group.fields.filter(isCommon) }))
      .filter((group) => group.fields.length > 0),
  };
};

export const ownerAnswers = (form: EForm | undefined, row: Pick<BatchRow, 'fullName' | 'birthDate'>): Record<string, Answer> => {
  const typed = parseTypedDate(row.birthDate);
  const asked = form?.properties ?? {};
  const birthDate = asked['personBirthDate']?.format === 'date' && typed.kind === 'date' ? typed.iso : row.birthDate.trim();
  return {
    ...('personName' in asked && { personName: row.fullName.trim() }),
    ...('personBirthDate' in asked && { personBirthDate: birthDate }),
  };
};
