import { useQuery } from '@tanstack/react-query';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { ask } from '../api/request.ts';

export const useDossier = (dossierId: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['dossier', dossierId],
    queryFn: ({ signal }) => ask(`/api/dossiers/${dossierId}`, dossierView, signal),
  });
