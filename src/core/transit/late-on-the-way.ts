// How late it is on the way: days past the window until it arrived, or until now.
// @law TT 17/2017/TT-BTTTT Đ.7
import { type Moment, type PlainDate, dateOf, toDayNumber } from '../kernel/moment.ts';

export const daysLate = (endsOn: PlainDate, until: PlainDate): number => Math.max(0, toDayNumber(until) - toDayNumber(endsOn));

export type OnTheWay = { readonly endsOn: PlainDate; readonly receivedAt?: Moment | undefined };

export const daysLateBy = ({ endsOn, receivedAt }: OnTheWay, now: Moment): number => daysLate(endsOn, dateOf(receivedAt ?? now));
