// The record of a stock count: sums first, then every difference by its code.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines } from '../kit/lines.ts';
import { cell, momentInWords, shortMoment, upper } from '../kit/words.ts';
import type { StockCountPayload } from './payload.ts';

const TITLE = 'Biên bản kiểm kê hồ sơ đang giữ';

export const stockCountRecord = (payload: StockCountPayload): PaperDocument => {
  const sum = (pick: (row: StockCountPayload['sums'][number]) => number): string => String(payload.sums.reduce((total, row) => total + pick(row), 0)).padStart(2, '0');
  return {
    template: 'stock-count-record/v1/record.typ',
    size: 'a4',
    roomy: true,
    title: `${TITLE} số ${payload.number}`,
    date: dateOf(payload.issuedAt),
    data: {
      head: headLines(payload.head, payload.issuedAt),
      heading: upper(TITLE),
      number: payload.number,
      footCode: payload.number,
      placeName: payload.placeName,
      startedAt: momentInWords(payload.startedAt),
      closedAt: momentInWords(payload.issuedAt),
      countedBy: payload.countedBy.name,
      countedByTitle: payload.countedBy.title ?? null,
      witness: payload.witnessName ?? null,
      sums: payload.sums.map((row) => ({ what: row.what, expected: cell(row.expected), found: cell(row.found), missing: cell(row.missing), unexpected: cell(row.unexpected) })),
      totals: { expected: sum((r) => r.expected), found: sum((r) => r.found), missing: sum((r) => r.missing), unexpected: sum((r) => r.unexpected) },
      missing: payload.missing.map((line) => ({ code: line.code, what: line.what, since: shortMoment(line.since), note: line.note })),
      unexpected: payload.unexpected.map((line) => ({ code: line.code, what: line.what, before: line.before })),
      strays: payload.strays.map((line) => ({ scanned: line.scanned, note: line.note ?? '' })),
      settleBy: payload.settleBy ?? null,
    },
  };
};
