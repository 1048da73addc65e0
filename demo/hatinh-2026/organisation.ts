// Hà Tĩnh in two tiers, November 2026: 69 communes with their centre, rooms, police and post point,
// the departments as merged in 2025, and the units of before with their successors.
// Digits of the agency codes are the demo's own (form of QĐ 20/2020): no source gives them.
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Desk, DeskId, Unit, UnitId, UnitKind } from '#core/organisation/organisation.ts';
import { HA_TINH } from '../worlds.ts';
import { COMMUNES_2025, type CommuneLine } from './communes.ts';
import { COMMUNE_POSITIONS, PROVINCE_POSITION } from './positions.ts';

type More = { readonly code?: string; readonly gso?: string; readonly address?: string; readonly phone?: string; readonly from?: string; readonly to?: string; readonly successor?: string; readonly at?: readonly [latitude: number, longitude: number] | undefined };
const unit = (unitId: string, kind: UnitKind, name: string, shortName: string, parent: string | undefined, more: More = {}): Unit => ({
  provinceId: HA_TINH,
  unitId: unitId as UnitId,
  kind, name, shortName,
  ...(parent === undefined ? {} : { parentUnitId: parent as UnitId }),
  ...(more.code === undefined ? {} : { agencyCode2025: `H27${more.code === '' ? '' : `.${more.code}`}` }),
  ...(more.gso === undefined ? {} : { gsoCode: more.gso }),
  ...(more.address === undefined ? {} : { address: more.address }),
  ...(more.phone === undefined ? {} : { phone: more.phone }),
  ...(more.at === undefined ? {} : { position: { latitude: more.at[0], longitude: more.at[1], isApproximate: true } }),
  validFrom: (more.from ?? '2025-07-01') as PlainDate,
  ...(more.to === undefined ? {} : { validTo: more.to as PlainDate }),
  ...(more.successor === undefined ? {} : { successorUnitId: more.successor as UnitId }),
});

const KIND = { x: 'xã', p: 'phường', t: 'thị trấn' } as const;
const PREFIX = { x: 'xa', p: 'phuong', t: 'thi-tran' } as const;
const slugOf = (name: string): string => foldVietnamese(name).replaceAll(' ', '-');

/** The slug of a commune's desk: 'ky-xuan'. */
export const deskSlugOf = ([, , name]: CommuneLine): string => slugOf(name);
/** Units since 1/7/2025 carry the year: 'xa-ky-xuan-2025' is not the xã Kỳ Xuân of before. */
export const communeUnitIdOf = ([, kind, name]: CommuneLine): string => `${PREFIX[kind]}-${slugOf(name)}-2025`;

const communeUnits = (line: CommuneLine, index: number): readonly Unit[] => {
  const [gso, kind, name] = line;
  const id = communeUnitIdOf(line);
  const slug = deskSlugOf(line);
  const full = `${KIND[kind]} ${name}`;
  const place = `${full[0]?.toUpperCase()}${full.slice(1)}, tỉnh Hà Tĩnh`;
  const code = String(index + 31);
  const at = COMMUNE_POSITIONS[name];
  const room = (suffix: string, roomName: string, last: string): Unit => unit(`${suffix}-${slug}`, 'section', `${roomName} ${full}`, roomName, id, { code: `${code}.${last}` });
  return [
    unit(id, 'commune', `Ủy ban nhân dân ${full}`, `UBND ${full}`, 'tinh-ha-tinh', { code, gso, address: place, phone: `02390010${gso.slice(2)}`, at }),
    room('trung-tam', 'Trung tâm Phục vụ hành chính công', '01'),
    room('van-phong', 'Văn phòng HĐND và UBND', '02'),
    room('kinh-te', kind === 'p' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế', '03'),
    room('van-hoa', 'Phòng Văn hóa - Xã hội', '04'),
    unit(`cong-an-${slug}`, 'commune-police', `Công an ${full}`, `Công an ${full}`, 'cong-an-tinh', { address: place, at }),
    unit(`buu-dien-${slug}`, 'commune-post', slug === 'ky-xuan' ? 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc' : `Điểm phục vụ bưu chính ${full}`,
      slug === 'ky-xuan' ? 'Điểm BĐ-VHX Kỳ Bắc' : `Bưu điện ${full}`, 'buu-dien-tinh', { address: place, phone: `02390020${gso.slice(2)}` }),
  ];
};

/** Kỳ Lợi and Đại Nài were divided: the first unit that names them stands as their successor. */
const predecessorUnits = (): readonly Unit[] => {
  const found = new Map<string, Unit>();
  for (const line of COMMUNES_2025) {
    for (const text of line[3].split(' | ')) {
      const [, kind, name, gso] = /^([xpt]) (.+?)(?: (\d{5}))?$/.exec(text) as unknown as [string, keyof typeof KIND, string, string | undefined];
      const unitId = `${PREFIX[kind]}-${slugOf(name)}`;
      if (found.has(unitId)) continue;
      const full = `${KIND[kind]} ${name}`;
      found.set(unitId, unit(unitId, 'commune', `Ủy ban nhân dân ${full}`, `UBND ${full}`, 'tinh-ha-tinh',
        { from: '2016-01-01', to: '2025-07-01', successor: communeUnitIdOf(line), ...(gso === undefined ? {} : { gso }) }));
    }
  }
  return [...found.values()];
};

const department = (unitId: string, name: string, code: string): Unit =>
  unit(unitId, 'department', `${name} tỉnh Hà Tĩnh`, name, 'tinh-ha-tinh', { code, from: '2025-03-01', address: 'Phường Thành Sen, tỉnh Hà Tĩnh' });
const section = (unitId: string, name: string, parent: string, code: string): Unit => unit(unitId, 'section', name, name, parent, { code, from: '2025-03-01' });

export const UNITS_2026: readonly Unit[] = [
  unit('tinh-ha-tinh', 'province', 'Ủy ban nhân dân tỉnh Hà Tĩnh', 'UBND tỉnh Hà Tĩnh', undefined, { code: '', gso: '42', from: '2016-01-01', address: 'Phường Thành Sen, tỉnh Hà Tĩnh', at: PROVINCE_POSITION }),
  unit('trung-tam-tinh', 'section', 'Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh', 'Trung tâm Phục vụ hành chính công tỉnh', 'tinh-ha-tinh', { code: '01' }),
  department('so-tu-phap', 'Sở Tư pháp', '14'),
  section('stp-hanh-chinh-tu-phap', 'Phòng Hành chính và Bổ trợ tư pháp', 'so-tu-phap', '14.01'),
  department('so-noi-vu', 'Sở Nội vụ', '08'),
  section('snv-nguoi-co-cong', 'Phòng Người có công', 'so-noi-vu', '08.01'),
  department('so-y-te', 'Sở Y tế', '07'),
  section('syt-bao-tro', 'Phòng Bảo trợ xã hội', 'so-y-te', '07.01'),
  department('so-xay-dung', 'Sở Xây dựng', '15'),
  section('sxd-van-tai', 'Phòng Quản lý vận tải, phương tiện và người lái', 'so-xay-dung', '15.01'),
  department('so-tai-chinh', 'Sở Tài chính', '10'),
  section('stc-doanh-nghiep', 'Phòng Đăng ký kinh doanh', 'so-tai-chinh', '10.01'),
  department('so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', '09'),
  section('snnmt-dat-dai', 'Văn phòng Đăng ký đất đai', 'so-nong-nghiep-moi-truong', '09.01'),
  department('so-khoa-hoc-cong-nghe', 'Sở Khoa học và Công nghệ', '06'),
  department('so-giao-duc', 'Sở Giáo dục và Đào tạo', '05'),
  department('so-cong-thuong', 'Sở Công Thương', '03'),
  department('so-van-hoa', 'Sở Văn hóa, Thể thao và Du lịch', '16'),
  unit('cong-an-tinh', 'department', 'Công an tỉnh Hà Tĩnh', 'Công an tỉnh', 'tinh-ha-tinh', { from: '2016-01-01' }),
  unit('bhxh-tinh', 'social-insurance', 'Bảo hiểm xã hội tỉnh Hà Tĩnh', 'BHXH tỉnh', 'tinh-ha-tinh', { from: '2016-01-01' }),
  unit('buu-dien-tinh', 'provincial-post', 'Bưu điện tỉnh Hà Tĩnh', 'Bưu điện tỉnh', 'tinh-ha-tinh', { from: '2016-01-01', phone: '02390010011' }),
  ...COMMUNES_2025.flatMap(communeUnits),
  ...predecessorUnits(),
];

const desk = (line: CommuneLine): Desk => {
  const [gso, kind, name] = line;
  const slug = deskSlugOf(line);
  const full = `${KIND[kind]} ${name}`;
  const isKyXuan = slug === 'ky-xuan';
  const place = isKyXuan ? 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc' : `Điểm phục vụ bưu chính ${full}`;
  return {
    provinceId: HA_TINH,
    deskId: slug as DeskId,
    name: `Điểm tiếp nhận và trả kết quả tại ${place} – Trung tâm Phục vụ hành chính công ${full}`,
    shortName: name,
    postOfficeUnitId: `buu-dien-${slug}` as UnitId,
    communeUnitId: communeUnitIdOf(line) as UnitId,
    receivingUnitId: `trung-tam-${slug}` as UnitId,
    address: `${place}, ${full}, tỉnh Hà Tĩnh`,
    phone: `02390020${gso.slice(2)}`,
    siteId: 'ha-tinh-hours',
    officerConfirmation: 'key-while-present',
    validFrom: '2025-07-01' as PlainDate,
  };
};

export const DESKS_2026: readonly Desk[] = COMMUNES_2025.map(desk);
