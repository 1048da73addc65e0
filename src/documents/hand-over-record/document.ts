// The record of a hand-over: every dossier with what lies in it, counted by both sides together.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, sideLines } from '../kit/lines.ts';
import { cell, momentInWords, shortMoment, upper } from '../kit/words.ts';
import type { HandOverRecordPayload } from './payload.ts';

const TITLE = 'Biên bản giao nhận hồ sơ';
const RESULTS = { received: 'Đã nhận', rejected: 'Không nhận' } as const;

export const handOverRecord = (payload: HandOverRecordPayload): PaperDocument => {
  const sum = (pick: (line: HandOverRecordPayload['lines'][number]) => number): string =>
    cell(payload.lines.reduce((total, line) => total + pick(line), 0));
  return {
    template: 'hand-over-record/v2016/record.typ',
    size: 'a4',
    roomy: true,
    title: `${TITLE} số ${payload.number}`,
    date: dateOf(payload.issuedAt),
    data: {
      head: headLines(payload.head, payload.issuedAt),
      heading: upper(TITLE),
      direction: payload.direction,
      number: payload.number,
      footCode: payload.number,
      giver: sideLines(payload.giver),
      taker: sideLines(payload.taker),
      lines: payload.lines.map((line) => ({
        code: line.code,
        posting: line.postingNumber ?? null,
        owner: line.ownerName,
        procedure: line.procedureName,
        outcome: line.outcome ?? null,
        original: cell(line.original),
        certifiedCopy: cell(line.certifiedCopy),
        plainCopy: cell(line.plainCopy),
        due: line.dueAt === undefined ? '' : shortMoment(line.dueAt),
        note: [line.result === undefined ? '' : RESULTS[line.result], line.note ?? ''].filter((part) => part !== '').join('. '),
      })),
      count: String(payload.lines.length).padStart(2, '0'),
      totals: { original: sum((l) => l.original), certifiedCopy: sum((l) => l.certifiedCopy), plainCopy: sum((l) => l.plainCopy) },
      sentAt: momentInWords(payload.sentAt),
      receivedAt: payload.receivedAt === undefined ? null : momentInWords(payload.receivedAt),
      remarks: payload.remarks ?? null,
    },
  };
};
