// Sending scans pauses while the clerk's hands are at work: a thin line is hers first, but never for long.
const RESTED = 1_500;
const LONGEST_PAUSE = 15_000;

export type Hands = { readonly movedAt: () => number; readonly now: () => number; readonly pause: (milliseconds: number) => Promise<void> };

export const whenIdleOf = ({ movedAt, now, pause }: Hands) => async (): Promise<void> => {
  const until = now() + LONGEST_PAUSE;
  for (let rests = RESTED - (now() - movedAt()); rests > 0 && now() < until; rests = RESTED - (now() - movedAt())) await pause(Math.min(rests, until - now()));
};

export const watchHands = (): Hands => {
  let moved = 0;
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, () => { moved = performance.now(); }, { capture: true, passive: true });
  return { movedAt: () => moved, now: () => performance.now(), pause: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) };
};
