// The desk's whole catalogue is on the screen's side: a search never waits for the line.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { limitFor } from '#core/procedure/in-force.ts';
import type { TimeLimit } from '#core/procedure/procedure.ts';
import { indexProcedures, searchProcedures } from '#core/procedure/search-procedures.ts';
import { type CatalogueEntry, deskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { ask } from '../../api/request.ts';

/** No limit known, nothing received: said where a procedure is chosen, before any work is put in. */
export const knownLimit = ({ procedure, transfer }: CatalogueEntry): TimeLimit | undefined =>
  (transfer.mode === 'postal-service' ? undefined : limitFor(procedure, 'counter')) ??
  (procedure.channels.includes('post') ? limitFor(procedure, 'post') : undefined);

export const useCatalogue = (enabled = true) =>
  useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => ask('/api/desk/catalogue', deskCatalogueView, signal),
    staleTime: 10 * 60_000,
    enabled,
  });

export const useProcedureSearch = (query: string, limit: number, enabled = true): readonly CatalogueEntry[] => {
  const { data } = useCatalogue(enabled);
  const index = useMemo(() => {
    if (!data) return undefined;
    const uses = new Map(data.entries.map((e) => [e.procedure.code, e.useCount]));
    return {
      of: new Map(data.entries.map((e) => [e.procedure.code, e])),
      found: indexProcedures(
        data.entries.map((e) => e.procedure),
        (p) => uses.get(p.code) ?? 0,
      ),
    };
  }, [data]);
  return useMemo(
    () => (index && enabled ? searchProcedures(index.found, query, limit).flatMap((p) => index.of.get(p.code) ?? []) : []),
    [index, query, limit, enabled],
  );
};
