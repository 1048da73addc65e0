// Nhãn túi hồ sơ: read from two steps away, scanned from one.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { code128Bars } from '../kit/marks.ts';
import { momentInWords, upper } from '../kit/words.ts';
import type { BagLabelPayload } from './payload.ts';

const TITLE = 'Túi hồ sơ';
const CONTENT = { dossiers: 'hồ sơ', outcomes: 'kết quả giải quyết thủ tục hành chính' } as const;
/** What an agency has already is followed by its papers. */
const contentOf = ({ dossierCount, followCount = 0, content }: BagLabelPayload): string => {
  const own = dossierCount - followCount;
  const follows = `giấy tờ bổ sung của ${followCount} hồ sơ`;
  return followCount === 0 ? `${own} ${CONTENT[content]}` : own === 0 ? follows : `${own} ${CONTENT[content]}, ${follows}`;
};

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
    content: contentOf(payload),
    sealNumber: payload.sealNumber,
    closedAt: momentInWords(payload.issuedAt),
  },
});
