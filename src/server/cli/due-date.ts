// The statutory clock at the command line: a due date with each rule that made it, without server or database.
import { computeDue } from '#core/deadline/compute-due.ts';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { hasSite, reaches } from '#core/deadline/working-time.ts';
import { type WallTime, addDays, dateOf } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import type { Due } from '#core/deadline/due.ts';
import type { Channel, TimeLimit } from '#core/procedure/procedure.ts';
import { type Arguments, type Command, done, refused, textOption, usageError } from './command.ts';
import { type LimitFound, limitByProcedure, limitByText, readCalendar, readText } from './due-date-input.ts';

const CUTOFF = '15:00' as WallTime;
const DEFAULT_SITE = 'ha-tinh-hours';
const CHANNELS: readonly Channel[] = ['counter', 'post', 'online'];

type Question = Readonly<Record<'limit' | 'procedure' | 'site' | 'received' | 'channel', string | undefined>> & { readonly large: boolean };
type Wrong = { readonly error: string; readonly field: string };
type Answer = Wrong | (Due & { readonly state: 'running'; readonly limit: TimeLimit; readonly procedure?: LimitFound['procedure'] });

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

/** More calendar days than the limit can ever take, rest days and a long Tết included. */
const daysNeeded = (limit: TimeLimit): number => {
  if (limit.kind === 'working-days') return limit.days * 2 + 60;
  if (limit.kind === 'calendar-days') return limit.days + 60;
  return limit.kind === 'same-day' ? 60 : limit.hours + 60;
};

const answer = (question: Question, calendar: CompiledCalendar): Answer => {
  const wrong = (field: string, error: string): Answer => ({ field, error });
  const siteId = filled(question.site) ?? DEFAULT_SITE;
  if (!hasSite(calendar, siteId)) return wrong('site', `Lịch không có nơi "${siteId}"; có: ${[...calendar.sites.keys()].join(', ')}.`);
  const receivedAt = parseMoment(question.received ?? '');
  if (!receivedAt) return wrong('received', `Không hiểu "${question.received ?? ''}" là lúc nào; ghi dạng 2019-11-18T15:10.`);
  const date = dateOf(receivedAt);
  if (!reaches(calendar, date)) return wrong('received', `Lịch không có năm ${date.slice(0, 4)}.`);
  const channel = CHANNELS.find((candidate) => candidate === (filled(question.channel) ?? 'counter'));
  if (!channel) return wrong('channel', `Kênh "${question.channel}" không có; chọn ${CHANNELS.join(', ')}.`);
  const limitText = filled(question.limit);
  const code = filled(question.procedure);
  if ((limitText === undefined) === (code === undefined)) return wrong('limit', 'Cần một trong hai: --limit hoặc --procedure.');
  const found = limitText !== undefined ? limitByText(limitText) : limitByProcedure(code ?? '', channel, date);
  if (found === undefined) return wrong('limit', `Không hiểu thời hạn "${limitText}"; ghi số kèm đơn vị: 3wd, 15d, 8h, 24H hoặc same-day.`);
  if (typeof found === 'string') return wrong('procedure', found);
  const { limit, procedure } = found;
  if (!reaches(calendar, addDays(date, daysNeeded(limit)))) return wrong('limit', 'Thời hạn dài quá phạm vi của lịch.');
  const { explanation, ...due } = computeDue({ receivedAt, limit, siteId, calendar, cutoffTime: CUTOFF, large: question.large });
  return { ...due, state: 'running', limit, ...(procedure ? { procedure } : {}), explanation };
};

const isWrong = (found: Answer): found is Wrong => 'error' in found;

const optionQuestion = (args: Arguments): Question => ({
  limit: textOption(args, 'limit'), procedure: textOption(args, 'procedure'), site: textOption(args, 'site'),
  received: textOption(args, 'received'), channel: textOption(args, 'channel'), large: args.options['large'] === true,
});

/** Columns limit or procedure, site, received, and channel or large where they differ; blank takes the option. */
const batchQuestions = (text: string, defaults: Question): readonly Question[] => {
  const [header = [], ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  if (!header.includes('received') || !(header.includes('limit') || header.includes('procedure'))) {
    throw usageError('Tệp cần có các cột: limit (hoặc procedure), site, received.');
  }
  return rows.map((row) => {
    const cell = (name: string): string | undefined => filled(row[header.indexOf(name)]);
    const own = { limit: cell('limit'), procedure: cell('procedure') };
    const named = own.limit === undefined && own.procedure === undefined ? { limit: defaults.limit, procedure: defaults.procedure } : own;
    return {
      ...named, site: cell('site') ?? defaults.site, received: cell('received'), channel: cell('channel') ?? defaults.channel,
      large: cell('large') === undefined ? defaults.large : cell('large') !== 'no',
    };
  });
};

const dueDate: Command = {
  name: 'due-date',
  usage: '(--limit 3wd|15d|8h|24H|same-day | --procedure MÃ) --received 2019-11-18T15:10 [--site NƠI] [--channel counter|post|online] [--large] [--calendar TỆP] | --batch TỆP.csv',
  summary: 'Tính ngày hẹn trả và giải thích từng bước',
  details: [
    'wd: ngày làm việc, d: ngày, h: giờ làm việc, H: giờ liên tục; "+2" là số ngày thêm khi hồ sơ nhiều trang (--large).',
    `Không cần máy chủ hay cơ sở dữ liệu. Nơi mặc định: ${DEFAULT_SITE}. --batch in mỗi dòng một kết quả JSON.`,
  ],
  options: {
    limit: { type: 'string' }, procedure: { type: 'string' }, site: { type: 'string' }, received: { type: 'string' },
    channel: { type: 'string' }, large: { type: 'boolean' }, calendar: { type: 'string' }, batch: { type: 'string' },
  },
  takes: [0, 0],
  run: (_context, args) => {
    const calendar = compileCalendar(readCalendar(textOption(args, 'calendar')));
    const question = optionQuestion(args);
    const file = textOption(args, 'batch');
    if (file !== undefined) {
      let wrong = 0;
      const lines = batchQuestions(readText(file), question).map((row) => {
        const found = answer(row, calendar);
        if (isWrong(found)) wrong += 1;
        return JSON.stringify(found);
      });
      return Promise.resolve({ kind: wrong > 0 ? 'refused' : 'done', lines, data: { rows: lines.length, wrong }, jsonLines: true });
    }
    if (question.received === undefined) throw usageError('Thiếu --received.');
    const found = answer(question, calendar);
    if (isWrong(found)) return Promise.resolve(refused(found, found.error));
    const lines = found.explanation.map((line) => `- ${line.text}${line.law === undefined ? '' : ` (${line.law})`}`);
    return Promise.resolve(done(found, found.due, ...lines));
  },
};

export const dueDateCommands: readonly Command[] = [dueDate];
