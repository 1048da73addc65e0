// The index law → code, built from the @law tags; a core file without one is a finding.
import type { SourceFile } from './source-files.ts';

const TAG = /@law\s+(.+)$/;
const isCore = (path: string): boolean => /^src\/core\/(?!kernel\/).*\.ts$/.test(path) && !path.endsWith('.test.ts');

const tagsOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => TAG.exec(line)?.[1]?.split(';').map((tag) => tag.trim().replace(/\s*\*\/$/, '')).filter(Boolean) ?? []);

export const lawIndex = (files: readonly SourceFile[]): string => {
  const places = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    if (!/^src\/.*\.(ts|tsx|sql)$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
    for (const tag of tagsOf(text)) places.set(tag, (places.get(tag) ?? new Set()).add(path));
  }
  const rows = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, paths]) => `| ${tag.replaceAll('|', '\\|')} | ${[...paths].sort().map((p) => `[${p.replace('src/', '')}](../../${p})`).join('<br>')} |`);
  return ['# Law → code', '', 'Generated from the `@law` tags by `node tools/words.ts --write`.', '', '| instrument and article | code |', '|---|---|', ...rows, ''].join('\n');
};

export const findUntagged = (files: readonly SourceFile[]): string[] =>
  files.filter(({ path, text }) => isCore(path) && !text.startsWith('//')).map(({ path }) => `${path}: opens without the rule it embodies`);
