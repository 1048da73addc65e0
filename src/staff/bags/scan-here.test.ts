import { expect, it } from 'vitest';
import { MOST_IN_BAG } from '#core/custody/bag.ts';
import type { BagsView } from '#wire/bags.wire.ts';
import type { BagBegun } from '../offline/bags-begun.ts';
import { linesOf, scanHere } from './scan-here.ts';

const dossier = (no: number, more: object = {}) =>
  ({ dossierId: `d${no}`, code: `000.18.60.H27-191118-000${no}`, ownerName: 'x', procedureName: 'x', pieces: 2, revision: 1, ...more });
const groups = [
  { deskId: 'ky-bac', agencyUnitId: 'so-tu-phap', placeName: 'Sở Tư pháp', dossiers: [dossier(1), dossier(2, { postingNumber: 'RR473124829VN' }), dossier(3), dossier(5, { follows: true })] },
  { deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', placeName: 'UBND xã Kỳ Bắc', dossiers: [dossier(4)] },
] as unknown as BagsView['waiting'];
const bagOf = (...dossierIds: readonly string[]) => ({ bagId: 'b', agencyUnitId: 'so-tu-phap', dossierIds }) as unknown as BagBegun;
const scanned = (typed: string, bag = bagOf()): unknown => {
  const found = scanHere(groups, bag, typed);
  return found.ok ? found.value.dossierId : found.refusal;
};

it('a code, the label of an envelope and the address on a receipt are found; each goes in once', () => {
  expect([scanned('000.18.60.h27-191118-0001'), scanned('RR473124829VN'), scanned('http://localhost/q/000.18.60.H27-191118-0003')]).toEqual(['d1', 'd2', 'd3']);
  expect(scanned('000.18.60.H27-191118-0001', bagOf('d1'))).toMatchObject({ kind: 'packed-already', here: true });
});

it('what goes elsewhere, is not here, has a wrong digit, or is only follows its dossier, or is one too many is refused', () => {
  expect([scanned('000.18.60.H27-191118-0004'), scanned('000.18.60.H27-191118-9999'), scanned('RR473124828VN'), scanned('000.18.60.H27-191118-0005'), scanned('000.18.60.H27-191118-0001', bagOf(...Array.from({ length: MOST_IN_BAG }, (_, n) => `x${n}`)))])
    .toMatchObject([{ kind: 'packed-for-another', placeName: 'UBND xã Kỳ Bắc' }, { kind: 'scanned-unknown' }, { kind: 'item-number-check-digit' }, { kind: 'not-to-go-out' }, { kind: 'bag-full' }]);
});

it('lines stand in the order of scanning; what no longer waits stands apart', () => {
  const { lines, waiting, gone } = linesOf(groups, bagOf('d3', 'away', 'd1'));
  expect([lines.map(({ dossierId }) => dossierId), waiting.map(({ dossierId }) => dossierId), gone]).toEqual([['d3', 'd1'], ['d2'], ['away']]);
});
