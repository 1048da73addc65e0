// Settings of the law that the desk works by, each with the day it begins.
// The statutes of 2025 keep the 15:00 rule; no source says that the supplement rule changed with them.
// @law NĐ 61/2018/NĐ-CP Đ.18.1, Đ.19.4; NĐ 118/2025/NĐ-CP Đ.18.2
import type { SupplementPolicy } from '../deadline/due-after-supplement.ts';
import { type DatedSetting, settingOn } from '../kernel/in-force.ts';
import type { PlainDate, WallTime } from '../kernel/moment.ts';

export const CUTOFF_TIMES: readonly DatedSetting<WallTime>[] = [
  { value: '15:00' as WallTime, validFrom: '2018-06-21' as PlainDate, law: 'NĐ 61/2018/NĐ-CP Đ.18.1' },
];
export const cutoffOn = (date: PlainDate): WallTime => settingOn(CUTOFF_TIMES, date) ?? ('15:00' as WallTime);

export const SUPPLEMENT_POLICIES: readonly DatedSetting<SupplementPolicy>[] = [
  { value: 'RESTART', validFrom: '2018-06-21' as PlainDate, law: 'NĐ 61/2018/NĐ-CP Đ.19.4' },
];
export const supplementPolicyOn = (date: PlainDate): SupplementPolicy => settingOn(SUPPLEMENT_POLICIES, date) ?? 'RESTART';
