// The rules a new province begins with. From then on they are the province's own: nothing here reaches one that has them.
// @law TT 17/2017/TT-BTTTT Đ.7, Đ.12; QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { PlainDate } from '../kernel/moment.ts';
import type { PostalRules, ZoneDays } from './postal-rules.ts';

const OUTSIDE: readonly ZoneDays[] = [
  { zone: 'inter-province-major', days: 3, daysWithSlip: 6 }, { zone: 'inter-province', days: 4, daysWithSlip: 8 },
];

export const SHIPPED_POSTAL_RULES: PostalRules = {
  version: 1,
  transit: [
    {
      validFrom: '2017-08-15' as PlainDate, instrument: 'TT 17/2017/TT-BTTTT Đ.7', mark: 'verified', specialPlaces: [],
      zones: [{ zone: 'within-district', days: 1, daysWithSlip: 2 }, { zone: 'between-districts', days: 2, daysWithSlip: 4 }, ...OUTSIDE],
    },
    {
      validFrom: '2025-07-01' as PlainDate, instrument: 'TT 17/2017/TT-BTTTT Đ.7', mark: 'assumed', specialPlaces: [],
      note: 'Từ 01/7/2025 không còn cấp huyện; chưa có văn bản thay thế. Tạm tính trong xã như trong huyện, liên xã như liên huyện.',
      zones: [{ zone: 'within-commune', days: 1, daysWithSlip: 2 }, { zone: 'within-province', days: 2, daysWithSlip: 4 }, ...OUTSIDE],
    },
  ],
  compensation: [{ validFrom: '2016-12-16' as PlainDate, instrument: 'QĐ 45/2016/QĐ-TTg Đ.14', mark: 'verified', lossTimes: 4, lateTimes: 1, payWithin: 30 }],
  complaint: [{ validFrom: '2017-08-15' as PlainDate, instrument: 'TT 17/2017/TT-BTTTT Đ.12', mark: 'verified', months: 6, daysWithin: 5, daysBetween: 7 }],
};
