// A sealed bag that the server did not take, against its dossiers as they stand now: it goes whole and unchanged, or not at all.
import { mayPack } from '#core/custody/bag.ts';
import { hasPiecesSealedIn } from '#core/custody/filled-bag.ts';
import type { HandOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { packableHere } from '../offline/bag-here.ts';
import { changedSince } from './changed-since.ts';

export type SealedLine = {
  readonly dossierId: string;
  readonly view?: DossierView;
  readonly since: DossierView['journal'];
  /** Why it cannot go with the bag any more. */
  readonly stays?: string;
};

const staysFor = (bag: HandOverFilledBagCommand, view: DossierView, packed: number, paperCount: number): string | undefined => {
  const dossier = packableHere(view);
  const may = mayPack(bag, dossier, packed);
  const goes = may.ok ? hasPiecesSealedIn([{ code: dossier.code, sealed: paperCount, now: dossier.pieces }]) : may;
  return goes.ok ? undefined : bagRefusalText(goes.refusal).title;
};

/** In the order in which they were scanned. */
export const sealedLines = (bag: HandOverFilledBagCommand, views: readonly DossierView[]): readonly SealedLine[] =>
  bag.dossiers.map(({ dossierId, revision, paperCount }, packed) => {
    const view = views.find((one) => one.dossierId === dossierId);
    return view
      ? { dossierId, view, since: changedSince(view, revision), stays: staysFor(bag, view, packed, paperCount) }
      : { dossierId, since: [], stays: 'Không đọc được hồ sơ này' };
  });

/** The same bag on its dossiers as they are now; undefined: one of them cannot go. */
export const bagAgain = (bag: HandOverFilledBagCommand, lines: readonly SealedLine[]): HandOverFilledBagCommand | undefined =>
  (lines.some(({ view, stays }) => !view || stays !== undefined) ? undefined : {
    ...bag, dossiers: bag.dossiers.map((line) => ({ ...line, revision: lines.find(({ dossierId }) => dossierId === line.dossierId)?.view?.revision ?? line.revision })),
  });
