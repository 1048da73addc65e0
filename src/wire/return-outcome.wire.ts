// POST /api/desk/dossiers/:id/return-outcome: identity or authorisation, receipt, papers recalled, originals, signature.
import { z } from 'zod';
import { deskActBase, signing } from './dossier-parts.wire.ts';
import { line, lines, plainDate, sha256 } from './fields.ts';
import { identityPaper } from './people.wire.ts';

export const outcomeReceiver = z.object({
  fullName: line(160),
  identity: identityPaper,
  relation: z.enum(['self', 'family', 'authorised']),
  authorisation: z.object({
    number: line(80).optional(), date: plainDate.optional(), madeBy: line(200).optional(), scan: sha256.optional(),
  }).optional(),
  phone: line(20).optional(),
});

export const returnOutcomeCommand = z.object({
  ...deskActBase,
  receiver: outcomeReceiver,
  receiptShown: z.boolean(),
  /** Asked for when the receipt is lost: who was checked against what; printed and signed. */
  lostReceiptNote: lines(500).optional(),
  recalledPapers: z.array(z.object({ name: line(300), collected: z.boolean(), note: line(300).optional() })).max(30),
  originalsReturned: z.boolean(),
  /** Fees due at the return that are collected now, by line number of the dossier view. */
  collectedFeeLines: z.array(z.int().min(1).max(99)).max(30).default([]),
  signature: sha256.optional(),
  signing: signing.optional(),
});
export type ReturnOutcomeCommand = z.output<typeof returnOutcomeCommand>;
