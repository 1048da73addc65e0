// Sending the reception. Once sent without an answer, the same body and key go again, and nothing else: to the server
// for a while by itself, then, on a counter that can, here when the clerk says so.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type DossierReceivedAnswer, dossierReceivedAnswer, type ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { act } from '../../api/request.ts';
import { findStandIn } from '../../api/stand-in.ts';
import { newId } from '../../api/new-id.ts';
import { fieldErrorsOf, isUnsettled } from '../../api/problem.ts';
import { toast } from '../../design/toast.tsx';
import { clientOf, type ReceiveDraft } from './draft.ts';
import type { Patch } from './use-draft.ts';

export type Receive = {
  readonly run: (command: () => ReceiveDossierInput, by?: 'server' | 'counter') => void;
  readonly busy: boolean;
  /** The server is being asked again whether it has it. */
  readonly asking: boolean;
  readonly error: Error | undefined;
  readonly errors: Readonly<Record<string, string>>;
};

/** The PIN is never kept: a body that held one is asked for again after a reload. */
const keptBody = (body: ReceiveDossierInput): string =>
  JSON.stringify(body.confirmation?.by === 'pin' ? { ...body, confirmation: undefined } : body);

/** A short cut of the line heals meanwhile; a longer one is the clerk's to decide on. */
const ASKED_AGAIN = [1_000, 2_000, 4_000] as const;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export const useReceive = (draft: ReceiveDraft, patch: Patch, onDone: (answer: DossierReceivedAnswer) => void): Receive => {
  const client = useQueryClient();
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => { isLeft.current = true; };
  }, []);
  const [state, setState] = useState<{ readonly busy: boolean; readonly asking?: boolean; readonly error?: Error }>({ busy: false });
  const perform = async (body: ReceiveDossierInput, by: 'server' | 'counter' | undefined): Promise<DossierReceivedAnswer> => {
    const request = { path: '/api/desk/dossiers', body, answer: dossierReceivedAnswer, key: draft.key, unsettled: draft.sent !== undefined, corrects: draft.corrects?.commandId };
    const waits = by === 'counter' || !findStandIn() ? [] : ASKED_AGAIN;
    for (let tried = 0; ; tried += 1) {
      try {
        return await act({ ...request, by: draft.corrects ? 'counter' : tried === 0 ? by : 'server' });
      } catch (error) {
        const wait = waits[tried];
        if (!isUnsettled(error) || wait === undefined) throw error;
        setState({ busy: true, asking: true });
        await pause(wait);
      }
    }
  };
  const send = async (command: () => ReceiveDossierInput, by: 'server' | 'counter' | undefined) => {
    const kept = draft.sent === undefined ? undefined : (JSON.parse(draft.sent) as ReceiveDossierInput);
    const confirmed = by === 'counter' ? command().confirmation : (kept?.confirmation ?? command().confirmation);
    const body = kept ? { ...kept, confirmation: confirmed } : command();
    setState({ busy: true });
    patch({ sent: keptBody(body) });
    try {
      const answer = await perform(body, by);
      setState({ busy: false });
      for (const queryKey of [['today'], ['find'], ['catalogue']]) void client.invalidateQueries({ queryKey });
      // the next client is being served: the draft stays until its paper was asked for
      if (isLeft.current) return toast(`Máy chủ đã nhận hồ sơ của ${clientOf(draft)}, mã ${answer.code}. Mở lại hồ sơ nháp đó rồi hỏi lại để in giấy hẹn.`);
      return onDone(answer);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      setState({ busy: false, error: failure });
      if (isUnsettled(failure)) return undefined;
      // refused: nothing was done, so the corrected dossier is a new command
      patch({ sent: undefined, key: newId() });
      return isLeft.current ? toast(`Hồ sơ của ${clientOf(draft)} chưa được nhận: ${failure.message} Mở lại hồ sơ nháp đó để sửa.`, 'red') : undefined;
    }
  };
  return {
    run: (command, by) => {
      if (!state.busy) void send(command, by);
    },
    busy: state.busy,
    asking: state.asking ?? false,
    error: state.error,
    errors: fieldErrorsOf(state.error),
  };
};
