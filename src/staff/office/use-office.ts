// What the agency's screens ask the server, and how its acts are sent.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { officeColleaguesView } from '#wire/office-colleagues.wire.ts';
import { type InboxTab, officeFoundView, officeInboxView } from '#wire/office-inbox.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { officeWorkView } from '#wire/office-work.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';

export const INBOX = ['office', 'inbox'] as const;

export const useInbox = (tab: InboxTab) => useInfiniteQuery({
  queryKey: [...INBOX, tab],
  initialPageParam: '',
  queryFn: async ({ pageParam, signal }) => {
    const view = await ask(`/api/office/inbox?${new URLSearchParams({ tab, ...(pageParam && { after: pageParam }) }).toString()}`, officeInboxView, signal);
    keepClock(view.now);
    return view;
  },
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: 30_000,
});

export const useFoundInAgency = (query: string) => useQuery({
  queryKey: ['office', 'find', query],
  queryFn: ({ signal }) => ask(`/api/office/find?${new URLSearchParams({ q: query }).toString()}`, officeFoundView, signal),
  enabled: query.length >= 2,
  placeholderData: (before) => before,
});

export const useColleagues = () => useQuery({
  queryKey: ['office', 'colleagues'],
  queryFn: ({ signal }) => ask('/api/office/colleagues', officeColleaguesView, signal),
  staleTime: 30_000,
});

export const useWork = (dossierId: string) => useQuery<OfficeWorkView>({
  queryKey: ['dossier', dossierId, 'work'],
  queryFn: ({ signal }) => ask(`/api/office/dossiers/${dossierId}/work`, officeWorkView, signal),
});

/** An act on one dossier: the revision the screen shows goes along; dossier and lists are read anew. */
export const useOfficeAct = <Answer>(view: Pick<DossierView, 'dossierId' | 'revision'>, path: string, answer: z.ZodType<Answer, unknown>, onDone: (answer: Answer) => void) =>
  useAct((body: object) => ({
    path: `/api/office/dossiers/${view.dossierId}/${path}`, answer, body: { expectedRevision: view.revision, ...body },
  }), { refresh: [['dossier', view.dossierId], ['office']], onDone });
