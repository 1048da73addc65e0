// By when the post must have brought it: J + n working days, J being the day on the slip and not counted. The window is
// the post's own; the agency's time for the dossier neither feels it nor is felt by it.
// @law TT 17/2017/TT-BTTTT Đ.7; QĐ 45/2016/QĐ-TTg Đ.7.4
import type { ExplanationLine } from '../deadline/due.ts';
import { compiled } from '../deadline/compiled-calendar.ts';
import { walkWorkingDays } from '../deadline/explain-due.ts';
import { type AnyCalendar, addWorkingDays } from '../deadline/working-time.ts';
import { formatDay } from '../kernel/format.ts';
import { type PlainDate, toDayNumber } from '../kernel/moment.ts';
import { type PostalRules, type TransitZone, rowOn } from './postal-rules.ts';
import { type Place, zoneBetween } from './zone.ts';

export type TransitFacts = {
  /** J: on the posting slip, or the day it was handed over where there is none. */
  readonly postedOn: PlainDate;
  readonly from: Place;
  readonly to: Place;
  /** The appointment slip comes back by the same post. */
  readonly withSlip: boolean;
  readonly rules: PostalRules;
  readonly calendar: AnyCalendar;
};

export type TransitWindow = {
  readonly postedOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly zone: TransitZone;
  readonly days: number;
  readonly rulesVersion: number;
  readonly isAssumed: boolean;
  readonly explanation: readonly ExplanationLine[];
};

export const ZONE_WORDS: Readonly<Record<TransitZone, string>> = {
  'within-district': 'trong cùng huyện', 'between-districts': 'giữa các huyện trong tỉnh', 'within-commune': 'trong cùng xã', 'within-province': 'giữa các xã trong tỉnh',
  'inter-province-major': 'giữa các thành phố lớn khác tỉnh', 'inter-province': 'liên tỉnh', special: 'khu vực đặc thù do bưu điện công bố',
};

/** Nothing where the province's rules know no window for such a way. */
export const transitWindow = ({ postedOn, from, to, withSlip, rules, calendar }: TransitFacts): TransitWindow | undefined => {
  const row = rowOn(rules.transit, postedOn);
  const zone = row && zoneBetween(from, to, row);
  const own = row?.zones.find((one) => one.zone === zone);
  if (!row || !zone || !own) return undefined;
  const days = withSlip ? own.daysWithSlip : own.days;
  const endsOn = addWorkingDays(calendar, postedOn, days);
  const c = compiled(calendar);
  return {
    postedOn, endsOn, zone, days, rulesVersion: rules.version, isAssumed: row.mark === 'assumed',
    explanation: [
      { rule: 'posted', from: postedOn, text: `Gửi ${formatDay(postedOn)} (ngày J, không tính). Chuyển ${ZONE_WORDS[zone]}${withSlip ? ', kể cả chuyển giấy hẹn trở lại' : ''}: J+${days} ngày làm việc.`, law: row.instrument },
      ...walkWorkingDays(c, toDayNumber(postedOn) - c.firstDay, toDayNumber(endsOn) - c.firstDay),
      { rule: 'due', from: endsOn, text: `Bưu điện chuyển đến chậm nhất ${formatDay(endsOn)}.` },
    ],
  };
};
