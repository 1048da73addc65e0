// The register as the server found it, page after page; what was found before stays until the new answer is there.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { transferRegisterView } from '#wire/admin.wire.ts';
import { ask } from '../../api/request.ts';
import type { RegisterFilter } from './register-filter.ts';

const path = ({ query, desk, mode }: RegisterFilter, after: string | undefined): string => {
  const asked = Object.entries({ q: query.trim(), desk, mode, after }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `/api/admin/transfer-register?${new URLSearchParams(asked).toString()}`;
};

export const useRegister = (filter: RegisterFilter) =>
  useInfiniteQuery({
    queryKey: ['transfer-register', filter],
    queryFn: ({ pageParam, signal }) => ask(path(filter, pageParam), transferRegisterView, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
