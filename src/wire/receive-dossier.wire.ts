// POST /api/desk/dossiers: a dossier is received at the desk (also one that was filed online).
import { z } from 'zod';
import {
  answers, confirmation, dossierCode, dossierId, dossierState, feeChosen, feeLine, hands, nationalStatus, paperGiven,
  regime, returnWish, signing,
} from './dossier-parts.wire.ts';
import { due } from './due.wire.ts';
import { count, dong, id, line, lines, moment, revision } from './fields.ts';
import { parties } from './people.wire.ts';
import { channel, deskId, procedureCode } from './procedure.wire.ts';

/** From the numbered paper booklet: the real time of reception, its sheet, and why it was not entered at once. */
export const lateEntry = z.object({ receivedAt: moment, bookletNumber: line(40), reason: lines(300) });

export const receiveDossierCommand = z.object({
  /** UUIDv7 made by the screen; of the online filing when one is received. */
  dossierId,
  deskId,
  /** Present when the dossier was filed online and waits to be received: its revision on screen. */
  filedRevision: revision.optional(),
  procedureCode,
  procedureVersion: count(100_000, 1),
  caseId: line(80),
  channel,
  regime,
  parties,
  answers,
  papers: z.array(paperGiven).max(100),
  /** More pages than usual: the law allows the extra days. */
  isLarge: z.boolean().default(false),
  setCount: count(99, 1),
  fees: z.array(feeChosen).max(30),
  returnWish,
  /** Regime 'public-post': the item number on the label, the postage, the seal put on before the citizen. */
  posting: z.object({ itemNumber: line(20), postage: dong, sealNumber: line(40).optional() }).optional(),
  /** One person bringing many: the same id on each, printed as one list. */
  batchId: id().optional(),
  lateEntry: lateEntry.optional(),
  signing: signing.optional(),
  /** The due moment in large print on the receipt. */
  largePrint: z.boolean().optional(),
  confirmation: confirmation.optional(),
});
export type ReceiveDossierCommand = z.output<typeof receiveDossierCommand>;
export type ReceiveDossierInput = z.input<typeof receiveDossierCommand>;

export const dossierReceivedAnswer = z.object({
  dossierId, code: dossierCode, codeIsProvisional: z.boolean(),
  state: dossierState, status: nationalStatus, revision,
  receivedAt: moment,
  /** Absent with the public postal service: the clock starts at the signed hand-over record. */
  due: due.optional(),
  fees: z.array(feeLine).readonly(), totalFee: z.int(),
  hands,
  /** The paper for the citizen: GET /api/papers/:paperId.pdf */
  paperId: z.string(),
  paperKind: z.enum(['intake-receipt', 'posting-slip', 'residence-receipt', 'provisional-slip']),
  /** The latest moment to pass it on: today, or first thing next working day when received after 15:00. */
  forwardBy: moment,
});
export type DossierReceivedAnswer = z.output<typeof dossierReceivedAnswer>;
