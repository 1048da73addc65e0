// A draft outlives the release it was typed in. What a later release added is filled in as empty; what cannot be read is
// not shown and not thrown away. Whoever changes `ReceiveDraft` raises the shape and says here how an older one is read.
import { z } from 'zod';
import { IDENTITY_KINDS, representation } from '#wire/people.wire.ts';
import { type Answer, NO_POSTING, type ReceiveDraft, SECTIONS } from './draft.ts';
import type { DraftRow } from './draft-shelf.ts';

/** 1: of releases that wrote no number; 2: with it. */
export const DRAFT_SHAPE = 2;

const text = z.string().default('');
const person = z.object({
  identityKind: z.enum(IDENTITY_KINDS).catch('none'), number: text, issuedOn: text, issuedBy: text, reason: text, fullName: text, birthDate: text,
  sex: z.enum(['', 'male', 'female']).default(''), phone: text, email: text, organisationName: text, line: text, communeName: text, districtName: text, provinceName: text,
});
// a box that held no number stands at nought
const count = z.number().min(0).catch(0);
const isAnswer = (value: unknown): value is Answer => ['string', 'number', 'boolean'].includes(typeof value);
const answers = z.record(z.string(), z.unknown()).default({})
  .transform((given) => Object.fromEntries(Object.entries(given).filter((pair): pair is [string, Answer] => isAnswer(pair[1]))));
const paper = z.object({
  original: count, certifiedCopy: count, plainCopy: count,
  scans: z.array(z.object({ sha256: z.string(), name: text, mediaType: text, bytes: count, uploaded: z.boolean().default(false) })).default([]),
});

export const draftSchema = z.object({
  draftId: z.string(), key: z.string(), owner: z.string(),
  procedureCode: z.string(), procedureVersion: z.number(), procedureName: text, caseId: text,
  applicant: person, ownerDiffers: z.boolean().default(false), dossierOwner: person,
  representation: z.object({ kind: representation.shape.kind.catch('family'), relation: text, paperNumber: text, paperDate: text })
    .default({ kind: 'family', relation: '', paperNumber: '', paperDate: '' }),
  answers,
  papers: z.record(z.string(), paper).default({}),
  isLarge: z.boolean().default(false), byPost: z.boolean().default(false),
  posting: z.object({ itemNumber: text, postage: text, sealNumber: text }).default(NO_POSTING),
  fees: z.record(z.string(), z.object({ quantity: count, exemption: text, collected: z.boolean().default(true) })).default({}),
  setCount: z.number().min(0).catch(1),
  returnWish: z.object({ kind: z.enum(['at-desk', 'home-delivery', 'online']), address: text, phone: text }).default({ kind: 'at-desk', address: '', phone: '' }),
  section: z.enum(SECTIONS).catch('applicant'), startedAt: z.number().default(0),
  lateEntry: z.object({ date: text, hour: text, bookletNumber: text, reason: text }).optional(),
  signing: z.object({ readAloud: z.boolean(), witnesses: z.array(z.object({ name: text, identityNumber: text })) }).optional(),
  largePrint: z.boolean().optional(), filedRevision: z.number().optional(),
  corrects: z.object({ commandId: z.string(), code: text, paperId: text, text, fieldErrors: z.array(z.object({ path: z.string(), message: text })).default([]) }).optional(),
  sent: z.string().optional(),
}) satisfies z.ZodType<ReceiveDraft>;

const rowSchema = z.object({
  draftId: z.string(), owner: z.string(), current: z.union([z.literal(0), z.literal(1)]), savedAt: z.number(), shape: z.number().default(1), draft: draftSchema,
});

export const readDraftRow = (kept: unknown): DraftRow | undefined => {
  const read = rowSchema.safeParse(kept);
  return read.success ? { ...read.data, shape: DRAFT_SHAPE } : undefined;
};
