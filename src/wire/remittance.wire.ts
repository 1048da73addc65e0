// Money of others on its way from a desk to its post.
//   GET  /api/desk/money?deskId=                           → deskMoneyView (roles postal-clerk, commune-officer)
//   POST /api/desk/remittances                             remitBody → remitted: the desk's half; a slip is issued under `remittanceId`
//   GET  /api/post/money                                   → postMoneyView (role post-supervisor, for the desks of her unit and below)
//   POST /api/post/remittances/:remittanceId/confirm       confirmRemittanceBody → remittanceConfirmed: the other half
// Fees that belong to agencies are paid out elsewhere: here money only goes from hand to hand until the post has it.
import { z } from 'zod';
import { REMITTANCE_WAYS, SUM_KINDS } from '#core/shipment/remittance.ts';
import { accountId } from './dossier-parts.wire.ts';
import { dong, id, line, moment, plainDate } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const remittanceId = id<string>();
const way = z.enum(REMITTANCE_WAYS);
const holdings = z.array(z.object({ courierId: accountId, name: z.string(), held: dong })).readonly();

export const remittanceView = z.object({
  remittanceId, deskId, deskName: z.string(), unitName: z.string(), number: z.string(), amount: dong, way, reference: z.string().optional(), paidOn: plainDate, note: z.string().optional(),
  sums: z.int(), sentAt: moment, sentByName: z.string(),
  /** Once the post has counted. */
  counted: dong.optional(), countedNote: z.string().optional(), countedAt: moment.optional(), countedByName: z.string().optional(), receiptNumber: z.string().optional(),
});
export type RemittanceView = z.output<typeof remittanceView>;

/** Of what the post has not counted; the longest waiting first. */
export const MOST_UNCOUNTED = 100;
const slips = {
  /** Not yet counted by the post, then the last ones. */
  remittances: z.array(remittanceView).readonly(),
  /** More wait to be counted than one answer holds. */
  moreUncounted: z.boolean(),
};

export const deskMoneyQuery = z.object({ deskId: deskId.optional() });
export const deskMoneyView = z.object({
  now: moment,
  /** Counted here and neither paid on nor given back. */
  held: dong,
  /** To be paid on; below nought what the desk gave back to a receiver. `name`: the courier, or the slip that it was counted less on. */
  sums: z.array(z.object({ sumId: z.string(), kind: z.enum(SUM_KINDS), amount: z.int(), at: moment, name: z.string() })).readonly(),
  couriers: holdings, unitName: z.string(), ...slips,
});
export type DeskMoneyView = z.output<typeof deskMoneyView>;

/** `remittanceId` is made by the client: sent again under another key it is refused with `already-recorded`. */
export const remitBody = z.strictObject({
  remittanceId, deskId, sumIds: z.array(id<string>()).min(1).max(200).readonly(), way, reference: line(60).optional(), paidOn: plainDate, note: line(300).optional(),
});
export type RemitBody = z.output<typeof remitBody>;
export const remitted = z.object({ remittanceId, number: z.string(), amount: dong, at: moment });
export type Remitted = z.output<typeof remitted>;

export const postMoneyView = z.object({
  now: moment,
  desks: z.array(z.object({
    deskId, deskName: z.string(), held: dong,
    /** Paid by the desk and not yet counted by the post. */
    onTheWay: dong, couriers: holdings,
  })).readonly(),
  ...slips,
});
export type PostMoneyView = z.output<typeof postMoneyView>;

/** A sum that differs needs its note, and stays with the desk. */
export const confirmRemittanceBody = z.strictObject({ counted: dong, receiptNumber: line(60), note: line(300).optional() });
export type ConfirmRemittanceBody = z.output<typeof confirmRemittanceBody>;
export const remittanceConfirmed = z.object({ remittanceId, at: moment, counted: dong });
export type RemittanceConfirmed = z.output<typeof remittanceConfirmed>;
