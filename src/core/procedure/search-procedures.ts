// Finding a procedure by what people say: tones may be left out, words may be begun only, the name in
// everyday speech counts as much as the legal one, and what this desk does most stands first among equals.
// An index is made once per catalogue; a search walks it and reads nothing else.
// @law NĐ 61/2018/NĐ-CP Đ.15 (hướng dẫn thực hiện thủ tục hành chính)
import { foldVietnamese, foldedWords } from '../kernel/fold.ts';
import { EVERYDAY_SPEECH } from './everyday-speech.ts';
import type { ProcedureVersion } from './procedure.ts';

export type Searchable = Pick<ProcedureVersion, 'code' | 'name' | 'field' | 'everydayNames'>;

type Phrase = { readonly words: readonly string[]; readonly weight: number };
type Entry<P extends Searchable> = {
  readonly procedure: P;
  readonly phrases: readonly Phrase[];
  readonly uses: number;
};
export type SearchIndex<P extends Searchable> = {
  readonly entries: readonly Entry<P>[];
  /** Rare words tell more: 'sinh' more than 'dang'. */
  readonly rarity: ReadonlyMap<string, number>;
};

/** Said by everyone and telling nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'toi em anh chi chau con bo me ong ba cho muon can xin di thi o va cua ve lam thu tuc de duoc giup nha'.split(' '),
);
const FILLER_WEIGHT = 0.1;
const USES_WEIGHT = 0.1;
const LEAST_SCORE = 0.4;

const phrase = (text: string, weight: number): Phrase => ({ words: foldedWords(text), weight });

export const indexProcedures = <P extends Searchable>(
  procedures: readonly P[],
  usesOf: (procedure: P) => number = () => 0,
): SearchIndex<P> => {
  const entries = procedures.map((procedure) => ({
    procedure,
    phrases: [
      phrase(procedure.name, 1),
      ...procedure.everydayNames.map((name) => phrase(name, 1)),
      phrase(procedure.field, 0.5),
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

const weightOf = (rarity: ReadonlyMap<string, number>, word: string): number =>
  (rarity.get(word) ?? 1) * (FILLERS.has(word) ? FILLER_WEIGHT : 1);

/** How much of an asked word this one is: whole, begun, or not at all. The last word may still be typed. */
const match = (asked: string, own: string, isLast: boolean): number => {
  if (asked === own) return 1;
  if (asked.length < (isLast ? 1 : 2) || !own.startsWith(asked)) return 0;
  return isLast ? 0.8 : 0.5;
};

/** Words found, how many of them stand side by side as asked, and how little else the phrase says. */
const scorePhrase = (rarity: ReadonlyMap<string, number>, candidate: Phrase, asked: readonly string[]): number => {
  let found = 0;
  let wanted = 0;
  let pairs = 0;
  let before: readonly number[] = [];
  asked.forEach((word, i) => {
    const isLast = i === asked.length - 1;
    const weight = weightOf(rarity, word);
    let best = 0;
    let bestWord = word;
    const places: number[] = [];
    candidate.words.forEach((own, place) => {
      const strength = match(word, own, isLast);
      if (strength > 0) places.push(place);
      if (strength > best) {
        best = strength;
        bestWord = own;
      }
    });
    wanted += best > 0 ? Math.max(weight, weightOf(rarity, bestWord)) : Math.max(weight, FILLERS.has(word) ? FILLER_WEIGHT : 1);
    found += best * weightOf(rarity, bestWord);
    if (i > 0 && places.some((place) => before.includes(place - 1))) pairs += 1;
    before = places;
  });
  if (found === 0) return 0;
  const coverage = found / wanted;
  const sideBySide = asked.length > 1 ? pairs / (asked.length - 1) : 1;
  const said = candidate.words.reduce((sum, own) => sum + weightOf(rarity, own), 0);
  const closeness = Math.min(1, found / Math.max(said, 1e-9));
  return candidate.weight * coverage * coverage * (0.35 + 0.65 * sideBySide + 0.5 * closeness);
};

/** The query as typed, and as the catalogue would put it. */
const readings = (query: string): readonly (readonly string[])[] => {
  const folded = ` ${foldedWords(query).join(' ')} `;
  const meant = EVERYDAY_SPEECH.filter(([said]) => folded.includes(` ${said} `)).map(([, words]) => words.split(' '));
  return [foldedWords(query), ...meant];
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Best first; an empty query lists what the desk does most. */
export const searchProcedures = <P extends Searchable>(index: SearchIndex<P>, query: string, limit = 20): readonly P[] => {
  const typed = foldVietnamese(query);
  const isCode = /^\d\.\d*/.test(typed);
  const asked = readings(query);
  const scored = index.entries.flatMap((entry) => {
    let score = typed === '' || (isCode && entry.procedure.code.startsWith(typed)) ? 1 : 0;
    if (!isCode) {
      for (const words of asked) {
        for (const candidate of entry.phrases) score = Math.max(score, scorePhrase(index.rarity, candidate, words));
      }
    }
    return score < LEAST_SCORE ? [] : [{ entry, score: score + USES_WEIGHT * Math.log10(1 + entry.uses) }];
  });
  return scored
    .sort((a, b) => b.score - a.score || compareText(a.entry.procedure.code, b.entry.procedure.code))
    .slice(0, limit)
    .map(({ entry }) => entry.procedure);
};
