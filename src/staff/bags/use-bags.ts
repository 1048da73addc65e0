// What the screens of bags ask and do; the same at the desk and at the agency but for the first word of the path.
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import { type BagView, bagView, bagsView } from '#wire/bags.wire.ts';
import { useStanding } from '../alone/counter.ts';
import { ask } from '../api/request.ts';
import { isAtDesk, isInOffice, keepClock, useMe } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';

export type Side = 'desk' | 'office';
/** As it stands in the address. */
export const SIDE_PATHS = { desk: 'quay', office: 'co-quan' } as const;
export type SidePath = (typeof SIDE_PATHS)[Side];
export const sideOf = (path: string): Side => (path === SIDE_PATHS.office ? 'office' : 'desk');

export const useSides = (): readonly Side[] => {
  const me = useMe();
  return [...(isAtDesk(me) ? (['desk'] as const) : []), ...(isInOffice(me) ? (['office'] as const) : [])];
};

/** What was asked while this counter was sending says how it was before: it is asked anew once the sending has ended. */
const useAnewOnceSent = (queryKey: QueryKey): void => {
  const client = useQueryClient();
  const { sending = false, waiting = 0 } = useStanding() ?? {};
  // one act goes so fast that nobody sees it being sent
  const isWaiting = waiting > 0;
  useEffect(() => (sending || isWaiting ? () => void client.invalidateQueries({ queryKey }) : undefined), [client, queryKey, sending, isWaiting]);
};

const KEYS: Readonly<Record<Side, QueryKey>> = { desk: ['bags', 'desk'], office: ['bags', 'office'] };

export const useBags = (side: Side) => {
  useAnewOnceSent(KEYS[side]);
  return useQuery({
    queryKey: KEYS[side],
    queryFn: async ({ signal }) => {
      const view = await ask(`/api/${side}/bags`, bagsView, signal);
      keepClock(view.now);
      return view;
    },
    refetchInterval: 60_000,
  });
};

export const useBag = (side: Side, bagId: string) => {
  useAnewOnceSent(KEYS[side]);
  return useQuery({
    queryKey: ['bags', side, bagId],
    queryFn: ({ signal }) => ask(`/api/${side}/bags/${bagId}`, bagView, signal),
  });
};

export const findByLabel = (side: Side, label: string): Promise<BagView> => ask(`/api/${side}/bags/by-label/${encodeURIComponent(label)}`, bagView);
export const labelUrl = (side: Side, bagId: string): string => `/api/${side}/bags/${bagId}/label.pdf`;

/** The post's supervisor does some of it for a desk below. */
export type ActingSide = Side | 'post';
export const BAGS_CHANGED: readonly QueryKey[] = [['bags'], ['today'], ['office'], ['find'], ['dossier'], ['custody'], ['post']];

/** Packing changes only the bag; sealing and signing changes what every other screen shows. */
export const useBagAct = <Body extends object, Answer>(
  side: ActingSide, bagId: string, act: string, answer: z.ZodType<Answer, unknown>, onDone: (answer: Answer, body: Body) => void, changes: 'bag' | 'all' = 'all',
) => useAct((body: Body) => ({ path: `/api/${side}/bags/${bagId}/${act}`, answer, body }), { refresh: changes === 'all' ? BAGS_CHANGED : [['bags', side]], onDone });
