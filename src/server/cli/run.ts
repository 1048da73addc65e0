// From words to an exit code; everything a command needs is found here, so that a test can call it without a process.
import { parseArgs } from 'node:util';
import { isOperatorError, isUnreachable } from '../faults/operator-error.ts';
import { EXIT, isUsageError, usageError, type Command, type Outcome } from './command.ts';
import type { CliContext } from './context.ts';
import { helpOf, helpOfAll } from './help.ts';

export type Output = { readonly out: (line: string) => void; readonly err: (line: string) => void };
export type OpenContext = (report: (line: string) => void) => CliContext;

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, world: { type: 'string' } } as const;

type Found = { readonly command: Command; readonly rest: readonly string[] };

/** The longest name that the line begins with. */
const findCommand = (commands: readonly Command[], words: readonly string[]): Found | undefined =>
  commands
    .map((command) => ({ command, length: command.name.split(' ').length }))
    .filter(({ command, length }) => words.slice(0, length).join(' ') === command.name)
    .sort((a, b) => b.length - a.length)
    .map(({ command, length }) => ({ command, rest: words.slice(length) }))[0];

/** Node says it in English; a flag that takes no value and a value that is missing are told from its sentence. */
const optionFault = (cause: unknown): string => {
  const { message } = cause as Error;
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? '';
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tham số ${option}.`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `Tham số không hợp lệ: ${message}`;
  return message.includes('does not take an argument') ? `Tham số ${option} không kèm giá trị.` : `Tham số ${option} thiếu giá trị; giá trị bắt đầu bằng dấu trừ thì ghi ${option}=-….`;
};

const parse = ({ command, rest }: Found) => {
  try {
    const parsed = parseArgs({ args: [...rest], options: { ...command.options, ...COMMON }, allowPositionals: true });
    const values = parsed.values as Readonly<Record<string, string | boolean | undefined>>;
    return { positionals: parsed.positionals, options: values };
  } catch (cause) {
    throw usageError(optionFault(cause));
  }
};

const runCommand = async (found: Found, json: boolean, openContext: OpenContext, output: Output): Promise<Outcome> => {
  const args = parse(found);
  const [least, most] = found.command.takes;
  if (args.positionals.length < least) throw usageError('Thiếu tham số.');
  if (args.positionals.length > most) throw usageError(`Thừa tham số: ${args.positionals.slice(most).join(' ')}`);
  const context = openContext(json ? output.err : output.out);
  try {
    return await found.command.run(context, args);
  } finally {
    await context.close();
  }
};

const codeOf = (cause: unknown): number => {
  if (isUsageError(cause)) return EXIT.usage;
  return isUnreachable(cause) ? EXIT.unreachable : EXIT.refused;
};

const sentenceOf = (cause: unknown, command: Command): string => {
  if (isUsageError(cause)) return `${cause.message}\nCách dùng: motcua ${command.name} ${command.usage}`.trimEnd();
  if (isOperatorError(cause)) return cause.message;
  if (isUnreachable(cause)) return `Không kết nối được cơ sở dữ liệu: ${(cause as Error).message}`;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
};

export const runLine = async (
  line: readonly string[], commands: readonly Command[], openContext: OpenContext, output: Output,
): Promise<number> => {
  const json = line.includes('--json');
  const words = line[0] === 'help' ? line.slice(1) : line;
  const found = findCommand(commands, words);
  if (words.length === 0 || (found === undefined && words[0]?.startsWith('-'))) {
    output.out(helpOfAll(commands));
    return words.length === 0 || words.includes('--help') || words.includes('-h') ? EXIT.done : EXIT.usage;
  }
  if (found === undefined) {
    output.err(`Không có lệnh "${words.filter((word) => !word.startsWith('-')).join(' ')}". Hãy xem: motcua help`);
    return EXIT.usage;
  }
  if (line[0] === 'help' || line.includes('--help') || line.includes('-h')) {
    output.out(helpOf(found.command));
    return EXIT.done;
  }
  try {
    const outcome = await runCommand(found, json, openContext, output);
    if (json && outcome.jsonLines !== true) output.out(JSON.stringify(outcome.data));
    else for (const text of outcome.lines) output.out(text);
    return outcome.kind === 'done' ? EXIT.done : EXIT.refused;
  } catch (cause) {
    const sentence = sentenceOf(cause, found.command);
    output.err(sentence);
    if (json) output.out(JSON.stringify({ error: sentence }));
    return codeOf(cause);
  }
};
