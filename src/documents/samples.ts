// Fixed payloads of every paper, short, long and extreme: the gallery shows them, the golden tests read them.
import type { PaperPayload } from './papers.ts';
import { extremeOf } from './samples/extremes.ts';
import * as leader from './samples/leader-notices.ts';
import * as liability from './samples/liability.ts';
import * as movements from './samples/movements.ts';
import * as notices from './samples/notices.ts';
import * as post from './samples/post-papers.ts';
import * as receipts from './samples/receipts.ts';
import * as registers from './samples/registers.ts';
import * as small from './samples/small-papers.ts';

export type PaperSample = { readonly name: string; readonly title: string; readonly payload: PaperPayload };

export const PAPER_SAMPLES: readonly PaperSample[] = [
  { name: 'receipt-2018', title: 'Giấy tiếp nhận (2018), hồ sơ thường', payload: receipts.receiptShort },
  { name: 'receipt-2018-certification', title: 'Giấy hẹn chứng thực, chữ lớn', payload: receipts.receiptCertification },
  { name: 'receipt-2018-long', title: 'Giấy tiếp nhận (2018), 40 giấy tờ, tên rất dài', payload: receipts.receiptLong },
  { name: 'receipt-2025', title: 'Giấy tiếp nhận (2025), nộp thay, trả tại nhà', payload: receipts.receipt2026 },
  { name: 'receipt-2025-superseding', title: 'Giấy tiếp nhận (2025), cấp thay thế, mã tạm thời', payload: receipts.receiptSuperseding },
  { name: 'receipt-2018-sealed', title: 'Giấy tiếp nhận (2018), mã QR mang dấu chứng thực', payload: receipts.receiptSealed },
  { name: 'guidance', title: 'Phiếu hướng dẫn chuẩn bị hồ sơ', payload: notices.guidance },
  { name: 'guidance-missing', title: 'Phiếu hướng dẫn, giấy tờ còn thiếu', payload: notices.guidanceMissing },
  { name: 'supplement-2018', title: 'Phiếu yêu cầu bổ sung (2018)', payload: notices.supplement },
  { name: 'supplement-2025', title: 'Phiếu yêu cầu bổ sung (2025), tạm dừng tính thời gian', payload: notices.supplement2025 },
  { name: 'supplement-2025-long', title: 'Phiếu yêu cầu bổ sung (2025), dài', payload: notices.supplementLong },
  { name: 'refusal-2018-desk', title: 'Phiếu từ chối tiếp nhận (2018)', payload: notices.refusalAtDesk },
  { name: 'refusal-2025-desk', title: 'Phiếu từ chối tiếp nhận (2025)', payload: notices.refusal2025AtDesk },
  { name: 'refusal-2025-agency', title: 'Phiếu từ chối giải quyết (2025)', payload: notices.refusalByAgency },
  { name: 'hand-over', title: 'Biên bản giao nhận hồ sơ', payload: movements.handOverToAgency },
  { name: 'hand-over-replacing', title: 'Biên bản giao nhận, thay bản đã in trước (2019)', payload: movements.handOverReplacing },
  { name: 'hand-over-replacing-2026', title: 'Biên bản giao nhận, thay bản đã in trước (2026)', payload: movements.handOverReplacing2026 },
  { name: 'hand-over-long', title: 'Biên bản giao nhận, 32 hồ sơ', payload: movements.handOverLong },
  { name: 'hand-over-carrier', title: 'Biên bản giao kết quả cho đơn vị chuyển phát', payload: movements.handOverToCarrier },
  { name: 'hand-over-courier', title: 'Biên bản giao kết quả cho bưu tá', payload: movements.handOverToCourier },
  { name: 'hand-over-courier-back', title: 'Biên bản bưu tá nộp lại quầy, có thiếu', payload: movements.handOverFromCourier },
  { name: 'item-label', title: 'Nhãn bưu gửi, có thu hộ', payload: movements.itemLabel },
  { name: 'item-label-envelope', title: 'Nhãn phong bì hồ sơ đã niêm phong', payload: movements.envelopeLabel },
  { name: 'bag-label', title: 'Nhãn túi hồ sơ', payload: movements.bagLabel },
  { name: 'bag-label-long', title: 'Nhãn túi kết quả, tên rất dài', payload: movements.bagLabelLong },
  { name: 'complaint-receipt', title: 'Giấy tiếp nhận khiếu nại dịch vụ bưu chính', payload: post.complaintReceived },
  { name: 'complaint-notice', title: 'Thông báo kết quả giải quyết khiếu nại', payload: post.complaintSettled },
  { name: 'complaint-notice-refused', title: 'Thông báo từ chối giải quyết khiếu nại', payload: post.complaintRefused },
  { name: 'stock-count', title: 'Biên bản kiểm kê hồ sơ đang giữ', payload: post.stockCount },
  { name: 'stock-count-long', title: 'Biên bản kiểm kê, 36 giấy tờ không thấy', payload: post.stockCountLong },
  { name: 'liability-minute', title: 'Biên bản xác định trách nhiệm, giấy tờ hư hỏng', payload: liability.minuteShort },
  { name: 'liability-minute-long', title: 'Biên bản xác định trách nhiệm, túi thất lạc 24 hồ sơ', payload: liability.minuteLong },
  { name: 'liability-minute-replaced', title: 'Biên bản xác định trách nhiệm, thay biên bản trước', payload: liability.minuteReplaced },
  { name: 'liability-minute-pickup', title: 'Biên bản xác định trách nhiệm, giấy tờ nhận tại nhà', payload: liability.minutePickup },
  { name: 'liability-minute-nobody', title: 'Biên bản xác định trách nhiệm, không bên nào có lỗi', payload: liability.minuteNobody },
  { name: 'remittance-slip', title: 'Bảng kê nộp tiền thu hộ', payload: post.remittance },
  { name: 'remittance-slip-long', title: 'Bảng kê nộp tiền thu hộ, 40 khoản', payload: post.remittanceLong },
  { name: 'control-slip-2018', title: 'Phiếu kiểm soát (Mẫu 05)', payload: movements.controlSlip2018 },
  { name: 'control-slip-2025', title: 'Phiếu kiểm soát (Mẫu 06), chín lần giao nhận', payload: movements.controlSlip2025 },
  { name: 'batch-list', title: 'Bảng kê hồ sơ tiếp nhận', payload: movements.batchShort },
  { name: 'batch-list-long', title: 'Bảng kê, 60 hồ sơ', payload: movements.batchLong },
  { name: 'residence-ct04', title: 'CT04 Phiếu tiếp nhận hồ sơ cư trú', payload: notices.residenceReceipt },
  { name: 'residence-ct05', title: 'CT05 Phiếu hướng dẫn bổ sung', payload: notices.residenceGuidance },
  { name: 'residence-ct06', title: 'CT06 Phiếu từ chối', payload: notices.residenceRefusal },
  { name: 'return-note-lost', title: 'Giấy xác nhận đã nhận kết quả, mất giấy hẹn', payload: notices.lostReceipt },
  { name: 'return-note-fingerprint', title: 'Giấy xác nhận đã nhận kết quả, điểm chỉ', payload: notices.fingerprintReceipt },
  { name: 'posting-slip', title: 'Phiếu gửi hồ sơ', payload: movements.postingSlip },
  { name: 'posting-slip-long', title: 'Phiếu gửi kết quả, người nhận tên rất dài', payload: movements.postingSlipLong },
  { name: 'apology-2018', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu 04, 2018)', payload: leader.apology2018 },
  { name: 'apology-2018-long', title: 'Phiếu xin lỗi (2018), sáu nguyên nhân, tên rất dài', payload: leader.apology2018Long },
  { name: 'apology-2025', title: 'Văn bản xin lỗi và đề nghị gia hạn (Mẫu 04, 2025)', payload: leader.apology2025 },
  { name: 'apology-2025-long', title: 'Văn bản xin lỗi và đề nghị gia hạn, dài', payload: leader.apology2025Long },
  { name: 'stop-2018', title: 'Thông báo dừng giải quyết hồ sơ (trước khi có mẫu)', payload: leader.stop2018 },
  { name: 'stop-2025', title: 'Thông báo dừng giải quyết hồ sơ (Mẫu 05)', payload: leader.stop2025 },
  { name: 'stop-2025-long', title: 'Thông báo dừng, trả lại 40 giấy tờ', payload: leader.stop2025Long },
  { name: 'register-2018', title: 'Sổ theo dõi hồ sơ (Mẫu 06), đang mở', payload: registers.registerOpen },
  { name: 'register-2018-empty', title: 'Sổ theo dõi hồ sơ, không có hồ sơ', payload: registers.registerEmpty },
  { name: 'register-2025-closed', title: 'Sổ theo dõi hồ sơ (Mẫu 07), đã khóa', payload: registers.registerClosed },
  { name: 'certification-copies', title: 'Sổ chứng thực bản sao từ bản chính (2015), đang mở', payload: registers.certificationOpen },
  { name: 'certification-copies-closed', title: 'Sổ chứng thực bản sao từ bản chính (2015), quyển 02, đã khóa', payload: registers.certificationClosed },
  { name: 'certification-signatures', title: 'Sổ chứng thực chữ ký, chứng thực điểm chỉ (2015)', payload: registers.certificationSignatures },
  { name: 'certification-contracts', title: 'Sổ chứng thực hợp đồng, giao dịch (2015)', payload: registers.certificationContracts },
  { name: 'certification-2025', title: 'Sổ chứng thực bản sao từ bản chính (2025)', payload: registers.certification2025 },
  { name: 'invitation', title: 'Giấy mời nhận kết quả', payload: small.invitationFirst },
  { name: 'invitation-long', title: 'Giấy mời nhận kết quả lần 2, dài', payload: small.invitationLong },
  { name: 'withdrawal', title: 'Giấy trả lại hồ sơ', payload: small.withdrawal },
  { name: 'withdrawal-replacing', title: 'Giấy trả lại hồ sơ, thay bản đã in trước (2019)', payload: small.withdrawalReplacing },
  { name: 'withdrawal-replacing-2026', title: 'Giấy trả lại hồ sơ, thay bản đã in trước (2026)', payload: small.withdrawalReplacing2026 },
  { name: 'withdrawal-long', title: 'Giấy trả lại hồ sơ, 40 giấy tờ', payload: small.withdrawalLong },
  { name: 'authorisation', title: 'Giấy ủy quyền, điền sẵn', payload: small.authorisationFilled },
  { name: 'authorisation-blank', title: 'Giấy ủy quyền, để trống', payload: small.authorisationBlank },
  { name: 'authorisation-long', title: 'Giấy ủy quyền ký sổ gốc, tên rất dài', payload: small.authorisationLong },
  { name: 'fee-receipt', title: 'Biên lai thu phí, lệ phí', payload: small.feeReceipt },
  { name: 'fee-receipt-long', title: 'Biên lai theo ủy nhiệm, ba khoản', payload: small.feeReceiptLong },
];

/** The first sample of each paper in each version, stretched. */
export const EXTREME_SAMPLES: readonly PaperSample[] = [...new Map(
  PAPER_SAMPLES.toReversed().map((sample) => [`${sample.payload.kind}-${sample.payload.version}`, sample]),
).entries()].toReversed().map(([name, { title, payload }]) => ({ name: `extreme-${name}`, title: `${title}; dữ liệu dài nhất`, payload: extremeOf(payload) }));
