// Plainly made-up people and places for the gallery and the golden tests.
import type { Letterhead, PaperLine, PartyLine, ReturnPlace } from '../kit/parts.ts';

export const head2019: Letterhead = {
  superiorAgency: 'Ủy ban nhân dân xã Kỳ Bắc',
  agency: 'Bộ phận Tiếp nhận và Trả kết quả',
  deskName: 'xã Kỳ Bắc, tại Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  place: 'Kỳ Bắc',
};

export const head2026: Letterhead = {
  superiorAgency: 'Ủy ban nhân dân xã Kỳ Xuân',
  agency: 'Trung tâm Phục vụ hành chính công',
  deskName: 'Trung tâm Phục vụ hành chính công xã Kỳ Xuân, điểm tiếp nhận Bưu điện Kỳ Bắc',
  place: 'Kỳ Xuân',
};

/** Where a paper that is nobody's would be proved. */
export const PROOF_URL = 'http://localhost:8080/x/AGNRQA6EVHTJXDMKCZ2PQ5WSUE';

export const farmer: PartyLine = {
  name: 'Nguyễn Văn Thử',
  address: 'thôn Phương Giai, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh',
  phone: '0912 000 001',
  identity: 'Chứng minh nhân dân số 183 000 001, cấp ngày 12/03/2010, nơi cấp: Công an tỉnh Hà Tĩnh',
};

export const daughter: PartyLine = {
  name: 'Lê Thị Minh Họa',
  address: 'thôn Xuân Phú, xã Kỳ Xuân, tỉnh Hà Tĩnh',
  phone: '0987 000 002',
  email: 'minhhoa@example.vn',
  identity: 'Thẻ căn cước số 042 190 000 002, cấp ngày 15/08/2024, nơi cấp: Bộ Công an',
};

/** A name of eighty letters and an address that fills three lines. */
export const longNamed: PartyLine = {
  name: 'Nguyễn Phước Công Tằng Tôn Nữ Hoàng Bảo Quỳnh Trường Khương Nghiễm Thụy Thường Ưởng',
  organisationName: 'Hợp tác xã Dịch vụ nông nghiệp, nuôi trồng và chế biến thủy sản Xuân Phương Giai Kỳ Bắc',
  address: 'nhà số 125/17, ngách 8, ngõ 42, đường liên xã Kỳ Bắc - Kỳ Xuân, thôn Nghĩa Dũng Thượng, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh',
  phone: '0239 000 0003',
  email: 'hoptacxadichvunongnghiepnuoitrongchebienthuysan.xuanphuonggiai@example-dai-dong.vn',
  identity: 'Hộ chiếu số C0000003, cấp ngày 01/12/2018, nơi cấp: Cục Quản lý xuất nhập cảnh',
};

export const deskReturn: ReturnPlace = {
  kind: 'at-desk',
  name: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  address: 'thôn Phương Giai, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh',
  phone: '0239 000 0100',
};

export const homeReturn: ReturnPlace = {
  kind: 'home-delivery',
  name: 'bà Lê Thị Minh Họa',
  address: 'thôn Xuân Phú, xã Kỳ Xuân, tỉnh Hà Tĩnh',
  phone: '0987 000 002',
};

export const birthPapers: readonly PaperLine[] = [
  { name: 'Tờ khai đăng ký khai sinh theo mẫu', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Giấy chứng nhận kết hôn của cha, mẹ', original: 0, certifiedCopy: 0, plainCopy: 0, shownOnly: true },
  { name: 'Sổ hộ khẩu của cha, mẹ', original: 0, certifiedCopy: 0, plainCopy: 1 },
];

export const landPapers: readonly PaperLine[] = [
  { name: 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Hợp đồng chuyển nhượng quyền sử dụng đất đã chứng thực', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Giấy chứng nhận quyền sử dụng đất đã cấp', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Chứng minh nhân dân của hai bên', original: 0, certifiedCopy: 2, plainCopy: 0 },
];

/** Forty lines, some long: three A5 pages. */
export const fortyPapers: readonly PaperLine[] = Array.from({ length: 40 }, (_, i) => ({
  name: i % 4 === 0
    ? `Bản vẽ thiết kế xây dựng nhà ở riêng lẻ, tờ số ${i + 1}: mặt bằng các tầng, mặt đứng và mặt cắt chính của công trình`
    : `Giấy tờ, tài liệu kèm theo thứ ${i + 1}`,
  original: i % 3 === 0 ? 1 : 0,
  certifiedCopy: i % 3 === 1 ? 2 : 0,
  plainCopy: i % 3 === 2 ? 1 : 0,
  ...(i === 7 ? { note: 'Có một trang mờ, người nộp cam kết bổ sung bản rõ khi nhận kết quả' } : {}),
}));
