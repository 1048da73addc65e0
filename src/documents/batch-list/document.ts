// The list for one person who brought many dossiers: he follows each by its own code.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { handLines, headLines, partyLines, returnPlaceLines } from '../kit/lines.ts';
import { pageMark } from '../kit/marks.ts';
import { cell, momentInWords, shortMoment, upper } from '../kit/words.ts';
import type { BatchListPayload } from './payload.ts';

const TITLE = 'Bảng kê hồ sơ tiếp nhận';

export const batchList = (payload: BatchListPayload): PaperDocument => ({
  template: 'batch-list/v1/list.typ',
  size: 'a4',
  roomy: true,
  title: `${TITLE} số ${payload.number}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    number: payload.number,
    footCode: payload.number,
    deskName: payload.head.deskName,
    applicant: partyLines(payload.applicant),
    receivedAt: momentInWords(payload.receivedAt),
    lines: payload.lines.map((line) => ({
      code: line.code,
      owner: line.ownerName,
      representation: line.representation ?? null,
      procedure: line.procedureName,
      papers: cell(line.paperCount),
      due: line.dueAt === undefined ? '' : shortMoment(line.dueAt),
    })),
    count: String(payload.lines.length).padStart(2, '0'),
    returnPlace: returnPlaceLines(payload.returnPlace),
    lookup: payload.trackingUrl,
    proves: payload.proofUrl !== undefined,
    page: pageMark(payload.proofUrl ?? payload.trackingUrl),
    hands: handLines(payload.hands),
    submitter: payload.applicant.name,
  },
});
