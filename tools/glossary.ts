// glossary/terms.json binds English identifiers to the exact Vietnamese of the law.
import type { SourceFile } from './source-files.ts';

export type Term = {
  readonly en: string; readonly vi: string; readonly law: string; readonly means: string; readonly not: readonly string[];
};

export const parseTerms = (value: unknown): readonly Term[] => {
  if (!Array.isArray(value) || value.length === 0) throw new Error('glossary/terms.json: a list of terms is needed');
  const seen = new Set<string>();
  return value.map((entry: Record<string, unknown>, index) => {
    const text = (key: string): string => {
      const found = entry[key];
      if (typeof found !== 'string' || found.trim() === '' || found.normalize('NFC') !== found) throw new Error(`glossary/terms.json[${index}].${key}: a text in NFC is needed`);
      return found;
    };
    const not = entry['not'];
    if (!Array.isArray(not) || not.some((word) => typeof word !== 'string')) throw new Error(`glossary/terms.json[${index}].not: a list of texts is needed`);
    const en = text('en');
    if (seen.has(en)) throw new Error(`glossary/terms.json[${index}]: ${en} stands twice`);
    seen.add(en);
    return { en, vi: text('vi'), law: text('law'), means: text('means'), not: not as string[] };
  });
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const glossaryPage = (terms: readonly Term[]): string =>
  ['# Glossary', '', 'Generated from `glossary/terms.json` by `node tools/words.ts --write`.', '',
    '| identifier | Vietnamese | law or practice | means | not |', '|---|---|---|---|---|',
    ...[...terms].sort((a, b) => (a.en < b.en ? -1 : 1)).map((t) => `| ${t.en} | ${cell(t.vi)} | ${cell(t.law)} | ${cell(t.means)} | ${cell(t.not.join(' · '))} |`), '',
  ].join('\n');

/** Banned wording, looked for in what people read: string literals and markup, not comments. */
export const findBannedWording = (terms: readonly Term[], files: readonly SourceFile[]): string[] => {
  const banned = terms.flatMap((term) => term.not.map((word) => ({ word: word.toLowerCase(), vi: term.vi })));
  const found: string[] = [];
  for (const { path, text } of files) {
    if (!/^(src|demo)\/.*\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
    text.split('\n').forEach((line, index) => {
      if (/^\s*(\/\/|\*|\/\*)/.test(line)) return;
      const lower = line.toLowerCase();
      for (const { word, vi } of banned) if (lower.includes(word)) found.push(`${path}:${index + 1}: “${word}” → ${vi}`);
    });
  }
  return found;
};
