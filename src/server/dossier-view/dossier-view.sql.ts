// The whole dossier in one statement; what this person may not read is not there.
import type { Pool } from 'pg';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { Desk, ReceptionMode } from '#core/organisation/organisation.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { findDossierCustody } from '../custody/dossier-custody.sql.ts';
import { receiptInForce, registerLine } from './receipt.sql.ts';
import { type Reader, readableInAgency } from '../reading/reader.sql.ts';

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

export type JournalRow = {
  readonly at: Moment;
  readonly act: string;
  readonly accountName: string | null;
  readonly place: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
};

type Kept = Pick<DossierView,
  | 'dossierId' | 'code' | 'codeIsProvisional' | 'revision' | 'procedure' | 'caseId' | 'channel' | 'regime' | 'deskId' | 'deskName'
  | 'deskAddress' | 'deskPhone' | 'receivingUnitId' | 'receivingUnitName' | 'agencyUnitId' | 'agencyName' | 'parties' | 'answers' | 'setCount'
  | 'returnWish' | 'hands' | 'receivedAt' | 'clock' | 'papers' | 'fees' | 'certifications' | 'steps' | 'handOvers' | 'supplementRequests' | 'outcomes' | 'apologies' | 'extensions' | 'notices' | 'custody'>;
type Absent = Nullable<Required<Pick<DossierView, 'helpedAtUnitName' | 'sectionName' | 'assigneeId' | 'assigneeName' | 'stepNo' | 'stepRole' | 'batchId' | 'due' | 'closedAt' | 'returned' | 'lateEntry' | 'signing' | 'papersBack' | 'receipt' | 'register'>>>;

export type DossierRecord = Kept & Absent & {
  readonly state: DossierState;
  readonly mode: ReceptionMode;
  readonly supportReturn: Desk['supportReturn'];
  readonly issuedPapers: readonly Omit<DossierView['issuedPapers'][number], 'title'>[];
  readonly journal: readonly JournalRow[];
};

/** What is null in a table is absent on the wire. */
const list = (columns: string, from: string, ...order: readonly string[]): string =>
  `coalesce((select jsonb_agg(jsonb_strip_nulls(to_jsonb(x)) order by ${order.map((column) => `x."${column}"`).join(', ')}) from (select ${columns} from ${from}) x), '[]')`;
const ofDossier = (table: string, alias: string): string =>
  `motcua.${table} ${alias} where ${alias}.province_id = $1 and ${alias}.dossier_id = d.dossier_id`;
const unitName = (column: string): string =>
  `(select u.name from motcua.unit u where u.province_id = $1 and u.unit_id = ${column})`;

/** What was sent online for one request `r`. */
const ANSWERS = list(
  `s.answer_no as "answerNo", s.sent_at as "sentAt", s.factor, s.is_late as "isLate", s.note, s.decision, s.decided_at as "decidedAt",
   s.decided_by_name as "decidedByName", s.reason, s.missing, (
     select jsonb_agg(jsonb_build_object('name', g.name, 'files', g.files) order by g.item_no) from (
       select f.item_no, f.name, jsonb_agg(f.sha256 order by f.line_no) as files
       from ${ofDossier('supplement_answer_file', 'f')} and f.request_no = s.request_no and f.answer_no = s.answer_no group by f.item_no, f.name) g) as papers`,
  `${ofDossier('supplement_answer', 's')} and s.request_no = r.request_no`, 'answerNo');

const TEXT = `
select d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.revision, d.state,
  -- a delegation that has ended no longer lets the clerk act alone
  case when d.mode = 'delegated' and not exists (
    select from motcua.transfer_register t
    where t.province_id = $1 and t.desk_id = d.desk_id and t.procedure_code = d.procedure_code and t.mode = 'delegated'
      and t.valid_from <= $5::date and (t.valid_to is null or t.valid_to > $5::date)) then 'support' else d.mode end as mode,
  v.content as procedure, d.case_id as "caseId", d.channel, d.regime,
  d.desk_id as "deskId", k.name as "deskName", k.address as "deskAddress", k.phone as "deskPhone", k.support_return as "supportReturn",
  d.receiving_unit_id as "receivingUnitId", ${unitName('d.receiving_unit_id')} as "receivingUnitName",
  case when d.helped_at_unit_id is distinct from d.receiving_unit_id then ${unitName('d.helped_at_unit_id')} end as "helpedAtUnitName",
  d.agency_unit_id as "agencyUnitId", ${unitName('d.agency_unit_id')} as "agencyName", ${unitName('d.section_unit_id')} as "sectionName",
  d.assignee_id as "assigneeId",
  (select a.full_name from motcua.account a where a.province_id = $1 and a.account_id = d.assignee_id) as "assigneeName",
  d.step_no as "stepNo", d.step_role as "stepRole", d.parties, d.answers, d.set_count as "setCount", d.return_wish as "returnWish",
  d.batch_id as "batchId", d.received_at as "receivedAt", d.late_entry as "lateEntry", d.signing, d.due, d.clock, d.closed_at as "closedAt",
  jsonb_strip_nulls(jsonb_build_object('receiverId', d.receiver_id, 'receiverName', d.receiver_name,
    'assistantId', d.assistant_id, 'assistantName', d.assistant_name)) as hands,
  ${list(`p.line_no as "lineNo", p.round_no as "roundNo", p.item_id as "itemId", p.name, p.form, p.count, p.shown_only as "shownOnly", p.scans`,
    ofDossier('dossier_paper', 'p'), 'lineNo')} as papers,
  ${list(`f.line_no as "lineNo", f.fee_id as "feeId", f.kind, f.name, f.quantity, f.unit_amount as "unitAmount", f.amount, f.exemption,
    f.collected_at is not null as collected, f.collected_at as "collectedAt", f.payee_unit_id as "payeeUnitId", ${unitName('f.payee_unit_id')} as "payeeName"`,
    ofDossier('dossier_fee', 'f'), 'lineNo')} as fees,
  ${list(`c.line_no as "lineNo", c.paper_name as "paperName", c.pages, c.copies, c.fee, c.number, c.book, c.certified_at as "certifiedAt"`,
    ofDossier('certification_entry', 'c'), 'lineNo')} as certifications,
  ${list(`s.line_no as "lineNo", s.step_id as "stepId", s.name, s.role, s.unit_id as "unitId", ${unitName('s.unit_id')} as "unitName",
    s.account_id as "accountId", s.account_name as "accountName", s.started_at as "startedAt", s.due_at as "dueAt", s.finished_at as "finishedAt",
    s.result, s.note`, ofDossier('dossier_step', 's'), 'lineNo')} as steps,
  ${list(`h.hand_over_id as "handOverId", h.direction, h.record_number as "recordNumber",
    case h.direction when 'to-agency' then k.name else ${unitName('h.agency_unit_id')} end as "fromName",
    case h.direction when 'to-agency' then ${unitName('h.agency_unit_id')} else k.name end as "toName",
    l.paper_count as "paperCount", h.sent_at as "sentAt", h.sent_by_name as "sentByName", h.received_at as "receivedAt",
    h.received_by_name as "receivedByName", l.result, l.note, l.transit, b.bag_id as "bagId", b.label as "bagLabel", b.seal_number as "sealNumber",
    (select i.paper_id from motcua.issued_paper i where i.province_id = $1 and i.paper_id = h.hand_over_id) as "paperId"`,
    `motcua.hand_over_line l join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = l.hand_over_id
     left join motcua.bag b on b.province_id = $1 and b.hand_over_id = h.hand_over_id
     where l.province_id = $1 and l.dossier_id = d.dossier_id and not l.follows`, 'sentAt', 'direction')} as "handOvers",
  ${list(`r.request_no as "requestNo", r.asked_at as "askedAt", r.asked_by_name as "askedByName", r.reason, r.items, r.answer_by as "answerBy",
    r.answered_at as "answeredAt", r.is_late as "isLate", r.second_ground as "secondGround", r.answered_via as "answeredVia", ${ANSWERS} as answers`, ofDossier('supplement_request', 'r'), 'requestNo')} as "supplementRequests",
  ${list(`o.outcome_no as "outcomeNo", o.kind, o.name, o.number, o.issued_at as "issuedAt", o.signed_by_name as "signedByName",
    o.signing_prefix as "signingPrefix", o.signing_title as "signingTitle", o.issued_by_name as "issuedByName",
    coalesce((select s.sha256 from motcua.signed_file s where s.province_id = $1 and s.subject = 'outcome:' || o.dossier_id || ':' || o.outcome_no
      order by s.signature_no desc limit 1), o.file) as file, o.has_paper as "hasPaper", o.ground`,
    ofDossier('outcome', 'o'), 'outcomeNo')} as outcomes,
  ${list(`a.apology_no as "apologyNo", a.reason, a.old_due as "oldDue", a.new_due as "newDue", a.prepared_at as "preparedAt",
    a.prepared_by_name as "preparedByName", a.decision, a.decided_at as "decidedAt", a.decided_by_name as "decidedByName", a.note,
    a.paper_number as "paperNumber"`, ofDossier('apology', 'a'), 'apologyNo')} as apologies,
  ${list(`e.ground, e.law, e.decision_number as "decisionNumber", e.decided_on as "decidedOn", e.old_due as "oldDue", e.new_due as "newDue",
    e.at, e.by_name as "byName"`, ofDossier('extension', 'e'), 'at')} as extensions,
  (select jsonb_strip_nulls(jsonb_build_object('cause', b.cause, 'since', b.since, 'reason', b.reason, 'askerName', b.asker_name, 'feeNote', b.fee_note,
      'place', d.papers_at, 'sentAt', b.sent_at, 'sentByName', b.sent_by_name, 'recordNumber', b.record_number,
      'arrivedAt', b.arrived_at, 'arrivedByName', b.arrived_by_name, 'differences', b.differences,
      'givenAt', b.given_at, 'givenByName', b.given_by_name, 'receiverName', b.receiver_name))
   from ${ofDossier('papers_back', 'b')} and d.papers_at is not null) as "papersBack",
  ${list(`(n.payload->>'at')::timestamptz as at, n.payload->>'kind' as kind, coalesce(n.payload->>'text', '') as text,
    coalesce(n.payload->>'channel', 'paper') as channel, right(n.payload->>'recipient', 3) as "recipientEnd",
    (n.payload->>'due')::timestamptz as due, n.done_at is not null as sent, n.outbox_id as id`,
    `${ofDossier('outbox', 'n')} and n.topic = 'citizen-notice' and n.payload->>'text' is not null`, 'at', 'id')} as notices,
  (select jsonb_strip_nulls(jsonb_build_object('at', r.returned_at, 'byName', r.returned_by_name, 'assistantName', r.assistant_name,
      'receiver', r.receiver, 'receiptShown', r.receipt_shown, 'lostReceiptNote', r.lost_receipt_note, 'recalledPapers', r.recalled_papers,
      'originalsReturned', r.originals_returned, 'signature', r.signature, 'signing', r.signing))
   from ${ofDossier('outcome_return', 'r')} and r.undone_at is null) as returned,
  ${list(`i.paper_id as "paperId", i.kind, i.form_version as "formVersion", i.number, i.issued_at as "issuedAt", i.print_count as "printCount",
    i.supersedes_paper_id as "supersedesPaperId", i.superseded_at as "supersededAt"`, ofDossier('issued_paper', 'i'), 'issuedAt')} as "issuedPapers",
  ${receiptInForce('d.dossier_id')} as receipt, ${registerLine('d.dossier_id', 'd.desk_id')} as register,
  coalesce((
    select jsonb_agg(jsonb_build_object('at', j.at, 'act', j.act, 'accountName', j.body::jsonb->>'accountName',
      'place', coalesce(
        (select y.short_name from motcua.desk y where y.province_id = $1 and 'desk:' || y.desk_id = j.chain_id),
        (select u.short_name from motcua.unit u where u.province_id = $1 and 'unit:' || u.unit_id = j.chain_id)),
      'data', j.body::jsonb->'data') order by j.at, j.recorded_at, j.seq)
    from motcua.journal j where j.province_id = $1 and j.dossier_id = d.dossier_id), '[]') as journal
from motcua.dossier d
join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
join motcua.procedure_version v on v.province_id = $1 and v.procedure_code = d.procedure_code and v.version = d.procedure_version
where d.province_id = $1 and d.dossier_id = $2 and (d.desk_id = any($3::text[]) or ${readableInAgency('$4', '$6', '$7')})`;

export const findDossierRecord = async (
  pool: Pool, provinceId: number, reader: Reader, dossierId: string, today: PlainDate,
): Promise<DossierRecord | undefined> => {
  const { rows } = await pool.query<Omit<DossierRecord, 'custody'>>({
    name: 'find-dossier-record', text: TEXT, values: [provinceId, dossierId, reader.deskIds, reader.unitIds, today, reader.wholeUnitIds, reader.accountId],
  });
  const [row] = rows;
  return row && { ...row, custody: await findDossierCustody(pool, provinceId, [row.dossierId]) };
};
