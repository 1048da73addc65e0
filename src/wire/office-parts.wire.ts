// What the office's commands and answers have in common, over the parts every schema is made of.
import { z } from 'zod';
import { ROLES } from '#core/organisation/organisation.ts';
import { dossierCode, dossierId, dossierState } from './dossier-parts.wire.ts';
import { moment, revision } from './fields.ts';

export const roleText = z.enum(ROLES);

/** The screen says which state of the dossier it showed; another one is a refusal, not an overwrite. */
export const expectedRevision = revision;

export const paperMade = z.object({ paperId: z.string(), kind: z.string(), number: z.string() });

/** What every act on one dossier answers: enough for the screen to go on. */
export const officeActAnswer = z.object({
  dossierId, code: dossierCode, state: dossierState, revision,
  stepRole: roleText.optional(),
  dueAt: moment.optional(),
  /** The paper this act made, to be printed. */
  paper: paperMade.optional(),
});
export type OfficeActAnswer = z.output<typeof officeActAnswer>;
