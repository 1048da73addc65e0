// The calendar goes out as a file for Excel and comes in again: what the file changes is the next version,
// and a file with one fault changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type DaysChange, readCalendarCsv, writeCalendarCsv } from '#core/deadline/calendar-csv.ts';
import { type CalendarCommand, type CalendarRefused, changeCalendar } from '#core/deadline/change-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { calendarRefusalText, csvFaultText, NOT_UTF8_TEXT } from '#wire/refusals/calendar.ts';
import { perform } from '../acts/perform.ts';
import { findNewestCalendar } from '../admin/calendar/calendar.sql.ts';
import { changeCalendarAct } from '../admin/calendar/change-calendar.act.ts';
import { operatorError } from '../faults/operator-error.ts';
import type { OpenWorld } from '../startup/open-world.ts';
import { handContext } from './by-hand.ts';
import { done, refused, textOption, usageError, type Arguments, type Command, type Outcome } from './command.ts';

const newestOf = async ({ pool, row }: OpenWorld): Promise<WorkingCalendar> => {
  const calendar = await findNewestCalendar(pool, row.provinceId);
  if (!calendar) throw operatorError(`Bộ dữ liệu ${row.name} chưa có lịch làm việc.`);
  return calendar;
};

const readText = (file: string): string => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw operatorError(`Không đọc được tệp ${file}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw operatorError(NOT_UTF8_TEXT);
  }
};

const yearOption = (args: Arguments): number | undefined => {
  const text = textOption(args, 'year');
  if (text !== undefined && !/^20\d\d$/u.test(text)) throw usageError('--year cần một năm bốn chữ số, ví dụ 2027.');
  return text === undefined ? undefined : Number(text);
};

const exportFile: Command = {
  name: 'calendar export',
  usage: 'TỆP [--year NĂM] [--world TÊN]',
  summary: 'Ghi các ngày đặc biệt của lịch làm việc ra tệp CSV',
  details: ['Cột: Ngày, Loại ngày, Tên, Trạng thái, Căn cứ. UTF-8 có BOM để Excel mở đúng dấu.'],
  options: { year: { type: 'string' } },
  takes: [1, 1],
  run: async (context, args) => {
    const year = yearOption(args);
    const open = await context.world(context.oneWorldOf(args));
    const { days, version } = await newestOf(open);
    const wanted = year === undefined ? days : days.filter((day) => day.date.startsWith(`${year}-`));
    const [file = ''] = args.positionals;
    try {
      writeFileSync(file, writeCalendarCsv(wanted));
    } catch (cause) {
      throw operatorError(`Không ghi được tệp ${file}: ${(cause as Error).message}`);
    }
    return done({ world: open.row.name, file, version, days: wanted.length }, `${open.row.name}: ${wanted.length} ngày của lịch phiên bản ${version} đã ghi vào ${file}.`);
  },
};

/** Where no decision is named, the documents in the file stand for it. */
const commandOf = (change: DaysChange, base: WorkingCalendar, args: Arguments): CalendarCommand => {
  const sources = [...new Set(change.set.flatMap((day) => (day.source === undefined ? [] : [day.source])))].join('; ');
  const decision = (textOption(args, 'decision') ?? sources).normalize('NFC').trim();
  if (decision === '') throw usageError('Thiếu --decision: số, ký hiệu văn bản mà thay đổi này dựa vào.');
  const reason = textOption(args, 'reason') ?? `Nhập tệp ${basename(args.positionals[0] ?? '')}`;
  return { baseVersion: base.version, ...change, sites: [], decision: decision.slice(0, 200), reason: reason.normalize('NFC').trim().slice(0, 500) };
};

const refusedBy = (world: string, refusal: CalendarRefused): Outcome => {
  const { title, detail } = calendarRefusalText(refusal);
  return refused({ world, refusal, message: detail }, `${title}. ${detail}`);
};

const importFile: Command = {
  name: 'calendar import',
  usage: 'TỆP [--decision "SỐ VĂN BẢN"] [--reason "LÝ DO"] [--dry-run] [--world TÊN]',
  summary: 'Nhập các ngày đặc biệt từ tệp CSV thành phiên bản lịch mới',
  details: [
    'Chỉ những ngày có trong tệp thay đổi; loại “Ngày thường” bỏ một ngày khỏi lịch. Tệp có một lỗi thì không có gì được lưu.',
    'Hồ sơ đang giải quyết giữ ngày hẹn trả cho đến khi quản trị viên xem và áp dụng đợt tính lại trên màn hình Lịch làm việc.',
  ],
  options: { decision: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  takes: [1, 1],
  run: async (context, args) => {
    const [file = ''] = args.positionals;
    const text = readText(file);
    const dry = args.options['dry-run'] === true;
    const open = await context.world(context.oneWorldOf(args));
    const world = open.row.name;
    const base = await newestOf(open);
    const read = readCalendarCsv(text, base);
    if (!read.ok) {
      const faults = read.refusal.map((fault) => ({ ...fault, message: csvFaultText(fault) }));
      return refused({ world, faults }, ...faults.map(({ message }) => message), `${world}: tệp có ${faults.length} lỗi, không có gì được lưu.`);
    }
    const totals = { world, dryRun: dry, set: read.value.set.length, removed: read.value.remove.length };
    if (totals.set + totals.removed === 0) return done({ ...totals, version: base.version }, `${world}: tệp không khác lịch phiên bản ${base.version}, không có gì thay đổi.`);
    const command = commandOf(read.value, base, args);
    const words = `${totals.set} ngày được đặt, ${totals.removed} ngày được bỏ`;
    if (dry) {
      const decided = changeCalendar(command, { newest: base });
      return decided.ok ? done({ ...totals, version: base.version }, `Đọc thử cho ${world}: ${words}.`) : refusedBy(world, decided.refusal);
    }
    const performed = await perform(open.pool, changeCalendarAct, await handContext(open, changeCalendarAct.name, command), command);
    if (performed.kind === 'refused') return refusedBy(world, performed.refusal);
    if (performed.kind !== 'done') throw new Error(`calendar import: ${performed.kind}`);
    const { version } = performed.answer;
    return done({ ...totals, version }, `${world}: ${words}; lịch nay là phiên bản ${version}. Xem và áp dụng đợt tính lại ngày hẹn trả trên màn hình Lịch làm việc.`);
  },
};

export const calendarCommands: readonly Command[] = [exportFile, importFile];
