import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { custodyCaseView, custodyCasesView } from '#wire/custody-cases.wire.ts';
import { type CustodyList, custodyView } from '#wire/custody.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';

export type Side = 'desk' | 'office';

export const custodyKey = (side: Side) => ['custody', side] as const;
/** What an act on a case changes on other screens. */
export const CASE_CHANGES = [['custody'], ['dossier'], ['bags'], ['today'], ['office'], ['find']] as const;
export const casePath = (side: Side, caseId: string, act: string): string => `/api/${side}/custody-cases/${caseId}/${act}`;

export const useCustody = (side: Side, list: CustodyList) => useInfiniteQuery({
  queryKey: [...custodyKey(side), list],
  initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const view = await ask(`/api/${side}/custody?${new URLSearchParams({ list, ...(pageParam && { after: pageParam }) }).toString()}`, custodyView, signal);
    keepClock(view.now);
    return view;
  },
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: 60_000,
});

export const useCustodyCases = (side: Side, wanted: boolean) => useQuery({
  queryKey: [...custodyKey(side), 'cases'], enabled: wanted, refetchInterval: 60_000,
  queryFn: ({ signal }) => ask(`/api/${side}/custody-cases`, custodyCasesView, signal),
});

export const useCustodyCase = (side: Side, caseId: string) => useQuery({
  queryKey: [...custodyKey(side), 'case', caseId],
  queryFn: ({ signal }) => ask(`/api/${side}/custody-cases/${caseId}`, custodyCaseView, signal),
});
