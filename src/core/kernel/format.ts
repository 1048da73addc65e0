// How dates, hours and money are written: one wording on screens, one on papers.
// On papers a day under 10 and the months 1 and 2 carry a leading zero.
// @law NĐ 30/2020/NĐ-CP Phụ lục I mục II
import { type Moment, type PlainDate, dateOf, weekdayOf } from './moment.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** 'thứ Hai' … 'Chủ nhật'. */
export const weekdayName = (date: PlainDate): string => WEEKDAYS[weekdayOf(date) - 1] ?? '';

/** '18/11/2019', for screens. */
export const formatDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** 'thứ Hai, 18/11/2019'. */
export const formatDay = (date: PlainDate): string => `${weekdayName(date)}, ${formatDate(date)}`;

/** '16 giờ 30'; a full hour is '8 giờ'. */
export const formatHour = (moment: Moment): string => {
  const minutes = moment.slice(14, 16);
  return `${Number(moment.slice(11, 13))} giờ${minutes === '00' ? '' : ` ${minutes}`}`;
};

/** 'thứ Hai, 18/11/2019, 16 giờ 30', for screens and explanations. */
export const formatMoment = (moment: Moment): string => `${formatDay(dateOf(moment))}, ${formatHour(moment)}`;

/** 'ngày 18 tháng 11 năm 2019', 'ngày 05 tháng 02 năm 2020': for papers. */
export const formatPaperDate = (date: PlainDate): string => {
  const month = Number(date.slice(5, 7));
  return `ngày ${date.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${date.slice(0, 4)}`;
};

/** '16 giờ 30 phút, ngày 18 tháng 11 năm 2019': for papers. */
export const formatPaperMoment = (moment: Moment): string =>
  `${moment.slice(11, 13)} giờ ${moment.slice(14, 16)} phút, ${formatPaperDate(dateOf(moment))}`;

/** '14.000 đồng'. */
export const formatMoney = (amount: number): string => `${formatInteger(amount)} đồng`;

/** '1.234.567': thousands apart by a dot. */
export const formatInteger = (value: number): string =>
  String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, '.');
