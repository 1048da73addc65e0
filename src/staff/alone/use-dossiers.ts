// The dossiers of a bag or a record as they stand now; one that cannot be read is missing.
import { useQueries } from '@tanstack/react-query';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { ask } from '../api/request.ts';

export const useDossiers = (dossierIds: readonly string[]) => useQueries({
  queries: dossierIds.map((dossierId) => ({ queryKey: ['dossier', dossierId], queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(`/api/dossiers/${dossierId}`, dossierView, signal) })),
  combine: (all) => ({ views: all.flatMap(({ data }) => (data ? [data] : [])), isPending: all.some((one) => one.isPending) }),
});
