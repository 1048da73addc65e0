// One line of any list of dossiers, as a query and as what the screens get.
import type { DossierState } from '#core/dossier/state.ts';
import { nationalStatusLabel, nationalStatusOf } from '#core/dossier/state.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import type { DossierRow } from '#wire/dossier-parts.wire.ts';

export const ROW_COLUMNS = `
  d.dossier_id as "dossierId", d.code, d.code_is_provisional as "codeIsProvisional", d.procedure_code as "procedureCode",
  d.procedure_name as "procedureName", d.parties->'applicant'->>'fullName' as "applicantName",
  d.parties->'owner'->>'fullName' as "ownerName", d.desk_id as "deskId", d.agency_unit_id as "agencyUnitId",
  (select u.name from motcua.unit u where u.province_id = d.province_id and u.unit_id = d.agency_unit_id) as "agencyName",
  d.state, d.received_at as "receivedAt", d.due_at as "dueAt", d.return_wish->>'kind' as "returnWish", d.batch_id as "batchId", d.revision,
  (select coalesce(sum(p.count), 0)::int from motcua.dossier_paper p
   where p.province_id = d.province_id and p.dossier_id = d.dossier_id and not p.shown_only and p.form <> 'e-copy') as "paperCount"`;

export type ListedRow = Pick<
  DossierRow, 'dossierId' | 'code' | 'codeIsProvisional' | 'procedureCode' | 'procedureName' | 'applicantName' | 'deskId' | 'agencyUnitId' | 'agencyName' | 'receivedAt' | 'paperCount' | 'revision'
> & {
  readonly state: DossierState;
  readonly ownerName: string | null;
  readonly dueAt: Moment | null;
  readonly returnWish: ReturnWish['kind'];
  readonly batchId: string | null;
};

/** While it waits for the citizen no time runs; once the outcome is here there is nothing left to be late with. */
const TIMELESS: ReadonlySet<DossierState> = new Set(['supplement-asked', 'awaiting-financial-duty']);
const DONE: ReadonlySet<DossierState> = new Set([
  'ready-to-return', 'returned', 'resolved-at-desk', 'refused-at-desk', 'withdrawn', 'stopped', 'cancelled',
]);

export const timelinessOf = (
  state: DossierState, dueAt: Moment | undefined, now: Moment, nextWorkingDay: PlainDate,
): DossierRow['timeliness'] => {
  if (DONE.has(state)) return 'finished';
  if (dueAt === undefined) return 'no-due-date';
  if (TIMELESS.has(state)) return 'in-time';
  if (dueAt < now) return 'overdue';
  if (dateOf(dueAt) === dateOf(now)) return 'due-today';
  return dateOf(dueAt) <= nextWorkingDay ? 'due-soon' : 'in-time';
};

export const rowOf = (row: ListedRow, now: Moment, nextWorkingDay: PlainDate): DossierRow => {
  const { ownerName, dueAt, batchId, ...rest } = row;
  return {
    ...rest, ownerName: ownerName ?? undefined, dueAt: dueAt ?? undefined, batchId: batchId ?? undefined,
    status: { no: nationalStatusOf(row.state), label: nationalStatusLabel(row.state) },
    timeliness: timelinessOf(row.state, dueAt ?? undefined, now, nextWorkingDay),
  };
};
