// One question to the clock and its answer: a due moment with its state and explanation, or the field to put right.
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { ClockReading, LinkedLimit } from '#core/deadline/clock-reading.ts';
import { clockStart, startRuleOf } from '#core/deadline/clock-start.ts';
import type { CompiledCalendar } from '#core/deadline/compiled-calendar.ts';
import { forwardBy } from '#core/deadline/forward-by.ts';
import { runClock } from '#core/deadline/run-clock.ts';
import { type StepDue, stepDues } from '#core/deadline/step-limits.ts';
import { hasSite, reaches } from '#core/deadline/working-time.ts';
import { cutoffOn } from '#core/dossier/desk-settings.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import type { Channel, ProcedureVersion, TimeLimit } from '#core/procedure/procedure.ts';
import { clockRefusalField, clockRefusalText } from '#wire/refusals/clock.ts';
import { limitByProcedure, limitByText } from './due-date-input.ts';

export const DEFAULT_SITE = 'ha-tinh-hours';
const CHANNELS: readonly Channel[] = ['counter', 'post', 'online'];

export type Question = Readonly<Record<'limit' | 'procedure' | 'site' | 'received' | 'channel' | 'started', string | undefined>> & {
  readonly large: boolean;
  /** Received outside the competent agency's territory. */
  readonly away: boolean;
};
export type Wrong = { readonly field: string; readonly error: string };
export type Found = ClockReading & {
  readonly limit: TimeLimit;
  /** When the desk must have passed the dossier on. */
  readonly forwardBy: Moment;
  readonly procedure?: Pick<ProcedureVersion, 'code' | 'name' | 'version'>;
  readonly steps?: readonly StepDue[];
};

export const isWrong = (found: Found | Wrong): found is Wrong => 'error' in found;

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

export const answer = (
  question: Question, calendar: CompiledCalendar, events: readonly ClockEvent[] = [], linked?: readonly LinkedLimit[],
): Found | Wrong => {
  const wrong = (field: string, error: string): Wrong => ({ field, error });
  const siteId = filled(question.site) ?? (hasSite(calendar, DEFAULT_SITE) ? DEFAULT_SITE : ([...calendar.sites.keys()][0] ?? DEFAULT_SITE));
  if (!hasSite(calendar, siteId)) return wrong('site', `Lịch không có nơi "${siteId}"; có: ${[...calendar.sites.keys()].join(', ')}.`);
  const receivedAt = parseMoment(question.received ?? '');
  if (!receivedAt) return wrong('received', `Không hiểu "${question.received ?? ''}" là lúc nào; ghi dạng 2019-11-18T15:10.`);
  const date = dateOf(receivedAt);
  if (!reaches(calendar, date)) return wrong('received', `Lịch ${calendar.version} không có năm ${date.slice(0, 4)}; kiểm tra lại năm dương lịch.`);
  const channel = CHANNELS.find((candidate) => candidate === (filled(question.channel) ?? 'counter'));
  if (!channel) return wrong('channel', `Kênh "${question.channel}" không có; chọn ${CHANNELS.join(', ')}.`);
  const startedAt = filled(question.started) === undefined ? receivedAt : parseMoment(question.started ?? '');
  if (!startedAt) return wrong('started', `Không hiểu "${question.started}" là lúc nào; ghi dạng 2019-11-18T15:10.`);
  const limitText = filled(question.limit);
  const code = filled(question.procedure);
  if ((limitText === undefined) === (code === undefined)) return wrong('limit', 'Cần một trong hai: limit hoặc procedure.');
  const found = limitText !== undefined ? limitByText(limitText) : limitByProcedure(code ?? '', channel, date);
  if (!found.ok) return wrong(limitText !== undefined ? 'limit' : 'procedure', found.refusal);

  const where = { siteId, channel, away: question.away, receivedAt };
  const rule = startRuleOf(where);
  if (rule === 'desk' && startedAt !== receivedAt) return wrong('started', 'Thời hạn bắt đầu khi tiếp nhận; chỉ ghi started khi gửi qua bưu chính (channel post) hoặc nộp ngoài địa bàn (--away).');
  const { limit, procedure } = found.value;
  const facts = {
    receivedAt, limit, siteId, calendar, cutoffTime: cutoffOn(date), large: question.large,
    start: clockStart({ ...where, handedOverAt: startedAt, agencyReceivedAt: startedAt }), ...(linked ? { linked } : {}),
  };
  const reading = runClock(facts, events);
  if (!reading.ok) return wrong(clockRefusalField(reading.refusal), clockRefusalText(reading.refusal));
  const { due, state, explanation, ...rest } = reading.value;
  return {
    due, state, ...rest, limit, forwardBy: forwardBy({ receivedAt, calendar, siteId, cutoffTime: cutoffOn(date) }),
    ...(procedure ? {
      procedure: { code: procedure.code, name: procedure.name, version: procedure.version },
      steps: stepDues(procedure.steps, { countsFrom: rest.countsFrom, due: rest.statutoryDue, calendar, siteId }),
    } : {}),
    explanation,
  };
};
