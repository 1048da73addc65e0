import { expect, test } from 'vitest';
import { fileOf, type Scan } from './ready-scan.ts';
import type { Apart } from './shrink-apart.ts';

const MOST = 10 * 1024 * 1024;
const scan = (bytes: number): Scan => ({ file: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name: 'to-khai.pdf', quarters: 0, mostBytes: MOST });
const HEAVY = scan(MOST + 1.5 * 1024 * 1024);
const LIGHT = scan(MOST);

const SAID = {
  small: 'mỗi trang đã đủ nhẹ nhưng tệp có quá nhiều trang. Hãy chia thành nhiều tệp ít trang hơn.',
  signed: 'tệp có chữ ký số hoặc chỗ để ký nên phải giữ nguyên. Đề nghị người nộp gửi bản đã ký nhẹ hơn, hoặc quét lại ở 200 dpi, màu xám, kiểu JPEG từ bản giấy.',
  locked: 'tệp bị khóa bằng mật khẩu. Đề nghị người nộp gửi bản không khóa, hoặc quét lại ở 200 dpi, màu xám, kiểu JPEG từ bản giấy.',
  'more-than-a-scan': 'ngoài trang quét, tệp còn có chữ, biểu mẫu, ghi chú hoặc tệp đính kèm nên phải giữ nguyên. Hãy chia thành nhiều tệp ít trang hơn, hoặc quét lại ở 200 dpi, màu xám, kiểu JPEG từ bản giấy.',
  'black-and-white': 'các trang là ảnh đen trắng. Hãy quét lại ở 200 dpi, màu xám, kiểu JPEG; nhiều trang thì chia thành nhiều tệp ít trang hơn.',
  'no-jpeg': 'ảnh trong tệp không phải kiểu JPEG. Hãy quét lại ở 200 dpi, màu xám, kiểu JPEG.',
  'no-smaller': 'ảnh trong tệp không nén nhỏ thêm được. Hãy quét lại ở 200 dpi, màu xám, kiểu JPEG; nhiều trang thì chia thành nhiều tệp ít trang hơn.',
  broken: 'tệp bị hỏng. Hãy quét lại ở 200 dpi, màu xám, kiểu JPEG.',
} as const;

test('a file that could not be made small is taken as it came while it is light enough, and refused with what to do when it is not', () => {
  for (const why of ['small', 'signed', 'locked', 'more-than-a-scan', 'black-and-white', 'no-jpeg', 'no-smaller', 'broken'] as const) {
    expect(fileOf(LIGHT, { kind: 'left', why })).toBe(LIGHT.file);
    expect(() => fileOf(HEAVY, { kind: 'left', why }), why).toThrow(`Tệp to-khai.pdf nặng 11,5 MB, quá mức 10 MB, và không thu nhỏ được: ${SAID[why]}`);
  }
});

test('so is one whose taking apart was stopped', () => {
  const stopped = (why: 'too-long' | 'not-here'): Apart => ({ kind: 'stopped', why });
  expect(fileOf(LIGHT, stopped('too-long'))).toBe(LIGHT.file);
  expect(() => fileOf(HEAVY, stopped('too-long'))).toThrow('không thu nhỏ được: máy này mở tệp quá lâu. Hãy chia thành nhiều tệp ít trang hơn, hoặc quét lại ở 200 dpi, màu xám, kiểu JPEG.');
  expect(() => fileOf(HEAVY, stopped('not-here'))).toThrow('không thu nhỏ được: máy này chưa tải xong phần thu nhỏ tệp PDF. Chờ có mạng rồi thêm lại tệp, hoặc quét lại ở 200 dpi, màu xám, kiểu JPEG.');
});

test('what was shrunk is taken, and refused when it has too many pages all the same', () => {
  expect(fileOf(HEAVY, { kind: 'shrunk', file: LIGHT.file, pages: 40 })).toBe(LIGHT.file);
  expect(() => fileOf(HEAVY, { kind: 'shrunk', file: HEAVY.file, pages: 60 })).toThrow('Tệp to-khai.pdf có 60 trang, thu nhỏ rồi vẫn còn 11,5 MB, quá mức 10 MB. Hãy chia thành nhiều tệp ít trang hơn.');
});

test('a file made to do harm is refused whatever it weighs', () => {
  const refused = (harm: Extract<Apart, { readonly kind: 'harmful' }>['harm']) => () => fileOf(LIGHT, { kind: 'harmful', harm });
  expect(refused({ kind: 'unfolds' })).toThrow('Không nhận tệp to-khai.pdf: tệp mở ra thì lớn gấp nhiều lần, có thể làm treo máy. Đừng mở tệp này; hãy quét lại ở 200 dpi, màu xám, kiểu JPEG từ bản giấy.');
  expect(refused({ kind: 'endless-pages' })).toThrow('tệp các trang trỏ vòng vào nhau hoặc nhiều bất thường');
  expect(refused({ kind: 'too-many-dots', width: 100_000, height: 100_000 })).toThrow('tệp có ảnh 100.000 × 100.000 điểm, lớn bất thường, có thể làm treo máy.');
});
