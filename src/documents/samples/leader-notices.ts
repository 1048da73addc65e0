// What a leader signs: apology, stop; short, long and extreme.
import type { Moment } from '#core/kernel/moment.ts';
import type { ApologyNoticePayload } from '../apology-notice/payload.ts';
import type { StopNoticePayload } from '../stop-notice/payload.ts';
import { birthPapers, daughter, farmer, fortyPapers, head2026, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;
const agency2019 = { superiorAgency: 'Ủy ban nhân dân tỉnh Hà Tĩnh', agency: 'Ủy ban nhân dân huyện Kỳ Anh', deskName: 'Bộ phận Tiếp nhận và Trả kết quả huyện Kỳ Anh', place: 'Kỳ Anh' };
const agency2026 = { superiorAgency: 'Ủy ban nhân dân tỉnh Hà Tĩnh', agency: 'Ủy ban nhân dân xã Kỳ Xuân', deskName: head2026.deskName, place: 'Kỳ Xuân' };

export const apology2018: ApologyNoticePayload = {
  kind: 'apology-notice',
  version: 'v2018',
  head: agency2019,
  issuedAt: at('2019-12-06T14:30:00+07:00'),
  number: '07',
  tracking: { code: '000.18.60.H27-191118-0002', url: 'http://localhost:8080/q/000.18.60.H27-191118-0002' },
  applicant: farmer,
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  receivedAt: at('2019-11-18T08:40:00+07:00'),
  dueAt: at('2019-12-09T17:00:00+07:00'),
  newDueAt: at('2019-12-13T17:00:00+07:00'),
  lateUnit: 'Phòng Kinh tế và Hạ tầng',
  reason: 'Thực địa ngày 03/12/2019 chưa thực hiện được do mưa lũ, đường vào thôn Phương Giai bị ngập.',
  contact: { name: 'ông Đặng Văn Thẩm Định', phone: '0239 000 0202' },
  signer: { prefix: 'TL.', title: 'Chủ tịch\nTrưởng phòng Kinh tế và Hạ tầng', name: 'Đinh Thế Mẫu' },
};

export const apology2018Long: ApologyNoticePayload = {
  ...apology2018,
  number: '08',
  owner: longNamed,
  procedureName: 'Cấp giấy phép xây dựng đối với công trình không theo tuyến, công trình theo tuyến trong đô thị, công trình tôn giáo, tượng đài, tranh hoành tráng, sửa chữa cải tạo',
  reason: Array.from({ length: 6 }, (_, i) => `Nguyên nhân thứ ${i + 1}: cơ quan phối hợp chưa có văn bản trả lời về nội dung phòng cháy, chữa cháy, bảo vệ môi trường và đấu nối hạ tầng kỹ thuật của công trình, dù đã được đôn đốc nhiều lần.`).join('\n'),
};

export const apology2025: ApologyNoticePayload = {
  ...apology2018,
  version: 'v2025',
  head: agency2026,
  issuedAt: at('2026-12-03T10:00:00+07:00'),
  number: '15',
  symbol: 'UBND-PVHCC',
  tracking: { code: 'H27.82.18-261123-0003', url: 'http://localhost:8081/q/H27.82.18-261123-0003' },
  applicant: daughter,
  owner: { name: 'Lê Văn Cao Tuổi', address: 'thôn Xuân Phú, xã Kỳ Xuân, tỉnh Hà Tĩnh' },
  procedureName: 'Hưởng trợ cấp hưu trí xã hội',
  receivedAt: at('2026-11-23T08:05:00+07:00'),
  dueAt: at('2026-12-08T17:00:00+07:00'),
  newDueAt: at('2026-12-15T17:00:00+07:00'),
  lateUnit: undefined,
  reason: 'Dữ liệu bảo hiểm xã hội của người đề nghị chưa khai thác được do sự cố kết nối từ ngày 27/11/2026, cơ quan đang xác minh bằng văn bản.',
  extension: { limit: '05 ngày làm việc' },
  contact: { name: 'bà Phan Thị Tiếp Nhận', phone: '0239 000 0303' },
  signer: { prefix: 'KT.', title: 'Chủ tịch\nPhó Chủ tịch', name: 'Dương Văn Ký Thay' },
  recipients: ['Trung tâm Phục vụ hành chính công xã'],
};

export const apology2025Long: ApologyNoticePayload = {
  ...apology2025,
  applicant: { ...longNamed, organisationName: undefined },
  owner: longNamed,
  procedureName: apology2018Long.procedureName,
  reason: apology2018Long.reason,
  extension: { limit: '15 ngày làm việc', legalGround: 'khoản 3 Điều 20 Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ' },
};

export const stop2018: StopNoticePayload = {
  kind: 'stop-notice',
  version: 'v2018',
  head: agency2019,
  issuedAt: at('2019-12-20T09:00:00+07:00'),
  number: '112',
  symbol: 'TB-UBND',
  tracking: apology2018.tracking,
  applicant: farmer,
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  receivedAt: at('2019-11-18T08:40:00+07:00'),
  dueAt: at('2019-12-09T17:00:00+07:00'),
  stoppedAt: at('2019-12-20T09:00:00+07:00'),
  reason: 'Quá thời hạn bổ sung ghi tại Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 0031/HDHS ngày 20/11/2019, hồ sơ chưa được bổ sung.',
  signer: { prefix: 'KT.', title: 'Chủ tịch\nPhó Chủ tịch', name: 'Bùi Văn Lãnh Đạo' },
};

export const stop2025: StopNoticePayload = {
  ...stop2018,
  version: 'v2025',
  head: agency2026,
  issuedAt: at('2026-12-07T16:00:00+07:00'),
  number: '45',
  tracking: apology2025.tracking,
  applicant: daughter,
  owner: apology2025.owner,
  procedureName: 'Hưởng trợ cấp hưu trí xã hội',
  receivedAt: at('2026-11-23T08:05:00+07:00'),
  dueAt: undefined,
  stoppedAt: at('2026-12-07T16:00:00+07:00'),
  reason: 'Quá 07 ngày làm việc kể từ ngày được yêu cầu, người nộp hồ sơ không bổ sung Giấy ủy quyền có chứng thực chữ ký.',
  legalGround: 'khoản 4 Điều 19 Nghị định số 118/2025/NĐ-CP',
  papersBack: birthPapers.slice(0, 2),
  feeNote: 'Hồ sơ chưa thu phí, lệ phí.',
  advice: ['Ông/bà (tổ chức) có thể nộp hồ sơ mới bất cứ lúc nào khi có đủ giấy tờ.', 'Nếu không đồng ý, ông/bà (tổ chức) có quyền khiếu nại theo quy định của pháp luật về khiếu nại.'],
  contact: apology2025.contact,
  signer: apology2025.signer,
  recipients: ['Trung tâm Phục vụ hành chính công xã', 'Phòng Văn hóa - Xã hội'],
};

export const stop2025Long: StopNoticePayload = {
  ...stop2025,
  applicant: { ...longNamed, organisationName: undefined },
  owner: longNamed,
  procedureName: apology2018Long.procedureName,
  reason: apology2018Long.reason,
  papersBack: fortyPapers,
};
