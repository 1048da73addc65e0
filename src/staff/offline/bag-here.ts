// A dossier of this counter as it may go into a bag.
import type { Packable } from '#core/custody/bag.ts';
import { LIFE } from '#core/dossier/life.ts';
import { looksLikeBagLabel } from '#core/numbering/bag-label.ts';
import type { ThingId } from '#core/custody/thing.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

export type PackableHere = Omit<Packable, 'things'> & { readonly isHere: boolean; readonly pieces: number };

/**
 * The bag that the server named when this dossier was last heard of; scans into a bag are no news of a dossier, so it may
 * lie in another. A view that an older release stored names none.
 */
const bagAround = ({ custody }: { readonly custody?: DossierView['custody'] }): Packable['inside'] => {
  const inside = custody?.find(({ insideLabel }) => insideLabel !== undefined && looksLikeBagLabel(insideLabel));
  return inside?.insideLabel === undefined ? undefined : { bagId: inside.thingId as ThingId, label: inside.insideLabel };
};

export const packableHere = (view: DossierView): PackableHere => {
  const pieces = view.papers.filter((line) => !line.shownOnly && line.form !== 'e-copy').reduce((sum, line) => sum + line.count, 0);
  const inside = bagAround(view);
  return {
    code: view.code, deskId: view.deskId, agencyUnitId: view.agencyUnitId, placeName: view.agencyName, mayGo: LIFE['forward-dossiers'].from.includes(view.state),
    pieces, isHere: pieces > 0, ...(inside && { inside }),
  };
};
