// What a desk pays to its post: each sum, the total in figures and in words, two signatures.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, sideLines } from '../kit/lines.ts';
import { money, moneyInWords, shortDate, shortMoment, upper } from '../kit/words.ts';
import type { RemittanceSlipPayload } from './payload.ts';

const TITLE = 'Bảng kê nộp tiền thu hộ';
const signed = (amount: number): string => (amount < 0 ? `−${money(-amount)}` : money(amount));

export const remittanceSlip = (payload: RemittanceSlipPayload): PaperDocument => ({
  template: 'remittance-slip/v1/slip.typ', size: 'a4', roomy: true, title: `${TITLE} số ${payload.number}`, date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt), heading: upper(TITLE), number: payload.number, footCode: payload.number,
    giver: sideLines(payload.giver), taker: sideLines(payload.taker), paidOn: shortDate(payload.paidOn), way: payload.way, note: payload.note ?? null,
    sums: payload.sums.map(({ what, at, amount }) => ({ what, at: shortMoment(at), amount: signed(amount) })),
    amount: money(payload.amount), inWords: moneyInWords(payload.amount),
  },
});
