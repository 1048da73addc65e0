// Minutes about what went wrong on the way.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { LiabilityMinutePayload } from '../liability-minute/payload.ts';
import { head2019, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;
const on = (text: string): PlainDate => text as PlainDate;
const code = (i: number): string => `000.18.60.H27-191118-${String(i).padStart(4, '0')}`;

export const minuteShort: LiabilityMinutePayload = {
  kind: 'liability-minute',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-25T09:30:00+07:00'),
  number: '01/BBTN',
  desk: { unitName: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', address: 'thôn Phương Giai, xã Kỳ Bắc', personName: 'Võ Thị Bưu Điện', personTitle: 'nhân viên bưu chính' },
  agency: { unitName: 'Sở Tư pháp tỉnh Hà Tĩnh', address: 'thành phố Hà Tĩnh' },
  incident: 'Hư hỏng, rách nát',
  recordNumber: '12/BBGN',
  foundOutAt: at('2019-11-20T08:15:00+07:00'),
  account: 'Phong bì bị ướt, tờ khai nhòe chữ không đọc được.',
  things: [{ name: 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp', code: code(3), ownerName: 'Lê Thị Minh Họa', itemNumber: 'RH000000003VN', count: 1 }],
  answerable: 'Bưu điện',
  ground: 'Túi không được che mưa khi chuyển từ xe lên kho.',
  reissue: [{ what: 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp', by: 'Bộ phận Một cửa xã Kỳ Bắc', due: on('2019-11-28') }],
  compensation: [
    { what: `Hồ sơ ${code(3)}`, itemNumber: 'RH000000003VN', postage: 33_000, amount: 132_000 },
    { what: 'Chi phí cấp lại giấy tờ', amount: 20_000 },
  ],
  payBy: on('2019-12-25'),
  unproved: [],
};

export const minuteLong: LiabilityMinutePayload = {
  ...minuteShort,
  number: '02/BBTN',
  agency: { unitName: 'Sở Lao động - Thương binh và Xã hội tỉnh Hà Tĩnh', address: 'thành phố Hà Tĩnh', personName: 'Đặng Văn Thẩm Định', personTitle: 'chuyên viên Phòng Người có công' },
  incident: 'Túi thất lạc',
  bagLabel: 'TUI 0000 0123 20',
  account: 'Quá hạn chuyển, túi chưa đến. Đã hỏi bưu cục Kỳ Anh, bưu tá và kho khai thác thành phố; không nơi nào giữ túi.',
  things: Array.from({ length: 24 }, (_, i) => ({
    name: 'Giấy tờ đã nộp', code: code(i + 1), ownerName: i % 5 === 1 ? longNamed.name : 'Nguyễn Văn Thử', ...(i % 2 === 0 && { itemNumber: `RH${String(i).padStart(8, '0')}3VN` }), count: (i % 4) + 1,
  })),
  ground: 'Túi đã niêm phong, có biên bản giao; không có nơi nào ký nhận sau khi rời điểm bưu điện.\nBưu điện nhận trách nhiệm về toàn bộ túi.',
  reissue: Array.from({ length: 24 }, (_, i) => ({ what: `Giấy tờ đã nộp của hồ sơ ${code(i + 1)}`, by: i % 3 === 0 ? 'Sở Lao động - Thương binh và Xã hội' : 'Bộ phận Một cửa xã Kỳ Bắc', due: on('2019-12-02') })),
  compensation: Array.from({ length: 12 }, (_, i) => ({ what: `Hồ sơ ${code(2 * i + 1)}`, itemNumber: `RH${String(2 * i).padStart(8, '0')}3VN`, postage: 33_000, amount: 132_000 })),
  unproved: Array.from({ length: 12 }, (_, i) => code(2 * i + 2)),
};

export const minuteReplaced: LiabilityMinutePayload = {
  ...minuteShort, number: '04/BBTN', replaces: { number: '01/BBTN', because: 'Giám định lại: nước vào từ mái kho của cơ quan, không phải trên đường chuyển.' }, answerable: 'Sở Tư pháp tỉnh Hà Tĩnh',
  ground: 'Túi được ký nhận nguyên vẹn; giấy tờ bị ướt trong kho của cơ quan.', compensation: [], payBy: undefined,
};

export const minutePickup: LiabilityMinutePayload = {
  ...minuteShort, number: '05/BBTN', otherIs: 'person', agency: { unitName: 'Lê Thị Ở Nhà', address: 'thôn Hợp Tiến, xã Kỳ Bắc' }, incident: 'Thiếu so với biên bản', recordNumber: undefined,
  account: 'Bì nhận tại nhà không có khi bưu tá nộp lại quầy.', things: [{ name: 'Phong bì hồ sơ', code: 'RR000000123VN', ownerName: 'Lê Thị Ở Nhà', itemNumber: 'RR000000123VN', count: 1 }],
  ground: 'Rơi trên đường về, tìm không thấy.', compensation: [{ what: 'Hồ sơ RR000000123VN', itemNumber: 'RR000000123VN', postage: 26_000, amount: 104_000 }],
};

export const minuteNobody: LiabilityMinutePayload = {
  ...minuteShort, number: '03/BBTN', incident: 'Mất niêm phong', answerable: undefined, ground: 'Dây niêm phong đứt do va đập; kiểm đếm đủ, không giấy tờ nào hư hỏng.', things: [], reissue: [], compensation: [], payBy: undefined,
};
