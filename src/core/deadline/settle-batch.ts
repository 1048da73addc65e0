// The batch that a change of the calendar opens: dossiers in hand get the date of the new calendar, or keep theirs.
// A date never moves nearer than the one printed for the citizen. Decided once; a newer version overtakes it. Applying
// goes step by step: once begun it may be gone on with by anybody, and can no longer be left.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.19
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

export const BATCH_STATES = ['open', 'running', 'applied', 'left', 'overtaken'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
/** Who decided, and when; while it runs, who began. */
export type BatchFacts = { readonly version: number; readonly state: BatchState; readonly byName?: string; readonly at?: Moment };
export type BatchRefused = { readonly kind: 'changed-meanwhile' } & Pick<BatchFacts, 'version' | 'state' | 'byName' | 'at'>;

const POSSIBLE: Readonly<Record<'apply' | 'leave', readonly BatchState[]>> = { apply: ['open', 'running'], leave: ['open'] };

export const settleBatch = <Facts extends BatchFacts>(facts: Facts, how: 'apply' | 'leave'): Result<Facts, BatchRefused> => {
  const { version, state, byName, at } = facts;
  return POSSIBLE[how].includes(state) ? ok(facts) : refuse({ kind: 'changed-meanwhile', version, state, byName, at });
};
