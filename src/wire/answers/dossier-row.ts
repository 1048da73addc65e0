// One line of any list of dossiers, from what the tables or the counter know of it.
import type { DossierState } from '#core/dossier/state.ts';
import { nationalStatusLabel, nationalStatusOf } from '#core/dossier/state.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import type { DossierRow } from '../dossier-parts.wire.ts';

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
  'ready-to-return', 'uncollected', 'returned', 'resolved-at-desk', 'refused-at-desk', 'withdrawn', 'stopped', 'cancelled',
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
