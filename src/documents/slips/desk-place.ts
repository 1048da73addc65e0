// Where a slip is printed: the desk, the units that its heading and its agency are found in, and the province's forms.
import type { Desk, Unit, UnitId } from '#core/organisation/organisation.ts';
import { type UnitTree, isOutside } from '#core/organisation/units.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';

export type SlipPlace = { readonly desk: Desk; readonly units: UnitTree; readonly forms: FormTable };

/** Where help was given, where it was received, who decides: told apart where another commune's agency decides. */
export type ThreePlaces = { readonly helped: string; readonly received: string; readonly decides: string };

/** A unit that others name must be there. */
export const unitOf = (place: Pick<SlipPlace, 'units'>, unitId: UnitId): Unit => {
  const unit = place.units.get(unitId);
  if (!unit) throw new Error(`no unit ${unitId}`);
  return unit;
};

/** Undefined at home: there the desk's own name says it all. */
export const placesAway = (place: SlipPlace, agencyUnitId: UnitId): ThreePlaces | undefined => {
  const { desk, units } = place;
  if (!isOutside(units, agencyUnitId, desk.communeUnitId)) return undefined;
  return { helped: unitOf(place, desk.postOfficeUnitId).name, received: desk.name, decides: unitOf(place, agencyUnitId).name };
};
