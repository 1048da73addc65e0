// What one command of the administrator's line is; a group of commands is one file listed in registry.ts.
import type { ParseArgsOptionsConfig } from 'node:util';
import type { CliContext } from './context.ts';

/** Documented in docs/runbook.md and in `motcua help`. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

export type Outcome = {
  readonly kind: 'done' | 'refused';
  /** for a person */
  readonly lines: readonly string[];
  /** for a program: printed whole by --json */
  readonly data: unknown;
  /** the lines are JSON already, one a row: --json prints them as they are */
  readonly jsonLines?: boolean;
};

export const done = (data: unknown, ...lines: readonly string[]): Outcome => ({ kind: 'done', lines, data });
export const refused = (data: unknown, ...lines: readonly string[]): Outcome => ({ kind: 'refused', lines, data });

export type Arguments = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

export type Command = {
  /** 'clock set': its words, in order */
  readonly name: string;
  /** what follows the name, e.g. '"2019-11-20 07:30" [--world TÊN]' */
  readonly usage: string;
  readonly summary: string;
  /** more lines for `motcua help NAME` */
  readonly details?: readonly string[];
  readonly options?: ParseArgsOptionsConfig;
  /** how many positionals it takes: [least, most] */
  readonly takes: readonly [number, number];
  readonly run: (context: CliContext, args: Arguments) => Promise<Outcome>;
};

const USAGE = 'UsageError';

/** Thrown by a command whose arguments make no sense: exit code 2 with the usage line. */
export const usageError = (message: string): Error => Object.assign(new Error(message), { name: USAGE });
export const isUsageError = (value: unknown): value is Error => value instanceof Error && value.name === USAGE;

export const textOption = (args: Arguments, name: string): string | undefined => {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
};

export const neededOption = (args: Arguments, name: string): string => {
  const value = textOption(args, name);
  if (value === undefined || value.trim() === '') throw usageError(`Thiếu --${name}.`);
  return value.normalize('NFC').trim();
};
