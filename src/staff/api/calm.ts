// What a flapping line would set off again and again: at once, and then at most once in so long, with the last wish kept.
export type Clock = { readonly now: () => number; readonly after: (milliseconds: number, ring: () => void) => void };
const BROWSER: Clock = { now: () => performance.now(), after: (milliseconds, ring) => void setTimeout(ring, milliseconds) };

export const calm = (work: () => void, pause: number, { now, after }: Clock = BROWSER): (() => void) => {
  let doneAt = -Infinity;
  let isWished = false;
  const run = (): void => {
    isWished = false;
    doneAt = now();
    work();
  };
  return () => {
    if (isWished) return;
    const left = doneAt + pause - now();
    if (left <= 0) return run();
    isWished = true;
    after(left, run);
  };
};
