// While nobody answers somebody asks, so that what waits goes as soon as it can.
import { calm } from './calm.ts';
import { isLineUp, subscribeLine } from './line.ts';
import { tryLine } from './request.ts';
import { onKnown } from './session.ts';

const LOOK_FOR_LINE = 5_000;
/** A line that goes up and down is not asked at each turn. */
const LEAST_PAUSE = 2_000;

/** `onLine`: the line is back, or the server said who is signed in. */
export const lookForLine = (onLine: () => void): void => {
  const tryIt = calm(() => void tryLine(), LEAST_PAUSE);
  subscribeLine(() => (isLineUp() ? onLine() : tryIt()));
  onKnown(onLine);
  setInterval(() => { if (!isLineUp()) tryIt(); }, LOOK_FOR_LINE);
  addEventListener('online', tryIt);
};
