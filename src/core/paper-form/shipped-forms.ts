// The table a new province begins with. From then on it is the province's own: nothing here reaches one that has its table.
// @law TT 01/2018/TT-VPCP Đ.9; TT 03/2025/TT-VPCP
import type { PlainDate } from '../kernel/moment.ts';
import { type FormTable, type FormVersionRow, ONE_STOP_FORMS } from './form-versions.ts';

const VERSIONS: readonly Omit<FormVersionRow, 'form'>[] = [
  { version: 'v2018', validFrom: '2019-01-06' as PlainDate, instrument: 'TT 01/2018/TT-VPCP', mark: 'verified' },
  {
    version: 'v2025', validFrom: '2025-11-01' as PlainDate, instrument: 'TT 03/2025/TT-VPCP', mark: 'assumed',
    note: 'Thông tư ký ngày 15/9/2025; ngày có hiệu lực chưa xác minh (một nguồn thứ cấp nói biểu mẫu áp dụng từ 15/9/2025).',
  },
];

export const SHIPPED_FORMS: FormTable = { version: 1, rows: ONE_STOP_FORMS.flatMap((form) => VERSIONS.map((row) => ({ form, ...row }))) };
