// The files git knows or would know: what every check reads.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type SourceFile = { readonly path: string; readonly text: string };

export const listFiles = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && existsSync(path))
    .sort();

export const readSources = (...patterns: string[]): SourceFile[] =>
  listFiles(...patterns).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
