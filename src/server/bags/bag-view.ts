// What a side sees of its bags. What was not handed over to it is not its to open yet.
import type { Pool } from 'pg';
import type { BagRefused } from '#core/custody/bag.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { BagLabel } from '#core/numbering/bag-label.ts';
import type { BagDossier, BagRow, BagView, BagsView } from '#wire/bags.wire.ts';
import { type BagScope, directionAt } from './bag.sql.ts';
import { type WaitingRow, findBagLines, findBags, findWaiting } from './bag-views.sql.ts';
import { findPapersToFollow } from './papers-after.sql.ts';

/** Dossiers that may go, and papers that follow theirs. */
const waitingAt = async (pool: Pool, provinceId: number, scope: BagScope): Promise<readonly WaitingRow[]> => {
  const waiting = await findWaiting(pool, provinceId, scope);
  if (scope.side !== 'desk') return waiting;
  const { deskId } = scope;
  return [...waiting, ...(await findPapersToFollow(pool, provinceId, deskId)).map((row) => ({ ...row, deskId, deskName: '', follows: true }))];
};

const groupsOf = (scope: BagScope, rows: readonly WaitingRow[]): BagsView['waiting'] => {
  const groups = new Map<string, { readonly first: WaitingRow; readonly dossiers: BagDossier[] }>();
  for (const row of rows) {
    const key = `${row.deskId} ${row.agencyUnitId}`;
    const group = groups.get(key) ?? { first: row, dossiers: [] };
    group.dossiers.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { deskId, agencyUnitId, deskName, agencyName }, dossiers }) =>
    ({ deskId, agencyUnitId, placeName: scope.side === 'desk' ? agencyName : deskName, dossiers }));
};

export const bagsViewOf = async (pool: Pool, provinceId: number, scope: BagScope, now: Moment): Promise<BagsView> => {
  const [waiting, open, received] = await Promise.all([waitingAt(pool, provinceId, scope), findBags(pool, provinceId, scope, 'open'), findBags(pool, provinceId, scope, 'received')]);
  const gives = directionAt(scope, 'giver');
  return {
    now, received, waiting: groupsOf(scope, waiting), own: open.filter(({ direction }) => direction === gives),
    coming: open.filter(({ direction, stands }) => direction !== gives && (stands === 'sent' || stands === 'lost')),
  };
};

type Found = { readonly kind: 'found'; readonly view: BagView } | { readonly kind: 'refused'; readonly refusal: BagRefused };

export const bagViewOf = async (pool: Pool, provinceId: number, scope: BagScope, bag: BagRow | undefined, now: Moment): Promise<Found | undefined> => {
  if (!bag) return undefined;
  const gives = bag.direction === directionAt(scope, 'giver');
  if (!gives && bag.handOverId === undefined) return { kind: 'refused', refusal: { kind: 'never-handed-over', label: bag.label as BagLabel } };
  const [lines, waiting] = await Promise.all([findBagLines(pool, provinceId, scope, bag), gives && bag.stands === 'open' ? waitingAt(pool, provinceId, scope) : []]);
  return { kind: 'found', view: { now, bag, lines, waiting: waiting.filter((row) => row.deskId === bag.deskId && row.agencyUnitId === bag.agencyUnitId) } };
};
