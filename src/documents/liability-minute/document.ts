// The minute that says who answers for what went wrong on the way, and what follows from it.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, paragraphLines, sideLines } from '../kit/lines.ts';
import { cell, dateInWords, momentInWords, money, moneyInWords, shortDate, upper } from '../kit/words.ts';
import type { LiabilityMinutePayload } from './payload.ts';

const TITLE = 'Biên bản xác định trách nhiệm';

export const liabilityMinute = (payload: LiabilityMinutePayload): PaperDocument => {
  const total = payload.compensation.reduce((sum, { amount }) => sum + amount, 0);
  return {
    template: 'liability-minute/v1/minute.typ',
    size: 'a4',
    roomy: true,
    title: `${TITLE} số ${payload.number}`,
    date: dateOf(payload.issuedAt),
    data: {
      head: headLines(payload.head, payload.issuedAt),
      heading: upper(TITLE),
      number: payload.number,
      replaces: payload.replaces?.number ?? null,
      replacedBecause: payload.replaces === undefined ? null : paragraphLines(payload.replaces.because),
      footCode: payload.number,
      desk: sideLines(payload.desk),
      agency: sideLines(payload.agency),
      isPerson: payload.otherIs === 'person',
      incident: payload.incident,
      bagLabel: payload.bagLabel ?? null,
      record: payload.recordNumber ?? null,
      foundOutAt: momentInWords(payload.foundOutAt),
      account: paragraphLines(payload.account),
      things: payload.things.map((thing) => ({
        name: thing.name, code: thing.code ?? '', owner: thing.ownerName ?? '', posting: thing.itemNumber ?? '', count: cell(thing.count),
      })),
      answerable: payload.answerable ?? null,
      ground: paragraphLines(payload.ground),
      reissue: payload.reissue.map(({ what, by, due }) => ({ what, by, due: shortDate(due) })),
      compensation: payload.compensation.map((line) => ({
        what: line.what, posting: line.itemNumber ?? '', postage: line.postage === undefined ? '' : money(line.postage), amount: money(line.amount),
      })),
      total: total === 0 ? null : money(total),
      totalInWords: total === 0 ? null : moneyInWords(total),
      payBy: total === 0 || payload.payBy === undefined ? null : dateInWords(payload.payBy),
      unproved: payload.unproved.join(', '),
    },
  };
};
