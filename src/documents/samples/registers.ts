// The year's books: open with a few lines, closed with many.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { CertificationBookPayload, CertificationLine } from '../certification-book/payload.ts';
import type { DossierRegisterPayload, RegisterLine } from '../dossier-register/payload.ts';
import { farmer, head2019, head2026, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;
const on = (text: string): PlainDate => text as PlainDate;
const PROCEDURES = ['Đăng ký khai sinh', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 'Đăng ký biến động quyền sử dụng đất trong trường hợp chuyển nhượng, tặng cho, thừa kế'] as const;
const AGENCIES = ['Ủy ban nhân dân xã Kỳ Bắc', 'Ủy ban nhân dân huyện Kỳ Anh', 'Chi nhánh Văn phòng Đăng ký đất đai huyện Kỳ Anh'] as const;
const ADDRESS = farmer.address;

const line = (i: number): RegisterLine => ({
  order: String(i + 1).padStart(4, '0'),
  code: `000.18.60.H27-191118-${String(i + 1).padStart(4, '0')}`,
  procedureName: PROCEDURES[i % 3] ?? '',
  setCount: 1,
  ownerName: i % 7 === 3 ? `${longNamed.organisationName} (${longNamed.name})` : ['Nguyễn Văn Thử', 'Lê Thị Minh Họa', 'Hồ Văn Ví Dụ'][i % 3] ?? '',
  address: i % 7 === 3 ? longNamed.address : ADDRESS,
  phone: '0912000001',
  agencyName: AGENCIES[i % 3] ?? '',
  receivedAt: at('2019-11-18T08:12:00+07:00'),
  dueAt: at('2019-12-09T17:00:00+07:00'),
  ...(i % 3 === 0 ? {} : { forwardedAt: at('2019-11-18T16:00:00+07:00'), outcomeReceivedAt: at('2019-12-06T09:00:00+07:00') }),
  ...(i % 5 === 4
    ? { note: 'Công dân rút hồ sơ ngày 20/11/2019' }
    : { returnedAt: at('2019-12-09T10:00:00+07:00'), returnBy: (['at-desk', 'home-delivery', 'online'] as const)[i % 3], signedBy: 'Đã ký, phiếu số 12' }),
});

export const registerOpen: DossierRegisterPayload = {
  kind: 'dossier-register',
  version: 'v2018',
  head: head2019,
  issuedAt: at('2019-12-10T08:00:00+07:00'),
  year: 2019,
  book: '01/2019',
  opened: { on: on('2019-11-18'), by: { prefix: 'TM.', title: 'Ủy ban nhân dân\nChủ tịch', name: 'Nguyễn Văn Chủ Tịch' } },
  keeperName: 'Trần Thị Công Chức',
  lines: Array.from({ length: 9 }, (_, i) => line(i)),
};

export const registerClosed: DossierRegisterPayload = {
  ...registerOpen,
  version: 'v2025',
  head: head2026,
  issuedAt: at('2026-12-31T17:00:00+07:00'),
  year: 2026,
  book: '02/2026',
  opened: { on: on('2026-01-02'), by: registerOpen.opened.by },
  closed: { on: on('2026-12-31'), by: registerOpen.opened.by, note: 'Số thứ tự 0017 bỏ trống do máy ngoại tuyến trả lại số chưa dùng.' },
  lines: Array.from({ length: 64 }, (_, i) => ({ ...line(i), code: `H27.82.18-26${String((i % 12) + 1).padStart(2, '0')}15-${String(i + 1).padStart(4, '0')}` })),
};

export const registerEmpty: DossierRegisterPayload = {
  ...registerOpen, lines: [], closed: { on: on('2019-12-31'), by: registerOpen.opened.by },
};

const PAPERS = ['Giấy khai sinh', 'Bằng tốt nghiệp trung học phổ thông', 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất'] as const;

const certified = (i: number): CertificationLine => ({
  number: String(i + 1).padStart(2, '0'),
  certifiedAt: at(`2019-11-${String(18 + (i % 5)).padStart(2, '0')}T09:12:00+07:00`),
  requesterName: i % 7 === 3 ? longNamed.name : ['Nguyễn Văn Thử', 'Lê Thị Minh Họa', 'Hồ Văn Ví Dụ'][i % 3] ?? '',
  paperName: PAPERS[i % 3] ?? '',
  count: 1 + (i % 4),
  fee: 2_000 * (1 + (i % 4)),
  note: `Mã hồ sơ 000.18.60.H27-191118-${String(i + 1).padStart(4, '0')}`,
});

export const certificationOpen: CertificationBookPayload = {
  kind: 'certification-book',
  version: 'v2015',
  of: 'copies',
  head: { superiorAgency: 'Ủy ban nhân dân huyện Kỳ Anh', agency: 'Ủy ban nhân dân xã Kỳ Bắc', deskName: 'Ủy ban nhân dân xã Kỳ Bắc', place: 'Kỳ Bắc' },
  issuedAt: at('2019-12-10T08:00:00+07:00'),
  year: 2019,
  book: '01/2019-SCT/BS',
  opened: registerOpen.opened,
  decision: 'Quyết định số 02/QĐ-UBND ngày 02/01/2019',
  lines: Array.from({ length: 9 }, (_, i) => certified(i)),
};

export const certificationClosed: CertificationBookPayload = {
  ...certificationOpen,
  issuedAt: at('2019-12-31T17:00:00+07:00'),
  book: '02/2019-SCT/BS',
  closed: { on: on('2019-12-31'), by: registerOpen.opened.by, yearCount: 148 },
  keeperName: 'Trần Thị Công Chức',
  lines: Array.from({ length: 48 }, (_, i) => ({ ...certified(i), number: String(i + 101), signedBy: 'Nguyễn Văn Chủ Tịch, Chủ tịch' })),
};

const identified = (line: CertificationLine, i: number): CertificationLine => ({ ...line, requesterIdentity: `CMND 183 000 0${10 + i}`, fee: 10_000, count: 1 });

export const certificationSignatures: CertificationBookPayload = {
  ...certificationOpen, of: 'signatures', book: '01/2019-SCT/CK,ĐC',
  lines: certificationOpen.lines.slice(0, 4).map((line, i) => ({ ...identified(line, i), paperName: ['Giấy ủy quyền', 'Sơ yếu lý lịch'][i % 2] ?? '' })),
};

export const certificationContracts: CertificationBookPayload = {
  ...certificationOpen, of: 'contracts', book: '01/2019-SCT/HĐ,GD',
  lines: certificationOpen.lines.slice(0, 3).map((line, i) => ({ ...identified(line, i), paperName: 'Hợp đồng tặng cho quyền sử dụng đất', fee: 50_000, count: 3 })),
};

export const certification2025: CertificationBookPayload = {
  ...certificationOpen, version: 'v2025', head: { superiorAgency: 'Ủy ban nhân dân tỉnh Hà Tĩnh', agency: 'Ủy ban nhân dân xã Kỳ Xuân', deskName: 'Ủy ban nhân dân xã Kỳ Xuân', place: 'Kỳ Xuân' },
  issuedAt: at('2026-11-23T08:00:00+07:00'), year: 2026, book: '01/2026-SCT/BS', opened: { on: on('2026-01-02'), by: registerOpen.opened.by }, decision: undefined,
  lines: certificationOpen.lines.map((line, i) => ({ ...line, certifiedAt: at(`2026-11-${String(10 + i)}T09:12:00+07:00`), note: `Mã hồ sơ H27.82.18-261110-${String(i + 1).padStart(4, '0')}` })),
};
