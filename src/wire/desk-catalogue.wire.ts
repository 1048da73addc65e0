// GET /api/desk/catalogue: all that this desk may receive today, with what the core needs to decide on screen.
import { z } from 'zod';
import { moment } from './fields.ts';
import { formTable } from './forms.wire.ts';
import { certificationSigner, desk, procedureVersion, transferEntry, workingCalendar } from './procedure.wire.ts';

export const catalogueEntry = z.object({
  procedure: procedureVersion,
  transfer: transferEntry,
  agencyName: z.string(),
  /** An agency of another commune decides. */
  away: z.boolean(),
  /** Receptions at this desk in the last ninety days: most used first. */
  useCount: z.int(),
});
export type CatalogueEntry = z.output<typeof catalogueEntry>;

export const deskCatalogueView = z.object({
  now: moment,
  desk,
  communeName: z.string(),
  districtName: z.string().optional(),
  provinceName: z.string(),
  receivingUnitName: z.string(),
  postOfficeName: z.string(),
  entries: z.array(catalogueEntry).readonly(),
  calendar: workingCalendar,
  /** For the papers that the counter makes by itself. */
  forms: formTable,
  /** Who signs copies certified at once. */
  signers: z.array(certificationSigner).readonly(),
});
export type DeskCatalogueView = z.output<typeof deskCatalogueView>;
