// The agency's inbox: one tab's page by due moment, and bounded counts of every tab.
// Each tab is a union over (unit × state), so that every branch walks one index in order and stops at its limit:
// neither the page nor a count ever reads more rows than it shows, whatever the size of the table.
import type { Pool } from 'pg';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { InboxRow, InboxTab } from '#wire/office-inbox.wire.ts';

export type InboxScope = {
  readonly unitIds: readonly UnitId[];
  /** A member of a section sees its dossiers and those nobody has; absent = the whole agency. */
  readonly sectionUnitIds?: readonly UnitId[];
  readonly accountId: AccountId;
};

type TabSource = {
  readonly states: readonly DossierState[];
  readonly where?: 'due-today' | 'overdue' | 'answered' | 'answer-over' | 'mine' | 'apologies' | 'signing' | 'issuing' | 'papers-back';
};

const OPEN: readonly DossierState[] = ['handed-over', 'in-process'];
const TABS: Readonly<Record<InboxTab, TabSource>> = {
  new: { states: ['handed-over'] },
  'due-today': { states: OPEN, where: 'due-today' },
  overdue: { states: OPEN, where: 'overdue' },
  waiting: { states: ['supplement-asked', 'awaiting-financial-duty'] },
  // the citizen has sent papers online that nobody has looked at
  answered: { states: ['supplement-asked'], where: 'answered' },
  // the citizen's own limit is over: proposed to be stopped, by a person
  'answer-over': { states: ['supplement-asked', 'awaiting-financial-duty'], where: 'answer-over' },
  apologies: { states: ['in-process'], where: 'apologies' },
  mine: { states: ['in-process', 'supplement-asked', 'awaiting-financial-duty'], where: 'mine' },
  signing: { states: ['in-process'], where: 'signing' },
  issuing: { states: ['in-process'], where: 'issuing' },
  'to-send': { states: ['outcome-recorded', 'refused-by-agency'] },
  // ended without an outcome, and what the citizen brought still lies here
  'papers-back': { states: ['withdrawn', 'stopped'], where: 'papers-back' },
  // nobody came to the desk for it after two invitations
  'came-back': { states: ['uncollected'] },
  all: { states: ['handed-over', 'in-process', 'supplement-asked', 'awaiting-financial-duty', 'outcome-recorded', 'refused-by-agency'] },
};

// $1 province, $2 units, $3 sections or null, $4 account, $5 now, $6 end of today
const WHERE: Readonly<Record<NonNullable<TabSource['where']>, string>> = {
  'due-today': 'and d.due_at >= $5 and d.due_at < $6',
  overdue: 'and d.due_at < $5',
  answered: 'and d.answer_waits',
  'answer-over': 'and d.answer_by < $5 and not d.answer_waits',
  mine: 'and d.assignee_id = $4',
  apologies: 'and d.apology_waits',
  signing: `and d.step_role = 'signing-leader'`,
  issuing: `and d.step_role = 'records-clerk'`,
  'papers-back': `and d.papers_at = 'agency'`,
};

const stateList = (states: readonly DossierState[]): string => `array[${states.map((state) => `'${state}'`).join(', ')}]`;

/** `from` of one tab: the unit and the state are constants inside the lateral part, so the index gives the order. */
const branchOf = ({ states, where }: TabSource): { readonly from: string; readonly fixed: string } => {
  const clause = where ? WHERE[where] : '';
  // what is one's own is seen whatever section it stands in
  const section = where === 'mine' ? '' : 'and ($3::text[] is null or d.section_unit_id is null or d.section_unit_id = any($3::text[]))';
  // the signer's and the records clerk's index is by the role of the open step
  if (where === 'papers-back') {
    return { from: `unnest($2::text[]) as u (unit_id) cross join unnest(${stateList(states)}) as s (state)`, fixed: `d.province_id = $1 and d.agency_unit_id = u.unit_id and d.state = s.state ${clause} ${section}` };
  }
  const fixed = where === 'signing' || where === 'issuing'
    ? `d.province_id = $1 and d.agency_unit_id = u.unit_id and d.state = 'in-process' ${clause} ${section}`
    : `d.province_id = $1 and d.agency_unit_id = u.unit_id and d.state = s.state and d.closed_at is null ${clause} ${section}`;
  return { from: `unnest($2::text[]) as u (unit_id) cross join unnest(${stateList(states)}) as s (state)`, fixed };
};

const countOf = (tab: InboxTab, cap: string): string => {
  const { from, fixed } = branchOf(TABS[tab]);
  return `(select count(*)::int from (
    select 1 from ${from} cross join lateral (select 1 from motcua.dossier d where ${fixed} limit ${cap}) one limit ${cap}) found) as "${tab}"`;
};

export const countInbox = async (
  pool: Pool, provinceId: number, scope: InboxScope, now: Moment, endOfToday: Moment, tabs: readonly InboxTab[], cap: number,
): Promise<Readonly<Record<InboxTab, number>>> => {
  const { rows } = await pool.query<Record<InboxTab, number>>({
    name: 'count-inbox',
    text: `select ${tabs.map((tab) => countOf(tab, '$7')).join(',\n')}, $4::uuid as unused`,
    values: [provinceId, scope.unitIds, scope.sectionUnitIds ?? null, scope.accountId, now, endOfToday, cap + 1],
  });
  const [row] = rows;
  if (!row) throw new Error('no counts');
  return row;
};

/** Where the page begins: after this due moment ('infinity' = the clock has not started) and id. */
export type InboxCursor = { readonly dueAt: string; readonly dossierId: string };

// kept apart from the page, so that only the rows shown are joined
export const LIST_ROWS = `
    select d.dossier_id as "dossierId", d.code, d.procedure_code as "procedureCode", d.procedure_name as "procedureName",
      coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName",
      d.parties->'applicant'->>'fullName' as "applicantName", d.state, d.revision, d.regime,
      d.desk_id as "deskId", k.short_name as "deskName", d.received_at as "receivedAt", d.due_at as "dueAt", d.due->>'localDue' as "ownDueAt",
      st.name as "stepName", d.step_role as "stepRole", st.due_at as "stepDueAt",
      d.assignee_id as "assigneeId", a.full_name as "assigneeName", sec.short_name as "sectionName",
      w.answer_by as "answerBy", sa.sent_at as "answerSentAt", h.record_number as "handOverNumber", o.number as "outcomeNumber"
    from page
    join motcua.dossier d on d.province_id = $1 and d.dossier_id = page.dossier_id
    join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
    left join motcua.account a on a.province_id = $1 and a.account_id = d.assignee_id
    left join motcua.unit sec on sec.province_id = $1 and sec.unit_id = d.section_unit_id
    left join lateral (
      select name, due_at from motcua.dossier_step
      where province_id = $1 and dossier_id = d.dossier_id and finished_at is null and d.state = 'in-process'
      order by line_no desc limit 1) st on true
    left join lateral (
      select d.answer_by where d.state in ('supplement-asked', 'awaiting-financial-duty')) w on true
    left join lateral (
      select sent_at from motcua.supplement_answer
      where province_id = $1 and dossier_id = d.dossier_id and decision is null and d.answer_waits
      order by request_no desc limit 1) sa on true
    left join lateral (
      select r.record_number from motcua.hand_over_line l
      join motcua.hand_over r on r.province_id = $1 and r.hand_over_id = l.hand_over_id
      where l.province_id = $1 and l.dossier_id = d.dossier_id and l.result is null and d.state = 'handed-over'
      limit 1) h on true
    left join lateral (
      select number from motcua.outcome
      where province_id = $1 and dossier_id = d.dossier_id and d.state in ('outcome-recorded', 'refused-by-agency', 'uncollected')
      order by outcome_no desc limit 1) o on true`;

type Row = { readonly [K in keyof Required<InboxRow>]: Required<InboxRow>[K] | null };

export const listRowOf = (row: object): InboxRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as InboxRow;

const pageText = (tab: InboxTab): string => {
  const { from, fixed } = branchOf(TABS[tab]);
  const keys = `d.dossier_id, d.due_at`;
  return `
    with page as (
      select p.dossier_id, p.due_at from ${from}
      cross join lateral (
        (select ${keys} from motcua.dossier d
         where ${fixed} and d.due_at is not null and (d.due_at, d.dossier_id) > ($7::timestamptz, $8::uuid)
         order by d.due_at, d.dossier_id limit $9)
        union all
        (select ${keys} from motcua.dossier d
         where ${fixed} and d.due_at is null and d.dossier_id > case when $7::timestamptz = 'infinity' then $8::uuid else '00000000-0000-0000-0000-000000000000'::uuid end
         order by d.dossier_id limit $9)
      ) p
      order by p.due_at nulls last, p.dossier_id limit $9
    )
    ${LIST_ROWS}
    -- every tab is asked with the same values, so that each has its place in the text
    where $4::uuid is not null and $5::timestamptz is not null and $6::timestamptz is not null and cardinality($3::text[]) is distinct from -1
    order by d.due_at nulls last, d.dossier_id`;
};

const TEXTS = new Map<InboxTab, string>();
const textOf = (tab: InboxTab): string => {
  const known = TEXTS.get(tab) ?? pageText(tab);
  TEXTS.set(tab, known);
  return known;
};

export const findInboxPage = async (
  pool: Pool, provinceId: number, tab: InboxTab, scope: InboxScope, now: Moment, endOfToday: Moment, after: InboxCursor, limit: number,
): Promise<readonly InboxRow[]> => {
  const { rows } = await pool.query<Row>({
    name: `find-inbox-page-${tab}`,
    text: textOf(tab),
    values: [provinceId, scope.unitIds, scope.sectionUnitIds ?? null, scope.accountId, now, endOfToday, after.dueAt, after.dossierId, limit],
  });
  return rows.map(listRowOf);
};
