// How it goes with a carrier, in a word and a colour.
import { FAILURE_WORDS } from '#wire/refusals/carriers.ts';
import type { CarrierView } from '#wire/carriers.wire.ts';

export const KIND_WORDS: Readonly<Record<CarrierView['kind'], string>> = { vnpost: 'VNPost, qua kết nối', viettel: 'Viettel Post, qua kết nối', 'own-network': 'Bưu tá của bưu điện' };

export type CarrierStandingWords = { readonly tone: '' | 'green' | 'amber' | 'red'; readonly words: string };

/** One failure is a slip of the line; several in a row need somebody. */
const MANY_FAILURES = 3;

export const standingOf = (carrier: Pick<CarrierView, 'isOpen' | 'failuresInRow' | 'lastFailure' | 'lastContactAt'>): CarrierStandingWords => {
  if (!carrier.isOpen) return { tone: '', words: 'Ngừng nhận' };
  if (carrier.failuresInRow > 0) {
    return { tone: carrier.failuresInRow >= MANY_FAILURES ? 'red' : 'amber', words: FAILURE_WORDS[carrier.lastFailure ?? ''] ?? 'Không kết nối được' };
  }
  return carrier.lastContactAt === null ? { tone: '', words: 'Chưa liên lạc' } : { tone: 'green', words: 'Đang liên lạc' };
};

export const countUnmapped = (carriers: readonly Pick<CarrierView, 'codes'>[]): number =>
  carriers.reduce((sum, { codes }) => sum + codes.filter(({ meaning }) => meaning === null).length, 0);
