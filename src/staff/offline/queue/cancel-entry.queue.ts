import { type EntryCancelled, cancelEntry } from '#core/dossier/cancel-entry.ts';
import { type CancelEntryCommand, cancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { actorOf } from '../acting.ts';
import { endedClock } from '../clock-here.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { changedAnswer } from './return-outcome.queue.ts';

export const cancelEntryQueue: QueueSpec<CancelEntryCommand, DossierView, EntryCancelled> = {
  act: 'cancel-entry', body: cancelEntryCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  load: (acting, _command, target) => findHere(acting, target),
  decide: (acting, command, dossier) => cancelEntry(command, { actor: actorOf(acting), desk: acting.reference.place.desk, dossier }),
  numbers: () => [],
  effect: (acting, _command, view, { hands, state }) => {
    const { now, reference: { place } } = acting;
    const moved = movedView(view, { state, act: 'cancel-entry', hands, now, place, more: { closedAt: now, ...endedClock(acting, view, state) } });
    return { answer: changedAnswer(moved, undefined), dossiers: [moved] };
  },
};
