// The batch of a version and the two decisions on it.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { applyBatchAnswer, batchView, leaveBatchAnswer } from '#wire/calendar.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { CALENDAR } from './use-calendar.ts';

const BATCH = ['admin-calendar-batch'] as const;

export const useBatch = (version: number | undefined) => useQuery({
  queryKey: [...BATCH, version],
  queryFn: ({ signal }) => ask(`/api/admin/calendar/batches/${version}`, batchView, signal),
  enabled: version !== undefined,
});

export const useApplyBatch = (onDone: (answer: z.infer<typeof applyBatchAnswer>) => void) => useAct(
  (version: number) => ({ path: `/api/admin/calendar/batches/${version}/apply`, body: {}, answer: applyBatchAnswer }), { refresh: [BATCH, CALENDAR], onDone });

export const useLeaveBatch = (onDone: () => void) => useAct(
  ({ version, note }: { readonly version: number; readonly note: string }) => ({ path: `/api/admin/calendar/batches/${version}/leave`, body: { note }, answer: leaveBatchAnswer }),
  { refresh: [BATCH, CALENDAR], onDone });
