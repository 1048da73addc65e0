// Complaints of the desks given: listed, read with their trail, locked and changed.
import type { Pool, PoolClient } from 'pg';
import type { ComplaintStands, EndComplaint } from '#core/complaint/complaint.ts';
import type { ExplanationLine } from '#core/deadline/due.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { type ComplaintRow, type ComplaintView, MOST_COMPLAINTS, type ReceiveComplaintBody } from '#wire/complaints.wire.ts';
import type { ActContext } from '../acts/act.ts';
import type { Subject } from './subject.sql.ts';

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };

const ROW = `c.complaint_id as "complaintId", c.number, c.subject, c.subject_code as "subjectCode", c.subject_id as "subjectId", c.desk_id as "deskId", k.short_name as "deskName", c.by_kind as by, c.state,
  c.received_at as "receivedAt", c.received_by_name as "receivedByName", c.settle_by::text as "settleBy", c.ended_at is null and c.settle_by < $3 as "isOverdue", c.taken_up_by_name as "takenUpByName", c.ended_at as "endedAt"`;
const FROM = 'motcua.complaint c join motcua.desk k on k.province_id = $1 and k.desk_id = c.desk_id';

/** Open ones by the day they are due, then the last that ended. */
export const findComplaints = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate): Promise<readonly ComplaintRow[]> => {
  const { rows } = await pool.query<Nullable<ComplaintRow>>({
    name: 'find-complaints',
    text: `select ${ROW} from ${FROM} where c.province_id = $1 and c.desk_id = any($2::text[])
           order by c.ended_at is not null, case when c.ended_at is null then c.settle_by end, c.ended_at desc, c.number limit ${MOST_COMPLAINTS}`,
    values: [provinceId, deskIds, today],
  });
  return rows.map((row) => present(row));
};

export type ComplaintRecord = {
  readonly row: ComplaintRow; readonly dossierIds: readonly string[]; readonly complainant: ComplaintView['complainant']; readonly content: string; readonly wish?: string; readonly proofNumber?: string;
  readonly transitEndsOn?: PlainDate; readonly lastDay?: PlainDate; readonly explanation: readonly ExplanationLine[]; readonly end?: NonNullable<ComplaintView['end']>; readonly noticeId?: string;
};
type Full = Nullable<ComplaintRow> & {
  readonly dossierIds: readonly string[]; readonly complainant: ComplaintView['complainant']; readonly content: string; readonly wish: string | null; readonly proofNumber: string | null;
  readonly transitEndsOn: PlainDate | null; readonly lastDay: PlainDate | null; readonly explanation: readonly ExplanationLine[]; readonly noticeId: string | null;
  readonly end: Nullable<NonNullable<ComplaintView['end']>> | null;
};
export const findComplaint = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate, complaintId: string): Promise<ComplaintRecord | undefined> => {
  const { rows: [found] } = await pool.query<Full>({
    name: 'find-complaint',
    text: `select ${ROW}, c.dossier_ids as "dossierIds", c.complainant, c.content, c.wish, c.proof_number as "proofNumber", c.transit_ends_on::text as "transitEndsOn", c.last_day::text as "lastDay",
             c.explanation, c.notice_id as "noticeId", c.ended_by_name as "endedByName", c.result, c.refused_by as "refusedBy", c.ground, c.note, c.compensation::float8 as compensation, c.case_id as "caseId", c.notice_number as "noticeNumber"
           from ${FROM} where c.province_id = $1 and c.complaint_id = $4 and c.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, today, complaintId],
  });
  if (!found) return undefined;
  type Ended = { endedAt?: Moment; endedByName?: string } & Partial<NonNullable<ComplaintView['end']>>;
  const { dossierIds, complainant, content, wish, proofNumber, transitEndsOn, lastDay, explanation, noticeId, ...rest } = present(found) as unknown as Omit<ComplaintRecord, 'row' | 'end'> & ComplaintRow & Ended;
  const { endedByName, result, refusedBy, ground, note, compensation, caseId, noticeNumber, ...row } = rest;
  const end = row.endedAt && { at: row.endedAt, byName: endedByName ?? '', result, refusedBy, ground, note: note ?? '', compensation, caseId, noticeNumber: noticeNumber ?? '' };
  return { row, dossierIds, complainant, content, wish, proofNumber, transitEndsOn, lastDay, explanation, noticeId, ...(end && { end }) };
};

/** A case of one of the dossiers, or of a bag in which it was lost. */
const OF_DOSSIERS = (dossierIds: string): string => `(k.dossier_id = any(${dossierIds}) or exists (
  select from motcua.custody_case_content l join motcua.custody_thing t on t.province_id = $1 and t.thing_id = l.thing_id
  where l.province_id = $1 and l.case_id = k.case_id and t.dossier_id = any(${dossierIds})))`;

/** Papers, scans and cases of the dossiers whose things were carried. */
export const findTrail = async (pool: Pool, provinceId: number, dossierIds: readonly string[]): Promise<Omit<ComplaintView['trail'], 'custody'>> => {
  const { rows: papers } = await pool.query<Nullable<ComplaintView['trail']['papers'][number]>>({
    name: 'find-complaint-papers',
    text: `select i.paper_id as "paperId", i.kind, i.form_version as version, i.number, i.issued_at as "issuedAt" from motcua.issued_paper i
           where i.province_id = $1 and i.dossier_id = any($2::uuid[])
           union all
           select i.paper_id, i.kind, i.form_version, i.number, i.issued_at from motcua.issued_paper i
           where i.province_id = $1 and i.paper_id in (select l.hand_over_id from motcua.hand_over_line l where l.province_id = $1 and l.dossier_id = any($2::uuid[])) and i.dossier_id is null
           order by "issuedAt", "paperId"`,
    values: [provinceId, dossierIds],
  });
  const { rows: scans } = await pool.query<ComplaintView['trail']['scans'][number]>({
    name: 'find-complaint-scans',
    text: `select s.sha256, p.name from motcua.dossier_paper p cross join lateral unnest(p.scans) as s (sha256) where p.province_id = $1 and p.dossier_id = any($2::uuid[]) order by p.dossier_id, p.line_no`,
    values: [provinceId, dossierIds],
  });
  const { rows: cases } = await pool.query<ComplaintView['trail']['cases'][number]>({
    name: 'find-complaint-cases',
    text: `select k.case_id as "caseId", k.kind, k.note, k.opened_at as "openedAt", k.settled_at is null as "isOpen" from motcua.custody_case k
           where k.province_id = $1 and ${OF_DOSSIERS('$2::uuid[]')} order by k.opened_at`,
    values: [provinceId, dossierIds],
  });
  return { papers: papers.map((row) => present(row)), scans, cases };
};

export const findPaper = async (pool: Pool, provinceId: number, paperId: string): Promise<PaperPayload | undefined> => {
  const { rows: [row] } = await pool.query<{ payload: PaperPayload }>({ name: 'find-complaint-paper', text: 'select payload from motcua.issued_paper where province_id = $1 and paper_id = $2', values: [provinceId, paperId] });
  return row?.payload;
};

export type LockedComplaint = {
  readonly stands: ComplaintStands; readonly complaintId: string; readonly number: string; readonly deskId: DeskId; readonly dossierIds: readonly string[]; readonly subject: Subject['subject']; readonly subjectCode: string;
  readonly complainant: ComplaintView['complainant']; readonly content: string;
};
export const lockComplaint = async (db: PoolClient, provinceId: number, deskIds: readonly DeskId[], complaintId: string, caseId?: string): Promise<LockedComplaint | undefined> => {
  // before it is read: a statement that waits sees the proofs as they were when it began
  await db.query({ name: 'lock-complaint', text: 'select from motcua.complaint where province_id = $1 and complaint_id = $2 and desk_id = any($3::text[]) for update', values: [provinceId, complaintId, deskIds] });
  const { rows: [row] } = await db.query<Omit<LockedComplaint, 'stands'> & Omit<ComplaintStands, 'lastDay'> & { readonly lastDay: PlainDate | null }>({
    name: 'find-locked-complaint',
    text: `select c.complaint_id as "complaintId", c.number, c.desk_id as "deskId", c.dossier_ids as "dossierIds", c.subject, c.subject_code as "subjectCode", c.complainant, c.content, c.state,
             coalesce(c.ended_by_name, c.taken_up_by_name, c.received_by_name) as "byName", coalesce(c.ended_at, c.taken_up_at, c.received_at) as at, c.last_day::text as "lastDay", c.received_at as "receivedAt",
             c.proof_number is not null or exists (select from motcua.complaint_proof f where f.province_id = $1 and f.complaint_id = c.complaint_id and f.kind = 'posting') as "hasProof",
             exists (select from motcua.custody_case k where k.province_id = $1 and k.case_id = $4 and ${OF_DOSSIERS('c.dossier_ids')}) as "caseIsOfSubject"
           from motcua.complaint c where c.province_id = $1 and c.complaint_id = $3 and c.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, complaintId, caseId ?? null],
  });
  if (!row) return undefined;
  const { state, byName, at, lastDay, receivedAt, hasProof, caseIsOfSubject, ...rest } = row;
  return { ...rest, stands: { state, byName, at, lastDay: lastDay ?? undefined, receivedAt, hasProof, caseIsOfSubject } };
};

export type Received = {
  readonly number: string; readonly subject: Subject; readonly body: ReceiveComplaintBody; readonly proofNumber: string | undefined; readonly lastDay: PlainDate | undefined; readonly betweenProvinces: boolean;
  readonly settleBy: PlainDate; readonly explanation: readonly ExplanationLine[];
};
export const insertComplaint = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, { number, subject, body, ...of }: Received): Promise<void> => {
  await db.query({
    name: 'insert-complaint',
    text: `insert into motcua.complaint (province_id, complaint_id, number, desk_id, subject, subject_id, subject_code, dossier_ids, by_kind, complainant, content, wish, proof_number, transit_ends_on, last_day,
             between_provinces, received_at, received_by, received_by_name, settle_by, explanation)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    values: [
      provinceId, body.complaintId, number, subject.deskId, subject.subject, subject.subjectId, subject.subjectCode, subject.dossierIds, body.by, JSON.stringify(body.complainant), body.content, body.wish || null,
      of.proofNumber ?? null, subject.transitEndsOn, of.lastDay ?? null, of.betweenProvinces, now, accountId, accountName, of.settleBy, JSON.stringify(of.explanation),
    ],
  });
};

export const saveTakenUp = async (db: PoolClient, { provinceId, now, accountName }: ActContext, complaintId: string): Promise<void> => {
  await db.query({
    name: 'save-complaint-taken-up', text: `update motcua.complaint set state = 'being-settled', taken_up_at = $3, taken_up_by_name = $4 where province_id = $1 and complaint_id = $2`,
    values: [provinceId, complaintId, now, accountName],
  });
};

export const saveEnded = async (
  db: PoolClient, { provinceId, now, accountName }: ActContext, complaintId: string, end: EndComplaint, notice: { readonly paperId: string; readonly number: string },
): Promise<void> => {
  const settled = end.kind === 'settle' ? end : undefined;
  await db.query({
    name: 'save-complaint-ended',
    text: `update motcua.complaint set state = $3, ended_at = $4, ended_by_name = $5, result = $6, refused_by = $7, ground = $8, note = $9, compensation = $10, case_id = $11, notice_id = $12, notice_number = $13
           where province_id = $1 and complaint_id = $2`,
    values: [
      provinceId, complaintId, settled ? 'settled' : 'refused', now, accountName, settled?.result ?? null, end.kind === 'refuse' ? end.ground : null, settled?.ground ?? null, end.note,
      settled?.compensation ?? null, settled?.caseId ?? null, notice.paperId, notice.number,
    ],
  });
};
