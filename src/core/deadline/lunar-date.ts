// The Vietnamese lunar calendar, reckoned from new moons and the sun's longitude at +07:00, so that Tết and the
// tenth of the third month are known for any year. Other countries' lunar calendars differ in some years.
// After the public description by Hồ Ngọc Đức, on the series of Jean Meeus.
// @law BLLĐ 45/2019/QH14 Đ.112; QĐ 121/CP 1967 (múi giờ thứ 7)
import { type PlainDate, fromDayNumber, toDayNumber } from '../kernel/moment.ts';

const JULIAN_OF_1970 = 2_440_588;
const ZONE = 7 / 24;
const RADIAN = Math.PI / 180;
const MONTH = 29.530588853;

/** Julian day number of the k-th new moon since 1900 in Vietnam. */
const newMoonDay = (k: number): number => {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIAN);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIAN;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIAN;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIAN;
  const correction = (0.1734 - 0.000393 * t) * Math.sin(sun) + 0.0021 * Math.sin(2 * sun) - 0.4068 * Math.sin(moon) + 0.0161 * Math.sin(2 * moon)
    - 0.0004 * Math.sin(3 * moon) + 0.0104 * Math.sin(2 * node) - 0.0051 * Math.sin(sun + moon) - 0.0074 * Math.sin(sun - moon)
    + 0.0004 * Math.sin(2 * node + sun) - 0.0004 * Math.sin(2 * node - sun) - 0.0006 * Math.sin(2 * node + moon)
    + 0.001 * Math.sin(2 * node - moon) + 0.0005 * Math.sin(2 * moon + sun);
  const drift = t < -11
    ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - drift + 0.5 + ZONE);
};

/** Which twelfth of its year the sun is in at the day's beginning, 0 from the spring equinox. */
const sunTwelfth = (julian: number): number => {
  const t = (julian - 2451545.5 - ZONE) / 36525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIAN;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const centre = (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) + 0.00029 * Math.sin(3 * anomaly);
  const longitude = mean + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
};

/** The new moon that begins the eleventh month, the month of the winter solstice, of a solar year. */
const eleventhMonth = (year: number): number => {
  const k = Math.floor((toDayNumber(`${year}-12-31` as PlainDate) + JULIAN_OF_1970 - 2415021) / MONTH);
  const start = newMoonDay(k);
  return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start;
};

/** In a year of thirteen months the first one after the eleventh without a change of the sun's sign is leap. */
const leapOffset = (eleventh: number): number => {
  const k = Math.floor((eleventh - 2415021.076998695) / MONTH + 0.5);
  let i = 1;
  let sign = sunTwelfth(newMoonDay(k + i));
  let last: number;
  do {
    last = sign;
    i += 1;
    sign = sunTwelfth(newMoonDay(k + i));
  } while (sign !== last && i < 14);
  return i - 1;
};

/** The day of a lunar year, month (not a leap one) and day, in the solar calendar. */
export const fromLunarDate = (year: number, month: number, day: number): PlainDate => {
  const from = month < 11 ? eleventhMonth(year - 1) : eleventhMonth(year);
  const to = month < 11 ? eleventhMonth(year) : eleventhMonth(year + 1);
  let offset = month < 11 ? month + 1 : month - 11;
  if (to - from > 365 && offset >= leapOffset(from)) offset += 1;
  const k = Math.floor(0.5 + (from - 2415021.076998695) / MONTH);
  return fromDayNumber(newMoonDay(k + offset) + day - 1 - JULIAN_OF_1970);
};

/** The first day of the lunar year that begins in the solar year. */
export const tetOf = (year: number): PlainDate => fromLunarDate(year, 1, 1);
