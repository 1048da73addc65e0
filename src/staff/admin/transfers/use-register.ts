// The whole register, fetched page after page: filtering and totals need all of it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { transferRegisterView } from '#wire/admin.wire.ts';
import { ask } from '../../api/request.ts';

const path = (after: string | undefined) => `/api/admin/transfer-register${after === undefined ? '' : `?${new URLSearchParams({ after }).toString()}`}`;

export const useRegister = () => {
  const register = useInfiniteQuery({
    queryKey: ['transfer-register'],
    queryFn: ({ pageParam, signal }) => ask(path(pageParam), transferRegisterView, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = register;
  useEffect(() => { if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage(); }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return register;
};
