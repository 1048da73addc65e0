// Which regulation's forms are printed on a day: data with its source, effective-dated.
// @law TT 01/2018/TT-VPCP; TT 03/2025/TT-VPCP; TT 66/2023/TT-BCA
import type { PlainDate } from '#core/kernel/moment.ts';

export type OneStopVersion = 'v2018' | 'v2025';

export type FormVersionRow = {
  readonly version: OneStopVersion;
  readonly validFrom: PlainDate;
  readonly instrument: string;
  /** 'assumed': no source for the day. Nobody sets it: when one is found it is put right here, and papers issued from then on follow. */
  readonly mark: 'verified' | 'assumed';
  readonly note?: string;
};

export const ONE_STOP_FORM_VERSIONS: readonly FormVersionRow[] = [
  { version: 'v2018', validFrom: '2019-01-06' as PlainDate, instrument: 'TT 01/2018/TT-VPCP', mark: 'verified' },
  {
    version: 'v2025', validFrom: '2025-11-01' as PlainDate, instrument: 'TT 03/2025/TT-VPCP', mark: 'assumed',
    note: 'Thông tư ký ngày 15/9/2025; ngày có hiệu lực chưa xác minh (một nguồn thứ cấp nói biểu mẫu áp dụng từ 15/9/2025).',
  },
];

/** Forms in force on a day; before the first row the first one is used. */
export const formVersionOn = (
  date: PlainDate,
  table: readonly FormVersionRow[] = ONE_STOP_FORM_VERSIONS,
): OneStopVersion => {
  const inForce = table.filter((row) => row.validFrom <= date).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (inForce[0] ?? table[0])?.version ?? 'v2018';
};
