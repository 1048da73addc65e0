// How a clock stands, in one plain sentence for clerk, officer and citizen: why it stands still and since when, that it
// was counted anew or extended, how it ended. A clock that simply runs needs no sentence; the explanation has the rest.
// @law NĐ 61/2018/NĐ-CP Đ.15, Đ.19; NĐ 118/2025/NĐ-CP Đ.19
import type { ClockReading } from '../deadline/clock-reading.ts';
import { LATENESS_WORDS } from '../deadline/clock-sentences.ts';
import type { Due } from '../deadline/due.ts';
import { formatDate, formatMoment } from '../kernel/format.ts';
import type { Moment } from '../kernel/moment.ts';

/** Of dossiers of before clocks were kept less is known. */
export type ClockStanding = Due & Partial<Omit<ClockReading, keyof Due>>;

/** When the deciding agency itself must be done: with linked agencies after it, before the citizen's date. */
export const ownDueOf = (clock: ClockStanding | undefined): Moment | undefined => clock?.localDue ?? clock?.due;

const bracketed = (law: string | undefined): string => (law === undefined ? '' : ` (${law})`);

const pausedWords = ({ pausedSince, ground, groundLaw, citizenUntil }: ClockStanding): string =>
  `Tạm dừng tính thời gian${pausedSince === undefined ? '' : ` từ ${formatMoment(pausedSince)}`}${ground === undefined ? '' : ` vì ${ground}`}${bracketed(groundLaw)}.`
  + (citizenUntil === undefined ? '' : ` Hạn thực hiện: hết ngày ${formatDate(citizenUntil)}.`);

const endedWords = (clock: ClockStanding): string => {
  if (clock.closedBy === 'finished') return clock.lateness === undefined ? 'Đã giải quyết xong.' : `Đã giải quyết xong, ${LATENESS_WORDS[clock.lateness]}.`;
  return `Thời hạn không còn được tính${clock.ground === undefined ? '' : `: ${clock.ground}`}${bracketed(clock.groundLaw)}.`;
};

/** Who of several agencies has until when; the citizen's date is the last one's. */
const linkedWords = ({ localDue, linkedDues, closedBy, state }: ClockStanding): string | undefined => {
  if (localDue === undefined || closedBy !== undefined || state === 'paused') return undefined;
  const others = (linkedDues ?? []).map(({ agency, due }) => `${agency} đến ${formatMoment(due)}`);
  return `Cơ quan giải quyết có đến ${[formatMoment(localDue), ...others].join('; ')}.`;
};

export const clockWords = (clock: ClockStanding): string | undefined => {
  const marked = clock.secondRequest === true ? 'Đã yêu cầu bổ sung quá một lần: hồ sơ được tính là quá hạn khi đánh giá.' : undefined;
  const words = ((): string | undefined => {
    switch (clock.state) {
      case undefined: return undefined;
      case 'paused': return pausedWords(clock);
      case 'restarted': return `Thời hạn được tính lại từ đầu, từ ${formatMoment(clock.countsFrom)}.`;
      case 'extended': return 'Thời gian giải quyết đã được gia hạn.';
      case 'finished':
      case 'stopped': return endedWords(clock);
      case 'running': return clock.reappointed === true ? 'Đã xin lỗi và hẹn lại ngày trả kết quả.' : undefined;
    }
  })();
  return [words, linkedWords(clock), marked].filter((text) => text !== undefined).join(' ') || undefined;
};
