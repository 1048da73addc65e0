// A rule of the post in words: its figures, and whether it holds on a day.
import { formatDate } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { type CompensationRow, type TransitRow, type ZoneDays, rowOn } from '#core/transit/postal-rules.ts';
import type { PostalRuleChange } from '#core/transit/set-postal-rule.ts';
import { ZONE_WORDS } from '#core/transit/transit-window.ts';
import { MARK_WORDS } from '../mark-words.ts';

export type Standing = 'coming' | 'holds' | 'past';
export const STANDING_WORDS: Readonly<Record<Standing, string>> = { coming: 'Sắp áp dụng', holds: 'Đang áp dụng', past: 'Đã thay thế' };

export const standingOf = (row: TransitRow | CompensationRow, rows: readonly (TransitRow | CompensationRow)[], today: PlainDate): Standing =>
  (row.validFrom > today ? 'coming' : rowOn(rows, today)?.validFrom === row.validFrom ? 'holds' : 'past');

export const zoneWords = ({ zone, days, daysWithSlip }: ZoneDays): string => `${ZONE_WORDS[zone]}: J+${days}, kể cả giấy hẹn trở lại J+${daysWithSlip}`;
export const compensationWords = ({ lossTimes, lateTimes, payWithin }: CompensationRow): string =>
  `mất, hư hỏng ít nhất ${lossTimes} lần cước; chuyển chậm ${lateTimes} lần cước; trả trong ${payWithin} ngày`;

const sourceWords = ({ instrument, mark }: TransitRow | CompensationRow): string => `${instrument}, ${MARK_WORDS[mark].toLowerCase()}`;
const figuresWords = (row: TransitRow | CompensationRow): string => ('zones' in row ? row.zones.map(zoneWords).join('; ') : compensationWords(row));

export const changeWords = (change: PostalRuleChange): string => {
  const { before, after } = change;
  const what = `${change.part === 'transit' ? 'Thời gian toàn trình' : 'Mức bồi thường'} từ ${formatDate(after.validFrom)}: `;
  const now = `${figuresWords(after)} (${sourceWords(after)})`;
  return before === undefined ? `${what}${now}.` : `${what}trước đây ${figuresWords(before)} (${sourceWords(before)}); nay ${now}.`;
};
