// How far a moment is, in the words of the register; full moments are written by the core.
import { formatDate } from '#core/kernel/format.ts';
import { type Moment, dateOf, momentToEpoch, toDayNumber, wallTimeOf } from '#core/kernel/moment.ts';

/** '18/11 16:30' in tables. */
export const shortMoment = (moment: Moment): string => `${formatDate(dateOf(moment)).slice(0, 5)} ${wallTimeOf(moment)}`;
export const fullMoment = (moment: Moment): string => `${formatDate(dateOf(moment))} ${wallTimeOf(moment)}`;

const MINUTE = 60_000;
/** As people say it: the largest whole unit. */
export const spanWords = (milliseconds: number): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 1) return 'dưới 1 phút';
  if (minutes < 60) return `${minutes} phút`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} giờ` : `${Math.floor(minutes / (24 * 60))} ngày`;
};
/** How long ago. */
export const agoWords = (from: Moment, now: Moment): string => spanWords(momentToEpoch(now) - momentToEpoch(from));

/** How far the due moment is, in the words of the register: còn, hôm nay, quá hạn. */
export const dueWords = (due: Moment, now: Moment): string => {
  const days = toDayNumber(dateOf(due)) - toDayNumber(dateOf(now));
  if (due < now) return days === 0 ? 'Quá hạn hôm nay' : `Quá hạn ${-days} ngày`;
  if (days === 0) return 'Đến hạn hôm nay';
  return `còn ${days} ngày`;
};

export const dueTone = (due: Moment, now: Moment): 'late' | 'soon' | 'calm' => {
  if (due < now) return 'late';
  return toDayNumber(dateOf(due)) - toDayNumber(dateOf(now)) <= 1 ? 'soon' : 'calm';
};

/** Per cent of the time between two moments that is over. */
export const usedShare = (from: Moment, to: Moment, now: Moment): number => {
  const whole = momentToEpoch(to) - momentToEpoch(from);
  if (whole <= 0) return now < to ? 0 : 100;
  return Math.max(0, Math.min(100, Math.round(((momentToEpoch(now) - momentToEpoch(from)) / whole) * 100)));
};
