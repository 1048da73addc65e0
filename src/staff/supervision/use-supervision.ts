// What the supervisor of the post asks.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { postRoundsView } from '#wire/courier-desk.wire.ts';
import { postMoneyView } from '#wire/remittance.wire.ts';
import { type SupervisedDesk, type SupervisedDesks, supervisedCases, supervisedDesks, supervisedDossier, supervisedRecord, supervisedRoad } from '#wire/supervision.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';

const usePost = <View extends { readonly now: SupervisedDesks['now'] }>(path: string, view: z.ZodType<View, unknown>) => useQuery({
  queryKey: ['post', path],
  queryFn: async ({ signal }): Promise<View> => {
    const answer = await ask(`/api/post/${path}`, view, signal);
    keepClock(answer.now);
    return answer;
  },
  refetchInterval: 60_000,
});

export const useDesks = () => usePost('desks', supervisedDesks);
export const useRoad = () => usePost('road', supervisedRoad);
/** Page by page of what waits; the rounds themselves stand on the first. */
export const useRounds = () => useInfiniteQuery({
  queryKey: ['post', 'rounds'], initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const answer = await ask(`/api/post/rounds${pageParam === '' ? '' : `?${new URLSearchParams({ after: pageParam }).toString()}`}`, postRoundsView, signal);
    keepClock(answer.now);
    return answer;
  },
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: 60_000,
});
export const useMoney = () => usePost('money', postMoneyView);
export const useOpenCases = () => usePost('cases', supervisedCases);
export const useRecord = (handOverId: string) => usePost(`records/${handOverId}`, supervisedRecord);
export const useWay = (dossierId: string) => usePost(`dossiers/${dossierId}`, supervisedDossier);

/** What asks for a look first: late, then overdue, then the fullest. */
export const byUrgency = (one: SupervisedDesk, other: SupervisedDesk): number =>
  other.late - one.late || other.casesOverdue - one.casesOverdue || other.held - one.held || (one.name < other.name ? -1 : 1);
