// Fixed payloads of every paper, short, long and extreme: the gallery shows them, the golden tests read them.
import type { PaperPayload } from './papers.ts';
import * as movements from './samples/movements.ts';
import * as notices from './samples/notices.ts';
import * as receipts from './samples/receipts.ts';

export type PaperSample = { readonly name: string; readonly title: string; readonly payload: PaperPayload };

export const PAPER_SAMPLES: readonly PaperSample[] = [
  { name: 'receipt-2018', title: 'Giấy tiếp nhận (2018), hồ sơ thường', payload: receipts.receiptShort },
  { name: 'receipt-2018-certification', title: 'Giấy hẹn chứng thực, chữ lớn', payload: receipts.receiptCertification },
  { name: 'receipt-2018-long', title: 'Giấy tiếp nhận (2018), 40 giấy tờ, tên rất dài', payload: receipts.receiptLong },
  { name: 'receipt-2025', title: 'Giấy tiếp nhận (2025), nộp thay, trả tại nhà', payload: receipts.receipt2026 },
  { name: 'receipt-2025-superseding', title: 'Giấy tiếp nhận (2025), cấp thay thế, mã tạm thời', payload: receipts.receiptSuperseding },
  { name: 'guidance', title: 'Phiếu hướng dẫn chuẩn bị hồ sơ', payload: notices.guidance },
  { name: 'guidance-missing', title: 'Phiếu hướng dẫn, giấy tờ còn thiếu', payload: notices.guidanceMissing },
  { name: 'supplement-2018', title: 'Phiếu yêu cầu bổ sung (2018)', payload: notices.supplement },
  { name: 'supplement-2025-long', title: 'Phiếu yêu cầu bổ sung (2025), dài', payload: notices.supplementLong },
  { name: 'refusal-2018-desk', title: 'Phiếu từ chối tiếp nhận (2018)', payload: notices.refusalAtDesk },
  { name: 'refusal-2025-agency', title: 'Phiếu từ chối giải quyết (2025)', payload: notices.refusalByAgency },
  { name: 'hand-over', title: 'Biên bản giao nhận hồ sơ', payload: movements.handOverToAgency },
  { name: 'hand-over-long', title: 'Biên bản giao nhận, 32 hồ sơ', payload: movements.handOverLong },
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
];
