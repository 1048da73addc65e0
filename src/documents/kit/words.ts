// Dates, hours, counts and money as papers write them: two digits for days below ten and for the
// months one and two, 'giờ … phút', dots in thousands, 'nghìn' and not 'ngàn'.
// @law NĐ 30/2020/NĐ-CP Phụ lục I
import { dateOf, wallTimeOf, weekdayOf } from '#core/kernel/moment.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const two = (n: number): string => String(n).padStart(2, '0');

const monthInWords = (date: PlainDate): string => {
  const month = Number(date.slice(5, 7));
  return month <= 2 ? two(month) : String(month);
};

/** 'ngày 05 tháng 02 năm 2020' */
export const dateInWords = (date: PlainDate): string =>
  `ngày ${two(Number(date.slice(8, 10)))} tháng ${monthInWords(date)} năm ${date.slice(0, 4)}`;

/** '05/02/2020' */
export const shortDate = (date: PlainDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** '16 giờ 30 phút' */
export const hourInWords = (moment: Moment): string => {
  const time = wallTimeOf(moment);
  return `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút`;
};

/** '16 giờ 30 phút, ngày 18 tháng 11 năm 2019' */
export const momentInWords = (moment: Moment): string => `${hourInWords(moment)}, ${dateInWords(dateOf(moment))}`;

/** '16 giờ 30, 18/11/2019' */
export const shortMoment = (moment: Moment): string => `${wallTimeOf(moment).replace(':', ' giờ ')}, ${shortDate(dateOf(moment))}`;

/** 'thứ Hai' */
export const weekdayInWords = (moment: Moment): string => WEEKDAYS[weekdayOf(dateOf(moment)) - 1] ?? '';

/** '14.000 đồng' */
export const money = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')} đồng`;

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'] as const;

const unitAfterTens = (unit: number, tens: number): string => {
  if (unit === 0) return '';
  if (unit === 1 && tens > 1) return ' mốt';
  if (unit === 4 && tens > 1) return ' tư';
  if (unit === 5 && tens > 0) return ' lăm';
  return ` ${DIGITS[unit]}`;
};

const threeDigits = (group: number, full: boolean): string => {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const unit = group % 10;
  const head = full || hundreds > 0 ? `${DIGITS[hundreds]} trăm` : '';
  if (tens === 0 && unit === 0) return head;
  if (tens === 0) return head === '' ? (DIGITS[unit] ?? '') : `${head} linh ${DIGITS[unit]}`;
  const middle = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  return `${head} ${middle}${unitAfterTens(unit, tens)}`.trim();
};

/** 'Mười bốn nghìn đồng'; whole amounts below a thousand thousand million. */
export const moneyInWords = (amount: number): string => {
  const groups: number[] = [];
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  const spoken = groups
    .map((group, i) => (group === 0 ? '' : threeDigits(group, i < groups.length - 1) + (SCALES[i] ?? '')))
    .reverse()
    .filter((part) => part !== '')
    .join(' ');
  const words = spoken === '' ? 'không' : spoken;
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
};

/** '01 bản chính, 02 bản chụp'; an empty line says 'xuất trình' or nothing. */
export const countsInWords = (line: {
  readonly original: number; readonly certifiedCopy: number; readonly plainCopy: number; readonly shownOnly?: boolean;
}): string => {
  const parts = [
    line.original > 0 ? `${two(line.original)} bản chính` : '',
    line.certifiedCopy > 0 ? `${two(line.certifiedCopy)} bản sao có chứng thực` : '',
    line.plainCopy > 0 ? `${two(line.plainCopy)} bản chụp` : '',
  ].filter((part) => part !== '');
  const counted = parts.join(', ');
  if (line.shownOnly === true) return counted === '' ? 'xuất trình, trả lại ngay' : `${counted} (xuất trình, trả lại ngay)`;
  return counted;
};

/** A count in a table cell: two digits, empty for none. */
export const cell = (n: number): string => (n === 0 ? '' : two(n));
export const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** '0912 000 001'; a number of another length stands as it was given. */
export const phoneInGroups = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d{3,4})$/, '$1 $2 $3');
