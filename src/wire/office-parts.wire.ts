// What the office's commands and answers have in common. Texts are NFC and bounded at the border.
import { z } from 'zod';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { ROLES } from '#core/organisation/organisation.ts';
import type { DossierId, Sha256 } from '#core/dossier/dossier.ts';
import { DOSSIER_STATES } from '#core/dossier/state.ts';

export const officeText = (max: number) => z.string().normalize('NFC').trim().min(1).max(max);
export const officeNote = (max: number) => z.string().normalize('NFC').trim().max(max);

// Brands by assertion, not by transform: an answer is encoded with the same schema it is read with.
export const dossierIdText = z.uuid().toLowerCase() as unknown as z.ZodType<DossierId, string>;
export const accountIdText = z.uuid().toLowerCase() as unknown as z.ZodType<AccountId, string>;
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<Sha256, string>;
export const momentText =
  z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/) as unknown as z.ZodType<Moment, string>;
export const plainDateText = z.iso.date() as unknown as z.ZodType<PlainDate, string>;

/** The screen says which state of the dossier it showed; another one is a refusal, not an overwrite. */
export const expectedRevision = z.int().min(0).max(1_000_000);

export const stateText = z.enum(DOSSIER_STATES);
export const roleText = z.enum(ROLES);

/** What every act on one dossier answers: enough for the screen to go on. */
export const officeActAnswer = z.object({
  dossierId: dossierIdText,
  code: z.string(),
  state: stateText,
  revision: z.number(),
  stepRole: roleText.optional(),
  dueAt: momentText.optional(),
  /** The paper this act made, to be printed. */
  paper: z.object({ paperId: z.uuid(), kind: z.string(), number: z.string() }).optional(),
});
export type OfficeActAnswer = z.infer<typeof officeActAnswer>;
