import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { ProvinceId, Unit, UnitId, UnitKind } from './organisation.ts';
import { actingUnitOn, ancestorsOf, areasOf, childrenOf, isOutside, isWithin, successorChain, unitOn, unitTree } from './units.ts';

const id = (text: string): UnitId => text as UnitId;
const on = (text: string): PlainDate => text as PlainDate;
const unit = (unitId: string, kind: UnitKind, parent: string | undefined, more: Partial<Unit> = {}): Unit => ({
  provinceId: 42 as ProvinceId, unitId: id(unitId), kind, name: unitId, shortName: unitId, validFrom: on('2010-01-01'),
  ...(parent === undefined ? {} : { parentUnitId: id(parent) }), ...more,
});
const merged = on('2025-07-01');
const tree = unitTree([
  unit('ha-tinh', 'province', undefined),
  unit('ky-anh', 'district', 'ha-tinh', { validTo: merged }),
  unit('ky-bac', 'commune', 'ky-anh', { validTo: merged, successorUnitId: id('ky-xuan-2025') }),
  unit('ky-xuan-2025', 'commune', 'ha-tinh', { validFrom: merged }),
  unit('tu-phap-ky-bac', 'section', 'ky-bac'),
  unit('loop-a', 'section', 'loop-b', { successorUnitId: id('loop-b') }),
  unit('loop-b', 'section', 'loop-a', { successorUnitId: id('loop-a') }),
]);

describe('the tree of units', () => {
  test('knows a unit only while it is in force', () => {
    expect(unitOn(tree, id('ky-bac'), on('2025-06-30'))?.name).toBe('ky-bac');
    expect(unitOn(tree, id('ky-bac'), merged)).toBeUndefined();
    expect(unitOn(tree, id('nowhere'), merged)).toBeUndefined();
  });

  test('names those above, nearest first, and who is within whom', () => {
    expect(ancestorsOf(tree, id('tu-phap-ky-bac')).map((found) => found.unitId)).toEqual(['tu-phap-ky-bac', 'ky-bac', 'ky-anh', 'ha-tinh']);
    expect(isWithin(tree, id('tu-phap-ky-bac'), id('ky-bac'))).toBe(true);
    expect(isWithin(tree, id('ky-bac'), id('ky-bac'))).toBe(true);
    expect(isWithin(tree, id('ky-bac'), id('tu-phap-ky-bac'))).toBe(false);
    expect(childrenOf(tree, id('ha-tinh')).map((found) => found.unitId)).toEqual(['ky-anh', 'ky-xuan-2025']);
  });

  test('follows a merger to the unit that acts now', () => {
    expect(successorChain(tree, id('ky-bac')).map((found) => found.unitId)).toEqual(['ky-bac', 'ky-xuan-2025']);
    expect(actingUnitOn(tree, id('ky-bac'), on('2019-11-18'))?.unitId).toBe('ky-bac');
    expect(actingUnitOn(tree, id('ky-bac'), on('2026-11-23'))?.unitId).toBe('ky-xuan-2025');
  });

  test('does not run in circles', () => {
    expect(ancestorsOf(tree, id('loop-a'))).toHaveLength(2);
    expect(successorChain(tree, id('loop-a'))).toHaveLength(2);
  });

  test('tells an agency of another commune from one that serves all of them', () => {
    const tree = unitTree([
      unit('p', 'province', undefined), unit('a', 'commune', 'p'), unit('b', 'commune', 'p'), unit('b-room', 'section', 'b'), unit('dept', 'department', 'p'),
    ]);
    expect(['a', 'b', 'b-room', 'dept'].map((agency) => isOutside(tree, id(agency), id('a')))).toEqual([false, true, true, false]);
  });

  test('writes an address with the land, not with those who govern it', () => {
    const named = unitTree([
      unit('p', 'province', undefined, { name: 'Ủy ban nhân dân tỉnh Hà Tĩnh' }),
      unit('d', 'district', 'p', { name: 'Ủy ban nhân dân huyện Kỳ Anh' }),
      unit('old', 'commune', 'd', { name: 'Ủy ban nhân dân xã Kỳ Bắc' }),
      unit('new', 'commune', 'p', { name: 'UBND xã Kỳ Xuân' }),
    ]);
    expect(areasOf(named, id('old'))).toEqual({ communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' });
    expect(areasOf(named, id('new'))).toEqual({ communeName: 'xã Kỳ Xuân', provinceName: 'tỉnh Hà Tĩnh' });
  });
});
