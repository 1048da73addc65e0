// The way of a hand-over against the post's window, in words: apart from the due date, which is the agency's.
import { formatDate, formatDay } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { type OnTheWay, daysLateBy } from '#core/transit/late-on-the-way.ts';

export const transitInWords = (way: OnTheWay, now: Moment): string => {
  const late = daysLateBy(way, now);
  if (way.receivedAt !== undefined) return late === 0 ? 'Đã đến trong thời gian toàn trình' : `Đã đến, quá hạn chuyển ${late} ngày (hạn ${formatDate(way.endsOn)})`;
  return late === 0 ? `Đang đi, hạn chuyển ${formatDay(way.endsOn)}` : `Đang đi, quá hạn chuyển ${late} ngày (hạn ${formatDate(way.endsOn)})`;
};
