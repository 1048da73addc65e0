// The parts of a dossier that several acts and views carry.
import { z } from 'zod';
import { DOSSIER_STATES } from '#core/dossier/state.ts';
import type { DossierCode, DossierId, ReturnWish, Sha256 } from '#core/dossier/dossier.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { Signing } from '#core/dossier/signing.ts';
import { WRITABLE, branded, count, dong, id, line, maybeLine, moment, plain, revision, sha256, tidy } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';

export const dossierId = id<DossierId>();
export const accountId = id<AccountId>();
export const dossierCode = branded<DossierCode>(plain(60).min(1));
export const paperForm = z.enum(['original', 'certified-copy', 'plain-copy', 'e-copy']);
export const regime = z.enum(['one-stop', 'public-post']);
export const dossierState = z.enum(DOSSIER_STATES);

/** A paper laid on the counter. `name` is for papers that the checklist does not know. */
export const paperGiven = z.object({
  itemId: line(80),
  name: line(300).optional(),
  form: paperForm,
  count: count(999, 1),
  shownOnly: z.boolean().default(false),
  scans: z.array(sha256).max(40).default([]),
});

/** The clerk names the line, the quantity and the exemption; amounts are computed, never trusted. */
export const feeChosen = z.object({
  feeId: line(80),
  quantity: count(9_999, 1),
  exemption: line(200).optional(),
  collected: z.boolean(),
});

export const returnWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at-desk'), deskId }),
  z.object({ kind: z.literal('home-delivery'), address: line(300), phone: line(20) }),
  z.object({ kind: z.literal('online') }),
]) satisfies z.ZodType<ReturnWish>;

const answerText = z.string().overwrite(tidy).max(4000).regex(WRITABLE);
const MOST_ANSWERS = 300;
export const answers = z.record(z.string().max(80).regex(/^[A-Za-z][A-Za-z0-9_.-]*$/), z.union([answerText, z.number(), z.boolean()]))
  .refine((given) => Object.keys(given).length <= MOST_ANSWERS);

/** Support mode: the officer beside the clerk confirms. Not needed when the officer herself is signed in, nor when delegated. */
export const confirmation = z.discriminatedUnion('by', [
  z.object({ by: z.literal('present-officer') }),
  z.object({ by: z.literal('pin'), accountId, pin: z.string().regex(/^\d{6,12}$/) }),
]);
export type Confirmation = z.output<typeof confirmation>;

/** What every act on one dossier at the desk carries. */
export const deskActBase = { deskId, revision, confirmation: confirmation.optional() } as const;

export const hands = z.object({
  receiverId: accountId, receiverName: z.string(),
  assistantId: accountId.optional(), assistantName: z.string().optional(),
});

export const feeLine = z.object({
  feeId: z.string(), kind: z.enum(['fee', 'charge']), name: z.string(), quantity: z.int(), unitAmount: dong,
  amount: dong, exemption: z.string().optional(), collected: z.boolean(), payeeUnitId: unitId,
});

export const paperReceived = z.object({
  itemId: z.string(), name: z.string(), form: paperForm, count: z.int(), shownOnly: z.boolean(),
  scans: z.array(branded<Sha256>(z.string())).readonly(),
});

/** By hand, or the fingerprint of somebody who cannot sign, read to before and with witnesses where asked. */
export const signing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed') }),
  z.object({
    kind: z.literal('fingerprint'), readAloud: z.boolean(),
    witnesses: z.array(z.object({ name: maybeLine(160), identityNumber: maybeLine(40) })).max(2).readonly(),
  }),
]) satisfies z.ZodType<Signing>;

export const nationalStatus = z.object({ no: count(10, 1), label: z.string() });

/** 'due-soon': the due day is today or the next working day. */
export const timeliness = z.enum(['no-due-date', 'in-time', 'due-soon', 'due-today', 'overdue', 'finished']);

/** One line of any list of dossiers. */
export const dossierRow = z.object({
  dossierId, code: dossierCode, codeIsProvisional: z.boolean(),
  procedureCode: z.string(), procedureName: z.string(),
  applicantName: z.string(), ownerName: z.string().optional(),
  deskId, agencyUnitId: unitId, agencyName: z.string(),
  state: dossierState, status: nationalStatus,
  receivedAt: moment, dueAt: moment.optional(), timeliness,
  paperCount: z.int(), returnWish: z.enum(['at-desk', 'home-delivery', 'online']),
  batchId: z.string().optional(), revision,
});
export type DossierRow = z.output<typeof dossierRow>;

/** The answer of an act that changes one dossier and prints at most one paper. */
export const dossierChanged = z.object({
  dossierId, code: dossierCode, state: dossierState, status: nationalStatus, revision, at: moment,
  paperId: z.string().optional(),
});
export type DossierChanged = z.output<typeof dossierChanged>;
