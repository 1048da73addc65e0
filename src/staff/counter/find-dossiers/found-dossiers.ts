import { useQuery } from '@tanstack/react-query';
import type { DossierRow } from '#wire/dossier-parts.wire.ts';
import { foundDossiersView } from '#wire/find-dossiers.wire.ts';
import { ask } from '../../api/request.ts';

const path = (query: string, page: number) =>
  `/api/desk/find?${new URLSearchParams({ q: query.trim(), page: String(page) }).toString()}`;

export const useFoundDossiers = (query: string, enabled = true, page = 1) =>
  useQuery({
    queryKey: ['find', query.trim(), page],
    queryFn: ({ signal }) => ask(path(query, page), foundDossiersView, signal),
    enabled: enabled && query.trim().length >= 2,
    staleTime: 10_000,
    placeholderData: (before) => before,
  });

/** What a scanned receipt names. */
export const findOneByCode = async (code: string): Promise<DossierRow | undefined> => {
  const { dossiers } = await ask(path(code, 1), foundDossiersView);
  return dossiers.find((d) => d.code === code) ?? (dossiers.length === 1 ? dossiers[0] : undefined);
};
