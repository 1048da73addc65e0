// The words for the days of a calendar, on the screen and in the file a jurist keeps.
// A day computed from the law is not yet announced: 'tạm tính, chờ công bố'.
// @law BLLĐ 45/2019/QH14 Đ.111, Đ.112
import { foldVietnamese } from '../kernel/fold.ts';
import type { CalendarDay } from './working-calendar.ts';

export const DAY_KINDS = ['holiday', 'compensatory', 'swap-off', 'make-up'] as const satisfies readonly CalendarDay['kind'][];

export const DAY_KIND_WORDS: Readonly<Record<CalendarDay['kind'], string>> = {
  holiday: 'Nghỉ lễ, tết', compensatory: 'Nghỉ bù', 'swap-off': 'Nghỉ hoán đổi', 'make-up': 'Làm bù',
};
/** In a file: the day is no special day any more. */
export const ORDINARY_WORDS = 'Ngày thường';
export const DAY_STATUS_WORDS: Readonly<Record<CalendarDay['status'], string>> = {
  confirmed: 'Đã công bố', unconfirmed: 'Tạm tính, chờ công bố',
};

/** Commas and dashes come and go with the spreadsheet that wrote the file. */
const plain = (text: string): string => foldVietnamese(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const KINDS_WRITTEN: ReadonlyMap<string, CalendarDay['kind'] | 'ordinary'> = new Map([
  ...DAY_KINDS.flatMap((kind) => [[plain(DAY_KIND_WORDS[kind]), kind] as const, [plain(kind), kind] as const]),
  ['nghi le', 'holiday'], ['nghi tet', 'holiday'], ['ngay nghi le', 'holiday'], ['ngay nghi bu', 'compensatory'],
  ['nghi hoan doi ngay lam viec', 'swap-off'], ['ngay lam bu', 'make-up'], [plain(ORDINARY_WORDS), 'ordinary'], ['ordinary', 'ordinary'],
]);
const STATUSES_WRITTEN: ReadonlyMap<string, CalendarDay['status']> = new Map([
  [plain(DAY_STATUS_WORDS.confirmed), 'confirmed'], ['confirmed', 'confirmed'], ['da xac nhan', 'confirmed'],
  [plain(DAY_STATUS_WORDS.unconfirmed), 'unconfirmed'], ['unconfirmed', 'unconfirmed'], ['tam tinh', 'unconfirmed'], ['cho cong bo', 'unconfirmed'],
]);

export const kindWritten = (text: string): CalendarDay['kind'] | 'ordinary' | undefined => KINDS_WRITTEN.get(plain(text));
export const statusWritten = (text: string): CalendarDay['status'] | undefined => STATUSES_WRITTEN.get(plain(text));
