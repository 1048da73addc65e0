// Finding a procedure by what people say: tones may be left out, words may be begun only, the name in
// everyday speech counts as much as the legal one, and what this desk does most stands first among equals.
// An index is made once per catalogue; a search walks it and reads nothing else.
// @law NĐ 61/2018/NĐ-CP Đ.15 (hướng dẫn thực hiện thủ tục hành chính)
import { foldVietnamese, foldedWords } from '../kernel/fold.ts';
import type { ProcedureVersion } from './procedure.ts';

export type Searchable = Pick<ProcedureVersion, 'code' | 'name' | 'field' | 'everydayNames'>;

type Phrase = { readonly folded: string; readonly words: readonly string[]; readonly weight: number };
export type SearchEntry<P extends Searchable> = {
  readonly procedure: P;
  readonly code: string;
  readonly phrases: readonly Phrase[];
  readonly uses: number;
};
export type SearchIndex<P extends Searchable> = {
  readonly entries: readonly SearchEntry<P>[];
  /** Rare words tell more: 'sinh' more than 'dang'. */
  readonly rarity: ReadonlyMap<string, number>;
};

/** Said by everyone and telling nothing. */
const FILLERS = new Set(['toi', 'em', 'chau', 'con', 'cho', 'muon', 'can', 'xin', 'di', 'thi', 'o', 'va', 'cua', 've', 'lam', 'thu', 'tuc']);

const phrase = (text: string, weight: number): Phrase => ({ folded: foldVietnamese(text), words: foldedWords(text), weight });

export const indexProcedures = <P extends Searchable>(
  procedures: readonly P[],
  usesOf: (procedure: P) => number = () => 0,
): SearchIndex<P> => {
  const entries = procedures.map((procedure) => ({
    procedure,
    code: procedure.code,
    phrases: [
      phrase(procedure.name, 1),
      ...procedure.everydayNames.map((name) => phrase(name, 1)),
      phrase(procedure.field, 0.3),
    ],
    uses: usesOf(procedure),
  }));
  const holders = new Map<string, number>();
  for (const entry of entries) {
    for (const word of new Set(entry.phrases.flatMap((candidate) => candidate.words))) {
      holders.set(word, (holders.get(word) ?? 0) + 1);
    }
  }
  const rarity = new Map([...holders].map(([word, count]) => [word, Math.log(1 + entries.length / count)]));
  return { entries, rarity };
};

const rarityOf = (index: SearchIndex<Searchable>, word: string): number => index.rarity.get(word) ?? 1;

/** How well one phrase answers: each asked word found whole or begun, and the phrase not much longer. */
const scorePhrase = (index: SearchIndex<Searchable>, candidate: Phrase, asked: readonly string[], folded: string): number => {
  let found = 0;
  let wanted = 0;
  for (let i = 0; i < asked.length; i += 1) {
    const word = asked[i] ?? '';
    const isLast = i === asked.length - 1;
    const filler = FILLERS.has(word) ? 0.15 : 1;
    let best = 0;
    for (const own of candidate.words) {
      if (own === word) best = Math.max(best, rarityOf(index, own));
      else if (word.length >= (isLast ? 1 : 2) && own.startsWith(word)) best = Math.max(best, rarityOf(index, own) * (isLast ? 0.8 : 0.5));
    }
    wanted += filler * Math.max(best, 1);
    found += filler * best;
  }
  if (found === 0) return 0;
  const coverage = found / wanted;
  const ownWeight = candidate.words.reduce((sum, own) => sum + (FILLERS.has(own) ? 0.15 : 1) * rarityOf(index, own), 0);
  const closeness = Math.min(1, found / Math.max(ownWeight, 1e-9));
  const verbatim = candidate.folded.includes(folded) ? 0.5 : 0;
  return candidate.weight * (coverage * coverage + 0.5 * closeness + verbatim);
};

/** Best first; an empty query lists what the desk does most. */
export const searchProcedures = <P extends Searchable>(index: SearchIndex<P>, query: string, limit = 20): readonly P[] => {
  const folded = foldVietnamese(query);
  const asked = foldedWords(query);
  if (asked.length === 0) {
    return [...index.entries].sort((a, b) => b.uses - a.uses || compareText(a.code, b.code)).slice(0, limit).map((entry) => entry.procedure);
  }
  const scored: { readonly entry: SearchEntry<P>; readonly score: number }[] = [];
  for (const entry of index.entries) {
    let score = entry.code.toLowerCase().startsWith(folded) ? 3 : 0;
    for (const candidate of entry.phrases) score = Math.max(score, scorePhrase(index, candidate, asked, folded));
    if (score > 0.25) scored.push({ entry, score: score + Math.min(0.3, Math.log10(1 + entry.uses) * 0.1) });
  }
  return scored
    .sort((a, b) => b.score - a.score || b.entry.uses - a.entry.uses || compareText(a.entry.code, b.entry.code))
    .slice(0, limit)
    .map(({ entry }) => entry.procedure);
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
