// The staff app is built when it is missing or older than its sources. A failed build is told and the rest is
// served: citizens still track their dossiers.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = new URL('../../../', import.meta.url).pathname;
/** The browser's rooms: a change in any of them is a change of the app. */
const SOURCES = ['src/staff', 'src/core', 'src/wire', 'src/documents', 'vite.config.ts', 'package.json'];

const newestIn = (path: string): number => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
};

export const isStale = (root: string): boolean => {
  const built = statSync(join(root, 'dist', 'staff', 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || SOURCES.some((source) => newestIn(join(root, source)) > built);
};

export const buildStaffApp = async (report: (line: string) => void, root: string = ROOT): Promise<void> => {
  if (!existsSync(join(root, 'src/staff/index.html')) || !isStale(root)) return;
  report('Đang dựng ứng dụng cho cán bộ …');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const output: string[] = [];
  const code = await new Promise<number>((done) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part.toString()));
    child.once('error', () => done(1));
    child.once('exit', (exit) => done(exit ?? 1));
  });
  if (code !== 0) report(`Không dựng được ứng dụng cho cán bộ, nên /lam-viec/ chưa dùng được:\n${output.join('').trim()}`);
};
