// Complaints in words.
import { type COMPLAINANTS, type COMPLAINT_RESULTS, type COMPLAINT_SUBJECTS, type ComplaintState, PROOF_KINDS, type ProofKind, type REFUSAL_GROUNDS } from '#core/complaint/complaint.ts';

export const COMPLAINT_STATE_WORDS: Readonly<Record<ComplaintState, string>> = { received: 'Đã tiếp nhận', 'being-settled': 'Đang giải quyết', settled: 'Đã giải quyết', refused: 'Từ chối giải quyết' };
export const SUBJECT_WORDS: Readonly<Record<(typeof COMPLAINT_SUBJECTS)[number], string>> = { dossier: 'Hồ sơ', shipment: 'Bưu gửi', bag: 'Túi hồ sơ' };
export const COMPLAINANT_WORDS: Readonly<Record<(typeof COMPLAINANTS)[number], string>> = { citizen: 'Tổ chức, cá nhân', agency: 'Cơ quan giải quyết' };
export const RESULT_WORDS: Readonly<Record<(typeof COMPLAINT_RESULTS)[number], string>> = { upheld: 'Khiếu nại đúng', partly: 'Khiếu nại đúng một phần', dismissed: 'Khiếu nại không đúng' };
export const GROUND_WORDS: Readonly<Record<(typeof REFUSAL_GROUNDS)[number], string>> = {
  'out-of-time': 'Quá thời hiệu khiếu nại tính từ ngày kết thúc thời gian toàn trình', 'no-proof': 'Không có chứng từ gửi bưu gửi', 'not-the-posts': 'Không thuộc dịch vụ bưu chính',
};
export const PROOF_WORDS: Readonly<Record<ProofKind, string>> = { posting: 'Chứng từ gửi', damage: 'Ảnh bưu gửi hư hỏng', other: 'Giấy tờ, ảnh khác' };
/** As the receipt lists them: 'Chứng từ gửi (01 tệp), Ảnh bưu gửi hư hỏng (02 tệp)'. */
export const proofsInWords = (proofs: readonly { readonly kind: ProofKind }[]): string | undefined => {
  const lines = PROOF_KINDS.flatMap((kind) => {
    const count = proofs.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${PROOF_WORDS[kind]} (${String(count).padStart(2, '0')} tệp)`];
  });
  return lines.length === 0 ? undefined : lines.join(', ');
};
