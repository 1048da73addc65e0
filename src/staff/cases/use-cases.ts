// What could not be taken as it came from a counter without a line, or was taken and differs.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type offlineCase, offlineCasesView } from '#wire/offline.wire.ts';
import { ask } from '../api/request.ts';

export type CaseView = z.output<typeof offlineCase>;
export type CaseSide = 'desk' | 'admin';

const PATHS: Readonly<Record<CaseSide, string>> = { desk: '/api/desk/offline/cases', admin: '/api/admin/offline-cases' };
export const casesKey = (side: CaseSide) => ['offline-cases', side] as const;
export const settlePath = (side: CaseSide, caseId: string): string => `${PATHS[side]}/${caseId}/settle`;

export const useCases = (side: CaseSide) => useQuery({
  queryKey: casesKey(side), queryFn: ({ signal }) => ask(PATHS[side], offlineCasesView, signal), refetchInterval: 60_000,
});
