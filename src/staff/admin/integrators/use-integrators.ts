import { useQuery } from '@tanstack/react-query';
import { integratorsView } from '#wire/integrators.wire.ts';
import { ask } from '../../api/request.ts';

export const INTEGRATORS = ['admin', 'integrators'] as const;
export const useIntegrators = () => useQuery({ queryKey: INTEGRATORS, queryFn: ({ signal }) => ask('/api/admin/integrators', integratorsView, signal), refetchInterval: 60_000 });
