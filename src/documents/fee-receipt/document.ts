// The receipt for phí and lệ phí, both copies on one sheet: the one that stays above, the payer's below.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { feeName } from '../kit/lines.ts';
import { dateInWords, money, moneyInWords, upper } from '../kit/words.ts';
import type { FeeReceiptPayload } from './payload.ts';

const TITLE = 'Biên lai thu phí, lệ phí';
const MEANS = { cash: 'tiền mặt', transfer: 'chuyển khoản', online: 'thanh toán trực tuyến' } as const;

export const feeReceipt = (payload: FeeReceiptPayload): PaperDocument => {
  const total = payload.lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    template: 'fee-receipt/v2016/receipt.typ',
    size: 'a4',
    title: `${TITLE} ${payload.symbol} số ${payload.number}`,
    date: dateOf(payload.issuedAt),
    data: {
      heading: upper(TITLE),
      unit: upper(payload.collectorUnit),
      taxCode: payload.taxCode ?? null,
      address: payload.address ?? null,
      formNumber: payload.formNumber,
      symbol: payload.symbol,
      number: payload.number,
      footCode: `${payload.symbol} số ${payload.number}`,
      copies: ['Liên 1: Lưu tại cơ quan thu', 'Liên 2: Giao cho người nộp tiền'],
      payer: { name: payload.payer.name, address: payload.payer.address },
      lines: payload.lines.map((line) => ({ name: feeName(line), amount: money(line.amount) })),
      total: money(total),
      totalInWords: moneyInWords(total),
      paidBy: MEANS[payload.paidBy],
      dossierCode: payload.dossierCode ?? null,
      placeAndDate: `${payload.place}, ${dateInWords(dateOf(payload.issuedAt))}`,
      collector: payload.collectorName,
      delegate: payload.delegate === undefined ? null : { unit: payload.delegate.unitName, document: payload.delegate.document },
    },
  };
};
