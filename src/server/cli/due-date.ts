// The statutory clock at the command line: a due date with each rule that made it, without server or database.
import { compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { LATENESS_WORDS } from '#core/deadline/clock-sentences.ts';
import type { ClockState } from '#core/deadline/clock-reading.ts';
import { type Arguments, type Command, type Outcome, done, refused, textOption, usageError } from './command.ts';
import { DEFAULT_SITE, type Found, type Question, answer, isWrong } from './due-date-answer.ts';
import { answerBatch } from './due-date-batch.ts';
import { readEvents } from './due-date-events.ts';
import { readCalendar, readText } from './due-date-input.ts';

const STATE_WORDS: Readonly<Record<ClockState, string>> = {
  running: 'đang tính thời gian', paused: 'tạm dừng tính thời gian', restarted: 'tính lại từ đầu', extended: 'đã gia hạn', stopped: 'đã dừng', finished: 'đã giải quyết xong',
};

const questionOf = (args: Arguments): Question => ({
  limit: textOption(args, 'limit'), procedure: textOption(args, 'procedure'), site: textOption(args, 'site'),
  received: textOption(args, 'received'), channel: textOption(args, 'channel'), started: textOption(args, 'started'),
  large: args.options['large'] === true, away: args.options['away'] === true,
});

/** Read aloud: the moment, how the clock stands, and why. */
const linesOf = (found: Found): readonly string[] => [
  found.due,
  `Tình trạng: ${STATE_WORDS[found.state]}${found.ground === undefined ? '' : ` – ${found.ground}`}${found.lateness === undefined ? '' : `; ${LATENESS_WORDS[found.lateness]}`}.`,
  ...found.explanation.map((line) => `- ${line.text}${line.law === undefined ? '' : ` (${line.law})`}`),
];

const one = (question: Question, args: Arguments): Outcome => {
  if (question.received === undefined) throw usageError('Thiếu --received.');
  const file = textOption(args, 'events');
  const { events, linked } = file === undefined ? { events: [] } : readEvents(file);
  const found = answer(question, compileCalendar(readCalendar(textOption(args, 'calendar'))), events, linked);
  return isWrong(found) ? refused(found, `${found.field}: ${found.error}`) : done(found, ...linesOf(found));
};

const many = (file: string, question: Question, args: Arguments): Outcome => {
  if (textOption(args, 'events') !== undefined) throw usageError('--events chỉ dùng cho một hồ sơ, không dùng cùng --batch.');
  const { lines, wrong } = answerBatch(readText(file, 'Tệp'), question, compileCalendar(readCalendar(textOption(args, 'calendar'))));
  return { kind: wrong > 0 ? 'refused' : 'done', lines, data: { rows: lines.length, wrong }, jsonLines: true };
};

const dueDate: Command = {
  name: 'due-date',
  usage: '(--limit 3wd|15d|8h|24H|same-day | --procedure MÃ) --received 2019-11-18T15:10 [--site NƠI] [--channel counter|post|online] [--started LÚC] [--away] [--large] [--events TỆP.json] [--calendar TỆP] | --batch TỆP.csv',
  summary: 'Tính ngày hẹn trả và giải thích từng bước',
  details: [
    'wd: ngày làm việc, d: ngày, h: giờ làm việc, H: giờ liên tục; "+2" là số ngày thêm khi hồ sơ nhiều trang (--large).',
    '--channel post: thời hạn tính từ khi ký biên bản giao nhận; --away: nộp ngoài địa bàn, tính từ khi cơ quan có thẩm quyền nhận; --started là lúc đó.',
    '--events: danh sách sự kiện sau khi tiếp nhận, ví dụ [{"kind":"supplement-asked","at":"2019-11-20T10:00","policy":"RESTART"},{"kind":"supplied","at":"2019-11-25T09:00"}].',
    '  kind: supplement-asked (policy, citizenUntil), supplied (complete), financial-duty-asked, financial-duty-settled, outage-began (ground), outage-ended,',
    '  extended (ground, newDue hoặc by), reappointed (newDue, reason), stopped (ground), withdrawn, refused, finished.',
    '  Có cơ quan phối hợp: {"linked":[{"agency":"Bảo hiểm xã hội","limit":"5wd"}],"events":[...]}.',
    `Không cần máy chủ hay cơ sở dữ liệu. Nơi mặc định: ${DEFAULT_SITE}; lịch khác không có nơi này thì lấy nơi đầu tiên của lịch.`,
    '--batch: cột limit hoặc procedure, site, received (thêm được channel, started, large, away); in mỗi dòng một kết quả JSON.',
    '  Dòng sai in {"field","row","error"} nêu cột và số dòng, các dòng khác vẫn tính; khi có dòng sai mã thoát là 1.',
  ],
  options: {
    limit: { type: 'string' }, procedure: { type: 'string' }, site: { type: 'string' }, received: { type: 'string' }, channel: { type: 'string' },
    started: { type: 'string' }, away: { type: 'boolean' }, large: { type: 'boolean' }, events: { type: 'string' }, calendar: { type: 'string' }, batch: { type: 'string' },
  },
  takes: [0, 0],
  run: (_context, args) => {
    const file = textOption(args, 'batch');
    return Promise.resolve(file === undefined ? one(questionOf(args), args) : many(file, questionOf(args), args));
  },
};

export const dueDateCommands: readonly Command[] = [dueDate];
