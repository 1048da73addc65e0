// The rules of the clock that change with the law, each with the day it begins and its source; a dossier keeps
// those of its day of intake. The statutes of 2025 keep the 15:00 rule; no source says that they changed how a
// supplement, a financial duty or an apology is treated, so these go on until one does.
// @law NĐ 61/2018/NĐ-CP Đ.18.1, Đ.19.4, Đ.19.9; NĐ 118/2025/NĐ-CP Đ.18.2; NĐ 309/2026/NĐ-CP Đ.17.3; QĐ 45/2016/QĐ-TTg Đ.7.4
import { type DatedSetting, inForce } from '../kernel/in-force.ts';
import type { PlainDate, WallTime } from '../kernel/moment.ts';
import type { SupplementPolicy } from './clock-event.ts';

type Rules<T> = readonly (DatedSetting<T> & { readonly law: string })[];

const on = <T>(value: T, validFrom: string, law: string, validTo?: string): Rules<T>[number] =>
  ({ value, validFrom: validFrom as PlainDate, law, ...(validTo === undefined ? {} : { validTo: validTo as PlainDate }) });

/** One-stop under NĐ 61/2018, then under NĐ 118/2025 with the same value. */
const oneStop = <T>(value: T, law2018: string, law2025: string): Rules<T> =>
  [on(value, '2018-06-21', law2018, '2025-07-01'), on(value, '2025-07-01', law2025)];

/** Later than this a dossier is forwarded next morning, a same-day outcome is due the next working day. */
const CUTOFF = oneStop('15:00' as WallTime, 'NĐ 61/2018/NĐ-CP Đ.18.1', 'NĐ 118/2025/NĐ-CP Đ.18.2');
const SUPPLEMENT = oneStop<SupplementPolicy>('RESTART', 'NĐ 61/2018/NĐ-CP Đ.19.4', 'NĐ 118/2025/NĐ-CP');
/** What the law itself does not say of supplements but the procedure's setting does; no article is cited for it. */
const BY_SETTING = 'theo thiết lập của thủ tục';
/** Working days after intake within which one complete request is made. */
const NOTICE_DAYS = oneStop(3, 'NĐ 61/2018/NĐ-CP Đ.19.4', 'NĐ 118/2025/NĐ-CP');
const FINANCIAL_DUTY_PAUSES = oneStop(true, 'NĐ 61/2018/NĐ-CP Đ.19', 'NĐ 118/2025/NĐ-CP');
/** Calendar days before the due date by which an apology is written. */
const APOLOGY_DAYS = oneStop(1, 'NĐ 61/2018/NĐ-CP Đ.19.9', 'NĐ 118/2025/NĐ-CP');
/** By date, as the control slip says; from when the circular of 15/9/2025 is applied is assumed, not known. */
const LATENESS = [on(true, '2019-01-06', 'TT 01/2018/TT-VPCP Mẫu số 05', '2025-11-01'), on(true, '2025-11-01', 'TT 03/2025/TT-VPCP Mẫu số 06')] as const;
const REFUSAL = oneStop(true, 'NĐ 61/2018/NĐ-CP Đ.19.8', 'NĐ 118/2025/NĐ-CP');
/** Agencies that follow each other under one dossier. */
const LINKED = oneStop(true, 'NĐ 61/2018/NĐ-CP Đ.19', 'NĐ 118/2025/NĐ-CP');
/** At the desk a complete dossier is accepted, and its receipt says when it falls due. */
const DESK_STARTS = oneStop(true, 'NĐ 61/2018/NĐ-CP Đ.17', 'NĐ 118/2025/NĐ-CP Đ.17.3');
/** The post's clerk and the agency count together: the dossier is submitted from the signing. */
const POST_STARTS_AT_HAND_OVER = [on(true, '2016-12-16', 'QĐ 45/2016/QĐ-TTg Đ.7.4')] as const;
/** Received anywhere in the country: time runs from the competent agency's receipt. */
const AWAY_STARTS_AT_AGENCY = [on(true, '2026-08-05', 'NĐ 309/2026/NĐ-CP Đ.17.3')] as const;

const RULES = {
  cutoff: CUTOFF, supplement: SUPPLEMENT, noticeDays: NOTICE_DAYS, financialDutyPauses: FINANCIAL_DUTY_PAUSES, apologyDays: APOLOGY_DAYS,
  lateness: LATENESS, refusal: REFUSAL, linked: LINKED, deskStarts: DESK_STARTS,
  postStartsAtHandOver: POST_STARTS_AT_HAND_OVER, awayStartsAtAgency: AWAY_STARTS_AT_AGENCY,
} as const;

type RuleName = keyof typeof RULES;
type RuleOf<N extends RuleName> = (typeof RULES)[N][number];

/** Undefined before any law knew the rule. */
export const ruleOn = <N extends RuleName>(name: N, date: PlainDate): RuleOf<N> | undefined =>
  inForce(RULES[name] as readonly RuleOf<N>[], date);

/** Before the first law of the register its earliest value is taken, so that a late entry of an old paper can be reckoned. */
export const ruleOrFirst = <N extends RuleName>(name: N, date: PlainDate): RuleOf<N> =>
  ruleOn(name, date) ?? (RULES[name][0] as RuleOf<N>);

/** The ground of how a supplement is treated: the article that says so, or the procedure's own setting where it differs. */
export const supplementGround = (policy: SupplementPolicy, intake: PlainDate): string => {
  const rule = ruleOrFirst('supplement', intake);
  return policy === rule.value ? rule.law : BY_SETTING;
};
