// A stock as it is counted in the browser: what was found, what is said not to be there, what lies here against the
// ledger, and what is nobody's of this place. The list itself stays the server's, as it is now.
import { readScanned } from '#core/custody/scanned-dossier.ts';
import type { ThingId } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Result } from '#core/kernel/result.ts';
import { bagLabelInGroups, looksLikeBagLabel, parseBagLabel } from '#core/numbering/bag-label.ts';
import type { StockRefusal } from '#wire/refusals/stock.ts';
import type { CloseStockBody, StockRow, StockStanding, StockView } from '#wire/stock.wire.ts';

export type StockDraft = {
  readonly countId: string;
  readonly place: string;
  readonly startedAt: Moment;
  /** The count before, when this one was begun. */
  readonly after?: string | undefined;
  readonly found: readonly ThingId[];
  readonly missing: Readonly<Record<string, string>>;
  /** Among what was found: with so many of its pieces. */
  readonly short: Readonly<Record<string, { readonly pieces: number; readonly note: string }>>;
  readonly unexpected: readonly StockStanding[];
  readonly strays: readonly string[];
};

export const beginCount = (view: Pick<StockView, 'place' | 'now' | 'counts'>, countId: string): StockDraft =>
  ({ countId, place: view.place.id, startedAt: view.now, after: view.counts[0]?.countId, found: [], short: {}, missing: {}, unexpected: [], strays: [] });

type Rows = readonly StockRow[];
/** One line each: bags, and what lies in none. */
export const linesOf = (rows: Rows): Rows => rows.filter((row) => row.insideLabel === undefined);
export const contentOf = (rows: Rows, bag: StockRow): number => new Set(rows.filter((row) => row.insideLabel === bag.code).map(({ dossierId }) => dossierId)).size;

export const isCounted = (draft: StockDraft, { thingId }: StockRow): boolean => draft.found.includes(thingId) || thingId in draft.missing;
/** What came after the list was laid out need not be found. */
export const leftOf = (rows: Rows, draft: StockDraft): Rows => linesOf(rows).filter((row) => !isCounted(draft, row) && row.since < draft.startedAt);

const without = <Value>(said: Readonly<Record<string, Value>>, ids: readonly string[]): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(said).filter(([id]) => !ids.includes(id)));
export const sayFound = (draft: StockDraft, ids: readonly ThingId[]): StockDraft =>
  ({ ...draft, found: [...draft.found, ...ids.filter((id) => !draft.found.includes(id))], missing: without(draft.missing, ids) });
export const sayMissing = (draft: StockDraft, ids: readonly ThingId[], note: string): StockDraft =>
  ({ ...draft, found: draft.found.filter((id) => !ids.includes(id)), short: without(draft.short, ids), missing: { ...draft.missing, ...Object.fromEntries(ids.map((id) => [id, note])) } });
/** It is here, and not whole. */
export const sayShort = (draft: StockDraft, id: ThingId, pieces: number, note: string): StockDraft => ({ ...sayFound(draft, [id]), short: { ...draft.short, [id]: { pieces, note } } });
export const takeBack = (draft: StockDraft, id: ThingId): StockDraft =>
  ({ ...draft, found: draft.found.filter((one) => one !== id), short: without(draft.short, [id]), missing: without(draft.missing, [id]), unexpected: draft.unexpected.filter(({ thingId }) => thingId !== id) });
export const sayUnexpected = (draft: StockDraft, things: readonly StockStanding[]): StockDraft =>
  ({ ...draft, unexpected: [...draft.unexpected.filter(({ thingId }) => !things.some((one) => one.thingId === thingId)), ...things] });
export const sayStray = (draft: StockDraft, scanned: string): StockDraft => ({ ...draft, strays: [...new Set([...draft.strays, scanned])] });
export const dropStray = (draft: StockDraft, scanned: string): StockDraft => ({ ...draft, strays: draft.strays.filter((one) => one !== scanned) });

export type ScannedStock =
  | { readonly kind: 'found'; readonly draft: StockDraft; readonly code: string }
  /** Not on the list: the server knows what it is. */
  | { readonly kind: 'ask' };

const matching = (rows: Rows, typed: string): Result<Rows, StockRefusal> => {
  if (looksLikeBagLabel(typed)) {
    const label = parseBagLabel(typed);
    return label.ok ? { ok: true, value: rows.filter(({ kind, code }) => kind === 'bag' && code === label.value) } : label;
  }
  const read = readScanned(typed);
  if (!read.ok) return read;
  const { code, item } = read.value;
  return { ok: true, value: rows.filter((row) => row.kind !== 'bag' && (item === undefined ? row.code.toUpperCase() === code : row.postingNumber === item || row.code === item)) };
};

export const scanStock = (rows: Rows, draft: StockDraft, typed: string): Result<ScannedStock, StockRefusal> => {
  const found = matching(rows, typed);
  if (!found.ok) return found;
  const [first] = found.value;
  const alone = linesOf(found.value);
  if (!first) {
    const again = draft.unexpected.find(({ code }) => code.toUpperCase() === typed.trim().toUpperCase());
    return again ? { ok: false, refusal: { kind: 'scanned-twice', code: again.code } } : { ok: true, value: { kind: 'ask' } };
  }
  if (alone.length === 0) return { ok: false, refusal: { kind: 'stock-in-bag', code: first.code, label: bagLabelInGroups(first.insideLabel ?? '') } };
  if (alone.every(({ thingId }) => draft.found.includes(thingId))) return { ok: false, refusal: { kind: 'scanned-twice', code: first.code } };
  return { ok: true, value: { kind: 'found', code: first.code, draft: sayFound(draft, alone.map(({ thingId }) => thingId)) } };
};

/** `note`: of everything that is still left when the count is closed. */
export const closingBody = (rows: Rows, draft: StockDraft, note: string, witnessName: string): CloseStockBody => {
  const all = sayMissing(draft, leftOf(rows, draft).map(({ thingId }) => thingId), note);
  return {
    countId: draft.countId, place: draft.place, startedAt: draft.startedAt, after: draft.after, found: all.found.filter((id) => !(id in all.short)),
    short: Object.entries(all.short).map(([thingId, own]) => ({ thingId: thingId as ThingId, ...own })),
    missing: Object.entries(all.missing).map(([thingId, own]) => ({ thingId: thingId as ThingId, note: own })),
    unexpected: draft.unexpected.map(({ thingId }) => thingId as ThingId).filter((id) => !all.found.includes(id)), strays: draft.strays.map((scanned) => ({ scanned })),
    ...(witnessName !== '' && { witnessName }),
  };
};

