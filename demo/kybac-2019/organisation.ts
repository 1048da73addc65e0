// Hà Tĩnh in three tiers on 18/11/2019, as far as the Kỳ Bắc desk reaches.
// Agency codes follow QCVN 102:2016 in form; their digits are the demo's own, no source gives them.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Desk, DeskId, Unit, UnitId, UnitKind } from '#core/organisation/organisation.ts';
import { HA_TINH } from '../worlds.ts';

type More = { readonly code?: string; readonly gso?: string; readonly address?: string; readonly phone?: string; readonly at?: readonly [latitude: number, longitude: number] };
const unit = (unitId: string, kind: UnitKind, name: string, shortName: string, parent: string | undefined, more: More = {}): Unit => ({
  provinceId: HA_TINH,
  unitId: unitId as UnitId,
  kind, name, shortName,
  ...(parent === undefined ? {} : { parentUnitId: parent as UnitId }),
  ...(more.code === undefined ? {} : { agencyCode2018: `${more.code}.H27` }),
  ...(more.gso === undefined ? {} : { gsoCode: more.gso }),
  ...(more.address === undefined ? {} : { address: more.address }),
  ...(more.phone === undefined ? {} : { phone: more.phone }),
  // approximate, for the map
  ...(more.at === undefined ? {} : { position: { latitude: more.at[0], longitude: more.at[1], isApproximate: true } }),
  validFrom: '2016-01-01' as PlainDate,
});

const commune = (slug: string, name: string, code: string, gso: string, at: readonly [number, number]): readonly Unit[] => [
  unit(`xa-${slug}`, 'commune', `Ủy ban nhân dân xã ${name}`, `UBND xã ${name}`, 'huyen-ky-anh',
    { code: `000.${code}.36`, gso, address: `Xã ${name}, huyện Kỳ Anh, tỉnh Hà Tĩnh`, phone: `0239000${gso.slice(2)}1`, at }),
  unit(`cong-an-xa-${slug}`, 'commune-police', `Công an xã ${name}`, `Công an xã ${name}`, `xa-${slug}`,
    { code: `${code}.01.36` }),
  unit(`bd-vhx-${slug}`, 'commune-post', `Điểm Bưu điện - Văn hóa xã ${name}`, `Điểm BĐ-VHX ${name}`, 'buu-dien-huyen-ky-anh',
    { address: `Xã ${name}, huyện Kỳ Anh, tỉnh Hà Tĩnh`, phone: `0239000${gso.slice(2)}2` }),
];

const section = (unitId: string, name: string, parent: string, code: string): Unit =>
  unit(unitId, 'section', name, name, parent, { code });

export const UNITS_2019: readonly Unit[] = [
  unit('tinh-ha-tinh', 'province', 'Ủy ban nhân dân tỉnh Hà Tĩnh', 'UBND tỉnh Hà Tĩnh', undefined,
    { code: '000.00.00', gso: '42', address: 'Thành phố Hà Tĩnh, tỉnh Hà Tĩnh', at: [18.345, 105.89] }),
  unit('so-tu-phap', 'department', 'Sở Tư pháp tỉnh Hà Tĩnh', 'Sở Tư pháp', 'tinh-ha-tinh',
    { code: '000.00.14', address: 'Thành phố Hà Tĩnh, tỉnh Hà Tĩnh', phone: '02390001411' }),
  section('stp-hanh-chinh-tu-phap', 'Phòng Hành chính tư pháp', 'so-tu-phap', '000.01.14'),
  section('stp-van-phong', 'Văn phòng Sở Tư pháp', 'so-tu-phap', '000.02.14'),
  unit('so-lao-dong', 'department', 'Sở Lao động - Thương binh và Xã hội tỉnh Hà Tĩnh', 'Sở Lao động - Thương binh và Xã hội', 'tinh-ha-tinh',
    { code: '000.00.09', address: 'Thành phố Hà Tĩnh, tỉnh Hà Tĩnh', phone: '02390000911' }),
  section('sld-nguoi-co-cong', 'Phòng Người có công', 'so-lao-dong', '000.01.09'),
  section('sld-van-phong', 'Văn phòng Sở Lao động - Thương binh và Xã hội', 'so-lao-dong', '000.02.09'),
  unit('huyen-ky-anh', 'district', 'Ủy ban nhân dân huyện Kỳ Anh', 'UBND huyện Kỳ Anh', 'tinh-ha-tinh',
    { code: '000.00.36', gso: '447', address: 'Huyện Kỳ Anh, tỉnh Hà Tĩnh', phone: '02390044711', at: [18.13, 106.22] }),
  section('ky-anh-tu-phap', 'Phòng Tư pháp huyện Kỳ Anh', 'huyen-ky-anh', '000.01.36'),
  section('ky-anh-tai-chinh', 'Phòng Tài chính - Kế hoạch huyện Kỳ Anh', 'huyen-ky-anh', '000.02.36'),
  section('ky-anh-kinh-te-ha-tang', 'Phòng Kinh tế và Hạ tầng huyện Kỳ Anh', 'huyen-ky-anh', '000.03.36'),
  section('ky-anh-lao-dong', 'Phòng Lao động - Thương binh và Xã hội huyện Kỳ Anh', 'huyen-ky-anh', '000.04.36'),
  section('ky-anh-van-phong', 'Văn phòng HĐND và UBND huyện Kỳ Anh', 'huyen-ky-anh', '000.05.36'),
  unit('bhxh-huyen-ky-anh', 'social-insurance', 'Bảo hiểm xã hội huyện Kỳ Anh', 'BHXH huyện Kỳ Anh', 'huyen-ky-anh', { code: '000.06.36' }),
  unit('buu-dien-tinh', 'provincial-post', 'Bưu điện tỉnh Hà Tĩnh', 'Bưu điện tỉnh', 'tinh-ha-tinh', { phone: '02390000011' }),
  unit('buu-dien-huyen-ky-anh', 'district-post', 'Bưu điện huyện Kỳ Anh', 'Bưu điện huyện Kỳ Anh', 'buu-dien-tinh', { phone: '02390044712' }),
  ...commune('ky-bac', 'Kỳ Bắc', '22', '18760', [18.2, 106.14]),
  ...commune('ky-phong', 'Kỳ Phong', '24', '18766', [18.18, 106.17]),
];

const desk = (slug: string, name: string, gso: string, validFrom: string): Desk => ({
  provinceId: HA_TINH,
  deskId: slug as DeskId,
  name: `Bộ phận Một cửa xã ${name} tại Điểm Bưu điện - Văn hóa xã ${name}`,
  shortName: `Một cửa ${name}`,
  postOfficeUnitId: `bd-vhx-${slug}` as UnitId,
  communeUnitId: `xa-${slug}` as UnitId,
  receivingUnitId: `xa-${slug}` as UnitId,
  address: `Điểm Bưu điện - Văn hóa xã ${name}, xã ${name}, huyện Kỳ Anh, tỉnh Hà Tĩnh`,
  phone: `0239000${gso.slice(2)}2`,
  siteId: 'ha-tinh-hours',
  officerConfirmation: slug === 'ky-bac' ? 'key-while-present' : 'pin-each',
  validFrom: validFrom as PlainDate,
});

/** Kỳ Phong is the demo's own second desk (from 4/11/2019): it proves that no desk sees another's dossiers. */
export const DESKS_2019: readonly Desk[] = [
  desk('ky-bac', 'Kỳ Bắc', '18760', '2019-11-18'),
  desk('ky-phong', 'Kỳ Phong', '18766', '2019-11-04'),
];
