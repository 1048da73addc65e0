// A complaint about the postal service: brought within so many months from the end of the transit time, settled within so
// many working days inside the province and between provinces by the rules of the day on which it comes; by a ground, or
// refused by one of three.
// @law TT 17/2017/TT-BTTTT Đ.12; NĐ 47/2011/NĐ-CP; BLDS 91/2015/QH13 Đ.148
import { compiled } from '../deadline/compiled-calendar.ts';
import type { ExplanationLine } from '../deadline/due.ts';
import { walkWorkingDays } from '../deadline/explain-due.ts';
import { type AnyCalendar, addWorkingDays } from '../deadline/working-time.ts';
import { formatDay } from '../kernel/format.ts';
import { type Moment, type PlainDate, dateOf, fromDayNumber, toDayNumber } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { ComplaintTimes } from '../transit/postal-rules.ts';

export const COMPLAINT_STATES = ['received', 'being-settled', 'settled', 'refused'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];
export const COMPLAINT_SUBJECTS = ['dossier', 'shipment', 'bag'] as const;
export const COMPLAINANTS = ['citizen', 'agency'] as const;
export const COMPLAINT_RESULTS = ['upheld', 'partly', 'dismissed'] as const;
/** What was brought to prove it. */
export const PROOF_KINDS = ['posting', 'damage', 'other'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];
export const MOST_PROOFS = 10;
export const REFUSAL_GROUNDS = ['out-of-time', 'no-proof', 'not-the-posts'] as const;

export const settleDays = ({ daysWithin, daysBetween }: ComplaintTimes, betweenProvinces: boolean): number => (betweenProvinces ? daysBetween : daysWithin);

/** The same day of a later month, or its last one. */
export const monthsLater = (date: PlainDate, months: number): PlainDate => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const firstOf = (month: number): number => toDayNumber(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as PlainDate);
  return fromDayNumber(Math.min(firstOf(index) + Number(date.slice(8, 10)) - 1, firstOf(index + 1) - 1));
};

/** Without a transit time nothing runs out. */
export const lastDayToComplain = (transitEndsOn: PlainDate | undefined, { months }: ComplaintTimes): PlainDate | undefined => transitEndsOn && monthsLater(transitEndsOn, months);

export type ComplaintClock = { readonly settleBy: PlainDate; readonly explanation: readonly ExplanationLine[] };
export const complaintClock = (receivedAt: Moment, betweenProvinces: boolean, times: ComplaintTimes, calendar: AnyCalendar): ComplaintClock => {
  const from = dateOf(receivedAt);
  const days = settleDays(times, betweenProvinces);
  const settleBy = addWorkingDays(calendar, from, days);
  const c = compiled(calendar);
  return {
    settleBy,
    explanation: [
      { rule: 'received', from, text: `Tiếp nhận ${formatDay(from)}, ngày này không tính. Bưu gửi ${betweenProvinces ? 'liên tỉnh' : 'trong tỉnh'}: giải quyết trong ${days} ngày làm việc.`, law: times.instrument },
      ...walkWorkingDays(c, toDayNumber(from) - c.firstDay, toDayNumber(settleBy) - c.firstDay),
      { rule: 'due', from: settleBy, text: `Giải quyết chậm nhất ${formatDay(settleBy)}.` },
    ],
  };
};

export type ComplaintStands = {
  readonly state: ComplaintState;
  readonly byName: string;
  readonly at: Moment;
  readonly lastDay?: PlainDate | undefined;
  readonly receivedAt: Moment;
  /** A number of a slip, or its scan. */
  readonly hasProof: boolean;
  /** The custody case it is about is of the same dossier. */
  readonly caseIsOfSubject?: boolean | undefined;
};
export type EndComplaint =
  | { readonly kind: 'settle'; readonly result: (typeof COMPLAINT_RESULTS)[number]; readonly ground: string; readonly note: string; readonly compensation?: number | undefined; readonly caseId?: string | undefined }
  | { readonly kind: 'refuse'; readonly ground: (typeof REFUSAL_GROUNDS)[number]; readonly note: string };
export type ComplaintRefused =
  | { readonly kind: 'complaint-ended'; readonly byName: string; readonly at: Moment }
  | { readonly kind: 'complaint-taken-up'; readonly byName: string; readonly at: Moment }
  | { readonly kind: 'complaint-not-taken-up' }
  | { readonly kind: 'complaint-in-time'; readonly lastDay?: PlainDate | undefined }
  | { readonly kind: 'complaint-has-proof' }
  | { readonly kind: 'proof-kept-already'; readonly count: number }
  | { readonly kind: 'too-many-proofs'; readonly kept: number }
  | { readonly kind: 'compensation-without-fault' }
  | { readonly kind: 'case-of-another' };

const isOver = ({ state }: ComplaintStands): boolean => state === 'settled' || state === 'refused';

export const takeUpComplaint = (stands: ComplaintStands): Result<true, ComplaintRefused> => {
  if (isOver(stands)) return refuse({ kind: 'complaint-ended', byName: stands.byName, at: stands.at });
  return stands.state === 'being-settled' ? refuse({ kind: 'complaint-taken-up', byName: stands.byName, at: stands.at }) : ok(true);
};

/** Brought later: while nobody has written its end, each file once, and no more than the complaint may have. */
export const addProofs = (proofs: readonly { readonly sha256: string }[], stands: ComplaintStands, kept: readonly string[]): Result<true, ComplaintRefused> => {
  if (isOver(stands)) return refuse({ kind: 'complaint-ended', byName: stands.byName, at: stands.at });
  const again = proofs.filter(({ sha256 }) => kept.includes(sha256)).length;
  if (again > 0) return refuse({ kind: 'proof-kept-already', count: again });
  return kept.length + proofs.length > MOST_PROOFS ? refuse({ kind: 'too-many-proofs', kept: kept.length }) : ok(true);
};

/** Settled by whoever took it up; refused at once or later, and only by a ground that holds. */
export const endComplaint = (command: EndComplaint, stands: ComplaintStands): Result<true, ComplaintRefused> => {
  if (isOver(stands)) return refuse({ kind: 'complaint-ended', byName: stands.byName, at: stands.at });
  if (command.kind === 'refuse') {
    const { lastDay, receivedAt, hasProof } = stands;
    if (command.ground === 'out-of-time' && (lastDay === undefined || dateOf(receivedAt) <= lastDay)) return refuse({ kind: 'complaint-in-time', lastDay });
    return command.ground === 'no-proof' && hasProof ? refuse({ kind: 'complaint-has-proof' }) : ok(true);
  }
  if (stands.state === 'received') return refuse({ kind: 'complaint-not-taken-up' });
  if (command.result === 'dismissed' && (command.compensation ?? 0) > 0) return refuse({ kind: 'compensation-without-fault' });
  return command.caseId !== undefined && stands.caseIsOfSubject !== true ? refuse({ kind: 'case-of-another' }) : ok(true);
};
