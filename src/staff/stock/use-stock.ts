// What the screen of stock counts asks, and the count it keeps.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { stockThings, stockView, type StockThings } from '#wire/stock.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock, useMe } from '../api/session.ts';
import { useDrawerState } from '../kept/drawer-state.ts';
import type { StockDraft } from './count-stock.ts';
import { dropStock, findStockDraft, keepStock } from './stock-draft.ts';

export type Side = 'desk' | 'office';

const placeQuery = (place: string | undefined): string => (place === undefined ? '' : `place=${encodeURIComponent(place)}`);
export const useStock = (side: Side, place: string | undefined) => useQuery({
  queryKey: ['stock', side, place],
  queryFn: async ({ signal }) => {
    const view = await ask(`/api/${side}/stock?${placeQuery(place)}`, stockView, signal);
    keepClock(view.now);
    return view;
  },
  refetchInterval: 30_000,
});
export const findThings = (side: Side, place: string, scanned: string): Promise<StockThings> =>
  ask(`/api/${side}/stock/thing?${placeQuery(place)}&scanned=${encodeURIComponent(scanned)}`, stockThings);

/** Undefined until it was looked for; scans that follow quickly each see the one before. */
export const useStockDraft = (place: string) => {
  const { account: { accountId: owner }, world: { name: world } } = useMe();
  const drawer = useDrawerState();
  const [draft, setDraft] = useState<StockDraft | null>();
  const now = useRef<StockDraft | null>(null);
  useEffect(() => {
    let gone = false;
    const take = (found: StockDraft | undefined): void => {
      if (gone || now.current?.place === place) return;
      now.current = found ?? null;
      setDraft(now.current);
    };
    findStockDraft({ world, owner, place }).then(take, () => take(undefined));
    return () => { gone = true; };
  }, [world, owner, place, drawer]);
  const keep = useCallback((change: (draft: StockDraft) => StockDraft): void => {
    if (!now.current) return;
    now.current = change(now.current);
    keepStock({ world, owner, place }, now.current);
    setDraft(now.current);
  }, [world, owner, place]);
  const begin = (next: StockDraft): void => {
    now.current = next;
    keepStock({ world, owner, place }, next);
    setDraft(next);
  };
  const drop = (): void => {
    now.current = null;
    dropStock({ world, owner, place });
    setDraft(null);
  };
  return { draft, current: now, keep, begin, drop };
};
