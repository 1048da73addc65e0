// One after the other, in the order asked; one that fails says so and stops none after it.
export const inTurn = (onFailed: () => void): ((work: () => Promise<unknown>) => Promise<void>) => {
  let before: Promise<void> = Promise.resolve();
  return (work) => {
    before = before.then(work).then(() => undefined, onFailed);
    return before;
  };
};
