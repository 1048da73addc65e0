// What waiting does to the due moment. RESTART: the limit is counted again from zero once the dossier is
// complete. PAUSE: k working days of waiting move a working-day limit by exactly k, hours by the hours
// waited. Waiting for a financial duty always pauses. Several waits add up in their order.
// @law NĐ 61/2018/NĐ-CP Đ.19.4; NĐ 118/2025/NĐ-CP Đ.19
import { type Moment, dateOf } from '../kernel/moment.ts';
import { type CompiledCalendar, compiled } from './compiled-calendar.ts';
import { computeDue } from './compute-due.ts';
import { type DueFacts, figuresOf } from './due-figures.ts';
import type { Due, ExplanationLine } from './due.ts';
import { DAY_SECONDS, dateOfSeconds, fromLocalSeconds, toLocalSeconds } from './local-seconds.ts';
import { restDaysBetween } from './explain-due.ts';
import { UNCONFIRMED_TEXT, dueText, receivedText, said } from './sentences.ts';
import {
  addWorkingSeconds, countsFromSeconds, endOfDaySeconds, indexOf, nthWorkingAfter, siteOf, workedBefore,
  workingDayFrom, workingDaysBetween,
} from './working-time.ts';

const NEW_DECREE_FROM = '2025-07-01';

export type SupplementPolicy = 'RESTART' | 'PAUSE';

export type Waiting = {
  readonly kind: 'supplement' | 'financial-duty';
  readonly policy: SupplementPolicy;
  readonly askedAt: Moment;
  readonly answeredAt: Moment;
};

const WAITED_FOR: Readonly<Record<Waiting['kind'], string>> = {
  supplement: 'chờ bổ sung giấy tờ',
  'financial-duty': 'chờ thực hiện nghĩa vụ tài chính',
};

export const dueAfterSupplement = (
  facts: DueFacts & { readonly policy: SupplementPolicy; readonly askedAt: Moment; readonly suppliedAt: Moment },
): Due =>
  dueAfterWaiting(facts, [{ kind: 'supplement', policy: facts.policy, askedAt: facts.askedAt, answeredAt: facts.suppliedAt }]);

export const dueAfterWaiting = (facts: DueFacts, waits: readonly Waiting[]): Due => {
  const lastRestart = waits.findLastIndex((wait) => wait.policy === 'RESTART');
  const restart = waits[lastRestart];
  const start: DueFacts = restart ? { ...facts, receivedAt: restart.answeredAt } : facts;
  const pauses = waits.slice(lastRestart + 1);
  const base = computeDue(start);
  const opening = restart ? restartLines(facts, restart) : [];
  const body = restart ? base.explanation.filter((line) => line.rule !== 'received') : base.explanation;
  if (pauses.length === 0) return { ...base, explanation: [...opening, ...body] };

  const shifted = shift(start, pauses);
  const explained = body.filter((line) => line.rule !== 'due' && line.rule !== 'unconfirmed-day');
  const c = compiled(facts.calendar);
  const before = (day: number): number => c.unconfirmedBefore[indexOf(c, day)] ?? 0;
  const first = Math.floor(toLocalSeconds(start.receivedAt) / DAY_SECONDS);
  const unconfirmed = before(Math.floor(shifted.due / DAY_SECONDS) + 1) - before(first);
  const due = fromLocalSeconds(shifted.due);
  const tail: ExplanationLine[] = [...shifted.lines, ...movedLines(c, toLocalSeconds(base.due), shifted.due)];
  if (unconfirmed > 0) {
    tail.push({ rule: 'unconfirmed-day', from: dateOf(start.receivedAt), to: dateOf(due), amount: unconfirmed, text: UNCONFIRMED_TEXT });
  }
  tail.push({ rule: 'due', from: due, text: dueText(due) });
  return { ...base, due, explanation: [...opening, ...explained, ...tail], dependsOnUnconfirmed: unconfirmed > 0 };
};

/** The limit of the law in force when the dossier became complete. */
const restartLines = (facts: DueFacts, restart: Waiting): readonly ExplanationLine[] => [
  { rule: 'received', from: facts.receivedAt, text: receivedText(facts.receivedAt, facts.limit) },
  {
    rule: 'restarted', from: restart.askedAt, to: restart.answeredAt,
    text: `Hồ sơ được yêu cầu bổ sung lúc ${said(restart.askedAt)} và nhận đủ lúc ${said(restart.answeredAt)}; thời hạn giải quyết được tính lại từ đầu.`,
    law: restart.answeredAt < NEW_DECREE_FROM ? 'NĐ 61/2018/NĐ-CP Đ.19.4' : 'NĐ 118/2025/NĐ-CP',
  },
];

/** From the due day before the wait to the one after it, with the rest days on the way. */
const movedLines = (c: CompiledCalendar, from: number, to: number): readonly ExplanationLine[] => {
  if (to <= from) return [];
  const day = (seconds: number): number => Math.floor(seconds / DAY_SECONDS) - c.firstDay;
  return [
    ...restDaysBetween(c, day(from) + 1, day(to)),
    { rule: 'extended', from: fromLocalSeconds(from), to: fromLocalSeconds(to), text: `Thời gian trả kết quả chuyển từ ${said(fromLocalSeconds(from))} sang ${said(fromLocalSeconds(to))}.` },
  ];
};

type Shifted = { readonly due: number; readonly lines: readonly ExplanationLine[] };

const shift = (facts: DueFacts, pauses: readonly Waiting[]): Shifted => {
  const c = compiled(facts.calendar);
  const site = siteOf(c, facts.siteId);
  const figures = figuresOf(facts);
  let due = figures.due;
  let nominal = figures.nominalDay ?? 0;
  const lines: ExplanationLine[] = [];
  for (const pause of pauses) {
    const asked = Math.max(toLocalSeconds(pause.askedAt), figures.countsFrom);
    const answered = Math.max(countsFromSeconds(c, site, toLocalSeconds(pause.answeredAt)), asked);
    const why = `${said(pause.askedAt)} đến ${said(fromLocalSeconds(answered))}, ${WAITED_FOR[pause.kind]}`;
    const paused = (amount: number, unit: NonNullable<ExplanationLine['unit']>, said: string): void => {
      lines.push({ rule: 'paused', from: pause.askedAt, to: fromLocalSeconds(answered), amount, unit, text: `Tạm dừng tính thời gian từ ${why}: ${said} không tính vào thời hạn.` });
    };
    switch (facts.limit.kind) {
      case 'working-days':
      case 'same-day': {
        const days = workingDaysBetween(c, dateOfSeconds(asked), dateOfSeconds(answered));
        paused(days, 'working-days', `${days} ngày làm việc`);
        if (days > 0) due = endOfDaySeconds(c, site, nthWorkingAfter(c, Math.floor(due / DAY_SECONDS) - c.firstDay, days));
        break;
      }
      case 'calendar-days': {
        const days = Math.floor(answered / DAY_SECONDS) - Math.floor(asked / DAY_SECONDS);
        paused(days, 'calendar-days', `${days} ngày`);
        nominal += days;
        due = endOfDaySeconds(c, site, workingDayFrom(c, indexOf(c, c.firstDay + nominal)));
        break;
      }
      case 'working-hours': {
        const seconds = workedBefore(c, site, answered) - workedBefore(c, site, asked);
        paused(Math.floor(seconds / 60), 'working-minutes', `${Math.floor(seconds / 60)} phút làm việc`);
        due = addWorkingSeconds(c, site, due, seconds);
        break;
      }
      case 'clock-hours': {
        paused(Math.floor((answered - asked) / 60), 'clock-minutes', `${Math.floor((answered - asked) / 60)} phút`);
        due += answered - asked;
        break;
      }
    }
  }
  return { due, lines };
};
