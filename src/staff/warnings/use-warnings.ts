import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import type { WarningList } from '#wire/warnings.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';

export type Side = 'desk' | 'office';

const WARNINGS = 'warnings';

/** The rail counts on every screen: what its answer must be is read when it is asked for. */
const shape = async () => (await import('#wire/warnings.wire.ts')).warningsView;

export const useWarnings = (side: Side, list: WarningList, mine: boolean) => useInfiniteQuery({
  queryKey: [side, WARNINGS, list, mine],
  initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const query = new URLSearchParams({ list, ...(mine && { mine: '1' }), ...(pageParam && { after: pageParam }) });
    const view = await ask(`/api/${side}/warnings?${query.toString()}`, await shape(), signal);
    keepClock(view.now);
    return view;
  },
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: 60_000,
});

/** Of these sides together. */
export const useWarningCounts = (sides: readonly Side[]): number => useQueries({
  queries: sides.map((side) => ({
    queryKey: [side, WARNINGS, 'count'],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => (await ask(`/api/${side}/warnings?onlyCounts=1`, await shape(), signal)).counts.all ?? 0,
    refetchInterval: 60_000,
  })),
  combine: (counts) => counts.reduce((sum, { data }) => sum + (data ?? 0), 0),
});
