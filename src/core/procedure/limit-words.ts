// A time limit as papers say it: '05 ngày làm việc', '15 ngày', '24 giờ', 'trong ngày làm việc'.
// Working days, calendar days, working hours and clock hours are four units and never mixed up.
// @law TT 01/2018/TT-VPCP Mẫu số 01 mục 3
import type { TimeLimit } from './procedure.ts';

const two = (count: number): string => (Number.isInteger(count) ? String(count).padStart(2, '0') : String(count).replace('.', ','));

const extra = (days: number | undefined): string => (days === undefined ? '' : ` (thêm không quá ${two(days)} ngày làm việc nếu nhiều trang hoặc phức tạp)`);

export const limitInWords = (limit: TimeLimit): string => {
  switch (limit.kind) {
    case 'working-days': return `${two(limit.days)} ngày làm việc${extra(limit.extraDaysIfLarge)}`;
    case 'calendar-days': return `${two(limit.days)} ngày`;
    case 'working-hours': return `${two(limit.hours)} giờ làm việc`;
    case 'clock-hours': return `${two(limit.hours)} giờ`;
    case 'same-day': return `trong ngày làm việc; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo${extra(limit.extraDaysIfLarge)}`;
  }
};
