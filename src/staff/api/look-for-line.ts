// While nobody answers somebody asks, so that what waits goes as soon as it can.
import { isLineUp, subscribeLine } from './line.ts';
import { tryLine } from './request.ts';
import { onKnown } from './session.ts';

const LOOK_FOR_LINE = 5_000;

/** `onLine`: the line is back, or the server said who is signed in. */
export const lookForLine = (onLine: () => void): void => {
  subscribeLine(() => void (isLineUp() ? onLine() : tryLine()));
  onKnown(onLine);
  setInterval(() => { if (!isLineUp()) void tryLine(); }, LOOK_FOR_LINE);
  addEventListener('online', () => void tryLine());
};
