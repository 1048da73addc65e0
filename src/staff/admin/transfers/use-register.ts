// The register as the server found it, page after page; what was found before stays until the new answer is there.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AddRegisterLine } from '#core/procedure/add-register-line.ts';
import { transferRegisterView } from '#wire/admin.wire.ts';
import { registerChoices, registerLineAnswer } from '#wire/register-line.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { isCode } from './line-draft.ts';
import type { RegisterFilter } from './register-filter.ts';

const REGISTER = ['transfer-register'] as const;
const path = ({ query, desk, mode }: RegisterFilter, after: string | undefined): string => {
  const asked = Object.entries({ q: query.trim(), desk, mode, after }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `/api/admin/transfer-register?${new URLSearchParams(asked).toString()}`;
};

export const useRegister = (filter: RegisterFilter) =>
  useInfiniteQuery({
    queryKey: [...REGISTER, filter],
    queryFn: ({ pageParam, signal }) => ask(path(filter, pageParam), transferRegisterView, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });

/** What a line is chosen from; the name of the procedure once its code is whole. */
export const useLineChoices = (code: string, desk: string) => {
  const asked = { ...(isCode(code) && { code }), ...(desk !== '' && { desk }) };
  return useQuery({
    queryKey: ['transfer-register-choices', asked],
    queryFn: ({ signal }) => ask(`/api/admin/transfer-register/choices?${new URLSearchParams(asked).toString()}`, registerChoices, signal),
    placeholderData: keepPreviousData,
  });
};

export const useAddLine = (onDone: () => void) =>
  useAct((body: AddRegisterLine) => ({ path: '/api/admin/transfer-register', body, answer: registerLineAnswer }), { refresh: [REGISTER, ['transfer-register-choices']], onDone });
