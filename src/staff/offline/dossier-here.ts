import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Acting } from './acting.ts';
import { findDossier } from './store.ts';

/** As at the server, an act finds only what is this desk's: a person who may read more can have had another's read anew. */
export const findHere = async ({ stored, reference: { place } }: Acting, dossierId: string | undefined): Promise<DossierView | undefined> => {
  const view = dossierId === undefined ? undefined : await findDossier(stored, dossierId);
  return view?.deskId === place.desk.deskId ? view : undefined;
};
