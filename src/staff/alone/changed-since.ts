// What others made of a dossier since an act was done on it here.
import { ACT_LABELS } from '#core/dossier/life.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

/** Each act that changes a dossier is one line of its journal; what was only noted or printed is none. */
export const changedSince = ({ journal, revision }: Pick<DossierView, 'journal' | 'revision'>, revisionThen: number): DossierView['journal'] => {
  const acts = journal.filter(({ act }) => Object.hasOwn(ACT_LABELS, act));
  return revision > revisionThen ? acts.slice(-(revision - revisionThen)) : [];
};
