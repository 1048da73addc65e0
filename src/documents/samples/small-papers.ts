// Papers between desk and citizen: invitation, withdrawal, authorisation, fee receipt.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AuthorisationPayload } from '../authorisation/payload.ts';
import type { FeeReceiptPayload } from '../fee-receipt/payload.ts';
import type { InvitationPayload } from '../invitation/payload.ts';
import type { WithdrawalNotePayload } from '../withdrawal-note/payload.ts';
import { birthPapers, daughter, deskReturn, farmer, fortyPapers, head2019, head2026, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;
const on = (text: string): PlainDate => text as PlainDate;
const tracking2019 = { code: '000.18.60.H27-191118-0002', url: 'http://localhost:8080/q/000.18.60.H27-191118-0002' };
const tracking2026 = { code: 'H27.82.18-261123-0003', url: 'http://localhost:8081/q/H27.82.18-261123-0003' };

export const invitationFirst: InvitationPayload = {
  kind: 'invitation',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-12-11T08:30:00+07:00'),
  number: '03',
  tracking: tracking2019,
  invited: farmer,
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  outcomeName: 'Giấy phép xây dựng số 12/GPXD',
  round: 1,
  earlierInvitations: [],
  collectAt: { name: deskReturn.name, address: deskReturn.address, phone: deskReturn.phone, hours: 'thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ 30' },
  bring: ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Giấy tờ tùy thân'],
  hands: { receiverName: 'Võ Thị Bưu Điện' },
};

export const invitationLong: InvitationPayload = {
  ...invitationFirst,
  head: head2026,
  issuedAt: at('2026-12-14T08:30:00+07:00'),
  number: '21',
  tracking: tracking2026,
  invited: longNamed,
  ownerName: longNamed.name,
  round: 2,
  earlierInvitations: [on('2026-12-09')],
  from: on('2026-12-15'),
  until: on('2026-12-17'),
  afterwards: 'kết quả được chuyển trả cơ quan giải quyết theo quy định về dịch vụ bưu chính công ích',
  bring: [...invitationFirst.bring, 'Giấy giới thiệu của tổ chức hoặc văn bản ủy quyền, nếu nhận thay', 'Bản chính Giấy chứng nhận quyền sử dụng đất đã cấp để thu hồi theo quy định'],
  toPay: 150000,
  hands: { receiverName: 'Phan Thị Tiếp Nhận', assistantName: 'Hồ Thị Hỗ Trợ' },
};

export const withdrawal: WithdrawalNotePayload = {
  kind: 'withdrawal-note',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-20T09:15:00+07:00'),
  number: '02',
  tracking: tracking2019,
  applicant: farmer,
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  receivedAt: at('2019-11-18T08:40:00+07:00'),
  askedAt: at('2019-11-20T09:10:00+07:00'),
  reason: 'Thay đổi thiết kế, sẽ nộp lại hồ sơ sau.',
  papersBack: birthPapers,
  feeNote: 'Chưa thu phí, lệ phí.',
  receiver: { name: farmer.name, identity: farmer.identity, relation: 'người nộp hồ sơ' },
  hands: { receiverName: 'Trần Thị Công Chức', assistantName: 'Võ Thị Bưu Điện' },
};

export const withdrawalLong: WithdrawalNotePayload = {
  ...withdrawal,
  head: head2026,
  issuedAt: at('2026-11-26T15:30:00+07:00'),
  tracking: tracking2026,
  applicant: daughter,
  owner: longNamed,
  papersBack: fortyPapers,
  papersKept: [{ name: 'Đơn đề nghị rút hồ sơ', original: 1, certifiedCopy: 0, plainCopy: 0, note: 'lưu hồ sơ' }],
  receiver: { name: daughter.name, identity: daughter.identity, relation: 'người được ủy quyền, theo Giấy ủy quyền số 12' },
};

/** Put right at the counter: the note printed first bears the same number. */
export const withdrawalReplacing: WithdrawalNotePayload = {
  ...withdrawal,
  supersedes: { number: withdrawal.number, issuedAt: withdrawal.issuedAt, reason: 'nội dung được sửa khi gửi hồ sơ đã tiếp nhận lúc mất mạng' },
};

export const withdrawalReplacing2026: WithdrawalNotePayload = {
  ...withdrawalLong,
  number: '05',
  papersBack: birthPapers,
  supersedes: { number: '05', issuedAt: withdrawalLong.issuedAt, reason: 'nội dung được sửa khi gửi hồ sơ đã tiếp nhận lúc mất mạng' },
};

export const authorisationFilled: AuthorisationPayload = {
  kind: 'authorisation',
  version: 'v1',
  issuedAt: at('2026-11-23T09:00:00+07:00'),
  place: 'Kỳ Xuân',
  grantor: { name: 'Lê Văn Cao Tuổi', bornOn: on('1948-02-03'), identity: 'Thẻ căn cước số 042 048 000 009, cấp ngày 15/08/2024, nơi cấp: Bộ Công an', address: daughter.address, phone: '0987 000 009' },
  grantee: { name: daughter.name, identity: daughter.identity, address: daughter.address, phone: daughter.phone },
  purpose: 'submit-and-collect',
  procedureName: 'Hưởng trợ cấp hưu trí xã hội',
  dossierCode: tracking2026.code,
  validUntil: on('2026-12-31'),
  certified: true,
};

export const authorisationBlank: AuthorisationPayload = {
  kind: 'authorisation',
  version: 'v1',
  issuedAt: at('2019-11-18T09:00:00+07:00'),
  place: 'Kỳ Bắc',
  grantor: {},
  grantee: {},
  purpose: 'collect',
  certified: false,
};

export const authorisationLong: AuthorisationPayload = {
  ...authorisationFilled,
  grantor: { ...authorisationFilled.grantor, name: longNamed.name, address: longNamed.address },
  grantee: { ...authorisationFilled.grantee, name: longNamed.name, address: longNamed.address, identity: longNamed.identity },
  purpose: 'sign-register',
  procedureName: 'Cấp giấy phép xây dựng đối với công trình không theo tuyến, công trình theo tuyến trong đô thị, công trình tôn giáo, tượng đài, tranh hoành tráng, sửa chữa cải tạo',
};

export const feeReceipt: FeeReceiptPayload = {
  kind: 'fee-receipt',
  version: 'v2016',
  issuedAt: at('2019-11-18T15:12:00+07:00'),
  collectorUnit: 'Ủy ban nhân dân xã Kỳ Bắc',
  taxCode: '3000000000',
  address: 'xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh',
  place: 'Kỳ Bắc',
  formNumber: '01BLP2-001',
  symbol: 'AA-19P',
  number: '0000124',
  payer: { name: farmer.name, address: farmer.address },
  lines: [{ kind: 'fee', name: 'Phí chứng thực bản sao', amount: 14000 }],
  paidBy: 'cash',
  dossierCode: '000.18.60.H27-191118-0007',
  collectorName: 'Trần Thị Công Chức',
};

export const feeReceiptLong: FeeReceiptPayload = {
  ...feeReceipt,
  number: '0000125',
  payer: { name: `${longNamed.organisationName} (${longNamed.name})`, address: longNamed.address },
  lines: [
    { kind: 'fee', name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất', amount: 1250000 },
    { kind: 'charge', name: 'Lệ phí cấp giấy phép xây dựng công trình không theo tuyến', amount: 75000 },
    { kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 },
  ],
  paidBy: 'transfer',
  collectorName: 'Võ Thị Bưu Điện',
  delegate: { unitName: 'Bưu điện tỉnh Hà Tĩnh', document: 'Giấy ủy nhiệm số 05/GUN-UBND ngày 01/11/2019' },
};
