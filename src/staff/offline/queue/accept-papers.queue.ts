// What the agency sent back is counted without a line against the record that was announced: what came may be given at once.
import { type PapersAccepted, acceptPapersBack } from '#core/dossier/accept-papers.ts';
import { keptOf } from '#core/dossier/way-back.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type AcceptPapersCommand, acceptPapersCommand } from '#wire/give-back-papers.wire.ts';
import { actorOf } from '../acting.ts';
import { endedClock } from '../clock-here.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { changedAnswer } from './return-outcome.queue.ts';

export const acceptPapersQueue: QueueSpec<AcceptPapersCommand, DossierView, PapersAccepted> = {
  act: 'accept-papers-back', body: acceptPapersCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  load: (acting, _command, target) => findHere(acting, target),
  decide: (acting, command, dossier) => acceptPapersBack(command, {
    actor: actorOf(acting), desk: acting.reference.place.desk, dossier, kept: keptOf(dossier.papers), place: dossier.papersBack?.place,
  }),
  numbers: () => [],
  effect: (acting, _command, view, { hands, place: papersAt, differences }) => {
    const { now, reference: { place } } = acting;
    const arrived = { place: papersAt, arrivedAt: now, arrivedByName: hands.receiverName, differences: [...differences] };
    const moved = movedView(view, {
      state: view.state, act: 'accept-papers-back', hands, now, place,
      more: { ...endedClock(acting, view, view.state), ...(view.papersBack ? { papersBack: { ...view.papersBack, ...arrived } } : {}) },
    });
    return { answer: changedAnswer(moved, undefined), dossiers: [moved] };
  },
};
