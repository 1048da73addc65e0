// A scan into a bag that is filled at this machine: decided by the same core as at the server, from what waits here.
import { type BagRefused, mayPack } from '#core/custody/bag.ts';
import { readScanned } from '#core/custody/scanned-dossier.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import type { ItemNumberRefused } from '#core/numbering/item-number.ts';
import type { BagDossier, BagsView } from '#wire/bags.wire.ts';
import type { BagBegun } from '../offline/bags-begun.ts';

type Groups = BagsView['waiting'];

/** As it was scanned; what is no longer waiting has no line, and stands apart. Papers that follow go in a bag filled with the line. */
export const linesOf = (groups: Groups, { agencyUnitId, dossierIds }: Pick<BagBegun, 'agencyUnitId' | 'dossierIds'>) => {
  const all = (groups.find((group) => group.agencyUnitId === agencyUnitId)?.dossiers ?? []).filter(({ follows }) => !follows);
  return {
    lines: dossierIds.flatMap((id) => all.find(({ dossierId }) => dossierId === id) ?? []),
    waiting: all.filter(({ dossierId }) => !dossierIds.includes(dossierId)),
    gone: dossierIds.filter((id) => !all.some(({ dossierId }) => dossierId === id)),
  };
};

export const scanHere = (groups: Groups, bag: BagBegun, typed: string): Result<BagDossier, BagRefused | ItemNumberRefused> => {
  const read = readScanned(typed);
  if (!read.ok) return read;
  const { code, item } = read.value;
  const is = (one: BagDossier): boolean => (item === undefined ? one.code.toUpperCase() === code : one.postingNumber === item);
  const group = groups.find(({ dossiers }) => dossiers.some(is));
  const dossier = group?.dossiers.find(is);
  if (!group || !dossier) return refuse({ kind: 'scanned-unknown', scanned: typed.trim() });
  const inside = bag.dossierIds.includes(dossier.dossierId) ? { bagId: bag.bagId, label: '' } : undefined;
  const may = mayPack({ bagId: bag.bagId, deskId: group.deskId, agencyUnitId: bag.agencyUnitId }, {
    code: dossier.code, deskId: group.deskId, agencyUnitId: group.agencyUnitId, placeName: group.placeName, mayGo: !dossier.follows, isHere: dossier.pieces > 0, ...(inside && { inside }),
  }, bag.dossierIds.length);
  return may.ok ? { ok: true, value: dossier } : may;
};
