// A dossier of this desk, locked for the act. Another desk's dossier is not there.
import type { PoolClient } from 'pg';
import type { Due } from '#core/deadline/due.ts';
import type { DeskDossier } from '#core/dossier/desk-dossier.ts';
import type { DossierId, Regime, ReturnWish } from '#core/dossier/dossier.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import { isDossierAct } from '#core/dossier/life.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, ReceptionMode, UnitId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { Channel, ProcedureCode } from '#core/procedure/procedure.ts';

export type LockedDossier = DeskDossier & {
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly caseId: string;
  readonly channel: Channel;
  readonly regime: Regime;
  readonly receivingUnitId: UnitId;
  readonly parties: Parties;
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  readonly returnWish: ReturnWish;
  readonly setCount: number;
  readonly receivedAt: Moment;
  readonly due: Due | null;
  readonly clock: KeptClock | null;
  readonly codeIsProvisional: boolean;
  readonly stepNo: number | null;
  readonly stepRole: string | null;
  readonly sectionUnitId: UnitId | null;
  readonly assigneeId: AccountId | null;
  readonly assigneeName: string | null;
};

const COLUMNS = `
  d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.state, d.revision, d.mode, d.desk_id as "deskId",
  d.agency_unit_id as "agencyUnitId", d.procedure_code as "procedureCode", d.procedure_version as "procedureVersion",
  d.procedure_name as "procedureName", d.case_id as "caseId", d.channel, d.regime, d.receiving_unit_id as "receivingUnitId",
  d.parties, d.answers, d.return_wish as "returnWish", d.set_count as "setCount", d.received_at as "receivedAt", d.due, d.clock,
  d.step_no as "stepNo", d.step_role as "stepRole", d.section_unit_id as "sectionUnitId", d.assignee_id as "assigneeId",
  (select a.full_name from motcua.account a where a.province_id = $1 and a.account_id = d.assignee_id) as "assigneeName"`;

/** What is written of a dossier without changing it is nobody's change. */
const LAST_CHANGE = `
  (select jsonb_build_object('at', to_char(j.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'), 'by', a.full_name, 'act', j.act)
   from motcua.journal j join motcua.account a on a.province_id = $1 and a.account_id = j.account_id
   where j.province_id = $1 and j.dossier_id = d.dossier_id
     and j.act not in ('keep-offline-command', 'settle-offline-case', 'note-doubled-paper', 'settle-custody-case', 'reprint-paper')
   order by j.recorded_at desc limit 1) as "lastChange"`;

type Locked = Omit<LockedDossier, 'lastChange'> & { readonly lastChange: { readonly by: string; readonly at: Moment; readonly act: string } | null };
const lastChangeOf = ({ lastChange }: Locked): Pick<LockedDossier, 'lastChange'> => {
  if (!lastChange) return {};
  const { act, ...change } = lastChange;
  return { lastChange: { ...change, ...(isDossierAct(act) ? { act } : {}) } };
};

/** Always in the order of ids: two bulk acts never wait for each other in a circle. */
export const lockDeskDossiers = async (
  db: PoolClient, provinceId: number, deskId: DeskId, ids: readonly DossierId[],
): Promise<readonly LockedDossier[]> => {
  const { rows } = await db.query<Locked>({
    name: 'lock-desk-dossiers',
    text: `select ${COLUMNS}, ${LAST_CHANGE} from motcua.dossier d
           where d.province_id = $1 and d.desk_id = $2 and d.dossier_id = any($3::uuid[])
           order by d.dossier_id for update of d`,
    values: [provinceId, deskId, ids],
  });
  return rows.map(({ lastChange, ...row }) => ({ ...row, ...lastChangeOf({ ...row, lastChange }) }));
};

/** A delegation that has ended no longer lets the clerk act alone, whatever was so when the dossier was received. */
export const findModeToday = async (
  db: PoolClient, provinceId: number, dossier: Pick<LockedDossier, 'mode' | 'deskId' | 'procedureCode'>, today: PlainDate,
): Promise<ReceptionMode> => {
  if (dossier.mode !== 'delegated') return dossier.mode;
  const { rowCount } = await db.query({
    name: 'find-delegation-today',
    text: `select from motcua.transfer_register
           where province_id = $1 and desk_id = $2 and procedure_code = $3 and mode = 'delegated'
             and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)`,
    values: [provinceId, dossier.deskId, dossier.procedureCode, today],
  });
  return rowCount === 0 ? 'support' : 'delegated';
};

/** Dossiers on a record back to this desk, with what the record says of each. */
export type IncomingRow = LockedDossier & { readonly result: 'received' | 'rejected' | null; readonly lastOutcome: 'outcome' | 'refusal'; readonly bagGivenBy: readonly AccountId[] | null };

export const lockIncoming = async (
  db: PoolClient, provinceId: number, deskId: DeskId, handOverId: string,
): Promise<readonly IncomingRow[]> => {
  const { rows } = await db.query<IncomingRow>({
    name: 'lock-incoming',
    text: `select ${COLUMNS}, l.result,
             coalesce((select o.kind from motcua.outcome o where o.province_id = $1 and o.dossier_id = d.dossier_id
               order by o.outcome_no desc limit 1), 'outcome') as "lastOutcome",
             case when exists (select from motcua.bag b where b.province_id = $1 and b.hand_over_id = h.hand_over_id)
               then array_remove(array[h.sent_by, (select i.issued_by from motcua.issued_paper i where i.province_id = $1 and i.paper_id = h.hand_over_id)], null) end as "bagGivenBy"
           from motcua.hand_over h
           join motcua.hand_over_line l on l.province_id = $1 and l.hand_over_id = h.hand_over_id
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id
           where h.province_id = $1 and h.hand_over_id = $3 and h.desk_id = $2 and h.direction = 'to-desk'
           order by d.dossier_id for update of d, l`,
    values: [provinceId, deskId, handOverId],
  });
  return rows;
};
