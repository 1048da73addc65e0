// The people who sign in at Hà Tĩnh 2026: ten communes are staffed, the others have a desk only.
// Everybody here is made up.
import type { Seat, StaffMember } from '../worlds.ts';
import { COMMUNES_2025, type CommuneLine } from './communes.ts';
import { communeUnitIdOf, deskSlugOf } from './organisation.ts';

const at = (role: Seat['role'], unitId: string, more: Omit<Seat, 'role' | 'unitId'> = {}): Seat => ({ role, unitId, ...more });
const member = (login: string, fullName: string, title: string, ...seats: readonly Seat[]): StaffMember => ({ login, fullName, title, seats });
const shown = (...all: Parameters<typeof member>): StaffMember => ({ ...member(...all), shown: true });

/** Postal clerk, receiving officer, civil status, economy officer, economy head, culture officer, culture head, records clerk, chairman, vice chairman, police. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'ky-xuan': ['Nguyễn Thị Sen', 'Trần Thị Mai Lan', 'Trần Văn Trúc', 'Lê Hữu Đồng', 'Phạm Xuân Lúa', 'Phan Thị Nhã Cầm', 'Đặng Quốc Thông', 'Hồ Thị Trầu', 'Võ Đình Tùng', 'Nguyễn Tiến Bách', 'Bùi Văn Sắn'],
  'ky-anh': ['Lê Thị Cúc', 'Võ Thị Ngô', 'Nguyễn Văn Thạch', 'Hồ Xuân Gạo', 'Phan Đình Nghệ', 'Trần Thị Hồng Đào', 'Trần Quốc Bàng', 'Lê Thị Nhài', 'Võ Tá Quế', 'Lê Trọng Lim', 'Hoàng Văn Gió'],
  'thanh-sen': ['Đặng Thị Hoài Thu', 'Bùi Thị Ngân Hạnh', 'Trần Hậu Giang', 'Nguyễn Khắc Dẻ', 'Lê Văn Bưởi', 'Hoàng Thị Sim', 'Phan Bá Xoan', 'Hà Thị Lý', 'Trần Đăng Mít', 'Nguyễn Thị Thu Hồng', 'Đinh Văn Cọ'],
  'song-tri': ['Phạm Thị Mơ', 'Trương Thị Na', 'Nguyễn Viết Sồi', 'Trần Khắc Tre', 'Lê Quang Nứa', 'Võ Thị Hòe', 'Hồ Sĩ Đa', 'Nguyễn Thị Quỳnh Hương', 'Phan Công Lát', 'Trần Thị Kim Ngân', 'Lê Văn Vầu'],
  'cam-xuyen': ['Lê Thị Hải Đường', 'Nguyễn Thị Bưởi', 'Trần Phúc Chanh', 'Bùi Quang Khế', 'Nguyễn Huy Ổi', 'Đặng Thị Mận', 'Võ Quang Cam', 'Trần Thị Lê Na', 'Phan Trọng Quýt', 'Hoàng Thị Thanh Trà', 'Dương Văn Sung'],
  'huong-khe': ['Phan Thị Phúc Trạch', 'Lê Thị Sơn Ca', 'Nguyễn Sĩ Họa Mi', 'Trần Văn Chào Mào', 'Đinh Công Sáo', 'Hồ Thị Vàng Anh', 'Nguyễn Trọng Khướu', 'Võ Thị Én', 'Lê Đức Đại Bàng', 'Trần Thị Yến', 'Phạm Văn Cò'],
  'vu-quang': ['Trần Thị Suối', 'Nguyễn Thị Khe', 'Lê Văn Thác', 'Phan Văn Nguồn', 'Trần Đình Ngàn', 'Bùi Thị Sương Mai', 'Nguyễn Duy Đèo', 'Hoàng Thị Mây', 'Lê Hồng Sơn Hải', 'Đoàn Thị Trăng', 'Võ Văn Đá'],
  'nghi-xuan': ['Hoàng Thị Ví Dặm', 'Nguyễn Thị Phường Vải', 'Lê Văn Ca Trù', 'Trần Đức Sáo Trúc', 'Phan Văn Trống', 'Đặng Thị Tơ Lụa', 'Nguyễn Hữu Đàn', 'Võ Thị Nón Bài Thơ', 'Hồ Văn Chèo', 'Lê Thị Lời Ru', 'Trần Văn Phách'],
  'duc-tho': ['Bùi Thị La Giang', 'Lê Thị Tùng Ảnh', 'Trần Văn Bến Tam', 'Phan Văn Đò', 'Nguyễn Đình Lái', 'Hoàng Thị Cầu Vồng', 'Trần Quang Thuyền', 'Võ Thị Chài', 'Lê Văn Nậu', 'Phạm Thị Phao', 'Đinh Văn Neo'],
  'loc-ha': ['Trần Thị Muối', 'Lê Thị Cửa Sót', 'Nguyễn Văn Buồm', 'Phan Văn Lưới', 'Hồ Quang Sóng', 'Võ Thị San Hô', 'Trần Hải Triều', 'Nguyễn Thị Ngọc Trai', 'Lê Văn Hải Đăng', 'Đặng Thị Rong', 'Bùi Văn Khơi'],
};

const isWard = (line: CommuneLine): boolean => line[1] === 'p';

const communeStaff = (line: CommuneLine): readonly StaffMember[] => {
  const slug = deskSlugOf(line);
  const people = PEOPLE[slug];
  if (people === undefined) return [];
  const name = (index: number): string => people[index] as string;
  const short = slug.replaceAll('-', '');
  const place = `${isWard(line) ? 'phường' : 'xã'} ${line[2]}`;
  const commune = communeUnitIdOf(line);
  const make = slug === 'ky-xuan' ? shown : member;
  const head = 'Trưởng phòng';
  return [
    make(`buudien.${short}`, name(0), `Nhân viên bưu điện tại điểm tiếp nhận ${place}`, at('postal-clerk', `buu-dien-${slug}`, { deskId: slug })),
    make(`tiepnhan.${short}`, name(1), `Công chức Trung tâm Phục vụ hành chính công ${place}`, at('commune-officer', `trung-tam-${slug}`, { deskId: slug })),
    make(`hotich.${short}`, name(2), 'Người thực hiện công tác hộ tịch', at('commune-officer', `trung-tam-${slug}`, { deskId: slug }), at('agency-officer', `van-phong-${slug}`)),
    make(`vanphong.${short}`, name(10), `Chánh Văn phòng HĐND và UBND ${place}`, at('section-head', `van-phong-${slug}`)),
    make(`kinhte.${short}`, name(3), isWard(line) ? 'Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị' : 'Chuyên viên Phòng Kinh tế', at('agency-officer', `kinh-te-${slug}`)),
    make(`truongkinhte.${short}`, name(4), isWard(line) ? `${head} Kinh tế, Hạ tầng và Đô thị` : `${head} Kinh tế`, at('section-head', `kinh-te-${slug}`)),
    make(`vanhoa.${short}`, name(5), 'Chuyên viên Phòng Văn hóa - Xã hội', at('agency-officer', `van-hoa-${slug}`)),
    make(`truongvanhoa.${short}`, name(6), `${head} Văn hóa - Xã hội`, at('section-head', `van-hoa-${slug}`)),
    make(`vanthu.${short}`, name(7), `Văn thư UBND ${place}`, at('records-clerk', commune)),
    make(`chutich.${short}`, name(8), `Chủ tịch UBND ${place}`, at('signing-leader', commune, { prefix: 'TM.', title: 'ỦY BAN NHÂN DÂN\nCHỦ TỊCH' })),
    make(`phochutich.${short}`, name(9), `Phó Chủ tịch UBND ${place}`, at('signing-leader', commune, { prefix: 'KT.', title: 'CHỦ TỊCH\nPHÓ CHỦ TỊCH' })),
  ];
};

const policeName = (slug: string): string => {
  const line = COMMUNES_2025.find((one) => deskSlugOf(one) === slug);
  return line === undefined ? 'Công an xã' : `Công an ${isWard(line) ? 'phường' : 'xã'} ${line[2]}`;
};

const police = (slug: string, officer: string, chief: string): readonly StaffMember[] => [
  (slug === 'ky-xuan' ? shown : member)(`congan.${slug.replaceAll('-', '')}`, officer, `Cán bộ đăng ký cư trú ${policeName(slug)}`, at('agency-officer', `cong-an-${slug}`), at('records-clerk', `cong-an-${slug}`)),
  member(`truongcongan.${slug.replaceAll('-', '')}`, chief, `Trưởng ${policeName(slug)}`, at('section-head', `cong-an-${slug}`),
    at('signing-leader', `cong-an-${slug}`, { prefix: '', title: policeName(slug).startsWith('Công an xã') ? 'TRƯỞNG CÔNG AN XÃ' : 'TRƯỞNG CÔNG AN PHƯỜNG' })),
];

const department = (suffix: string, unitId: string, sectionId: string, name: string, people: readonly [string, string, string, string]): readonly StaffMember[] => [
  (suffix === 'bhxh' ? shown : member)(`chuyenvien.${suffix}`, people[0], `Chuyên viên ${name}`, at('agency-officer', sectionId)),
  (suffix === 'bhxh' ? shown : member)(`truongphong.${suffix}`, people[1], `Trưởng phòng, ${name}`, at('section-head', sectionId)),
  (suffix === 'bhxh' ? shown : member)(`phogiamdoc.${suffix}`, people[2], `Phó Giám đốc ${name}`, at('signing-leader', unitId, { prefix: 'KT.', title: 'GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' })),
  (suffix === 'bhxh' ? shown : member)(`vanthu.${suffix}`, people[3], `Văn thư ${name}`, at('records-clerk', unitId)),
];

export const STAFFED_DESKS_2026: readonly string[] = Object.keys(PEOPLE);

export const STAFF_2026: readonly StaffMember[] = [
  ...COMMUNES_2025.flatMap(communeStaff),
  ...STAFFED_DESKS_2026.flatMap((slug, index) => police(slug, `Nguyễn Công ${['An', 'Bình', 'Thái', 'Hòa', 'Phúc', 'Thiện', 'Chính', 'Trực', 'Minh', 'Tâm'][index]}`, `Trần Quyết ${['Thắng', 'Tiến', 'Chí', 'Tâm', 'Đoán', 'Liệt', 'Vững', 'Bền', 'Thành', 'Định'][index]}`)),
  ...department('stp', 'so-tu-phap', 'stp-hanh-chinh-tu-phap', 'Sở Tư pháp', ['Đặng Thị Thu Cúc', 'Nguyễn Viết Thông', 'Trần Đăng Vải', 'Hà Thị Hồng']),
  ...department('snv', 'so-noi-vu', 'snv-nguoi-co-cong', 'Sở Nội vụ', ['Bùi Thị Mộc', 'Phan Bá Lim', 'Nguyễn Thị Thông Xanh', 'Trương Thị Lê']),
  ...department('syt', 'so-y-te', 'syt-bao-tro', 'Sở Y tế', ['Lê Thị Cam Thảo', 'Nguyễn Văn Hoài Sơn', 'Trần Thị Bạch Chỉ', 'Võ Thị Ngải']),
  ...department('sxd', 'so-xay-dung', 'sxd-van-tai', 'Sở Xây dựng', ['Hồ Văn Vôi', 'Lê Văn Ngói', 'Nguyễn Kim Gạch', 'Phan Thị Nhà']),
  ...department('stc', 'so-tai-chinh', 'stc-doanh-nghiep', 'Sở Tài chính', ['Trần Thị Thóc', 'Nguyễn Văn Kho', 'Lê Thị Đồng', 'Hoàng Thị Xu']),
  ...department('nnmt', 'so-nong-nghiep-moi-truong', 'snnmt-dat-dai', 'Sở Nông nghiệp và Môi trường', ['Phan Văn Ruộng', 'Lê Văn Bờ', 'Trần Thị Mương', 'Nguyễn Thị Vườn']),
  ...department('bhxh', 'bhxh-tinh', 'bhxh-tinh', 'Bảo hiểm xã hội tỉnh', ['Võ Thị An Khang', 'Trần Bảo Lộc', 'Nguyễn Trường Thọ', 'Lê Thị Thảo']),
  shown('buuta.kyxuan', 'Hoàng Văn Ngựa', 'Bưu tá', at('courier', 'buu-dien-ky-xuan')),
  shown('giamsat.buudien', 'Lê Thị Mẫu Đơn', 'Kiểm soát viên Bưu điện tỉnh Hà Tĩnh', at('post-supervisor', 'buu-dien-tinh')),
  shown('banchidao', 'Nguyễn Trường Sơn', 'Thành viên Ban Chỉ đạo Đề án', at('steering-committee', 'tinh-ha-tinh')),
  shown('quantri', 'Trần Thị Hoa Ban', 'Quản trị hệ thống', at('administrator', 'tinh-ha-tinh')),
];
