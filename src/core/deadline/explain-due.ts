// The explanation of a due moment: each interval counted and each day skipped, with why and by which law.
// The lines stand in the order of time, so that a citizen can follow them with a finger on a calendar.
// @law BLDS 91/2015/QH13 Đ.147, Đ.148; BLLĐ 45/2019/QH14 Đ.111, Đ.112; NĐ 61/2018/NĐ-CP Đ.15
import { type PlainDate, dateOf, fromDayNumber } from '../kernel/moment.ts';
import { formatDay } from '../kernel/format.ts';
import { type CompiledCalendar, compiled } from './compiled-calendar.ts';
import type { DueFacts, DueFigures } from './due-figures.ts';
import type { Due, ExplanationLine } from './due.ts';
import { DAY_SECONDS, fromLocalSeconds } from './local-seconds.ts';
import { UNCONFIRMED_TEXT, calendarDayLine, countedText, cutoffText, dueText, receivedLine, said, sentence } from './sentences.ts';
import { siteOf, workedBefore } from './working-time.ts';

const dateAt = (c: CompiledCalendar, index: number): PlainDate => fromDayNumber(c.firstDay + index);

/** Days in (after, last]: runs of counted days, with each skipped or made-up day between them. */
export const walkWorkingDays = (c: CompiledCalendar, after: number, last: number): readonly ExplanationLine[] => {
  const lines: ExplanationLine[] = [];
  let runFrom = -1;
  let run = 0;
  const close = (end: number): void => {
    if (run > 0) {
      const from = dateAt(c, runFrom);
      const to = dateAt(c, end);
      lines.push({ rule: 'counted', from, to, amount: run, unit: 'working-days', text: countedText(from, to, run) });
    }
    run = 0;
  };
  for (let i = after + 1; i <= last; i += 1) {
    if (c.working[i] === 1) {
      if (c.notes.get(i)?.kind === 'make-up') {
        close(i - 1);
        lines.push(calendarDayLine(dateAt(c, i), c.notes.get(i)));
      }
      if (run === 0) runFrom = i;
      run += 1;
    } else {
      close(i - 1);
      lines.push(calendarDayLine(dateAt(c, i), c.notes.get(i)));
    }
  }
  close(last);
  return lines;
};

/** Days without work from the first up to, not including, the last. */
export const restDaysBetween = (c: CompiledCalendar, first: number, last: number, when: 'counting' | 'ending' = 'counting'): readonly ExplanationLine[] => {
  const lines: ExplanationLine[] = [];
  for (let i = first; i < last; i += 1) {
    if (c.working[i] !== 1) lines.push(calendarDayLine(dateAt(c, i), c.notes.get(i), when));
  }
  return lines;
};

const rolledLines = (c: CompiledCalendar, nominal: number, dueDay: number): readonly ExplanationLine[] => {
  const lines: ExplanationLine[] = [...restDaysBetween(c, nominal, dueDay, 'ending')];
  if (dueDay > nominal) {
    lines.push({
      rule: 'rolled-off-rest-day', from: dateAt(c, nominal), to: dateAt(c, dueDay),
      text: `Ngày cuối của thời hạn là ${formatDay(dateAt(c, nominal))}, trùng ngày nghỉ, nên thời hạn kết thúc vào ngày làm việc tiếp theo: ${formatDay(dateAt(c, dueDay))}.`,
      law: 'BLDS 91/2015/QH13 Đ.148.5',
    });
  }
  return lines;
};

/** What the first day and its moment are called: of intake, of a supplement, of a hand-over, of an agency's turn. */
export type StartWords = { readonly day: string; readonly moment: string };
export const INTAKE_WORDS: StartWords = { day: 'Ngày tiếp nhận', moment: 'Thời điểm nộp ngoài giờ làm việc nên hồ sơ được tính là tiếp nhận khi mở phiên làm việc kế tiếp' };

const limitLines = (facts: DueFacts, f: DueFigures, c: CompiledCalendar, words: StartWords): readonly ExplanationLine[] => {
  const start = Math.floor(f.countsFrom / DAY_SECONDS) - c.firstDay;
  const end = Math.floor(f.due / DAY_SECONDS) - c.firstDay;
  const startDate = dateAt(c, start);
  const notCounted: ExplanationLine = {
    rule: 'intake-day-not-counted', from: startDate,
    text: `${words.day} (${formatDay(startDate)}) không tính vào thời hạn.`, law: 'BLDS 91/2015/QH13 Đ.147.2',
  };
  const large: readonly ExplanationLine[] = f.extraDays > 0
    ? [{ rule: 'extra-days-if-large', amount: f.extraDays, unit: 'working-days', text: `Hồ sơ có nhiều trang hoặc nội dung phức tạp nên thời hạn được kéo dài thêm ${f.extraDays} ngày làm việc.`, law: 'NĐ 23/2015/NĐ-CP Đ.21' }]
    : [];
  switch (facts.limit.kind) {
    case 'working-days':
      return [...large, notCounted, ...walkWorkingDays(c, start, end)];
    case 'calendar-days': {
      const nominal = f.nominalDay ?? end;
      const from = dateAt(c, start + 1);
      const to = dateAt(c, nominal);
      const counted: ExplanationLine = { rule: 'counted', from, to, amount: facts.limit.days, unit: 'calendar-days', text: `Tính ${facts.limit.days} ngày liên tục, từ ${formatDay(from)} đến ${formatDay(to)}, kể cả ngày nghỉ.` };
      return [notCounted, counted, ...rolledLines(c, nominal, end)];
    }
    case 'working-hours': {
      const site = siteOf(c, facts.siteId);
      const lines: ExplanationLine[] = [];
      for (let i = start; i <= end; i += 1) {
        const midnight = (c.firstDay + i) * DAY_SECONDS;
        const sessions = site.open[i] ?? [];
        const from = Math.max(f.countsFrom, midnight + (sessions[0]?.from ?? 0));
        const to = Math.min(f.due, midnight + (sessions.at(-1)?.to ?? 0));
        const minutes = Math.floor((workedBefore(c, site, to) - workedBefore(c, site, from)) / 60);
        const note = c.notes.get(i);
        if (c.working[i] !== 1 || note) lines.push(calendarDayLine(dateAt(c, i), note));
        if (minutes > 0) lines.push({ rule: 'counted', from: fromLocalSeconds(from), to: fromLocalSeconds(to), amount: minutes, unit: 'working-minutes', text: sentence(`${formatDay(dateAt(c, i))}: tính ${minutes} phút trong giờ làm việc.`) });
      }
      return lines;
    }
    case 'clock-hours':
      return [{ rule: 'counted', from: fromLocalSeconds(f.countsFrom), to: fromLocalSeconds(f.due), amount: facts.limit.hours * 60, unit: 'clock-minutes', text: `Tính ${facts.limit.hours} giờ liên tục, kể cả ban đêm và ngày nghỉ.` }];
    case 'same-day': {
      const cutoff: readonly ExplanationLine[] = f.afterCutoff
        ? [{ rule: 'after-cutoff', from: fromLocalSeconds(f.countsFrom), text: cutoffText(facts.cutoffTime), law: 'NĐ 23/2015/NĐ-CP Đ.7' }]
        : [];
      if (end === start) return cutoff;
      const opened = c.working[start] === 1 ? [] : restDaysBetween(c, start, start + 1);
      return [...cutoff, ...opened, ...large, ...walkWorkingDays(c, start, end)];
    }
  }
};

/** From the moment that counts to the due moment: how each day or minute was taken. */
export const countingLines = (facts: DueFacts, f: DueFigures, words: StartWords = INTAKE_WORDS): readonly ExplanationLine[] => {
  const c = compiled(facts.calendar);
  if (f.countsFrom === f.receivedAt) return limitLines(facts, f, c, words);
  const dayAt = (seconds: number): number => Math.floor(seconds / DAY_SECONDS) - c.firstDay;
  const received = fromLocalSeconds(f.receivedAt);
  const countsFrom = fromLocalSeconds(f.countsFrom);
  return [
    ...restDaysBetween(c, dayAt(f.receivedAt), dayAt(f.countsFrom)),
    { rule: 'received-outside-sessions', from: received, to: countsFrom, text: `${words.moment}: ${said(countsFrom)}.` },
    ...limitLines(facts, f, c, words),
  ];
};

/** Days not yet announced from the one moment to the other, both days included. */
export const unconfirmedBetween = (c: CompiledCalendar, from: number, to: number): number =>
  (c.unconfirmedBefore[Math.floor(to / DAY_SECONDS) - c.firstDay + 1] ?? 0) - (c.unconfirmedBefore[Math.floor(from / DAY_SECONDS) - c.firstDay] ?? 0);

/** The last lines: what is not certain yet, and the moment itself. */
export const closingLines = (c: CompiledCalendar, from: number, to: number): readonly ExplanationLine[] => {
  const amount = unconfirmedBetween(c, from, to);
  const due = fromLocalSeconds(to);
  const line: ExplanationLine = { rule: 'due', from: due, text: dueText(due) };
  return amount === 0 ? [line] : [{ rule: 'unconfirmed-day', from: dateOf(fromLocalSeconds(from)), to: dateOf(due), amount, text: UNCONFIRMED_TEXT }, line];
};

export const explainDue = (facts: DueFacts, f: DueFigures): Due => {
  const c = compiled(facts.calendar);
  const received = fromLocalSeconds(f.receivedAt);
  return {
    due: fromLocalSeconds(f.due), countsFrom: fromLocalSeconds(f.countsFrom),
    explanation: [receivedLine(received, facts.limit), ...countingLines(facts, f), ...closingLines(c, f.receivedAt, f.due)],
    dependsOnUnconfirmed: unconfirmedBetween(c, f.receivedAt, f.due) > 0, calendarVersion: c.version,
  };
};
