import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, paragraphLines, personLines } from '../kit/lines.ts';
import { money, moneyInWords, momentInWords, upper } from '../kit/words.ts';
import type { ComplaintNoticePayload } from './payload.ts';

const ABOUT = { settled: 'Kết quả giải quyết khiếu nại dịch vụ bưu chính', refused: 'Từ chối giải quyết khiếu nại dịch vụ bưu chính' } as const;

export const complaintNotice = (payload: ComplaintNoticePayload): PaperDocument => {
  const about = payload.isRefused ? ABOUT.refused : ABOUT.settled;
  return {
    template: 'complaint-notice/v1/notice.typ', size: 'a4', roomy: true, title: `Thông báo số ${payload.number}: ${about}`, date: dateOf(payload.issuedAt),
    data: {
      head: headLines(payload.head, payload.issuedAt), heading: upper('Thông báo'), subheading: about, number: payload.number, footCode: payload.number,
      complainant: personLines(payload.complainant), about: payload.about, code: payload.code, receiptNumber: payload.receiptNumber, receivedAt: momentInWords(payload.receivedAt),
      content: paragraphLines(payload.content), result: payload.result, isRefused: payload.isRefused, ground: payload.ground, note: paragraphLines(payload.note),
      compensation: payload.compensation === undefined || payload.compensation === 0 ? null : `${money(payload.compensation)} (${moneyInWords(payload.compensation)})`,
      settledBy: payload.settledBy.name, settledByTitle: payload.settledBy.title ?? null,
    },
  };
};
