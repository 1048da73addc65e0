// A complaint from its receipt to its notice. Each act is done by the desk it is about or by the supervisor above it; the
// papers are the desk's.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type ComplaintRefused, type EndComplaint, type REFUSAL_GROUNDS, addProofs, complaintClock, endComplaint, lastDayToComplain, settleDays, takeUpComplaint } from '#core/complaint/complaint.ts';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Letterhead, PersonLine } from '#documents/kit/parts.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { unitHead } from '#documents/slips/slip-parts.ts';
import { COMPLAINT_STATE_WORDS, GROUND_WORDS, RESULT_WORDS, SUBJECT_WORDS, proofsInWords } from '#wire/complaint-words.ts';
import type { AddProofsBody, ComplaintChanged, ComplaintView, ReceiveComplaintBody } from '#wire/complaints.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import type { DeskPlace } from '../desk/facts/desk-facts.ts';
import { insertIssuedPaper, takeNumber } from '../desk/save/desk-save.sql.ts';
import { type LockedComplaint, insertComplaint, lockComplaint, saveEnded, saveTakenUp } from './complaints.sql.ts';
import { findKept, findNotSent, insertProofs } from './proofs.sql.ts';
import { type ScannedSubject, type Subject, type TimesOfDay, findSubject, loadComplaintTimes } from './subject.sql.ts';

export type ComplaintCall<More> = More & {
  readonly deskIds: readonly DeskId[]; readonly title: string;
  /** By the connection of the transaction that asks. */
  readonly placeOf: (deskId: DeskId, context: ActContext, db: PoolClient) => Promise<DeskPlace>;
};
type NotSent = { readonly kind: 'proof-not-sent' };
type ReceiveRefused = { readonly kind: 'subject-unknown'; readonly scanned: string } | NotSent;
type ReceiveFacts = { readonly subject: Subject | undefined; readonly place: DeskPlace | undefined; readonly notSent: readonly string[] } & TimesOfDay;

/** The post answers for its service, not the agency whose desk it keeps. */
const headOf = (place: DeskPlace): Letterhead => unitHead(place, unitOf(place, place.desk.postOfficeUnitId));

/** Zones that leave the province. */
export const isBetweenProvinces = (zone: string | null): boolean => zone?.startsWith('inter-province') === true;
const printed = ({ fullName, organisationName, address, phone }: ComplaintView['complainant']): PersonLine =>
  ({ name: fullName, ...(organisationName && { organisationName }), address, ...(phone && { phone }) });
const signed = (context: ActContext, title: string) => ({ name: context.accountName, ...(title !== '' && { title }) });

export const receiveComplaintAct: Act<
  ComplaintCall<{ readonly scanned: ScannedSubject; readonly body: ReceiveComplaintBody }>, ReceiveFacts, { readonly subject: Subject; readonly place: DeskPlace } & TimesOfDay, ReceiveRefused, ComplaintChanged
> = {
  name: 'receive-complaint',
  load: async (db, context, { deskIds, scanned, body, placeOf }) => {
    const subject = await findSubject(db, context.provinceId, deskIds, scanned);
    return { subject, place: subject && await placeOf(subject.deskId, context, db), notSent: await findNotSent(db, context, body.proofs), ...(await loadComplaintTimes(db, context.provinceId, dateOf(context.now))) };
  },
  decide: ({ body }, { subject, place, notSent, ...by }) => {
    if (!subject || !place) return refuse({ kind: 'subject-unknown', scanned: body.scanned });
    return notSent.length > 0 ? refuse({ kind: 'proof-not-sent' }) : ok({ subject, place, ...by });
  },
  save: async (db, context, { body, title }, { subject, place, times, rulesVersion }) => {
    const { provinceId, now, accountId } = context;
    const number = formatPaperNumber('complaint-receipt', await takeNumber(db, context, paperSeries('complaint-receipt', place.desk.receivingUnitId, dateOf(now))));
    const betweenProvinces = isBetweenProvinces(subject.zone);
    const { settleBy, explanation } = complaintClock(now, betweenProvinces, times, place.calendar.compiled);
    const lastDay = lastDayToComplain(subject.transitEndsOn ?? undefined, times);
    const proofNumber = body.proofNumber || subject.proofNumber || undefined;
    await insertComplaint(db, context, { number, subject, body, proofNumber, lastDay, betweenProvinces, settleBy, explanation });
    await insertProofs(db, context, body.complaintId, body.proofs);
    await insertIssuedPaper(db, provinceId, subject.deskId, {
      paperId: body.complaintId, number,
      payload: {
        kind: 'complaint-receipt', version: 'v1', head: headOf(place), issuedAt: now, number, complainant: printed(body.complainant), about: SUBJECT_WORDS[subject.subject], code: subject.subjectCode, proofNumber, proofs: proofsInWords(body.proofs),
        content: body.content, wish: body.wish || undefined, settleBy, within: `${settleDays(times, betweenProvinces)} ngày làm việc (bưu gửi ${betweenProvinces ? 'liên tỉnh' : 'trong tỉnh'})`,
        lastDayWas: lastDay !== undefined && dateOf(now) > lastDay ? lastDay : undefined, receivedBy: signed(context, title),
      },
    }, now, accountId);
    return {
      answer: { complaintId: body.complaintId, number, state: 'received', settleBy }, chain: `desk:${subject.deskId}`,
      journal: journalOf('receive-complaint', number, subject.dossierIds, { subject: subject.subject, code: subject.subjectCode, settleBy, rulesVersion, ...(body.proofs.length > 0 && { proofs: body.proofs.map(({ sha256 }) => sha256) }) }), outbox: [],
    };
  },
};

/** One line for each dossier it is about, so that its own journal tells it. */
const journalOf = (act: string, number: string, dossierIds: readonly string[], data: Readonly<Record<string, unknown>>) => {
  const entry = { act, data: { number, ...data, note: `Khiếu nại số ${number}${typeof data['note'] === 'string' ? `: ${data['note']}` : ''}` } };
  return dossierIds.length === 0 ? [entry] : dossierIds.map((dossierId) => ({ ...entry, dossierId }));
};

type OneCall = ComplaintCall<{ readonly complaintId: string }>;
export const takeUpComplaintAct: Act<OneCall, LockedComplaint, true, ComplaintRefused, ComplaintChanged> = {
  name: 'take-up-complaint',
  load: (db, { provinceId }, { deskIds, complaintId }) => lockComplaint(db, provinceId, deskIds, complaintId),
  decide: (_call, { stands }) => takeUpComplaint(stands),
  save: async (db, context, { complaintId }, _decision, { number, deskId, dossierIds }) => {
    await saveTakenUp(db, context, complaintId);
    return { answer: { complaintId, number, state: 'being-settled' }, chain: `desk:${deskId}`, journal: journalOf('take-up-complaint', number, dossierIds, {}), outbox: [] };
  },
};

type ProofFacts = { readonly locked: LockedComplaint; readonly kept: readonly string[]; readonly notSent: readonly string[] };
export const addProofsAct: Act<OneCall & { readonly body: AddProofsBody }, ProofFacts, true, ComplaintRefused | NotSent, ComplaintChanged> = {
  name: 'add-complaint-proofs',
  load: async (db, context, { deskIds, complaintId, body }) => {
    const locked = await lockComplaint(db, context.provinceId, deskIds, complaintId);
    return locked && { locked, kept: await findKept(db, context.provinceId, complaintId), notSent: await findNotSent(db, context, body.proofs) };
  },
  decide: ({ body }, { locked, kept, notSent }) => {
    const may = addProofs(body.proofs, locked.stands, kept);
    return may.ok && notSent.length > 0 ? refuse({ kind: 'proof-not-sent' }) : may;
  },
  save: async (db, context, { complaintId, body: { proofs } }, _decision, { locked: { number, deskId, dossierIds, stands: { state } }, kept }) => {
    await insertProofs(db, context, complaintId, proofs, kept.length);
    return {
      answer: { complaintId, number, state }, chain: `desk:${deskId}`,
      journal: journalOf('add-complaint-proofs', number, dossierIds, { proofs: proofs.map(({ sha256 }) => sha256), note: proofsInWords(proofs) }), outbox: [],
    };
  },
};

export const endComplaintAct: Act<OneCall & { readonly body: EndComplaint }, { readonly locked: LockedComplaint; readonly place: DeskPlace }, true, ComplaintRefused, ComplaintChanged> = {
  name: 'end-complaint',
  load: async (db, context, { deskIds, complaintId, body, placeOf }) => {
    const locked = await lockComplaint(db, context.provinceId, deskIds, complaintId, body.kind === 'settle' ? body.caseId : undefined);
    return locked && { locked, place: await placeOf(locked.deskId, context, db) };
  },
  decide: ({ body }, { locked }) => endComplaint(body, locked.stands),
  save: async (db, context, { complaintId, title, body }, _decision, { locked, place }) => {
    const { provinceId, now, accountId } = context;
    const notice = { paperId: randomUUIDv7(), number: formatPaperNumber('complaint-notice', await takeNumber(db, context, paperSeries('complaint-notice', place.desk.receivingUnitId, dateOf(now)))) };
    await saveEnded(db, context, complaintId, body, notice);
    const isRefused = body.kind === 'refuse';
    const { lastDay } = locked.stands;
    // by the rules of its day, so the day itself is told
    const refusedBy = (ground: (typeof REFUSAL_GROUNDS)[number]): string => `${GROUND_WORDS[ground]}${ground === 'out-of-time' && lastDay !== undefined ? ` (hết ngày ${formatDate(lastDay)})` : ''}`;
    await insertIssuedPaper(db, provinceId, locked.deskId, {
      ...notice,
      payload: {
        kind: 'complaint-notice', version: 'v1', head: headOf(place), issuedAt: now, number: notice.number, complainant: printed(locked.complainant), about: SUBJECT_WORDS[locked.subject], code: locked.subjectCode,
        receiptNumber: locked.number, receivedAt: locked.stands.receivedAt, content: locked.content, isRefused, result: isRefused ? COMPLAINT_STATE_WORDS.refused : RESULT_WORDS[body.result],
        ground: isRefused ? refusedBy(body.ground) : body.ground, note: body.note, ...(!isRefused && body.compensation !== undefined && { compensation: body.compensation }), settledBy: signed(context, title),
      },
    }, now, accountId);
    const state = isRefused ? 'refused' : 'settled';
    return {
      answer: { complaintId, number: locked.number, state }, chain: `desk:${locked.deskId}`,
      journal: journalOf('end-complaint', locked.number, locked.dossierIds, { notice: notice.number, state, ...(isRefused ? { ground: body.ground } : { result: body.result, compensation: body.compensation, caseId: body.caseId }), note: isRefused ? GROUND_WORDS[body.ground] : RESULT_WORDS[body.result] }),
      outbox: [],
    };
  },
};
