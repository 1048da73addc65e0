// Who holds what: GET /api/desk/custody, /api/office/custody (a page of one list, the longest held first), and the way of
// one dossier's things.
import { z } from 'zod';
import { EVENT_KINDS, HOLDER_KINDS, THING_KINDS } from '#core/custody/thing.ts';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { moment, plainDate } from './fields.ts';
import { CUSTODY_LISTS } from './list-names.ts';
import { deskId } from './procedure.wire.ts';

/** What one holds, what is on its way here, what was sent and is not yet received; differences have a list of their own. */
export type CustodyList = (typeof CUSTODY_LISTS)[number];
export const CUSTODY_PAGE = 50;
/** Counts stop here: '1000+' says enough. */
export const CUSTODY_COUNT_CAP = 1000;

export const custodyQuery = z.object({ list: z.enum(CUSTODY_LISTS).default('held'), after: z.string().max(120).optional(), deskId: deskId.optional() });

export const thingIs = { thingId: z.string(), kind: z.enum(THING_KINDS), name: z.string().optional(), roundNo: z.int().optional(), count: z.int() };
const ofDossier = { dossierId, code: z.string(), procedureName: z.string(), ownerName: z.string(), state: dossierState };

export const heldRow = z.object({
  ...thingIs, ...ofDossier,
  since: moment,
  /** Who sent it here, or to whom it was sent. */
  otherName: z.string().optional(),
  recordId: z.string().optional(), recordNumber: z.string().optional(), transitDue: plainDate.optional(),
  /** The envelope or bag in which it lies. */
  insideLabel: z.string().optional(),
  hasCase: z.boolean(),
  /** On its way with a proof of posting, and no case of a delay yet. */
  claimable: z.boolean(),
});
export type HeldRow = z.output<typeof heldRow>;

export const custodyView = z.object({
  now: moment,
  counts: z.object({ held: z.int(), coming: z.int(), sent: z.int(), cases: z.int() }),
  rows: z.array(heldRow),
  next: z.string().nullable(),
});
export type CustodyView = z.output<typeof custodyView>;

const stop = z.object({
  kind: z.enum(HOLDER_KINDS), name: z.string().optional(), at: moment, onTheWay: z.boolean(), how: z.enum(EVENT_KINDS),
  recordId: z.string().optional(), recordNumber: z.string().optional(), note: z.string().optional(), byName: z.string(),
});
export type CustodyStop = z.output<typeof stop>;

/** The things of one dossier, each with its way, and the envelope or bag in which it lies now. */
export const dossierCustody = z.array(z.object({ ...thingIs, stops: z.array(stop).readonly(), insideLabel: z.string().optional() })).readonly();
export type DossierCustody = z.output<typeof dossierCustody>;
