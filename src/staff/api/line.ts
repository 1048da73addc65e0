// Whether the last words with the server were answered. A cable that is in says nothing about it.
let up = true;
const listeners = new Set<() => void>();

const note = (answered: boolean) => (): void => {
  if (up === answered) return;
  up = answered;
  for (const tell of listeners) tell();
};
export const noteAnswered = note(true);
export const noteNoAnswer = note(false);

export const isLineUp = (): boolean => up;
export const subscribeLine = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
