// A screen's act: pressed once, kept under one key until answered, its errors at their fields.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, type ActRequest } from './request.ts';
import { fieldErrorsOf, isUnsettled, problemOf } from './problem.ts';

export type UseAct<Input, Answer> = {
  readonly run: (input: Input) => Promise<Answer | undefined>;
  readonly busy: boolean;
  readonly error: Error | undefined;
  /** The server may have done it: only the same again makes sure. */
  readonly unanswered: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly clear: () => void;
};

export const useAct = <Input, Answer>(
  request: (input: Input) => ActRequest<Answer>,
  options: { readonly refresh?: readonly QueryKey[]; readonly onDone?: (answer: Answer, input: Input) => void } = {},
): UseAct<Input, Answer> => {
  const client = useQueryClient();
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: Error }>({ busy: false });
  const running = useRef<Promise<Answer | undefined> | undefined>(undefined);
  const start = async (input: Input): Promise<Answer | undefined> => {
    setState({ busy: true });
    try {
      const answer = await act(request(input));
      setState({ busy: false });
      for (const queryKey of options.refresh ?? []) void client.invalidateQueries({ queryKey });
      options.onDone?.(answer, input);
      return answer;
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      setState({ busy: false, error: failure });
      // somebody was quicker: the screen shows what they did, and keeps what was typed here
      if (problemOf(failure)?.code === 'changed-meanwhile') for (const queryKey of options.refresh ?? []) void client.invalidateQueries({ queryKey });
      requestAnimationFrame(() => focusFirstError(fieldErrorsOf(failure)));
      return undefined;
    } finally {
      running.current = undefined;
    }
  };
  return {
    run: (input) => (running.current ??= start(input)),
    busy: state.busy,
    error: state.error,
    unanswered: isUnsettled(state.error),
    errors: fieldErrorsOf(state.error),
    clear: () => setState({ busy: false }),
  };
};

/** Focus goes to the first field, in the order of the page, that has an error. */
export const focusFirstError = (errors: Readonly<Record<string, string>>): boolean => {
  if (Object.keys(errors).length === 0) return false;
  for (const element of document.querySelectorAll<HTMLElement>('[name], [data-path]')) {
    const path = element.getAttribute('name') ?? element.dataset['path'] ?? '';
    if (!(path in errors)) continue;
    const target = element.matches('input, select, textarea, button')
      ? element
      : element.querySelector<HTMLElement>('input, select, textarea, button');
    target?.focus();
    return true;
  }
  return false;
};
