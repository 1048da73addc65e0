// A moment in large letters: its day in one piece, its hour in another, whatever the width.
import { formatDate, formatHour, weekdayName } from '#core/kernel/format.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import { html, type Html } from './html.ts';

const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

export const bigDate = (moment: Moment): Html => html`
  <p class="big"><span>${capital(weekdayName(dateOf(moment)))}, ${formatDate(dateOf(moment))}</span> <span class="hour">${formatHour(moment)}</span></p>`;
