// Settings of the law that the desk works by, each with the day it begins; their table stands with the clock.
// @law NĐ 61/2018/NĐ-CP Đ.18.1, Đ.19.4; NĐ 118/2025/NĐ-CP Đ.18.2
import type { SupplementPolicy } from '../deadline/clock-event.ts';
import { ruleOrFirst } from '../deadline/clock-rules.ts';
import type { PlainDate, WallTime } from '../kernel/moment.ts';

export const cutoffOn = (date: PlainDate): WallTime => ruleOrFirst('cutoff', date).value;

export const supplementPolicyOn = (date: PlainDate): SupplementPolicy => ruleOrFirst('supplement', date).value;
