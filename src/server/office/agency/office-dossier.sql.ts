// Dossiers of the actor's agencies, locked for the act. Another agency's dossier is not there.
import type { Pool, PoolClient } from 'pg';
import type { Due } from '#core/deadline/due.ts';
import type { PapersPlace } from '#core/dossier/give-back-papers.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import { isDossierAct } from '#core/dossier/life.ts';
import type { OfficeDossier } from '#core/dossier/office-work.ts';
import { workSteps } from '#core/dossier/office-work.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { Channel, InternalStep, LegalExtension, ProcedureVersion } from '#core/procedure/procedure.ts';
import { type AgencyScope, readableInAgency } from '../../reading/reader.sql.ts';

/** What the act's papers and clocks need beside the decision's facts. */
export type LoadedDossier = OfficeDossier & {
  readonly agencyRootUnitId: UnitId;
  readonly channel: Channel;
  readonly procedureName: string;
  readonly slips: ProcedureVersion['slips'];
  readonly limits: ProcedureVersion['limits'];
  readonly extensions: readonly LegalExtension[];
  /** Until when the citizen may answer what is asked of him now. */
  readonly answerBy?: Moment;
  /** He has sent papers online that nobody has looked at. */
  readonly answerWaits: boolean;
  readonly papersAt?: PapersPlace;
  readonly parties: Parties;
  readonly siteId: string;
  readonly deskName: string;
  readonly deskAddress: string;
  readonly codeIsProvisional: boolean;
  readonly wishedAtHome: boolean;
  readonly clock?: KeptClock;
};

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
type Row = Nullable<Omit<LoadedDossier, 'lastChange' | 'workedBefore' | 'steps'>> & {
  readonly rawSteps: readonly InternalStep[] | null;
  readonly due: Due | null;
  readonly clock: KeptClock | null;
  readonly changedBy: string | null;
  readonly changedAt: Moment | null;
  readonly changedAct: string | null;
};

const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };

type WorkedRow = { readonly dossierId: string; readonly stepNo: number; readonly accountId: AccountId; readonly name: string };

const findWorked = async (db: Pool | PoolClient, provinceId: number, ids: readonly string[]): Promise<readonly WorkedRow[]> => {
  const { rows } = await db.query<WorkedRow>({
    name: 'find-worked-steps',
    text: `
      select dossier_id as "dossierId", step_no as "stepNo", account_id as "accountId", account_name as name
      from motcua.dossier_step
      where province_id = $1 and dossier_id = any($2::uuid[]) and step_no is not null and account_id is not null
        and finished_at is not null
      order by dossier_id, line_no`,
    values: [provinceId, ids],
  });
  return rows;
};

/** Only those in the scope; the others are not there. */
export const findOfficeDossiers = async (
  db: Pool | PoolClient, provinceId: number, ids: readonly string[], scope: AgencyScope,
): Promise<readonly LoadedDossier[]> => {
  const { rows } = await db.query<Row>({
    name: 'find-office-dossiers',
    text: `
      select d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.state, d.revision, d.regime,
        d.channel, d.desk_id as "deskId", d.agency_unit_id as "agencyUnitId", d.section_unit_id as "sectionUnitId",
        case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId",
        d.received_at as "receivedAt", d.due, d.clock, d.answer_by as "answerBy", d.answer_waits as "answerWaits", d.papers_at as "papersAt", d.step_no as "stepNo", d.assignee_id as "assigneeId", c.full_name as "assigneeName",
        d.procedure_name as "procedureName", d.parties, d.return_wish->>'kind' = 'home-delivery' as "wishedAtHome", k.site_id as "siteId", k.name as "deskName", k.address as "deskAddress",
        coalesce(p.content->'steps', '[]') as "rawSteps", coalesce(p.content->'limits', '[]') as limits,
        coalesce(p.content->>'slips', 'one-stop') as slips, coalesce(p.content->'extensions', '[]') as extensions, l.full_name as "changedBy", l.at as "changedAt", l.act as "changedAct"
      from motcua.dossier d
      join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
      join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
      left join motcua.account c on c.province_id = $1 and c.account_id = d.assignee_id
      left join motcua.procedure_version p
        on p.province_id = $1 and p.procedure_code = d.procedure_code and p.version = d.procedure_version
      left join lateral (
        select j.at, j.act, a.full_name from motcua.journal j
        left join motcua.account a on a.province_id = $1 and a.account_id = j.account_id
        where j.province_id = $1 and j.dossier_id = d.dossier_id
        order by j.recorded_at desc limit 1
      ) l on true
      where d.province_id = $1 and d.dossier_id = any($2::uuid[]) and ${readableInAgency('$3', '$4', '$5')}
      order by d.dossier_id`,
    values: [provinceId, ids, scope.unitIds, scope.wholeUnitIds, scope.accountId],
  });
  const worked = await findWorked(db, provinceId, rows.map((row) => row.dossierId));
  return rows.map(({ rawSteps, changedBy, changedAt, changedAct, ...row }) => ({
    ...present(row),
    steps: workSteps(rawSteps ?? []),
    workedBefore: worked.filter((one) => one.dossierId === row.dossierId),
    ...(changedBy !== null && changedAt !== null ? { lastChange: { by: changedBy, at: changedAt, ...(isDossierAct(changedAct) ? { act: changedAct } : {}) } } : {}),
  }) as LoadedDossier);
};

export const lockOfficeDossiers = async (
  db: PoolClient, provinceId: number, ids: readonly string[], scope: AgencyScope,
): Promise<readonly LoadedDossier[]> => {
  // locked first and alone, always in the order of ids: two bulk acts never wait for each other in a circle
  await db.query({
    name: 'lock-office-dossiers',
    text: `select 1 from motcua.dossier d
           where d.province_id = $1 and d.dossier_id = any($2::uuid[]) and ${readableInAgency('$3', '$4', '$5')}
           order by d.dossier_id for update`,
    values: [provinceId, ids, scope.unitIds, scope.wholeUnitIds, scope.accountId],
  });
  return findOfficeDossiers(db, provinceId, ids, scope);
};
