// A whole book for Excel: UTF-8 with its mark, a comma between cells, and no cell that a spreadsheet would reckon.
import { writeCell } from '#core/deadline/csv-cells.ts';
import { formatDate } from '#core/kernel/format.ts';
import { type Moment, dateOf, wallTimeOf } from '#core/kernel/moment.ts';
import type { BookLine, CertificationBookLine, RegisterBookLine } from '#wire/books.wire.ts';

const BYTE_ORDER_MARK = '\uFEFF';

const cellOf = (value: string | number | undefined): string => (typeof value === 'number' ? String(value) : writeCell(value ?? ''));

const at = (moment: Moment | undefined): string => (moment === undefined ? '' : `${formatDate(dateOf(moment))} ${wallTimeOf(moment)}`);

const MEANS: Readonly<Record<NonNullable<RegisterBookLine['returnBy']>, string>> = {
  'at-desk': 'Trực tiếp', 'home-delivery': 'Qua dịch vụ bưu chính công ích', online: 'Trực tuyến',
};

const REGISTER: readonly (readonly [head: string, cell: (line: RegisterBookLine) => string | number | undefined])[] = [
  ['STT', (l) => l.number], ['Mã hồ sơ', (l) => l.code], ['Tên thủ tục hành chính', (l) => l.procedureName], ['Số lượng hồ sơ (bộ)', (l) => l.setCount],
  ['Tên cá nhân, tổ chức', (l) => l.ownerName], ['Địa chỉ', (l) => l.address], ['Số điện thoại', (l) => l.phone], ['Cơ quan chủ trì giải quyết', (l) => l.agencyName],
  ['Ngày nhận hồ sơ', (l) => at(l.receivedAt)], ['Ngày hẹn trả kết quả', (l) => at(l.dueAt)], ['Ngày chuyển hồ sơ đến cơ quan giải quyết', (l) => at(l.forwardedAt)],
  ['Ngày nhận kết quả từ cơ quan giải quyết', (l) => at(l.outcomeReceivedAt)], ['Ngày trả kết quả', (l) => at(l.returnedAt)],
  ['Phương thức nhận kết quả', (l) => l.returnBy && MEANS[l.returnBy]], ['Ký nhận', (l) => l.signedBy], ['Ghi chú', (l) => l.note],
];

const CERTIFICATION: readonly (readonly [head: string, cell: (line: CertificationBookLine) => string | number | undefined])[] = [
  ['Số chứng thực', (l) => l.number], ['Ngày, tháng, năm chứng thực', (l) => at(l.certifiedAt)], ['Họ tên người yêu cầu chứng thực', (l) => l.requesterName],
  ['Tên bản chính giấy tờ, văn bản', (l) => l.paperName], ['Số trang', (l) => l.pages], ['Số bản sao', (l) => l.copies], ['Phí chứng thực (đồng)', (l) => l.fee],
  ['Họ tên, chức danh người ký chứng thực', (l) => l.signedBy], ['Người tiếp nhận', (l) => l.receiverName], ['Mã hồ sơ', (l) => l.code],
];

const rowsOf = <Line>(columns: readonly (readonly [string, (line: Line) => string | number | undefined])[], lines: readonly Line[]): string =>
  [columns.map(([head]) => cellOf(head)), ...lines.map((line) => columns.map(([, cell]) => cellOf(cell(line))))]
    .map((cells) => `${cells.join(',')}\r\n`).join('');

export const bookCsv = (lines: readonly BookLine[], kind: 'register' | 'certification'): string =>
  BYTE_ORDER_MARK + (kind === 'register'
    ? rowsOf(REGISTER, lines.filter((line) => line.kind === 'register'))
    : rowsOf(CERTIFICATION, lines.filter((line) => line.kind === 'certification')));
