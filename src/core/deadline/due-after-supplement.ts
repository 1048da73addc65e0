// What waiting does to the due moment. RESTART: the limit is counted again from zero once the dossier is
// complete. PAUSE: k working days of waiting move a working-day limit by exactly k, hours by the hours
// waited. Waiting for a financial duty always pauses. Several waits add up in their order.
// @law NĐ 61/2018/NĐ-CP Đ.19.4; NĐ 118/2025/NĐ-CP Đ.19
import { type Moment, dateOf } from '../kernel/moment.ts';
import { compiled } from './compiled-calendar.ts';
import { computeDue } from './compute-due.ts';
import { type DueFacts, figuresOf } from './due-figures.ts';
import type { Due, ExplanationLine } from './due.ts';
import { DAY_SECONDS, dateOfSeconds, fromLocalSeconds, toLocalSeconds } from './local-seconds.ts';
import { UNCONFIRMED_TEXT, dueText, said } from './sentences.ts';
import {
  addWorkingSeconds, countsFromSeconds, endOfDaySeconds, indexOf, nthWorkingAfter, siteOf, workedBefore,
  workingDayFrom, workingDaysBetween,
} from './working-time.ts';

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
  const opening: readonly ExplanationLine[] = restart
    ? [{
        rule: 'restarted', from: facts.receivedAt, to: restart.answeredAt,
        text: `Hồ sơ nộp lúc ${said(facts.receivedAt)} được yêu cầu bổ sung; thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ lúc ${said(restart.answeredAt)}.`,
        law: 'NĐ 61/2018/NĐ-CP Đ.19.4',
      }]
    : [];
  if (pauses.length === 0) return { ...base, explanation: [...opening, ...base.explanation] };

  const shifted = shift(start, pauses);
  const explained = base.explanation.filter((line) => line.rule !== 'due' && line.rule !== 'unconfirmed-day');
  const c = compiled(facts.calendar);
  const before = (day: number): number => c.unconfirmedBefore[indexOf(c, day)] ?? 0;
  const first = Math.floor(toLocalSeconds(start.receivedAt) / DAY_SECONDS);
  const unconfirmed = before(Math.floor(shifted.due / DAY_SECONDS) + 1) - before(first);
  const due = fromLocalSeconds(shifted.due);
  const tail: ExplanationLine[] = [...shifted.lines];
  if (unconfirmed > 0) {
    tail.push({ rule: 'unconfirmed-day', from: dateOf(start.receivedAt), to: dateOf(due), amount: unconfirmed, text: UNCONFIRMED_TEXT });
  }
  tail.push({ rule: 'due', from: due, text: dueText(due) });
  return { ...base, due, explanation: [...opening, ...explained, ...tail], dependsOnUnconfirmed: unconfirmed > 0 };
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
