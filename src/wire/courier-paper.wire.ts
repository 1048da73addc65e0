// What a courier did at a door, written down by her desk from her paper because her phone is lost or dead; and what the phone
// tells of it if it comes back. Roles postal-clerk and commune-officer, shipments of their own desk only.
//
//   GET  /api/desk/courier-shipments/:shipmentId?deskId=           → roundStop: who may take it, what is due
//   POST /api/desk/courier-shipments/:shipmentId/record-delivery   recordDeliveryBody → recordedOnPaper
//   POST /api/desk/courier-shipments/:shipmentId/record-failure    recordFailureBody → recordedOnPaper
//   POST /api/desk/courier-reports/:attemptId/settle               settleReportBody → reportSettled
//
// `at` is the time on her paper. The paper is sent first (POST /api/files) and named by its hash; else `noPaper` says why
// there is none. Her phone sends what it always sends: it is answered as done, and moves nothing (decision 49).
import { z } from 'zod';
import { TOLD_DIFFERENCES } from '#core/shipment/told-again.ts';
import { attemptReason, shipmentId } from './courier-parts.wire.ts';
import { attemptTaken, deliverBody, failBody } from './courier.wire.ts';
import { cash, dong, id, line, lines, moment, sha256 } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const paperStopQuery = z.object({ deskId: deskId.optional() });
export const paperStopParams = z.object({ shipmentId });

const onPaper = {
  deskId,
  /** Why her phone does not tell it. */
  ground: lines(300),
  paper: sha256.optional(), noPaper: lines(300).optional(),
};
export const recordDeliveryBody = deliverBody.omit({ signature: true, photo: true, place: true }).extend({
  ...onPaper,
  /** Made by the client: of the money that is counted here. What is counted less stays with her, and needs its note. */
  moneyId: id<string>(), amountCounted: cash, countedNote: line(300).optional(),
});
export type RecordDeliveryBody = z.output<typeof recordDeliveryBody>;
export const recordFailureBody = failBody.omit({ photo: true, place: true }).extend(onPaper);
export type RecordFailureBody = z.output<typeof recordFailureBody>;
export const recordedOnPaper = attemptTaken.extend({ amountCounted: dong });
export type RecordedOnPaper = z.output<typeof recordedOnPaper>;

const toldSide = z.object({ at: moment, outcome: z.enum(['delivered', 'failed']), reason: attemptReason.optional(), receiverName: z.string().optional(), amount: dong, oldPapers: z.array(z.string()).readonly() });
export type ToldSide = z.output<typeof toldSide>;
/** Her phone and the paper differ: it waits for somebody to look at both. */
export const courierReport = z.object({
  attemptId: z.string(), shipmentId: z.string(), orderNumber: z.string(), itemNumber: z.string().nullable(), receiverName: z.string(), courierName: z.string(), arrivedAt: moment,
  differs: z.array(z.enum(TOLD_DIFFERENCES)).readonly(), phone: toldSide.extend({ signature: z.string().optional(), photo: z.string().optional() }), paper: toldSide.extend({ recordedByName: z.string(), file: z.string().optional() }),
});
export type CourierReport = z.output<typeof courierReport>;

export const settleReportParams = z.object({ attemptId: id<string>() });
/** `word`: what was found out, and what was done. */
export const settleReportBody = z.strictObject({ deskId, word: lines(500) });
export type SettleReportBody = z.output<typeof settleReportBody>;
export const reportSettled = z.object({ attemptId: z.string(), at: moment });
