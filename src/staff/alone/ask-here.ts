// What the counter answers by itself, and what it says where it cannot.
import { apiError } from '../api/problem.ts';
import { offlineAsk } from '../offline/answers/ask.ts';
import type { Counter } from '../offline/counter/counter.ts';
import type { CounterRefusal } from '../offline/counter-refusals.ts';

/** These say nothing of what was asked: only the server can. Every other word of the counter is told. */
const LEFT_TO_SERVER: readonly string[] = ['not-without-a-line', 'not-at-hand', 'vault-locked', 'not-enrolled', 'reference-missing'] satisfies readonly CounterRefusal['kind'][];

export const askHere = async (counter: Counter, path: string): Promise<unknown> => {
  const said = await offlineAsk(counter, path);
  if (said.ok) return said.value;
  if (LEFT_TO_SERVER.includes(said.refusal.code)) return undefined;
  throw apiError(said.refusal);
};
