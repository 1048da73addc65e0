// An act on one dossier at the desk: its revision, who confirms, and what to read anew afterwards.
import { type DossierAct } from '#core/dossier/life.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { z } from 'zod';
import { useMe } from '../../api/session.ts';
import { findStandIn } from '../../api/stand-in.ts';
import { useAct } from '../../api/use-act.ts';
import { type ConfirmationState, useConfirmation } from '../confirmation.tsx';

export const useDeskAct = <Answer>(
  view: DossierView,
  act: DossierAct,
  path: string,
  answer: z.ZodType<Answer, unknown>,
  onDone: (answer: Answer) => void,
) => {
  const me = useMe();
  // something on this dossier waits here: what comes after it is done here too
  const confirmation: ConfirmationState = useConfirmation(me, act, view.mode, findStandIn()?.mustWait(view.dossierId) === true);
  const sending = useAct(
    (body: object) => ({
      path: `/api/desk/dossiers/${view.dossierId}/${path}`,
      answer,
      body: { deskId: view.deskId, revision: view.revision, confirmation: confirmation.value, ...body },
    }),
    { refresh: [['dossier', view.dossierId], ['today'], ['find']], onDone },
  );
  return {
    me, confirmation, ...sending,
    errors: { ...confirmation.errors, ...sending.errors },
    run: async (body: object) => (confirmation.demand() ? sending.run(body) : undefined),
  };
};
