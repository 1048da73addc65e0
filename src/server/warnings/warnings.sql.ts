// What stands as a warning, by index: each branch walks one index in order of what falls due and stops at its limit.
// Thresholds come as moments; nothing of the calendar is asked of the database.
import type { Pool } from 'pg';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, Role } from '#core/organisation/organisation.ts';
import { AGENCY_STATES, RUNNING_STATES, type WarningKind } from '#core/warning/warned-of.ts';
import type { Horizons } from '#core/warning/standing-warnings.ts';

export type WarningScope = {
  readonly side: 'desk' | 'office';
  /** Desks, or agencies with their sections. */
  readonly places: readonly string[];
  /** A member of a section sees its dossiers and those nobody has; absent = the whole agency. */
  readonly sectionUnitIds?: readonly string[];
  /** Only what this person has in hand. */
  readonly accountId?: AccountId;
};

export type WarningCursor = { readonly fallsAt: string; readonly dossierId: string };
export const FROM_THE_BEGINNING: WarningCursor = { fallsAt: '-infinity', dossierId: '00000000-0000-0000-0000-000000000000' };

export type WarningSql = {
  readonly kind: WarningKind;
  readonly fallsAt: Moment;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly phone: string | null;
  readonly state: DossierState;
  readonly dueAt: Moment | null;
  /** When the outcome was recorded or the refusal signed. */
  readonly finishedAt: Moment | null;
  readonly reappointed: boolean;
  readonly stepName: string | null;
  readonly stepRole: Role | null;
  readonly inChargeId: AccountId | null;
  readonly inChargeName: string | null;
  readonly deskName: string;
  readonly agencyName: string;
};

const TYPES = {
  province: 'smallint', places: 'text[]', sections: 'text[]', account: 'uuid', fallsAt: 'timestamptz', dossier: 'uuid', limit: 'integer',
  first: 'timestamptz', uncollected: 'timestamptz', apologyFrom: 'timestamptz', apologyTo: 'timestamptz',
} as const;
type Name = keyof typeof TYPES;
type Ask = (name: Name) => string;
type Shape = Pick<WarningScope, 'side'> & { readonly mine: boolean; readonly inSections: boolean };

const listOf = (states: readonly DossierState[]): string => `array[${states.map((state) => `'${state}'`).join(', ')}]`;

const scopeText = ({ side, mine, inSections }: Shape, $: Ask): string => [
  side === 'desk' ? 'd.desk_id = place.id' : 'd.agency_unit_id = place.id',
  ...(mine ? [`d.assignee_id = ${$('account')}`] : []),
  // what is one's own is seen whatever section it stands in
  ...(inSections && !mine ? [`(d.section_unit_id is null or d.section_unit_id = any(${$('sections')}))`] : []),
].join(' and ');

const PLACES = ($: Ask): string => `unnest(${$('places')}) as place (id)`;

const byDue = (kind: WarningKind, states: readonly DossierState[], when: string, shape: Shape, $: Ask): string => `
  select '${kind}' as kind, one.dossier_id, one.due_at as falls_at
  from ${PLACES($)} cross join unnest(${listOf(states)}) as s (state) cross join lateral (
    select d.dossier_id, d.due_at from motcua.dossier d
    where d.province_id = ${$('province')} and ${scopeText(shape, $)} and d.state = s.state and d.closed_at is null
      and ${when} and (d.due_at, d.dossier_id) > (${$('fallsAt')}, ${$('dossier')})
    order by d.due_at, d.dossier_id limit ${$('limit')}) one`;

const bySupplement = (shape: Shape, $: Ask): string => `
  select 'supplement' as kind, one.dossier_id, one.falls_at
  from ${PLACES($)} cross join lateral (
    select d.dossier_id, r.answer_by as falls_at from motcua.dossier d
    join lateral (
      select q.answer_by from motcua.supplement_request q
      where q.province_id = ${$('province')} and q.dossier_id = d.dossier_id and q.answered_at is null
      order by q.request_no desc limit 1) r on r.answer_by < ${$('first')}
    where d.province_id = ${$('province')} and ${scopeText(shape, $)} and d.state = 'supplement-asked' and d.closed_at is null and not d.answer_waits
      and (r.answer_by, d.dossier_id) > (${$('fallsAt')}, ${$('dossier')})
    order by r.answer_by, d.dossier_id limit ${$('limit')}) one`;

const byStep = (shape: Shape, $: Ask): string => `
  select 'step' as kind, one.dossier_id, one.falls_at
  from ${PLACES($)} cross join lateral (
    select t.dossier_id, t.due_at as falls_at from motcua.dossier_step t
    join motcua.dossier d on d.province_id = t.province_id and d.dossier_id = t.dossier_id
    where t.province_id = ${$('province')} and t.unit_id = place.id and t.finished_at is null
      and t.due_at < ${$('first')} and (t.due_at, t.dossier_id) > (${$('fallsAt')}, ${$('dossier')})
      and d.state = 'in-process' and d.closed_at is null and (d.due_at is null or t.due_at < d.due_at)
      ${shape.mine ? `and d.assignee_id = ${$('account')}` : ''}
      ${shape.inSections && !shape.mine ? `and (d.section_unit_id is null or d.section_unit_id = any(${$('sections')}))` : ''}
    order by t.due_at, t.dossier_id limit ${$('limit')}) one`;

const sourceOf = (kind: WarningKind, shape: Shape, $: Ask): string => {
  switch (kind) {
    case 'due': return byDue(kind, shape.side === 'desk' ? RUNNING_STATES : AGENCY_STATES, `d.due_at < ${$('first')}`, shape, $);
    case 'uncollected': return byDue(kind, ['ready-to-return'], `d.due_at < ${$('uncollected')}`, shape, $);
    case 'apology': return byDue(
      kind, ['handed-over', 'in-process'],
      `d.due_at >= ${$('apologyFrom')} and d.due_at < ${$('apologyTo')} and not coalesce((d.due->>'reappointed')::boolean, false)`, shape, $);
    case 'supplement': return bySupplement(shape, $);
    case 'step': return byStep(shape, $);
  }
};

const ROWS = ($: Ask): string => `
  select page.kind, page.falls_at as "fallsAt", d.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
    coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName",
    coalesce(d.parties->'applicant'->>'phone', d.parties->'owner'->>'phone') as phone, d.state, d.due_at as "dueAt",
    case when d.state in ('outcome-recorded', 'refused-by-agency', 'outcome-sent') then (
      select max((e->>'at')::timestamptz) from jsonb_array_elements(d.clock->'events') e where e->>'kind' in ('finished', 'refused')) end as "finishedAt",
    coalesce((d.due->>'reappointed')::boolean, false) as reappointed, t.name as "stepName", d.step_role as "stepRole",
    coalesce(d.assignee_id, t.account_id, case when d.state in ('received', 'outcome-sent', 'ready-to-return') then d.receiver_id end) as "inChargeId",
    coalesce(a.full_name, t.account_name, case when d.state in ('received', 'outcome-sent', 'ready-to-return') then d.receiver_name end) as "inChargeName",
    k.short_name as "deskName", u.short_name as "agencyName"
  from page
  join motcua.dossier d on d.province_id = ${$('province')} and d.dossier_id = page.dossier_id
  join motcua.desk k on k.province_id = d.province_id and k.desk_id = d.desk_id
  join motcua.unit u on u.province_id = d.province_id and u.unit_id = d.agency_unit_id
  left join motcua.account a on a.province_id = d.province_id and a.account_id = d.assignee_id
  left join lateral (
    select s.name, s.account_id, s.account_name from motcua.dossier_step s
    where s.province_id = d.province_id and s.dossier_id = d.dossier_id and s.finished_at is null and d.state = 'in-process'
    order by s.line_no desc limit 1) t on true
  order by page.falls_at, page.dossier_id`;

type Statement = { readonly name: string; readonly text: string; readonly names: readonly Name[] };
const STATEMENTS = new Map<string, Statement>();

/** Each kind's count in one look, none counted further than the limit. */
const countsText = (kinds: readonly WarningKind[], shape: Shape, $: Ask): string =>
  `select ${kinds.map((kind) => `(select count(*)::int from (select 1 from (${sourceOf(kind, shape, $)}) found limit ${$('limit')}) capped) as "${kind}"`).join(', ')}`;

const statement = (what: 'page' | 'count', kinds: readonly WarningKind[], shape: Shape): Statement => {
  // PostgreSQL tells names apart by 63 letters
  const name = `warnings-${what}-${shape.side}-${shape.mine ? 'mine' : shape.inSections ? 'sections' : 'all'}-${kinds.map((kind) => kind.slice(0, 3)).join('-')}`;
  const known = STATEMENTS.get(name);
  if (known) return known;
  const names: Name[] = [];
  const $: Ask = (one) => {
    if (!names.includes(one)) names.push(one);
    return `$${names.indexOf(one) + 1}::${TYPES[one]}`;
  };
  const union = () => kinds.map((kind) => `(${sourceOf(kind, shape, $)})`).join(' union all ');
  const text = what === 'count'
    ? countsText(kinds, shape, $)
    : `with page as (select * from (${union()}) found order by falls_at, dossier_id limit ${$('limit')}) ${ROWS($)}`;
  const made = { name, text, names };
  STATEMENTS.set(name, made);
  return made;
};

const valuesOf = (
  names: readonly Name[], provinceId: number, scope: WarningScope, horizons: Horizons, after: WarningCursor, limit: number,
): unknown[] => {
  const values: Readonly<Record<Name, unknown>> = {
    province: provinceId, places: scope.places, sections: scope.sectionUnitIds, account: scope.accountId, fallsAt: after.fallsAt,
    dossier: after.dossierId, limit, first: horizons.first, uncollected: horizons.uncollected,
    apologyFrom: horizons.apology.from, apologyTo: horizons.apology.to,
  };
  return names.map((name) => values[name]);
};

const shapeOf = ({ side, sectionUnitIds, accountId }: WarningScope): Shape =>
  ({ side, mine: accountId !== undefined, inSections: sectionUnitIds !== undefined });

export const findWarnings = async (
  pool: Pool, provinceId: number, kinds: readonly WarningKind[], scope: WarningScope, horizons: Horizons, after: WarningCursor, limit: number,
): Promise<readonly WarningSql[]> => {
  const { name, text, names } = statement('page', kinds, shapeOf(scope));
  const { rows } = await pool.query<WarningSql>({ name, text, values: valuesOf(names, provinceId, scope, horizons, after, limit) });
  return rows;
};

export const countWarnings = async (
  pool: Pool, provinceId: number, kinds: readonly WarningKind[], scope: WarningScope, horizons: Horizons, cap: number,
): Promise<Partial<Readonly<Record<WarningKind, number>>>> => {
  const { name, text, names } = statement('count', kinds, shapeOf(scope));
  const { rows } = await pool.query<Partial<Record<WarningKind, number>>>({
    name, text, values: valuesOf(names, provinceId, scope, horizons, FROM_THE_BEGINNING, cap + 1),
  });
  return rows[0] ?? {};
};
