// From a fresh clone to the sign-in page: the packages' own download is read from the lockfile's tarballs by npm.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../tools/run.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { round } from './load.ts';

const bytesBelow = (folder: string): number => Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);

export const benchStart = async (): Promise<Figures> => {
  const place = mkdtempSync(join(tmpdir(), 'motcua-fresh-'));
  const clone = join(place, 'clone');
  const cache = join(place, 'cache');
  const here = process.cwd();
  try {
    const began = performance.now();
    execFileSync('git', ['clone', '-q', here, clone]);
    process.chdir(clone);
    const installed = await run('npm', ['ci', '--cache', cache], { quiet: true });
    if (installed.code !== 0) throw new Error(installed.output.slice(-2000));
    const server = await startProduct({ env: {}, dataFolder: join(clone, '.data') });
    const ready = performance.now();
    await server.stop();
    return {
      fresh_clone_to_page_s: round((ready - began) / 1000, 1), install_s: round(installed.seconds, 1),
      downloaded_mb: round(bytesBelow(join(cache, '_cacache')) / 1e6, 1), node_modules_mb: round(bytesBelow('node_modules') / 1e6, 1),
    };
  } finally {
    process.chdir(here);
    rmSync(place, { recursive: true, force: true });
  }
};
