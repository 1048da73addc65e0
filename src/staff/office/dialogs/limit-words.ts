// The citizen's own limit does not move when what was sent goes back: whoever turns it back reads what that leaves.
import { isOver } from '#core/dossier/stop-dossier.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';

export const limitWords = (answerBy: Moment | undefined, now: Moment): string => {
  if (answerBy === undefined) return '';
  return isOver(answerBy, now)
    ? `Hạn bổ sung đã qua (${formatMoment(answerBy)}) và không đổi khi trả lại: người dân vẫn gửi được khi hồ sơ chưa bị dừng giải quyết.`
    : `Hạn bổ sung không đổi khi trả lại: ${formatMoment(answerBy)}.`;
};
