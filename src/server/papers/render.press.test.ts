import { describe, expect, it } from 'vitest';
import { documentFor } from '#documents/papers.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { batchLong, controlSlip2025, handOverLong, postingSlip } from '#documents/samples/movements.ts';
import { apology2018Long, apology2025Long, stop2025Long } from '#documents/samples/leader-notices.ts';
import { refusalByAgency, residenceGuidance, residenceReceipt, residenceRefusal, supplementLong } from '#documents/samples/notices.ts';
import { receiptLong, receiptShort } from '#documents/samples/receipts.ts';
import { registerClosed, registerEmpty, registerOpen } from '#documents/samples/registers.ts';
import { authorisationLong, feeReceiptLong, withdrawalLong } from '#documents/samples/small-papers.ts';
import { pdfLines, pdfText } from '#testing/pdf-text.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
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
    ['hand-over record', handOverLong, 'ĐẠI DIỆN BÊN NHẬN', 'Kết quả số 131/2019'],
    ['batch list', batchLong, 'NGƯỜI TIẾP NHẬN HỒ SƠ', '000.18.60.H27-191118-0159'],
    ['apology of 2018', apology2018Long, 'TL. CHỦ TỊCH', '17 giờ 00 phút, ngày 13 tháng 12 năm 2019'],
    ['apology of 2025', apology2025Long, 'KT. CHỦ TỊCH', '17 giờ 00 phút, ngày 15 tháng 12 năm 2026'],
    ['stop notice', stop2025Long, 'KT. CHỦ TỊCH', 'Nếu có vướng mắc'],
    ['withdrawal', withdrawalLong, 'NGƯỜI NHẬN LẠI HỒ SƠ', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả không còn giá trị'],
    ['authorisation', authorisationLong, 'BÊN ỦY QUYỀN', 'Hai bên chịu trách nhiệm'],
    ['closed register', registerClosed, 'NGƯỜI GIỮ SỔ', 'Sổ này gồm'],
  ] as const)('keeps the signatures of a %s on one page with what is signed', (_, payload, signature, before) => {
    const last = pdfLines(print(payload)).at(-1)?.join(' ') ?? '';
    expect(last).toContain(signature);
    expect(last).toContain(before);
  });
});

describe('what belongs together stays together', () => {
  const linesOf = (payload: PaperPayload): readonly string[] => pdfLines(print(payload)).flat();

  it('rows that go to a page of their own with the signatures take the head of the table with them', () => {
    expect(pdfLines(print(handOverLong)).at(-1)?.join(' ')).toMatch(/^STT Mã hồ sơ/u);
    expect(pdfLines(print(controlSlip2025)).at(-1)?.join(' ')).toMatch(/^TÊN CƠ QUAN.*Ghi chú:/u);
  });

  it('an hour and a telephone number never break over a line', () => {
    const papers = [[apology2025Long, '0239 000 0303'], [stop2025Long, '0239 000 0303'], [receiptLong, '0239 000 0100'], [postingSlip, '0239 000 0100']] as const;
    for (const [payload, phone] of papers) {
      const lines = linesOf(payload);
      expect(lines.some((line) => line.includes(phone))).toBe(true);
      expect(lines.filter((line) => /\b\d\d giờ$/u.test(line))).toEqual([]);
    }
  });

  it('a word without end breaks inside the sheet', () => {
    const endless = linesOf({ ...receiptShort, applicant: { ...receiptShort.applicant, name: `Ngu${'yễn'.repeat(60)}` } });
    expect(Math.max(...endless.map((line) => line.length))).toBeLessThan(130);
    expect(endless.join('')).toContain(`Tiếp nhận hồ sơ của: Ngu${'yễn'.repeat(60)}`);
  });

  it('the slips of the police bear place and day once', () => {
    for (const payload of [residenceReceipt, residenceGuidance, residenceRefusal]) {
      expect(pdfText(print(payload)).split('Kỳ Xuân, ngày 23 tháng 11 năm 2026')).toHaveLength(2);
    }
  });
});

describe('the register', () => {
  it('has a cover, a head on every page, its pages counted, and is closed by its head', () => {
    const pages = pdfLines(print(registerClosed));
    expect(pages[0]?.join(' ')).toContain('SỔ THEO DÕI HỒ SƠ Năm 2026 Quyển số: 02/2026');
    for (const lines of pages.slice(1, -1)) expect(lines.join(' ')).toMatch(/Mã hồ sơ.*Ký nhận/u);
    expect(pages.at(-1)?.join(' ')).toContain(`Sổ này gồm ${pages.length} trang, được đánh số từ trang 1 đến trang ${pages.length}, ghi 64 hồ sơ, từ số thứ tự 0001 đến số thứ tự 0064`);
    expect(pages[2]?.at(-1)).toContain(`Quyển số 02/2026 · Trang 3/${pages.length}`);
  });

  it('says that it is still open, and that it is empty', () => {
    expect(pdfText(print(registerOpen))).toContain('Sổ chưa khóa. Đến 08 giờ 00, 10/12/2019 có 9 hồ sơ');
    expect(pdfText(print(registerEmpty))).toContain('Sổ không có hồ sơ nào.');
  });
});

describe('the fee receipt', () => {
  it('stands twice on one sheet: the copy that stays and the payer’s, by the post in the agency’s name', () => {
    const set = setPaper(documentFor(feeReceiptLong));
    expect(set.pages).toBe(1);
    const text = pdfText(set.pdf);
    expect(text).toMatch(/Liên 1: Lưu tại cơ quan thu.*Liên 2: Giao cho người nộp tiền/u);
    expect(text.split('ỦY BAN NHÂN DÂN XÃ KỲ BẮC')).toHaveLength(3);
    expect(text).toContain('Một triệu ba trăm ba mươi ba nghìn đồng');
  });

  it('with more lines than half a sheet holds puts each copy on pages of its own', () => {
    const lines = Array.from({ length: 14 }, (_, i) => ({ kind: 'fee' as const, name: `Phí thẩm định thứ ${i + 1}`, amount: 10000 }));
    const pages = pdfLines(print({ ...feeReceiptLong, lines }));
    expect(pages.map((page) => page.join(' ').includes('Liên 1'))).toEqual([true, false]);
    expect(pages.map((page) => page.join(' ').includes('Liên 2'))).toEqual([false, true]);
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
