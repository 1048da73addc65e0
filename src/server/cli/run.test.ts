import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../config.ts';
import { operatorError } from '../faults/operator-error.ts';
import { done, neededOption, refused, type Command } from './command.ts';
import type { CliContext } from './context.ts';
import { COMMANDS } from './registry.ts';
import { runLine } from './run.ts';

const command = (name: string, run: Command['run'], takes: readonly [number, number] = [0, 1]): Command => ({
  name, usage: '[X]', summary: `about ${name}`, takes, run, options: { who: { type: 'string' } },
});

const commands: readonly Command[] = [
  command('thing', () => Promise.resolve(done({ n: 1 }, 'một'))),
  command('thing deep', (_context, args) => Promise.resolve(done({ who: neededOption(args, 'who') }, 'sâu'))),
  command('no', () => Promise.resolve(refused({ why: 'no' }, 'không được'))),
  command('mend', () => Promise.reject(operatorError('hãy sửa'))),
  command('away', () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))),
  command('bug', () => Promise.reject(new TypeError('x is not a function'))),
];

const run = async (...line: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  let closed = 0;
  const context = { configuration: readConfiguration({}), close: () => Promise.resolve(void (closed += 1)) } as unknown as CliContext;
  const code = await runLine(line, commands, () => context, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n'), closed };
};

describe('exit codes', () => {
  test.each([
    [0, ['thing']],
    [1, ['no']],
    [1, ['mend']],
    [1, ['bug']],
    [2, ['unknown']],
    [2, ['thing', 'a', 'b']],
    [2, ['thing', '--strange']],
    [2, ['thing', 'deep']],
    [3, ['away']],
    [0, []],
    [0, ['help', 'thing']],
  ] as const)('%i: %j', async (code, line) => {
    expect((await run(...line)).code).toBe(code);
  });
});

test.each([
  ['Không có tham số --strange.', ['thing', '--strange']],
  ['Tham số --who thiếu giá trị; giá trị bắt đầu bằng dấu trừ thì ghi --who=-….', ['thing', '--who']],
  ['Tham số --who thiếu giá trị; giá trị bắt đầu bằng dấu trừ thì ghi --who=-….', ['thing', '--who', '-3wd']],
  ['Tham số --json không kèm giá trị.', ['thing', '--json=x']],
] as const)('what was typed wrong is told in Vietnamese, by its name: %s', async (said, line) => {
  const { code, err } = await run(...line);
  expect([code, err.split('\n')[0]]).toEqual([2, said]);
});

test('the longest name wins', async () => {
  expect((await run('thing', 'deep', '--who', 'Ẩn')).out).toBe('sâu');
});

test('--json prints one object and nothing else', async () => {
  expect((await run('thing', '--json')).out).toBe('{"n":1}');
  expect((await run('no', '--json')).out).toBe('{"why":"no"}');
  expect(JSON.parse((await run('mend', '--json')).out)).toEqual({ error: 'hãy sửa' });
});

test('whatever happens, what was opened is closed', async () => {
  for (const line of [['thing'], ['no'], ['away'], ['bug'], ['thing', 'deep']]) expect((await run(...line)).closed).toBe(1);
});

test('a fault to be mended shows no stack, a bug does', async () => {
  expect((await run('mend')).err).toBe('hãy sửa');
  expect((await run('bug')).err).toContain('run.test.ts');
});

test('a wrong line is answered with how to use it', async () => {
  expect((await run('thing', 'deep')).err).toContain('Cách dùng: motcua thing deep [X]');
});

test('names are unique and every command says what it does', () => {
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  expect(COMMANDS.every(({ summary }) => summary.length > 10)).toBe(true);
});
