// When it was sent, by what the sender was known, and what was said with it.
import { formatMoment } from '#core/kernel/format.ts';
import { FACTOR_WORDS, type SupplementAnswerView } from '#wire/supplement-answer.wire.ts';

export const AnswerFacts = ({ answer }: { readonly answer: SupplementAnswerView }) => (
  <div className="stack-tight">
    <p>Gửi lúc <strong>{formatMoment(answer.sentAt)}</strong>{answer.isLate && <span className="due-late"> (sau hạn bổ sung)</span>}. <span className="faint">Người gửi {FACTOR_WORDS[answer.factor]}.</span></p>
    {answer.note && <p className="soft">Lời nhắn: {answer.note}</p>}
  </div>
);
