// Bags that are filled at this machine, as the screens read and change them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { findCounter, useStanding } from '../alone/counter.ts';
import type { BagBegun, BagsBegun } from '../offline/bags-begun.ts';

const KEY = ['bags-here'] as const;

/** A machine that is no counter fills none. */
export const useBegun = () => {
  // at a cold start the machine's store is adopted after the first picture
  const isCounter = useStanding() !== undefined;
  return useQuery({ queryKey: [...KEY, isCounter], queryFn: async (): Promise<readonly BagBegun[]> => (await findCounter()?.bags.list()) ?? [], networkMode: 'always' });
};

export const useChangeBegun = () => {
  const client = useQueryClient();
  return async <T>(change: (bags: BagsBegun) => Promise<T>): Promise<T | undefined> => {
    const bags = findCounter()?.bags;
    const changed = bags && await change(bags);
    await client.invalidateQueries({ queryKey: KEY });
    return changed;
  };
};
