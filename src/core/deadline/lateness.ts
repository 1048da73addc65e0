// Early, on time or late is a comparison of dates: the day work ended against the day promised.
// Without a due date a dossier is on time.
// @law TT 01/2018/TT-VPCP Mẫu số 05; NĐ 61/2018/NĐ-CP Đ.19
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import type { Due } from './due.ts';

export type Lateness = 'early' | 'on-time' | 'late';

export const lateness = (finishedOn: PlainDate, due: Due | Moment | undefined): Lateness => {
  if (due === undefined) return 'on-time';
  const promised = dateOf(typeof due === 'string' ? due : due.due);
  if (finishedOn < promised) return 'early';
  return finishedOn > promised ? 'late' : 'on-time';
};
