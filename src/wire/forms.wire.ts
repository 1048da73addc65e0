// The table of forms as its keeper sees it: which version from which day by which document, and how it came about.
import { z } from 'zod';
import { FORM_MARKS, type FormTable, type FormVersionRow, ONE_STOP_FORMS, ONE_STOP_VERSIONS } from '#core/paper-form/form-versions.ts';
import type { SetFormVersion } from '#core/paper-form/set-form-version.ts';
import { count, line, maybeLine, moment, plainDate } from './fields.ts';

const formRow = z.object({
  form: z.enum(ONE_STOP_FORMS), version: z.enum(ONE_STOP_VERSIONS), validFrom: plainDate, instrument: line(200), mark: z.enum(FORM_MARKS),
  note: maybeLine(500).transform((text) => (text === '' ? undefined : text)).optional(),
}) satisfies z.ZodType<FormVersionRow>;
const shownRow = formRow.extend({ note: z.string().optional() });

export const setFormCommand = formRow.extend({ baseVersion: count(1_000_000), decision: line(200), reason: line(500) }) satisfies z.ZodType<SetFormVersion>;
export const setFormAnswer = z.object({ version: z.int() });

export const formTable = z.object({ version: z.int(), rows: z.array(shownRow).readonly() }) satisfies z.ZodType<FormTable>;

export const formsView = formTable.extend({
  /** Newest first; the one that was shipped was made by nobody. */
  versions: z.array(z.object({
    version: z.int(), madeAt: moment.nullable(), madeByName: z.string().nullable(), decision: z.string().nullable(), reason: z.string().nullable(),
    change: z.object({ before: shownRow.optional(), after: shownRow }).nullable(),
  })),
});
export type FormsView = z.infer<typeof formsView>;
