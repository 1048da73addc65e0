// What every clock answer looks like: the due moment with each interval and rule that made it.
// Amounts are working days, minutes or calendar days as `unit` says.
// @law NĐ 61/2018/NĐ-CP Đ.17; TT 01/2018/TT-VPCP Mẫu số 01
import type { Moment, PlainDate } from '../kernel/moment.ts';

export const EXPLANATION_RULES = [
  'received', 'posted', 'started-at-hand-over', 'started-at-agency', 'received-outside-sessions', 'after-cutoff', 'intake-day-not-counted',
  'counted', 'skipped-rest-day', 'skipped-holiday', 'make-up-day', 'rolled-off-rest-day', 'extra-days-if-large', 'linked-limit',
  'second-request', 'notice-late', 'supplied-in-part', 'supplied-late', 'paused', 'restarted', 'moved', 'extended', 'reappointed',
  'unconfirmed-day', 'due', 'finished', 'stopped', 'withdrawn', 'refused',
] as const;

export type ExplanationLine = {
  readonly rule: (typeof EXPLANATION_RULES)[number];
  readonly from?: PlainDate | Moment;
  readonly to?: PlainDate | Moment;
  readonly amount?: number;
  readonly unit?: 'working-days' | 'calendar-days' | 'working-minutes' | 'clock-minutes';
  /** One polite Vietnamese sentence for clerk and citizen. */
  readonly text: string;
  readonly law?: string;
};

export type Due = {
  readonly due: Moment;
  /** When the dossier legally counts as received. */
  readonly countsFrom: Moment;
  readonly explanation: readonly ExplanationLine[];
  readonly dependsOnUnconfirmed: boolean;
  readonly calendarVersion: string; // 'hatinh@3'
};
