// POST /api/desk/certifications: the fast path, kinds × copies × pages → fee, one number per kind of paper.
import { z } from 'zod';
import { accountId, confirmation, dossierCode, dossierId, dossierState, nationalStatus } from './dossier-parts.wire.ts';
import { due } from './due.wire.ts';
import { count, id, line, maybeLine, moment, sha256 } from './fields.ts';
import { IDENTITY_KINDS } from './people.wire.ts';
import { deskId, procedureCode } from './procedure.wire.ts';
import { lateEntry } from './receive-dossier.wire.ts';

export const certifyCopiesCommand = z.object({
  dossierId,
  deskId,
  procedureCode,
  procedureVersion: count(100_000, 1),
  requester: z.object({
    fullName: line(160),
    identityKind: z.enum(IDENTITY_KINDS).default('none'),
    identityNumber: maybeLine(40).default(''),
    phone: line(20).optional(),
    address: maybeLine(300).default(''),
  }),
  lines: z.array(z.object({
    paperName: line(200), pages: count(2_000, 1), copies: count(200, 1),
    scans: z.array(sha256).max(10).default([]),
  })).min(1).max(30),
  /** true: returned in the same visit, no receipt unless asked; false: an appointment slip is obligatory. */
  resolvedNow: z.boolean(),
  isLarge: z.boolean().default(false),
  receiptAsked: z.boolean().default(false),
  collected: z.boolean(),
  signerId: accountId.optional(),
  batchId: id().optional(),
  lateEntry: lateEntry.optional(),
  confirmation: confirmation.optional(),
});
export type CertifyCopiesCommand = z.output<typeof certifyCopiesCommand>;
export type CertifyCopiesInput = z.input<typeof certifyCopiesCommand>;

export const copiesCertifiedAnswer = z.object({
  dossierId, code: dossierCode, state: dossierState, status: nationalStatus, revision: z.int(), at: moment,
  /** Numbers are given when the copies are certified: absent while an appointment runs. */
  lines: z.array(z.object({
    paperName: z.string(), pages: z.int(), copies: z.int(), fee: z.int(),
    number: z.int().optional(), book: z.string().optional(),
  })).readonly(),
  totalFee: z.int(),
  due: due.optional(),
  paperId: z.string().optional(),
});
export type CopiesCertifiedAnswer = z.output<typeof copiesCertifiedAnswer>;
