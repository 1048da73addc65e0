// The people who sign in at Kỳ Bắc's world. All of them are made up.
import type { Seat, StaffMember } from '../worlds.ts';

const at = (role: Seat['role'], unitId: string, more: Omit<Seat, 'role' | 'unitId'> = {}): Seat => ({ role, unitId, ...more });
const member = (login: string, fullName: string, title: string, ...seats: readonly Seat[]): StaffMember => ({ login, fullName, title, seats });
const shown = (...all: Parameters<typeof member>): StaffMember => ({ ...member(...all), shown: true });

const commune = (slug: string, name: string, people: readonly [string, string, string, string, string, string, string, string], show: boolean): readonly StaffMember[] => {
  const unitId = `xa-${slug}`;
  const short = slug.replace('-', '');
  const make = show ? shown : member;
  return [
    make(`buudien.${short}`, people[0], `Nhân viên Điểm BĐ-VHX ${name}`, at('postal-clerk', `bd-vhx-${slug}`, { deskId: slug })),
    make(`tuphap.${short}`, people[1], 'Công chức tư pháp - hộ tịch', at('commune-officer', unitId, { deskId: slug }), at('agency-officer', unitId)),
    make(`diachinh.${short}`, people[2], 'Công chức địa chính - nông nghiệp - xây dựng và môi trường', at('commune-officer', unitId, { deskId: slug }), at('agency-officer', unitId)),
    make(`vanhoa.${short}`, people[3], 'Công chức văn hóa - xã hội', at('commune-officer', unitId, { deskId: slug }), at('agency-officer', unitId)),
    make(`vanthu.${short}`, people[4], 'Công chức văn phòng - thống kê, văn thư', at('records-clerk', unitId)),
    make(`chutich.${short}`, people[5], `Chủ tịch UBND xã ${name}`, at('signing-leader', unitId, { prefix: 'TM.', title: 'ỦY BAN NHÂN DÂN\nCHỦ TỊCH' })),
    make(`phochutich.${short}`, people[6], `Phó Chủ tịch UBND xã ${name}`, at('signing-leader', unitId, { prefix: 'KT.', title: 'CHỦ TỊCH\nPHÓ CHỦ TỊCH' })),
    member(`congan.${short}`, people[7], `Trưởng Công an xã ${name}`,
      at('agency-officer', `cong-an-xa-${slug}`), at('signing-leader', `cong-an-xa-${slug}`, { prefix: '', title: 'TRƯỞNG CÔNG AN XÃ' }), at('records-clerk', `cong-an-xa-${slug}`)),
  ];
};

export const STAFF_2019: readonly StaffMember[] = [
  ...commune('ky-bac', 'Kỳ Bắc',
    ['Nguyễn Thị Sen', 'Trần Văn Trúc', 'Lê Hữu Đồng', 'Phan Thị Mai Lan', 'Hồ Thị Trầu', 'Võ Đình Tùng', 'Nguyễn Tiến Bách', 'Đặng Quốc Thông'], true),
  shown('buudien2.kybac', 'Trần Thị Huệ', 'Nhân viên Điểm BĐ-VHX Kỳ Bắc', at('postal-clerk', 'bd-vhx-ky-bac', { deskId: 'ky-bac' })),
  ...commune('ky-phong', 'Kỳ Phong',
    ['Lê Thị Cúc', 'Nguyễn Văn Thạch', 'Phạm Xuân Lúa', 'Trần Thị Hồng Đào', 'Võ Thị Ngô', 'Lê Trọng Lim', 'Hoàng Thị Sim', 'Bùi Văn Sắn'], false),
  shown('tuphap.kyanh', 'Phan Thị Ngọc Lựu', 'Chuyên viên Phòng Tư pháp', at('agency-officer', 'ky-anh-tu-phap')),
  shown('truongphong.kyanh', 'Nguyễn Khắc Dẻ', 'Trưởng phòng Tư pháp', at('section-head', 'ky-anh-tu-phap')),
  shown('taichinh.kyanh', 'Trần Hậu Giang', 'Chuyên viên Phòng Tài chính - Kế hoạch', at('agency-officer', 'ky-anh-tai-chinh')),
  member('truongtaichinh.kyanh', 'Lê Văn Bưởi', 'Trưởng phòng Tài chính - Kế hoạch', at('section-head', 'ky-anh-tai-chinh'),
    at('signing-leader', 'ky-anh-tai-chinh', { prefix: '', title: 'TRƯỞNG PHÒNG' })),
  member('hatang.kyanh', 'Hồ Xuân Gạo', 'Chuyên viên Phòng Kinh tế và Hạ tầng', at('agency-officer', 'ky-anh-kinh-te-ha-tang')),
  member('truonghatang.kyanh', 'Phan Đình Nghệ', 'Trưởng phòng Kinh tế và Hạ tầng', at('section-head', 'ky-anh-kinh-te-ha-tang')),
  member('laodong.kyanh', 'Nguyễn Thị Cẩm Tú', 'Chuyên viên Phòng Lao động - Thương binh và Xã hội', at('agency-officer', 'ky-anh-lao-dong')),
  member('truonglaodong.kyanh', 'Trần Quốc Bàng', 'Trưởng phòng Lao động - Thương binh và Xã hội', at('section-head', 'ky-anh-lao-dong')),
  shown('phochutich.kyanh', 'Võ Tá Quế', 'Phó Chủ tịch UBND huyện Kỳ Anh', at('signing-leader', 'huyen-ky-anh', { prefix: 'KT.', title: 'CHỦ TỊCH\nPHÓ CHỦ TỊCH' })),
  shown('vanthu.kyanh', 'Lê Thị Nhài', 'Văn thư UBND huyện Kỳ Anh', at('records-clerk', 'huyen-ky-anh')),
  member('bhxh.kyanh', 'Phạm Thị Mơ', 'Cán bộ tiếp nhận BHXH huyện Kỳ Anh', at('agency-officer', 'bhxh-huyen-ky-anh'), at('records-clerk', 'bhxh-huyen-ky-anh')),
  member('giamdoc.bhxh', 'Đinh Văn Cọ', 'Giám đốc BHXH huyện Kỳ Anh', at('section-head', 'bhxh-huyen-ky-anh'), at('signing-leader', 'bhxh-huyen-ky-anh', { prefix: '', title: 'GIÁM ĐỐC' })),
  shown('chuyenvien.stp', 'Đặng Thị Hoài Thu', 'Chuyên viên Phòng Hành chính tư pháp', at('agency-officer', 'stp-hanh-chinh-tu-phap')),
  shown('truongphong.stp', 'Nguyễn Viết Sồi', 'Trưởng phòng Hành chính tư pháp', at('section-head', 'stp-hanh-chinh-tu-phap'),
    at('signing-leader', 'so-tu-phap', { prefix: 'TUQ.', title: 'GIÁM ĐỐC\nTRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP' })),
  shown('phogiamdoc.stp', 'Trần Đăng Mít', 'Phó Giám đốc Sở Tư pháp', at('signing-leader', 'so-tu-phap', { prefix: 'KT.', title: 'GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' })),
  shown('vanthu.stp', 'Hà Thị Lý', 'Văn thư Sở Tư pháp', at('records-clerk', 'so-tu-phap')),
  shown('chuyenvien.sld', 'Bùi Thị Ngân Hạnh', 'Chuyên viên Phòng Người có công', at('agency-officer', 'sld-nguoi-co-cong')),
  shown('truongphong.sld', 'Phan Bá Xoan', 'Trưởng phòng Người có công', at('section-head', 'sld-nguoi-co-cong')),
  shown('phogiamdoc.sld', 'Nguyễn Thị Thu Hồng', 'Phó Giám đốc Sở Lao động - Thương binh và Xã hội', at('signing-leader', 'so-lao-dong', { prefix: 'KT.', title: 'GIÁM ĐỐC\nPHÓ GIÁM ĐỐC' })),
  shown('vanthu.sld', 'Trương Thị Na', 'Văn thư Sở Lao động - Thương binh và Xã hội', at('records-clerk', 'so-lao-dong')),
  shown('buuta.kyanh', 'Hoàng Văn Gió', 'Bưu tá Bưu điện huyện Kỳ Anh', at('courier', 'buu-dien-huyen-ky-anh')),
  shown('giamsat.buudien', 'Lê Thị Hải Đường', 'Kiểm soát viên Bưu điện tỉnh Hà Tĩnh', at('post-supervisor', 'buu-dien-tinh')),
  shown('banchidao', 'Nguyễn Trường Sơn', 'Thành viên Ban Chỉ đạo Đề án', at('steering-committee', 'tinh-ha-tinh')),
  shown('quantri', 'Trần Thị Hoa Ban', 'Quản trị hệ thống', at('administrator', 'tinh-ha-tinh')),
];
