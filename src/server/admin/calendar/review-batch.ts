// Whom the newest calendar touches: reckoned anew each time it is looked at, so that what is approved is what is so now.
import type { Pool } from 'pg';
import type { BatchView } from '#wire/calendar.wire.ts';
import { type Affected, findAffected } from '../../clock/recompute.ts';
import { type BatchRow, loadNames } from './batch.sql.ts';

const SHOWN = 300;

type Tally = NonNullable<BatchView['review']>['desks'];
const tallyBy = (all: readonly Affected[], idOf: (one: Affected) => string, names: ReadonlyMap<string, string>): Tally =>
  [...Map.groupBy(all, idOf)]
    .map(([id, own]) => ({ name: names.get(id) ?? id, moved: own.filter((one) => !one.kept).length, kept: own.filter((one) => one.kept).length }))
    .sort((a, b) => b.moved - a.moved || a.name.localeCompare(b.name, 'vi'));

export const reviewBatch = async (pool: Pool, provinceId: number, { content, ...batch }: BatchRow): Promise<BatchView> => {
  if (batch.state !== 'open') return { ...batch, moved: batch.moved ?? 0, kept: batch.kept ?? 0, review: null };
  const all: Affected[] = [];
  for await (const page of findAffected(pool, provinceId, content)) all.push(...page);
  const { desks, units } = await loadNames(pool, provinceId, [...new Set(all.map((one) => one.deskId))], [...new Set(all.map((one) => one.agencyUnitId))]);
  const inOrder = all.toSorted((a, b) => Number(a.kept) - Number(b.kept) || (a.oldDue < b.oldDue ? -1 : 1));
  const rows = inOrder.slice(0, SHOWN).map(({ dossierId, code, procedureName, deskId, agencyUnitId, oldDue, newDue, kept }) => ({
    dossierId, code, procedureName, deskName: desks.get(deskId) ?? deskId, agencyName: units.get(agencyUnitId) ?? agencyUnitId, from: oldDue, to: newDue, keeps: kept,
  }));
  const kept = all.filter((one) => one.kept).length;
  return {
    ...batch, moved: all.length - kept, kept,
    review: { desks: tallyBy(all, (one) => one.deskId, desks), agencies: tallyBy(all, (one) => one.agencyUnitId, units), rows, more: all.length - rows.length },
  };
};
