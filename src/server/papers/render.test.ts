import { describe, expect, it } from 'vitest';
import { documentFor } from '#documents/papers.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { batchLong, handOverLong } from '#documents/samples/movements.ts';
import { refusalByAgency, residenceGuidance, supplementLong } from '#documents/samples/notices.ts';
import { receiptLong, receiptShort } from '#documents/samples/receipts.ts';
import { pdfLines, pdfText } from '#testing/pdf-text.ts';
import { isUnprintableCharacter } from './clean.ts';
import { renderPdf, setPaper } from './render.ts';

const print = (payload: PaperPayload): Uint8Array => setPaper(documentFor(payload)).pdf;
const named = (name: string): PaperPayload => ({ ...receiptShort, applicant: { ...receiptShort.applicant, name } });
const faultOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  return undefined;
};

describe('texts are data, never markup', () => {
  it.each([
    '#read("/etc/passwd")',
    '$x$ *b* _i_ \\ ] [ } { ` ~ @ < > //',
    '"); panic("x',
    '#eval("1+1") \\u{41} = Tiêu đề',
    '- một + hai / ba: bốn',
  ])('%s prints as itself', (hostile) => {
    expect(pdfText(print(named(hostile)))).toContain(`Tiếp nhận hồ sơ của: ${hostile}`);
  });

  it('a line break in a name becomes a space', () => {
    expect(pdfText(print(named('Nguyễn\n\tVăn  Thử')))).toContain('Tiếp nhận hồ sơ của: Nguyễn Văn Thử');
  });

  it('decomposed letters are composed at the border', () => {
    const text = pdfText(print(named('Nguyễn Thị Thưởng'.normalize('NFD'))));
    expect(text).toContain('Nguyễn Thị Thưởng');
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('a character that cannot be printed stops the paper', () => {
  it('names the character and the field', () => {
    const fault = faultOf(() => print(named('Nguyễn 明 Văn')));
    expect(isUnprintableCharacter(fault) && fault).toMatchObject({ field: 'owner.name', character: '明' });
    expect((fault as Error).message).toContain('U+660E');
  });

  it('counts the line of a list', () => {
    const papers = [...receiptShort.papers, { name: 'Tờ khai 🙂', original: 1, certifiedCopy: 0, plainCopy: 0 }];
    const fault = faultOf(() => print({ ...receiptShort, papers }));
    expect(isUnprintableCharacter(fault) && fault.field).toBe('papers[5].name');
  });
});

describe('the file', () => {
  it('is the same, byte for byte, for the same payload', () => {
    expect(Buffer.compare(print(receiptShort), print(structuredClone(receiptShort)))).toBe(0);
  });

  it('is PDF/A-2u, tagged, in Vietnamese, dated by the paper and not by the clock', async () => {
    const raw = Buffer.from(await renderPdf(documentFor(receiptShort))).toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/Lang (vi)');
    expect(raw).toContain('<xmp:CreateDate>2019-11-18T00:00:00Z</xmp:CreateDate>');
  });

  it('says at the foot which print it is', () => {
    const again = setPaper(documentFor(receiptShort), { count: 2, at: '16 giờ 05, 18/11/2019' });
    expect(pdfText(again.pdf)).toContain('Bản in lại lần 2, 16 giờ 05, 18/11/2019');
    expect(pdfText(print(receiptShort))).not.toContain('Bản in lại');
  });
});

describe('the sheet', () => {
  it('holds an ordinary receipt on one A5 page, receiver and assistant both named', () => {
    const set = setPaper(documentFor(receiptShort));
    expect(set.pages).toBe(1);
    const text = pdfText(set.pdf);
    expect(text).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
    expect(text).toContain('Trần Thị Công Chức Người hỗ trợ: Võ Thị Bưu Điện');
    expect(text).toContain('17 giờ 30 phút, thứ Hai, ngày 18 tháng 11 năm 2019');
  });

  it('falls back to the size of the form when it has no strip', () => {
    expect(documentFor(handOverLong, '80mm').size).toBe('a4');
  });

  it('repeats the head of a table on each page it goes over', () => {
    const pages = pdfLines(print(receiptLong));
    expect(pages).toHaveLength(3);
    for (const lines of pages) expect(lines.join(' ')).toContain('STT Tên giấy tờ, tài liệu');
    expect(pages.map((lines) => lines.at(-1))).toEqual([1, 2, 3].map((n) => `Mẫu số 01 – Thông tư số 01/2018/TT-VPCP 000.18.60.H27-191231-0012 · Trang ${n}/3`));
  });

  it.each([
    ['receipt', receiptLong, 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Thời gian trả kết quả giải quyết hồ sơ'],
    ['supplement request', supplementLong, 'NGƯỜI HƯỚNG DẪN', 'Trong quá trình hoàn thiện hồ sơ'],
    ['refusal', refusalByAgency, 'KT. CHỦ TỊCH', 'Xin thông báo'],
    ['hand-over record', handOverLong, 'ĐẠI DIỆN BÊN NHẬN', 'Biên bản được lập thành 02 bản'],
    ['batch list', batchLong, 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Đăng ký nhận kết quả tại'],
  ] as const)('keeps the signatures of a %s on one page with what is signed', (_, payload, signature, before) => {
    const last = pdfLines(print(payload)).at(-1)?.join(' ') ?? '';
    expect(last).toContain(signature);
    expect(last).toContain(before);
  });
});

describe('what is not known leaves no hole', () => {
  const party = { name: 'Nguyễn Văn Thử', address: '' };
  const contact = { name: 'Đặng Văn Thẩm Định', phone: '' };

  it('a contact without a telephone is named alone', () => {
    const text = pdfText(print({ ...supplementLong, applicant: party, owner: undefined, contact, tracking: undefined, answerBy: undefined }));
    expect(text).toContain('liên hệ với Đặng Văn Thẩm Định để được hướng dẫn');
  });

  it('a person without a number has twelve boxes to write it in', () => {
    const set = setPaper(documentFor({ ...residenceGuidance, person: { name: party.name, personalNumber: '' }, papersToAdd: [], formsToRewrite: [] }));
    expect(set.warnings).toEqual([]);
    expect(pdfText(set.pdf)).toContain('Số định danh cá nhân/CMND: Nơi thường trú:');
  });

  it('a dossier without papers, fees, due moment or assistant still has its receipt', () => {
    const bare = { ...receiptShort, applicant: party, papers: [], dueAt: undefined, register: undefined, hands: { receiverName: 'Trần Thị Công Chức' } };
    const text = pdfText(print(bare));
    expect(text).toContain('Được xác định khi cơ quan giải quyết tiếp nhận hồ sơ');
    expect(text).not.toContain('Người hỗ trợ');
    expect(setPaper(documentFor(bare, '80mm')).warnings).toEqual([]);
  });

  it('who signs for another says for whom, on two lines', () => {
    expect(pdfLines(print(refusalByAgency))[0]).toEqual(expect.arrayContaining(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']));
  });
});
