// Nhãn túi hồ sơ: read from two steps away, scanned from one.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { code128Bars } from '../kit/marks.ts';
import { momentInWords, upper } from '../kit/words.ts';
import type { BagLabelPayload } from './payload.ts';

const TITLE = 'Túi hồ sơ';
const CONTENT = { dossiers: 'hồ sơ', outcomes: 'kết quả giải quyết thủ tục hành chính' } as const;

export const bagLabel = (payload: BagLabelPayload): PaperDocument => ({
  template: 'bag-label/v1/label.typ',
  size: 'a5',
  title: `${TITLE} ${payload.label}`,
  date: dateOf(payload.issuedAt),
  data: {
    heading: upper(TITLE),
    tracking: { code: payload.label, ...code128Bars(payload.label) },
    labelInGroups: payload.labelInGroups,
    footCode: payload.label,
    from: payload.from,
    to: payload.to,
    content: `${payload.dossierCount} ${CONTENT[payload.content]}`,
    sealNumber: payload.sealNumber,
    closedAt: momentInWords(payload.issuedAt),
  },
});
