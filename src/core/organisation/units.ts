// Questions to the tree of units on a day: who was in force, who stands above, who came after.
// A unit that was merged away answers with its successor; its own rows stay as they were.
// @law NQ 1665/NQ-UBTVQH15 (sắp xếp đơn vị hành chính cấp xã, 2025); NĐ 118/2025/NĐ-CP
import { isInForce } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { Unit, UnitId, UnitKind } from './organisation.ts';

export type UnitTree = ReadonlyMap<UnitId, Unit>;

export const unitTree = (units: readonly Unit[]): UnitTree => new Map(units.map((unit) => [unit.unitId, unit]));

export const unitOn = (tree: UnitTree, unitId: UnitId, date: PlainDate): Unit | undefined => {
  const unit = tree.get(unitId);
  return unit && isInForce(unit, date) ? unit : undefined;
};

/** The unit and those above it, nearest first; a broken or circular chain ends quietly. */
export const ancestorsOf = (tree: UnitTree, unitId: UnitId): readonly Unit[] => {
  const found: Unit[] = [];
  const seen = new Set<UnitId>();
  for (let unit = tree.get(unitId); unit && !seen.has(unit.unitId);) {
    seen.add(unit.unitId);
    found.push(unit);
    unit = unit.parentUnitId === undefined ? undefined : tree.get(unit.parentUnitId);
  }
  return found;
};

/** True of the unit itself and of every unit below it. */
export const isWithin = (tree: UnitTree, unitId: UnitId, ancestorId: UnitId): boolean =>
  ancestorsOf(tree, unitId).some((unit) => unit.unitId === ancestorId);

export const POSTS: ReadonlySet<UnitKind> = new Set(['provincial-post', 'district-post', 'commune-post']);

/** The post office above this one; at the top itself. */
export const postOver = (tree: UnitTree, unitId: UnitId): Unit | undefined => {
  const [own, over] = ancestorsOf(tree, unitId);
  return over && POSTS.has(over.kind) ? over : own;
};

/** The unit and those that came after it, oldest first. */
export const successorChain = (tree: UnitTree, unitId: UnitId): readonly Unit[] => {
  const found: Unit[] = [];
  const seen = new Set<UnitId>();
  for (let unit = tree.get(unitId); unit && !seen.has(unit.unitId);) {
    seen.add(unit.unitId);
    found.push(unit);
    unit = unit.successorUnitId === undefined ? undefined : tree.get(unit.successorUnitId);
  }
  return found;
};

/** Who acts for the unit on the day: itself or the successor then in force. */
export const actingUnitOn = (tree: UnitTree, unitId: UnitId, date: PlainDate): Unit | undefined =>
  successorChain(tree, unitId).find((unit) => isInForce(unit, date));

/** Is it an agency of another commune than this one? A district's or a province's agency serves all its communes. */
export const isOutside = (tree: UnitTree, agencyUnitId: UnitId, communeUnitId: UnitId): boolean => {
  const commune = ancestorsOf(tree, agencyUnitId).find((unit) => unit.kind === 'commune');
  return commune !== undefined && commune.unitId !== communeUnitId;
};

export const childrenOf = (tree: UnitTree, unitId: UnitId): readonly Unit[] =>
  [...tree.values()].filter((unit) => unit.parentUnitId === unitId);

/** The land itself, not those who govern it: 'UBND xã Kỳ Bắc' → 'xã Kỳ Bắc'. What an address is written with. */
export const areaName = (unit: Pick<Unit, 'name'>): string => unit.name.replace(/^(Ủy ban nhân dân|UBND) /u, '');

export type Areas = { readonly communeName: string; readonly districtName?: string; readonly provinceName: string };

/** Where the people of a commune live, as far up as the tree goes on its day. */
export const areasOf = (tree: UnitTree, communeUnitId: UnitId): Areas => {
  const [commune, ...above] = ancestorsOf(tree, communeUnitId);
  const district = above.find((unit) => unit.kind === 'district');
  const province = above.at(-1);
  return {
    communeName: commune ? areaName(commune) : '',
    ...(district ? { districtName: areaName(district) } : {}),
    provinceName: province ? areaName(province) : '',
  };
};
