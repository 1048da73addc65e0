// Where a slip is printed: the desk, the units that its heading and its agency are found in, and the province's forms.
import type { Desk, Unit, UnitId } from '#core/organisation/organisation.ts';
import type { UnitTree } from '#core/organisation/units.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';

export type SlipPlace = { readonly desk: Desk; readonly units: UnitTree; readonly forms: FormTable };

/** A unit that others name must be there. */
export const unitOf = (place: Pick<SlipPlace, 'units'>, unitId: UnitId): Unit => {
  const unit = place.units.get(unitId);
  if (!unit) throw new Error(`no unit ${unitId}`);
  return unit;
};
