// How many of one thing go on at once.

/** Undefined: as many as may are under way. What was taken is given back by calling it. */
export type Slots = (of: string) => (() => void) | undefined;

export const slotsOf = (most: number): Slots => {
  const taken = new Map<string, number>();
  return (of) => {
    const before = taken.get(of) ?? 0;
    if (before >= most) return undefined;
    taken.set(of, before + 1);
    return () => {
      const left = (taken.get(of) ?? 0) - 1;
      if (left > 0) taken.set(of, left);
      else taken.delete(of);
    };
  };
};
