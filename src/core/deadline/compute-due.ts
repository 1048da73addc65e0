// The due moment of a dossier with its explanation; `dueMoment` is the same figure without the text.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.19; NĐ 118/2025/NĐ-CP Đ.17
import type { Moment } from '../kernel/moment.ts';
import { type DueFacts, figuresOf } from './due-figures.ts';
import type { Due } from './due.ts';
import { explainDue } from './explain-due.ts';
import { fromLocalSeconds } from './local-seconds.ts';

export const computeDue = (facts: DueFacts): Due => explainDue(facts, figuresOf(facts));

/** Only the moment, for reckoning many. */
export const dueMoment = (facts: DueFacts): Moment => fromLocalSeconds(figuresOf(facts).due);
