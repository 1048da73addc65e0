// A list of an earlier release, with what was added since as empty.
import { z } from 'zod';
import { draftSchema } from '../receive-dossier/draft-shape.ts';
import type { BatchDraft } from './batch-db.ts';

const text = z.string().default('');
const rowState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }), z.object({ kind: z.literal('sending') }),
  z.object({ kind: z.literal('done'), code: z.string(), dossierId: z.string(), paperId: z.string() }), z.object({ kind: z.literal('failed'), text: z.string() }),
]);
const listSchema = z.object({
  batchId: z.string(), owner: z.string(), savedAt: z.number(), procedureName: text, common: draftSchema, own: z.array(z.string()).default([]),
  rows: z.array(z.object({
    dossierId: z.string(), key: z.string(), fullName: text, birthDate: text, number: text, line: text, authorisation: text,
    own: z.record(z.string(), z.string()).default({}), state: rowState,
  })),
}) satisfies z.ZodType<BatchDraft>;

export const readList = (kept: unknown): BatchDraft | undefined => listSchema.safeParse(kept).data;
