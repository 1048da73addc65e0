import { dateOf } from '#core/kernel/moment.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Acting } from './acting.ts';
import type { Reference } from './reference.ts';
import { findDossier } from './store.ts';

/** A delegation that has ended no longer lets the clerk act alone, whatever was so when the view was read. */
export const withModeToday = ({ transferOn }: Reference, view: DossierView, now: Acting['now']): DossierView =>
  (view.mode === 'delegated' && transferOn(view.procedure.code, dateOf(now))?.mode !== 'delegated' ? { ...view, mode: 'support' } : view);

/** As at the server, an act finds only what is this desk's: a person who may read more can have had another's read anew. */
export const findHere = async ({ stored, reference, now }: Acting, dossierId: string | undefined): Promise<DossierView | undefined> => {
  const view = dossierId === undefined ? undefined : await findDossier(stored, dossierId);
  return view?.deskId === reference.place.desk.deskId ? withModeToday(reference, view, now) : undefined;
};
