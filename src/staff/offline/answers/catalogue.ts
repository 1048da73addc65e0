// What this desk may receive today, as far as it was fetched.
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { areasOf, isOutside } from '#core/organisation/units.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { Reference } from '../reference.ts';

export const catalogueAt = ({ place, desk, working, transferOn, procedureOn }: Reference, now: Moment): DeskCatalogueView => {
  const today = dateOf(now);
  const codes = [...new Set(desk.transfers.map((line) => line.procedureCode))];
  const entries = codes.flatMap((code) => {
    const transfer = transferOn(code, today);
    const procedure = procedureOn(code, today);
    return transfer && procedure
      ? [{
        procedure, transfer, agencyName: unitOf(place, transfer.agencyUnitId).name, useCount: desk.useCounts[code] ?? 0,
        away: isOutside(place.units, transfer.agencyUnitId, place.desk.communeUnitId),
      }] : [];
  });
  return {
    now, desk: place.desk, ...areasOf(place.units, place.desk.communeUnitId), receivingUnitName: unitOf(place, place.desk.receivingUnitId).name,
    postOfficeName: unitOf(place, place.desk.postOfficeUnitId).name,
    entries: entries.toSorted((a, b) => b.useCount - a.useCount || (a.procedure.code < b.procedure.code ? -1 : 1)), calendar: working,
    forms: place.forms, signers: desk.signers,
  };
};
