// Between which two places something is carried, in the words of the row that counts: the smallest area that holds both.
// @law TT 17/2017/TT-BTTTT Đ.7
import type { Unit } from '../organisation/organisation.ts';
import type { TransitRow, TransitZone } from './postal-rules.ts';

/** A place and what lies above it, nearest first. */
export type Place = readonly Pick<Unit, 'unitId' | 'kind'>[];

const holdsBoth = (from: Place, to: Place, kind: Unit['kind']): boolean => {
  const area = (place: Place): string | undefined => place.find((unit) => unit.kind === kind)?.unitId;
  return area(from) !== undefined && area(from) === area(to);
};

const offers = (row: TransitRow, zone: TransitZone): boolean => row.zones.some((one) => one.zone === zone);

/** Of two provinces, whether both are cities of the highest classes is not known here: the shorter way is not assumed. */
export const zoneBetween = (from: Place, to: Place, row: TransitRow): TransitZone => {
  if (offers(row, 'special') && [...from, ...to].some(({ unitId }) => row.specialPlaces.includes(unitId))) return 'special';
  if (!holdsBoth(from, to, 'province')) return 'inter-province';
  if (offers(row, 'within-district')) return holdsBoth(from, to, 'district') ? 'within-district' : 'between-districts';
  return holdsBoth(from, to, 'commune') ? 'within-commune' : 'within-province';
};
