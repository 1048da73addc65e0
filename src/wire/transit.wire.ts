// What the post carries between desk and agency against its window, apart from the agency's own time.
import { z } from 'zod';
import { bagId } from './bags.wire.ts';
import { moment, plainDate } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';

/** A record that was handed over and not received within its window; its bag, where it went in one. */
export const lateOnTheWay = z.object({
  handOverId: z.string(), direction: z.enum(['to-agency', 'to-desk']), recordNumber: z.string(), sentAt: moment, transitDue: plainDate,
  deskId, deskName: z.string(), agencyUnitId: unitId, agencyName: z.string(), bagId: bagId.optional(), bagLabel: z.string().optional(), dossierCount: z.int(),
});
