// Where to go: a desk with its address, phone and hours.
import type { Moment } from '#core/kernel/moment.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { WorkingCalendar, SessionRule } from '#core/deadline/working-calendar.ts';
import { html, type Html } from './html.ts';

/** 'Thứ Hai đến thứ Sáu', ['7 giờ 30 – 11 giờ 30', '13 giờ 30 – 17 giờ 30'] */
export type OpenHours = { readonly days: string; readonly sessions: readonly string[] };

export type DeskInfo = {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: readonly OpenHours[];
};

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

const daysInWords = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort((a, b) => a - b);
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 0;
  const unbroken = days.length > 2 && last - first + 1 === days.length;
  const text = unbroken ? `${WEEKDAYS[first]} đến ${WEEKDAYS[last]}` : days.map((day) => WEEKDAYS[day]).join(', ');
  return text.replace(/^./u, (letter) => letter.toUpperCase());
};

const holdsOn = (rule: SessionRule, monthDay: string): boolean =>
  rule.fromMonthDay <= rule.toMonthDay
    ? monthDay >= rule.fromMonthDay && monthDay <= rule.toMonthDay
    : monthDay >= rule.fromMonthDay || monthDay <= rule.toMonthDay;

const clock = (time: string): string => `${Number(time.slice(0, 2))} giờ${time.endsWith('00') ? '' : ` ${time.slice(3)}`}`;

/** The hours of the season that holds today. */
export const hoursInWords = (calendar: WorkingCalendar | undefined, siteId: string, now: Moment): readonly OpenHours[] => {
  const rules = calendar?.sites.find((site) => site.siteId === siteId)?.rules ?? [];
  const monthDay = dateOf(now).slice(5);
  return rules
    .filter((rule) => rule.sessions.length > 0 && holdsOn(rule, monthDay))
    .map((rule) => ({ days: daysInWords(rule.weekdays), sessions: rule.sessions.map((s) => `${clock(s.from)} – ${clock(s.to)}`) }));
};

/** '0239 0006 0012' reads better than eleven digits, and dials the same. */
export const phoneInGroups = (phone: string): string =>
  /^0\d{9,10}$/.test(phone) ? phone.replace(/^(0\d{3})(\d{3})(\d+)$/, '$1 $2 $3') : phone;

export const phoneLink = (phone: string): Html =>
  html`<a class="phone" href="tel:${phone.replace(/[^\d+]/g, '')}">${phoneInGroups(phone)}</a>`;

export const deskFacts = (desk: DeskInfo): Html => html`
  <dl class="facts">
    <dt>Địa chỉ</dt><dd>${desk.address}</dd>
    <dt>Điện thoại</dt><dd>${phoneLink(desk.phone)}</dd>
    ${desk.hours.length > 0 ? html`<dt>Giờ làm việc</dt><dd>${desk.hours.map(({ days, sessions }) => html`<span class="line">${days}:</span> ${sessions.map((session, index) => html`<span class="whole">${session}${index < sessions.length - 1 ? ',' : ''}</span> `)}`)}</dd>` : ''}
  </dl>`;
