import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type WarningList, warningsView } from '#wire/warnings.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';

export type Side = 'desk' | 'office';

const WARNINGS = 'warnings';

export const useWarnings = (side: Side, list: WarningList, mine: boolean) => useInfiniteQuery({
  queryKey: [side, WARNINGS, list, mine],
  initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const query = new URLSearchParams({ list, ...(mine && { mine: '1' }), ...(pageParam && { after: pageParam }) });
    const view = await ask(`/api/${side}/warnings?${query.toString()}`, warningsView, signal);
    keepClock(view.now);
    return view;
  },
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: 60_000,
});

export const useWarningCount = (side: Side) => useQuery({
  queryKey: [side, WARNINGS, 'count'],
  queryFn: async ({ signal }) => (await ask(`/api/${side}/warnings?onlyCounts=1`, warningsView, signal)).counts.all ?? 0,
  refetchInterval: 60_000,
});
