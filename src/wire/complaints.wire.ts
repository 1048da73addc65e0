// Complaints about the postal service, the same words at a desk and at the post's supervisor.
import { z } from 'zod';
import { COMPLAINANTS, COMPLAINT_RESULTS, COMPLAINT_STATES, COMPLAINT_SUBJECTS, MOST_PROOFS, PROOF_KINDS, REFUSAL_GROUNDS } from '#core/complaint/complaint.ts';
import { CASE_KINDS } from '#core/custody/change.ts';
import { dossierCustody } from './custody.wire.ts';
import { explanationLine } from './due.wire.ts';
import { dong, id, line, lines, maybeLine, moment, plainDate, sha256 } from './fields.ts';
import { mediaType } from './file.wire.ts';
import { deskId } from './procedure.wire.ts';

/** Open ones all, of those that are over the last so many. */
export const MOST_COMPLAINTS = 200;

const subjectIs = { subject: z.enum(COMPLAINT_SUBJECTS), subjectCode: z.string(), subjectId: z.string() };
/** GET …/complaints/subject: what was scanned, and until when it can be complained about. */
export const complaintSubjectQuery = z.object({ scanned: line(300) });
export const complaintSubject = z.object({
  ...subjectIs, deskId, deskName: z.string(), transitEndsOn: plainDate.optional(), lastDay: plainDate.optional(), isOutOfTime: z.boolean(), betweenProvinces: z.boolean(),
  /** Working days to settle it, by the rules of today. */
  settleDays: z.int(),
  /** The number of its posting slip, where the post issued one. */
  proofNumber: z.string().optional(),
});
export type ComplaintSubject = z.output<typeof complaintSubject>;

/** Scans and photos, sent to /api/files before; each once. */
const proofs = z.array(z.strictObject({ kind: z.enum(PROOF_KINDS), sha256 })).max(MOST_PROOFS)
  .refine((named) => new Set(named.map((one) => one.sha256)).size === named.length, { message: 'Mỗi tệp chỉ đính kèm một lần.' });
/** POST …/complaints */
export const receiveComplaintBody = z.strictObject({
  complaintId: id(), scanned: line(300), by: z.enum(COMPLAINANTS),
  complainant: z.strictObject({ fullName: line(120), organisationName: maybeLine(200).optional(), address: line(300), phone: maybeLine(20).optional() }),
  content: lines(2_000), wish: maybeLine(500).optional(),
  /** As the complainant shows it. */
  proofNumber: maybeLine(40).optional(),
  proofs: proofs.default([]),
});
export type ReceiveComplaintBody = z.output<typeof receiveComplaintBody>;
/** POST …/complaints/:complaintId/proofs: what is brought later. */
export const addProofsBody = z.strictObject({ proofs: proofs.min(1) });
export type AddProofsBody = z.output<typeof addProofsBody>;
export const endComplaintBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settle'), result: z.enum(COMPLAINT_RESULTS), ground: line(300), note: lines(2_000), compensation: dong.optional(), caseId: id().optional() }),
  z.strictObject({ kind: z.literal('refuse'), ground: z.enum(REFUSAL_GROUNDS), note: lines(2_000) }),
]);
export type EndComplaintBody = z.output<typeof endComplaintBody>;

const complaintRow = z.object({
  complaintId: z.string(), number: z.string(), ...subjectIs, deskId, deskName: z.string(), by: z.enum(COMPLAINANTS), state: z.enum(COMPLAINT_STATES),
  receivedAt: moment, receivedByName: z.string(), settleBy: plainDate, isOverdue: z.boolean(), takenUpByName: z.string().optional(), endedAt: moment.optional(),
});
export type ComplaintRow = z.output<typeof complaintRow>;
export const complaintsView = z.object({ now: moment, complaints: z.array(complaintRow).readonly() });
export type ComplaintsView = z.output<typeof complaintsView>;

export const complaintView = z.object({
  now: moment, complaint: complaintRow,
  complainant: receiveComplaintBody.shape.complainant, content: z.string(), wish: z.string().optional(), proofNumber: z.string().optional(),
  /** Opened by its number: GET …/complaints/:complaintId/proofs/:proofNo */
  proofs: z.array(z.object({ proofNo: z.int(), kind: z.enum(PROOF_KINDS), mediaType, addedAt: moment, addedByName: z.string() })).readonly(),
  transitEndsOn: plainDate.optional(), lastDay: plainDate.optional(), isOutOfTime: z.boolean(), explanation: z.array(explanationLine).readonly(),
  end: z.object({
    at: moment, byName: z.string(), result: z.enum(COMPLAINT_RESULTS).optional(), refusedBy: z.enum(REFUSAL_GROUNDS).optional(), ground: z.string().optional(), note: z.string(),
    compensation: z.int().optional(), caseId: z.string().optional(), noticeNumber: z.string(),
  }).optional(),
  /** The way of its things, its papers and its scans: at a desk they can be opened. */
  trail: z.object({
    custody: dossierCustody,
    papers: z.array(z.object({ paperId: z.string(), kind: z.string(), version: z.string(), number: z.string().optional(), issuedAt: moment })).readonly(),
    scans: z.array(z.object({ sha256: z.string(), name: z.string() })).readonly(),
    cases: z.array(z.object({ caseId: z.string(), kind: z.enum(CASE_KINDS), note: z.string(), openedAt: moment, isOpen: z.boolean() })).readonly(),
  }),
});
export type ComplaintView = z.output<typeof complaintView>;

export const complaintChanged = z.object({ complaintId: z.string(), number: z.string(), state: z.enum(COMPLAINT_STATES), settleBy: plainDate.optional() });
export type ComplaintChanged = z.output<typeof complaintChanged>;
