// Each hand-over of one dossier with its two sides; empty rows stay for what is still to come.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { headLines, trackingLines } from '../kit/lines.ts';
import { momentInWords, upper } from '../kit/words.ts';
import type { ControlSlipPayload } from './payload.ts';

const TITLE = 'Phiếu kiểm soát quá trình giải quyết hồ sơ';
const RESULTS = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const;

export const controlSlip = (payload: ControlSlipPayload): PaperDocument => ({
  template: `control-slip/${payload.version}/slip.typ`,
  size: 'a5',
  from: 2,
  title: `${TITLE} ${payload.tracking.code}`,
  date: dateOf(payload.issuedAt),
  data: {
    head: headLines(payload.head, payload.issuedAt),
    heading: upper(TITLE),
    tracking: trackingLines(payload.tracking),
    footCode: payload.tracking.code,
    ownerName: payload.ownerName,
    procedureName: payload.procedureName,
    agencyName: payload.agencyName,
    cooperating: payload.cooperatingAgency ?? null,
    receivedAt: momentInWords(payload.receivedAt),
    dueAt: payload.dueAt === undefined ? null : momentInWords(payload.dueAt),
    steps: payload.steps.map((step) => ({
      giverUnit: step.giverUnit,
      giverName: step.giverName ?? '',
      takerUnit: step.takerUnit,
      takerName: step.takerName ?? '',
      at: step.at === undefined ? null : momentInWords(step.at),
      result: step.result === undefined ? '' : RESULTS[step.result],
      note: step.note ?? '',
    })),
  },
});
