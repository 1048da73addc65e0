// The batch of a version, its dossiers page after page, and the two decisions on it. Applying asks for one step after
// another: a tab that is closed, or a server that stops, leaves the batch where the last answered step put it.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type BatchStep, applyBatchAnswer, batchDossiers, batchView, leaveBatchAnswer } from '#wire/calendar.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { CALENDAR } from './use-calendar.ts';

const BATCH = ['admin-calendar-batch'] as const;
const pathOf = (version: number): string => `/api/admin/calendar/batches/${version}`;

export const useBatch = (version: number | undefined) => useQuery({
  queryKey: [...BATCH, version],
  queryFn: ({ signal }) => ask(pathOf(version ?? 0), batchView, signal),
  enabled: version !== undefined,
  // somebody else may be applying it
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? 3_000 : false),
});

export type DossierFilter = { readonly q: string; readonly all: boolean };
const queryOf = ({ q, all }: DossierFilter, after?: string): string =>
  new URLSearchParams({ ...(q.trim() && { q: q.trim() }), ...(all && { all: 'true' }), ...(after === undefined ? {} : { after }) }).toString();

export const batchCsvPath = (version: number, filter: DossierFilter): string => `${pathOf(version)}/dossiers.csv?${queryOf(filter)}`;

export const useBatchDossiers = (version: number, filter: DossierFilter) => useInfiniteQuery({
  queryKey: ['admin-calendar-batch-dossiers', version, filter],
  queryFn: ({ pageParam, signal }) => ask(`${pathOf(version)}/dossiers?${queryOf(filter, pageParam)}`, batchDossiers, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
  placeholderData: keepPreviousData,
});

export const useApplyBatch = (onDone: (last: BatchStep) => void) => {
  const client = useQueryClient();
  const [going, setGoing] = useState(false);
  const looking = useRef(true);
  useEffect(() => {
    looking.current = true;
    return () => { looking.current = false; };
  }, []);
  const step = useAct((version: number) => ({ path: `${pathOf(version)}/apply`, body: {}, answer: applyBatchAnswer }), { refresh: [BATCH] });
  const run = async (version: number): Promise<void> => {
    setGoing(true);
    let last: BatchStep | undefined;
    do last = await step.run(version);
    while (last?.state === 'running' && looking.current);
    setGoing(false);
    void client.invalidateQueries({ queryKey: CALENDAR });
    if (last?.state === 'applied') onDone(last);
  };
  return { run, going, error: step.error, clear: step.clear };
};

export const useLeaveBatch = (onDone: () => void) => useAct(
  ({ version, note }: { readonly version: number; readonly note: string }) => ({ path: `${pathOf(version)}/leave`, body: { note }, answer: leaveBatchAnswer }),
  { refresh: [BATCH, CALENDAR], onDone });
