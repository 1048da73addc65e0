// Sending the reception. Once sent without an answer, the same body and key go again, and nothing else.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DossierReceivedAnswer, dossierReceivedAnswer, type ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { act } from '../../api/request.ts';
import { newId } from '../../api/new-id.ts';
import { fieldErrorsOf, isUnsettled } from '../../api/problem.ts';
import type { ReceiveDraft } from './draft.ts';
import type { Patch } from './use-draft.ts';

export type Receive = {
  readonly run: (command: () => ReceiveDossierInput) => void;
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly errors: Readonly<Record<string, string>>;
};

/** The PIN is never kept: a body that held one is asked for again after a reload. */
const keptBody = (body: ReceiveDossierInput): string =>
  JSON.stringify(body.confirmation?.by === 'pin' ? { ...body, confirmation: undefined } : body);

export const useReceive = (draft: ReceiveDraft, patch: Patch, onDone: (answer: DossierReceivedAnswer) => void): Receive => {
  const client = useQueryClient();
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: Error }>({ busy: false });
  const send = async (command: () => ReceiveDossierInput) => {
    const kept = draft.sent === undefined ? undefined : (JSON.parse(draft.sent) as ReceiveDossierInput);
    const body = kept ? { ...kept, confirmation: kept.confirmation ?? command().confirmation } : command();
    setState({ busy: true });
    patch({ sent: keptBody(body) });
    try {
      const answer = await act({ path: '/api/desk/dossiers', body, answer: dossierReceivedAnswer, key: draft.key });
      setState({ busy: false });
      for (const queryKey of [['today'], ['find'], ['catalogue']]) void client.invalidateQueries({ queryKey });
      onDone(answer);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      setState({ busy: false, error: failure });
      // refused: nothing was done, so the corrected dossier is a new command
      if (!isUnsettled(failure)) patch({ sent: undefined, key: newId() });
    }
  };
  return {
    run: (command) => {
      if (!state.busy) void send(command);
    },
    busy: state.busy,
    error: state.error,
    errors: fieldErrorsOf(state.error),
  };
};
