// What a clerk is told of a file that is not taken: what is wrong with it, and what she does instead.
import type { Harm, WhyLeft } from './outcome.ts';

export type WhyHeavy = WhyLeft | 'too-long' | 'not-here' | 'too-large' | 'picture' | { readonly kind: 'shrunk'; readonly pages: number };

const AGAIN = 'quét lại ở 200 dpi, màu xám, kiểu JPEG';
const IN_PARTS = 'chia thành nhiều tệp ít trang hơn';

const SAID: Readonly<Record<Exclude<WhyHeavy, object>, readonly [why: string, instead: string]>> = {
  small: ['mỗi trang đã đủ nhẹ nhưng tệp có quá nhiều trang', `Hãy ${IN_PARTS}.`],
  signed: ['tệp có chữ ký số hoặc chỗ để ký nên phải giữ nguyên', `Đề nghị người nộp gửi bản đã ký nhẹ hơn, hoặc ${AGAIN} từ bản giấy.`],
  locked: ['tệp bị khóa bằng mật khẩu', `Đề nghị người nộp gửi bản không khóa, hoặc ${AGAIN} từ bản giấy.`],
  'more-than-a-scan': ['ngoài trang quét, tệp còn có chữ, biểu mẫu, ghi chú hoặc tệp đính kèm nên phải giữ nguyên', `Hãy ${IN_PARTS}, hoặc ${AGAIN} từ bản giấy.`],
  'black-and-white': ['các trang là ảnh đen trắng', `Hãy ${AGAIN}; nhiều trang thì ${IN_PARTS}.`],
  'no-jpeg': ['ảnh trong tệp không phải kiểu JPEG', `Hãy ${AGAIN}.`],
  'no-smaller': ['ảnh trong tệp không nén nhỏ thêm được', `Hãy ${AGAIN}; nhiều trang thì ${IN_PARTS}.`],
  broken: ['tệp bị hỏng', `Hãy ${AGAIN}.`],
  'too-long': ['máy này mở tệp quá lâu', `Hãy ${IN_PARTS}, hoặc ${AGAIN}.`],
  'not-here': ['máy này chưa tải xong phần thu nhỏ tệp PDF', `Chờ có mạng rồi thêm lại tệp, hoặc ${AGAIN}.`],
  'too-large': ['máy này chỉ thu nhỏ tệp dưới 64 MB', `Hãy ${IN_PARTS}, hoặc ${AGAIN}.`],
  picture: ['ảnh không nén nhỏ thêm được', `Hãy ${AGAIN}.`],
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;

export const tooHeavy = (name: string, bytes: number, most: number, why: WhyHeavy): string => {
  if (typeof why === 'object') return `Tệp ${name} có ${why.pages} trang, thu nhỏ rồi vẫn còn ${megabytes(bytes)}, quá mức ${most / 1024 / 1024} MB. Hãy ${IN_PARTS}.`;
  const [reason, instead] = SAID[why];
  return `Tệp ${name} nặng ${megabytes(bytes)}, quá mức ${most / 1024 / 1024} MB, và không thu nhỏ được: ${reason}. ${instead}`;
};

const wordsOf = (harm: Harm): string => {
  switch (harm.kind) {
    case 'unfolds': return 'mở ra thì lớn gấp nhiều lần';
    case 'endless-pages': return 'các trang trỏ vòng vào nhau hoặc nhiều bất thường';
    case 'too-many-dots': return `có ảnh ${harm.width.toLocaleString('vi-VN')} × ${harm.height.toLocaleString('vi-VN')} điểm, lớn bất thường`;
  }
};

export const harmful = (name: string, harm: Harm): string =>
  `Không nhận tệp ${name}: tệp ${wordsOf(harm)}, có thể làm treo máy. Đừng mở tệp này; hãy ${AGAIN} từ bản giấy.`;
