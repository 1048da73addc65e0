// GET /api/signing/dossiers/:dossierId: what of a dossier is signed digitally, by whom, and what this person may sign now.
import { z } from 'zod';
import { dossierId } from './dossier-parts.wire.ts';
import { moment } from './fields.ts';

export const signaturesParams = z.object({ dossierId });

const role = z.enum(['leader', 'agency-seal']);
const service = z.enum(['test-authority', 'pkcs11', 'remote']);

const signatureView = z.object({
  role, signerName: z.string(), byName: z.string(), signedAt: moment, serial: z.string(), service,
  /** When the time-stamp authority saw it; or that one was asked and gave none. */
  stampedAt: moment.optional(), stampMissing: z.literal(true).optional(),
});

const signableView = z.object({
  /** Where it is signed. */
  path: z.string(),
  /** A draft before it is issued, an outcome, or the kind of a notice. */
  kind: z.string(),
  title: z.string(), number: z.string().optional(),
  /** What is looked at before signing: the notice as it prints, or the outcome's file. */
  paperId: z.string().optional(), file: z.string().optional(),
  signatures: z.array(signatureView).readonly(),
  /** The signature that is mine to give now, and who holds the key. */
  mine: z.object({ as: role, service }).optional(),
  /** Issued to be sealed digitally, and not sealed yet. */
  awaitsSeal: z.literal(true).optional(),
  /** It would be mine, but for this. */
  hindered: z.object({ title: z.string(), detail: z.string() }).optional(),
});
export type SignableView = z.output<typeof signableView>;

export const signaturesView = z.object({
  dossierId,
  /** Who holds the keys this person signs with, where there are any. */
  keys: z.object({ leader: service.optional(), 'agency-seal': service.optional() }),
  papers: z.array(signableView).readonly(),
});
