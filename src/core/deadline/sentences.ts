// The sentences of the explanation: polite, whole, with the law of their day.
// Until 31/12/2020 rest days stood in the Labour Code of 2012, since then in that of 2019.
// @law BLLĐ 10/2012/QH13 Đ.110, Đ.115; BLLĐ 45/2019/QH14 Đ.111, Đ.112; NQ 28/2026/QH16
import { formatDay, formatHour } from '../kernel/format.ts';
import { type Moment, type PlainDate, type WallTime, dateOf } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { ruleOrFirst } from './clock-rules.ts';
import type { ExplanationLine } from './due.ts';
import type { CalendarDay } from './working-calendar.ts';

const OLD_CODE_UNTIL = '2021-01-01';

export const restLaw = (date: PlainDate): string =>
  date < OLD_CODE_UNTIL ? 'BLLĐ 10/2012/QH13 Đ.110' : 'BLLĐ 45/2019/QH14 Đ.111';

const holidayLaw = (date: PlainDate): string => {
  if (date.slice(5) === '11-24') return 'NQ 28/2026/QH16';
  return date < OLD_CODE_UNTIL ? 'BLLĐ 10/2012/QH13 Đ.115' : 'BLLĐ 45/2019/QH14 Đ.112';
};

export const sentence = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

/** '15 giờ 10, thứ Sáu, 20/11/2026', after 'lúc'. */
export const said = (moment: Moment): string => `${formatHour(moment)}, ${formatDay(dateOf(moment))}`;

export const UNCONFIRMED_TEXT =
  'Lịch nghỉ trong khoảng thời gian này chưa được công bố chính thức; ngày hẹn trả có thể được điều chỉnh và sẽ được thông báo lại.';

export const dueText = (due: Moment): string => `Thời gian trả kết quả: ${said(due)}.`;

const SO = { counting: 'nên không tính', ending: 'nên thời hạn không kết thúc vào ngày này' } as const;

/** Why a day is not counted or a limit does not end on it, or why a Saturday is worked. */
export const calendarDayLine = (date: PlainDate, note: CalendarDay | undefined, when: keyof typeof SO = 'counting'): ExplanationLine => {
  const day = sentence(formatDay(date));
  const so = SO[when];
  switch (note?.kind) {
    case undefined:
      return { rule: 'skipped-rest-day', from: date, text: `${day} là ngày nghỉ hằng tuần ${so}.`, law: restLaw(date) };
    case 'holiday':
      return { rule: 'skipped-holiday', from: date, text: `${day} là ngày nghỉ lễ, tết (${note.name}) ${so}.`, law: holidayLaw(date) };
    case 'compensatory':
      return { rule: 'skipped-holiday', from: date, text: `${day} là ngày nghỉ bù (${note.name}) ${so}.`, law: date < OLD_CODE_UNTIL ? 'BLLĐ 10/2012/QH13 Đ.115.3' : 'BLLĐ 45/2019/QH14 Đ.111.3' };
    case 'swap-off':
      return { rule: 'skipped-holiday', from: date, text: `${day} là ngày nghỉ theo phương án hoán đổi ngày làm việc (${note.name}) ${so}.`, law: note.source };
    case 'make-up':
      return { rule: 'make-up-day', from: date, text: `${day} là ngày làm bù (${note.name}) nên được tính là ngày làm việc.`, law: note.source };
  }
};

export const countedText = (from: PlainDate, to: PlainDate, days: number): string =>
  from === to ? `Tính ${days} ngày làm việc: ${formatDay(from)}.` : `Tính ${days} ngày làm việc, từ ${formatDay(from)} đến ${formatDay(to)}.`;

/** The law is that of the desk; where the time begins elsewhere, the next line says by which. */
export const receivedLine = (received: Moment, limit: TimeLimit, startsHere = true): ExplanationLine => ({
  rule: 'received', from: received, text: `Hồ sơ nộp lúc ${said(received)}. ${limitText(limit)}`,
  ...(startsHere ? { law: ruleOrFirst('deskStarts', dateOf(received)).law } : {}),
});

const limitText = (limit: TimeLimit): string => {
  switch (limit.kind) {
    case 'working-days': return `Thời hạn giải quyết: ${limit.days} ngày làm việc.`;
    case 'calendar-days': return `Thời hạn giải quyết: ${limit.days} ngày.`;
    case 'working-hours': return `Thời hạn giải quyết: ${limit.hours} giờ làm việc.`;
    case 'clock-hours': return `Thời hạn giải quyết: ${limit.hours} giờ liên tục.`;
    case 'same-day': return 'Thời hạn giải quyết: trong ngày làm việc.';
  }
};

/** 'sau 15 giờ', 'sau 15 giờ 30'. */
export const cutoffText = (cutoff: WallTime): string => {
  const minutes = cutoff.slice(3, 5);
  const hour = `${Number(cutoff.slice(0, 2))} giờ${minutes === '00' ? '' : ` ${minutes}`}`;
  return `Hồ sơ được tiếp nhận sau ${hour} nên kết quả được trả trong ngày làm việc tiếp theo.`;
};
