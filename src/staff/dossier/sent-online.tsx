// Papers that the citizen has sent online and nobody has looked at: seen by the agency, and at the desk where the citizen may ask.
import { formatMoment } from '#core/kernel/format.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { FACTOR_WORDS } from '#wire/supplement-answer.wire.ts';
import { Banner } from '../design/frames.tsx';
import { waitingAnswerOf } from './waiting-answer.ts';

export const SentOnline = ({ view }: { readonly view: DossierView }) => {
  const answer = waitingAnswerOf(view)?.answer;
  return answer && (
    <Banner tone="amber">
      <strong>Người dân đã gửi giấy tờ bổ sung lúc {formatMoment(answer.sentAt)}, chờ xem:</strong> {answer.papers.map((paper) => `${paper.name} (${paper.files.length} tệp)`).join('; ')}. <span className="faint">{answer.isLate && 'Sau hạn bổ sung. '}Người gửi {FACTOR_WORDS[answer.factor]}.</span>{answer.note && <> Lời nhắn: “{answer.note}”</>}
    </Banner>
  );
};
