// A rule of the post in words: its figures, and whether it holds on a day.
import { formatDate } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { type CompensationRow, type ComplaintTimes, type TransitRow, type ZoneDays, rowOn } from '#core/transit/postal-rules.ts';
import type { PostalRuleChange, SetPostalRule } from '#core/transit/set-postal-rule.ts';
import { ZONE_WORDS } from '#core/transit/transit-window.ts';
import { MARK_WORDS } from '../mark-words.ts';

export type AnyRule = TransitRow | CompensationRow | ComplaintTimes;
export const PART_WORDS: Readonly<Record<SetPostalRule['part'], string>> = { transit: 'Thời gian toàn trình', compensation: 'Mức bồi thường', complaint: 'Thời hạn khiếu nại' };

export type Standing = 'coming' | 'holds' | 'past';
export const STANDING_WORDS: Readonly<Record<Standing, string>> = { coming: 'Sắp áp dụng', holds: 'Đang áp dụng', past: 'Đã thay thế' };

export const standingOf = (row: AnyRule, rows: readonly AnyRule[], today: PlainDate): Standing =>
  (row.validFrom > today ? 'coming' : rowOn(rows, today)?.validFrom === row.validFrom ? 'holds' : 'past');

export const zoneWords = ({ zone, days, daysWithSlip }: ZoneDays): string => `${ZONE_WORDS[zone]}: J+${days}, kể cả giấy hẹn trở lại J+${daysWithSlip}`;
export const compensationWords = ({ lossTimes, lateTimes, payWithin }: CompensationRow): string =>
  `mất, hư hỏng ít nhất ${lossTimes} lần cước; chuyển chậm ${lateTimes} lần cước; trả trong ${payWithin} ngày`;

export const complaintWords = ({ months, daysWithin, daysBetween }: ComplaintTimes): string =>
  `khiếu nại trong ${months} tháng kể từ ngày kết thúc thời gian toàn trình; giải quyết trong ${daysWithin} ngày làm việc (trong tỉnh), ${daysBetween} ngày làm việc (liên tỉnh)`;

const sourceWords = ({ instrument, mark }: AnyRule): string => `${instrument}, ${MARK_WORDS[mark].toLowerCase()}`;
const figuresWords = (row: AnyRule): string => {
  if ('zones' in row) return row.zones.map(zoneWords).join('; ');
  return 'months' in row ? complaintWords(row) : compensationWords(row);
};

export const changeWords = (change: PostalRuleChange): string => {
  const { before, after } = change;
  const what = `${PART_WORDS[change.part]} từ ${formatDate(after.validFrom)}: `;
  const now = `${figuresWords(after)} (${sourceWords(after)})`;
  return before === undefined ? `${what}${now}.` : `${what}trước đây ${figuresWords(before)} (${sourceWords(before)}); nay ${now}.`;
};
