// What `npm run check` and `npm test` are made of. Each stage says how many of its tests passed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, run } from './run.ts';

export type Outcome = { readonly name: string; readonly passed: number; readonly failed: number; readonly seconds: number };

/** A tool that is right or wrong as a whole counts as one test. */
const whole = async (name: string, command: string, args: readonly string[]): Promise<Outcome> => {
  const { code, output, seconds } = await run(command, args, { quiet: true });
  if (code !== 0) process.stdout.write(`\n── ${name}\n${output}\n`);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
};

export const types = (): Promise<Outcome> => whole('types', process.execPath, ['tools/types.ts']);
export const lint = (): Promise<Outcome> =>
  whole('lint', process.execPath, [bin('oxlint/bin/oxlint'), '-c', '.oxlintrc.json', '--deny-warnings', 'src', 'testing', 'demo', 'bench', 'e2e', 'tools']);
export const rooms = (): Promise<Outcome> =>
  whole('rooms', process.execPath, [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', 'rooms.cjs', '--output-type', 'err', 'src']);
export const words = (): Promise<Outcome> => whole('words', process.execPath, ['tools/words.ts']);
export const deadCode = (): Promise<Outcome> => whole('dead code', process.execPath, [bin('knip/bin/knip.js'), '--no-progress']);

export const vitest = async (project: 'unit' | 'press' | 'db', env: Record<string, string> = {}, label = ''): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-vitest-'));
  const report = join(folder, 'report.json');
  const { code, output, seconds } = await run(
    process.execPath,
    [bin('vitest/vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env, quiet: true },
  );
  if (code !== 0) process.stdout.write(output);
  let passed = 0;
  let failed = code === 0 ? 0 : 1;
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
    passed = counts.numPassedTests;
    failed = Math.max(failed, counts.numFailedTests + counts.numPendingTests);
  } catch {
    failed = Math.max(failed, 1);
  }
  rmSync(folder, { recursive: true, force: true });
  return { name: `${project} tests${label}`, passed, failed: passed === 0 ? Math.max(failed, 1) : failed, seconds };
};

export const browser = async (): Promise<Outcome> => {
  const { output, code, seconds } = await run(process.execPath, ['tools/e2e.ts', '--counts']);
  const counts = /E2E-COUNTS (\d+) (\d+)/.exec(output);
  const failed = Number(counts?.[2] ?? 1);
  return { name: 'browser tests', passed: Number(counts?.[1] ?? 0), failed: code === 0 ? failed : Math.max(1, failed), seconds };
};

/** Prints a line a stage and the closing line; true when all passed. */
export const conclude = (outcomes: readonly Outcome[]): boolean => {
  console.log('');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`);
  }
  const passed = outcomes.reduce((n, o) => n + o.passed, 0);
  const failed = outcomes.reduce((n, o) => n + o.failed, 0);
  console.log('');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
};
