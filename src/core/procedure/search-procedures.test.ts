import { describe, expect, test } from 'vitest';
import type { ProcedureCode } from './procedure.ts';
import { type Searchable, indexProcedures, searchProcedures } from './search-procedures.ts';

const row = (code: string, name: string, field: string, ...everydayNames: readonly string[]): Searchable =>
  ({ code: code as ProcedureCode, name, field, everydayNames });
const catalogue: readonly Searchable[] = [
  row('1.001193', 'Đăng ký khai sinh', 'Hộ tịch'),
  row('1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch'),
  row('1.000689', 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con', 'Hộ tịch'),
  row('1.004772', 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', 'Hộ tịch'),
  row('2.000528', 'Đăng ký khai sinh có yếu tố nước ngoài', 'Hộ tịch'),
  row('1.000656', 'Đăng ký khai tử', 'Hộ tịch', 'làm giấy báo tử'),
  row('1.000894', 'Đăng ký kết hôn', 'Hộ tịch'),
  row('1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch'),
  row('2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'Hộ tịch'),
  row('2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'Chứng thực'),
  row('2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản', 'Chứng thực'),
  row('1.004222', 'Đăng ký thường trú', 'Cư trú'),
  row('1.004194', 'Đăng ký tạm trú', 'Cư trú'),
  row('1.013225', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'Hoạt động xây dựng'),
  row('1.001612', 'Đăng ký thành lập hộ kinh doanh', 'Thành lập và hoạt động của hộ kinh doanh'),
  row('1.011607', 'Công nhận hộ nghèo, hộ cận nghèo', 'Giảm nghèo'),
];
const first = (query: string, uses?: (procedure: Searchable) => number): string | undefined =>
  searchProcedures(indexProcedures(catalogue, uses), query)[0]?.code;

describe('finding a procedure', () => {
  test.each([
    ['lam giay khai sinh cho chau', '1.001193'], ['Làm giấy khai sinh cho cháu', '1.001193'], ['khai sinh', '1.001193'], ['dang ky lai khai sinh', '1.004884'],
    ['mat giay khai sinh', '1.004884'], ['trich luc khai sinh', '2.000635'], ['giay bao tu', '1.000656'], ['ket hon', '1.000894'], ['lay chong', '1.000894'],
    ['giay doc than', '1.004873'], ['cong chung', '2.000815'], ['sao y ban chinh', '2.000815'], ['chu ky', '2.000884'], ['nhap khau cho con', '1.004222'],
    ['tam tru', '1.004194'], ['toi muon xin phep xay nha', '1.013225'], ['mo quan', '1.001612'], ['ho ngheo', '1.011607'], ['1.001612', '1.001612'], ['1.0116', '1.011607'],
  ])('"%s" gives %s', (query, code) => expect(first(query)).toBe(code));

  test('begins while the last word is still typed', () => {
    expect(first('ket h')).toBe('1.000894');
    expect(first('thuong tr')).toBe('1.004222');
  });

  test('gives nothing rather than something else', () => {
    expect(first('mua ban may bay phan luc')).toBeUndefined();
    expect(first('zzz')).toBeUndefined();
  });

  test('puts what this desk does most first among equals, and lists it when nothing is asked', () => {
    const uses = (procedure: Searchable): number => (procedure.code === '2.000884' ? 900 : 0);
    expect(first('chung thuc', uses)).toBe('2.000884');
    expect(first('', uses)).toBe('2.000884');
    expect(searchProcedures(indexProcedures(catalogue), '', 5)).toHaveLength(5);
  });

  test('gives an order that does not depend on the order of the catalogue', () => {
    const codes = (list: readonly Searchable[]): readonly string[] => searchProcedures(indexProcedures(list), 'dang ky').map((found) => found.code);
    expect(codes([...catalogue].reverse())).toEqual(codes(catalogue));
  });
});
