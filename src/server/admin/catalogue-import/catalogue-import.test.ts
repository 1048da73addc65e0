import { describe, expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { planImport } from './import-catalogue.ts';
import { parseChecklist } from './parse-checklist.ts';
import { parseMethods } from './parse-methods.ts';
import { linesOf } from './read-file.ts';

const HEAD = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
const TABLE = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';
const NOW = '2026-11-23T07:30:00+07:00' as Moment;

const row = (over: Record<string, unknown> = {}) => ({
  ma_thu_tuc: '1.900001', ten_thu_tuc: 'Cấp thẻ mượn sách', so_quyet_dinh: '1/QĐ-TV', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thư viện',
  co_quan_co_tham_quyen: 'UBND cấp xã', co_quan_thuc_hien: '', can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnNghị định về thư viện 93/2020/NĐ-CP',
  cach_thuc_thuc_hien: `${HEAD}Trực tiếp3 Ngày làm việcMiễn phíNộp tại xã.`, thanh_phan_ho_so: `${TABLE}Đơn đề nghị1 bản chính`,
  ket_qua_xu_ly: 'Thẻ mượn sáchMã: KQ.G99.000001Từ khóaKhông có thông tin', yeu_cau_dieu_kien: '', ...over,
});
const kinds = (questions: readonly { kind: string }[]) => questions.map((q) => q.kind);

describe('methods: limits and fees by channel', () => {
  test('working days, calendar days and money are read for each channel', () => {
    const read = parseMethods(`${HEAD}Trực tuyến3 Ngày làm việc7,000 VNĐ(Lệ phí 7.000 đồng/lần)Nộp trực tuyến qua Cổng.Trực tiếp15 NgàyMiễn phíNộp trực tiếp tại xã.`);
    expect(read.channels).toEqual(['online', 'counter']);
    expect(read.limits).toEqual([
      { channel: 'online', limit: { kind: 'working-days', days: 3 }, note: 'Nộp trực tuyến qua Cổng.' },
      { channel: 'counter', limit: { kind: 'calendar-days', days: 15 }, note: 'Nộp trực tiếp tại xã.' },
    ]);
    expect(read.fees.map(({ kind, amount }) => [kind, amount])).toEqual([['charge', 7000], ['fee', 0]]);
    expect(read.questions).toEqual([]);
  });
  test('a bare number is a question, never a guess', () => {
    const read = parseMethods(`${HEAD}Trực tiếp1Miễn phí`);
    expect(read.limits).toEqual([]);
    expect(kinds(read.questions)).toEqual(['limit-unit-missing']);
  });
  test('hours may be working hours or clock hours: asked', () => {
    expect(kinds(parseMethods(`${HEAD}Trực tiếp8 GiờMiễn phí`).questions)).toEqual(['limit-hours-kind']);
  });
  test('“Miễn phí” that leaves the amount to the province has no amount', () => {
    const read = parseMethods(`${HEAD}Trực tiếp3 Ngày làm việcMiễn phí(Mức lệ phí do Hội đồng nhân dân tỉnh quyết định)`);
    expect(read.fees[0]?.amount).toBeUndefined();
    expect(kinds(read.questions)).toEqual(['fee-province-decides']);
  });
  test('a bare number glued to money is not read as one amount', () => {
    const read = parseMethods(`${HEAD}Trực tiếp120,000 VNĐ(Phí 20.000 đồng)`);
    expect(read.fees[0]?.amount).toBeUndefined();
    expect(kinds(read.questions)).toEqual(['limit-not-understood', 'fee-not-understood']);
  });
  test('money without a word for its kind is asked: phí or lệ phí', () => {
    expect(kinds(parseMethods(`${HEAD}Trực tiếp3 Ngày50,000 VNĐ`).questions)).toEqual(['fee-kind']);
  });
  test('a time cell in prose keeps the channel and asks', () => {
    const read = parseMethods(`${HEAD}Trực tiếpHệ thống trả lời tự động.Không có thông tin`);
    expect(read.channels).toEqual(['counter']);
    expect(kinds(read.questions)).toContain('limit-not-understood');
  });
});

describe('checklist: cases, papers, quantities', () => {
  test('headings become cases, quantities stay with their paper', () => {
    const { cases, questions } = parseChecklist(`* Trường hợp thứ nhất:${TABLE}Đơn đề nghị1 bản chínhẢnh chân dung (nếu có)0 bản chính,2 bản sao* Trường hợp thứ hai:${TABLE}Tờ khai mất thẻ1 bản chính`);
    expect(cases.map((one) => [one.name, one.checklist.length])).toEqual([['Trường hợp thứ nhất', 2], ['Trường hợp thứ hai', 1]]);
    expect(cases[0]?.checklist[1]).toMatchObject({ name: 'Ảnh chân dung (nếu có)', required: false, original: 0, plainCopy: 2 });
    expect(kinds(questions)).toEqual(['copy-kind']);
  });
  test('a quantity inside the name is not a cell', () => {
    const { cases } = parseChecklist(`${TABLE}Người khai nộp 02 bản chính tờ khai1 bản chính`);
    expect(cases[0]?.checklist).toMatchObject([{ name: 'Người khai nộp 02 bản chính tờ khai', original: 1 }]);
  });
  test('a year glued to the quantity gives up its last digit and is asked about', () => {
    const { cases, questions } = parseChecklist(`${TABLE}Đơn theo Thông tư ngày 31/12/20251 bản chính`);
    expect(cases[0]?.checklist[0]).toMatchObject({ name: 'Đơn theo Thông tư ngày 31/12/2025', original: 1 });
    expect(kinds(questions)).toEqual(['quantity-unclear']);
  });
  test('a line without any quantity is kept and asked about', () => {
    const { cases, questions } = parseChecklist(`${TABLE}Lưu ý: mang theo thẻ cũ0 bản chính`);
    expect(cases[0]?.checklist[0]).toMatchObject({ required: false, original: 0 });
    expect(kinds(questions)).toEqual(['paper-unclear']);
  });
  test('an empty list is asked about', () => {
    expect(kinds(parseChecklist('Bước 2. Nộp hồ sơ.').questions)).toEqual(['checklist-missing']);
  });
});

describe('a whole file', () => {
  test('good rows go in, broken ones are refused with the field named', () => {
    const lines = linesOf([JSON.stringify(row()), '{broken', JSON.stringify(row({ ma_thu_tuc: 'abc' })), JSON.stringify(row({ ma_thu_tuc: '1.900002', ten_thu_tuc: '' })), JSON.stringify(row())].join('\n'));
    const report = planImport(lines, new Map(), NOW);
    expect(report.totals).toEqual({ read: 5, imported: 1, questions: 0, refused: 4 });
    expect(report.refusedRows.map((r) => r.reason)).toEqual(['dòng không phải JSON', 'ma_thu_tuc: mã thủ tục phải có dạng 1.001193', 'ten_thu_tuc: thiếu tên thủ tục', 'mã thủ tục có hai lần trong tệp']);
  });
  test('the portal’s JSON detail is read too', () => {
    const detail = { code: 200, data: { id: 'x', code: '1.900003', name: 'Cấp thẻ đọc', executionMethods: [{ submissionMethod: 'DIRECT', processingTime: 5, processingTimeUnit: 'WORKING_DAY', fees: [{ type: 'Lệ phí', value: 8000 }] }, { submissionMethod: 'POSTAL', processingTime: '1', processingTimeUnit: null, fees: [] }], executionCases: [{ name: 'Chung', profileComponents: [{ code: 'P1', name: 'Đơn', originalQty: 1, copyQty: 0, required: true }] }] } };
    const report = planImport(linesOf(JSON.stringify(detail)), new Map(), NOW);
    expect(report.totals).toMatchObject({ read: 1, imported: 1, refused: 0 });
    expect(kinds(report.rows[0]?.questions ?? [])).toEqual(['limit-unit-missing', 'fee-not-stated', 'authority-missing', 'outcome-missing']);
  });
});
