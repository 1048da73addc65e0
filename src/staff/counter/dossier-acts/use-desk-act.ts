// An act on one dossier at the desk: its revision, who confirms, and what to read anew afterwards.
import { type DossierAct } from '#core/dossier/life.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { z } from 'zod';
import { useContext } from 'react';
import { useMe } from '../../api/session.ts';
import { findStandIn } from '../../api/stand-in.ts';
import { useAct } from '../../api/use-act.ts';
import { type ConfirmationState, useConfirmation } from '../confirmation.tsx';
import { PuttingRight, correctsOf, errorsBefore } from '../put-right/putting-right.ts';

export const useDeskAct = <Answer>(
  view: DossierView,
  act: DossierAct,
  path: string,
  answer: z.ZodType<Answer, unknown>,
  onDone: (answer: Answer) => void,
) => {
  const me = useMe();
  const before = useContext(PuttingRight);
  const again = before?.act === act ? before : undefined;
  // something on this dossier waits here: what comes after it is done here too, as what puts right an act that was made here
  const confirmation: ConfirmationState = useConfirmation(me, act, view.mode, again !== undefined || findStandIn()?.mustWait(view.dossierId) === true);
  const sending = useAct(
    (body: object) => ({
      path: `/api/desk/dossiers/${view.dossierId}/${path}`,
      answer,
      ...correctsOf(again),
      body: { deskId: view.deskId, revision: view.revision, confirmation: confirmation.value, ...body },
    }),
    { refresh: [['dossier', view.dossierId], ['today'], ['find'], ['counter-queue']], onDone },
  );
  return {
    me, confirmation, ...sending,
    errors: { ...errorsBefore(again), ...confirmation.errors, ...sending.errors },
    run: async (body: object) => (confirmation.demand() ? sending.run(body) : undefined),
  };
};
