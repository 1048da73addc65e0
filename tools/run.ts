// Runs one tool and hands back what it printed; the runner's own lines stay readable.
import { spawn } from 'node:child_process';

export type Ran = { readonly code: number; readonly output: string; readonly seconds: number };

export const run = (
  command: string, args: readonly string[], options: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    const keep = (chunk: Buffer): void => {
      chunks.push(chunk.toString());
      if (!options.quiet) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = (code: number): void =>
      resolve({ code, output: chunks.join(''), seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => { chunks.push(String(error)); end(127); });
    child.on('exit', (code) => end(code ?? 1));
  });

export const bin = (path: string): string => new URL(`../node_modules/${path}`, import.meta.url).pathname;
