import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, paragraphLines, personLines } from '../kit/lines.ts';
import { dateInWords, momentInWords, shortDate, upper } from '../kit/words.ts';
import type { ComplaintReceiptPayload } from './payload.ts';

const TITLE = 'Giấy tiếp nhận khiếu nại dịch vụ bưu chính';

export const complaintReceipt = (payload: ComplaintReceiptPayload): PaperDocument => ({
  template: 'complaint-receipt/v1/receipt.typ', size: 'a5', roomy: true, title: `${TITLE} số ${payload.number}`, date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt), heading: upper(TITLE), number: payload.number, footCode: payload.number, deskName: payload.head.deskName,
    complainant: personLines(payload.complainant), about: payload.about, code: payload.code, proof: payload.proofNumber ?? null, proofs: payload.proofs ?? null,
    content: paragraphLines(payload.content), wish: payload.wish ?? null, receivedAt: momentInWords(payload.issuedAt),
    settleBy: dateInWords(payload.settleBy), within: payload.within, lastDayWas: payload.lastDayWas === undefined ? null : shortDate(payload.lastDayWas),
    receivedBy: payload.receivedBy.name, receivedByTitle: payload.receivedBy.title ?? null,
  },
});
