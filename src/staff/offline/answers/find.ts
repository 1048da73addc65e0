// Finding among the dossiers on this machine: as at the server by code, its beginning or end, identity number or name.
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import { foldedWords } from '#core/kernel/fold.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import { codeIn, kindOf } from '#core/numbering/typed-search.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { itemNumberWords } from '#wire/refusals/carriers.ts';
import { type FoundDossiersView, findDossiersQuery } from '#wire/find-dossiers.wire.ts';
import type { Reference } from '../reference.ts';
import { listed } from './listed.ts';

const PAGE = 20;

const byCode = (views: readonly DossierView[], code: string): readonly DossierView[] => {
  for (const is of [(own: string) => own === code, (own: string) => own.endsWith(code), (own: string) => own.startsWith(code)]) {
    const found = views.filter((view) => is(view.code));
    if (found.length > 0) return found;
  }
  return [];
};
const byIdentity = (views: readonly DossierView[], number: string): readonly DossierView[] =>
  views.filter((view) => searchKeysOf(view.parties).identityNumbers.includes(number));
const byName = (views: readonly DossierView[], words: readonly string[]): readonly DossierView[] =>
  (words.length === 0 ? [] : views.filter((view) => words.every((word) => searchKeysOf(view.parties).namesFolded.includes(word))));

/** Undefined: nothing readable was asked. */
export const foundAt = (reference: Reference, views: readonly DossierView[], query: URLSearchParams, now: Moment): FoundDossiersView | undefined => {
  const asked = findDossiersQuery.safeParse(Object.fromEntries(query));
  if (!asked.success) return undefined;
  const { q, page } = asked.data;
  const item = kindOf(q) === 'item' ? parseItemNumber(q) : undefined;
  // which shipment bears it only the server knows; that a digit is wrong is known here too
  if (item) return { foundBy: 'item', page, hasMore: false, dossiers: [], ...(item.ok ? {} : { wrong: itemNumberWords(item.refusal) }) };
  const latest = views.toSorted((a, b) => (a.receivedAt + a.dossierId < b.receivedAt + b.dossierId ? 1 : -1));
  let foundBy = kindOf(q);
  let found = foundBy === 'code' ? byCode(latest, codeIn(q)) : foundBy === 'identity' ? byIdentity(latest, q.trim()) : byName(latest, foldedWords(q));
  if (found.length === 0 && foundBy === 'code') {
    foundBy = 'identity';
    found = byIdentity(latest, codeIn(q));
  }
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  return { foundBy, page, hasMore: found.length > page * PAGE, dossiers: shown.map((view) => listed(view, reference, now)) };
};
