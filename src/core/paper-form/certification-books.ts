// Which decree's form a book of certifications is printed in: the form of the day on which it was opened.
// @law NĐ 23/2015/NĐ-CP Đ.13; NĐ 280/2025/NĐ-CP
import { type DatedSetting, settingOn } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';

export type CertificationBookVersion = 'v2015' | 'v2025';

/** NĐ 280/2025 was signed on 27/10/2025; the day from which its forms are used was not found and is assumed. */
const VERSIONS: readonly DatedSetting<CertificationBookVersion>[] = [
  { value: 'v2015', validFrom: '2015-04-10' as PlainDate, validTo: '2025-11-01' as PlainDate, law: 'NĐ 23/2015/NĐ-CP Đ.13' },
  { value: 'v2025', validFrom: '2025-11-01' as PlainDate, law: 'NĐ 280/2025/NĐ-CP' },
];

export const certificationBookVersionOn = (date: PlainDate): CertificationBookVersion => settingOn(VERSIONS, date) ?? 'v2015';
