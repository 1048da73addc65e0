// The batch that a change of the calendar opens: dossiers in hand get the date of the new calendar, or keep theirs.
// A date never moves nearer than the one printed for the citizen. Decided once; a newer version overtakes it.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.19
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

export const BATCH_STATES = ['open', 'applied', 'left', 'overtaken'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
export type BatchFacts = { readonly version: number; readonly state: BatchState; readonly byName?: string; readonly at?: Moment };
export type BatchRefused = { readonly kind: 'changed-meanwhile' } & BatchFacts;

export const settleBatch = (facts: BatchFacts): Result<BatchFacts, BatchRefused> =>
  facts.state === 'open' ? ok(facts) : refuse({ kind: 'changed-meanwhile', ...facts });
