// A bag of outcomes counted without a line against the record that was announced: what is in it may be handed out at once.
import { type OutcomeAccepted, acceptOutcome } from '#core/dossier/accept-outcome.ts';
import { type AcceptOutcomeCommand, type OutcomeAcceptedAnswer, acceptOutcomeCommand } from '#wire/accept-outcome.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { actorOf } from '../acting.ts';
import { withModeToday } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { openDossier } from '../store.ts';

type Facts = { readonly handOverId: string; readonly dossiers: readonly DossierView[] };

const countedIn = ({ received, rejected }: AcceptOutcomeCommand): readonly string[] => [...received, ...rejected.map((line) => line.dossierId)];
const lineOf = ({ handOvers }: DossierView, handOverId: string) => handOvers.find((line) => line.handOverId === handOverId && line.direction === 'to-desk');

export const acceptOutcomeQueue: QueueSpec<AcceptOutcomeCommand, Facts, OutcomeAccepted> = {
  act: 'accept-outcome', body: acceptOutcomeCommand, onOne: false, onRecord: true,
  about: countedIn,
  load: async ({ stored, reference, now }, command, handOverId) => {
    if (handOverId === undefined) return undefined;
    const named = new Set(countedIn(command));
    const rows = await stored.db.dossiers.filter((row) => row.state === 'outcome-sent' || named.has(row.dossierId)).toArray();
    const views = (await Promise.all(rows.map((row) => openDossier(stored, row))))
      .filter((view) => view.deskId === reference.place.desk.deskId && lineOf(view, handOverId) !== undefined);
    return views.length === 0 ? undefined : { handOverId, dossiers: views.map((view) => withModeToday(reference, view, now)) };
  },
  decide: (acting, command, { handOverId, dossiers }) => acceptOutcome(command, {
    actor: actorOf(acting), desk: acting.reference.place.desk,
    lines: dossiers.map((view) => ({ ...view, result: lineOf(view, handOverId)?.result, lastOutcome: view.outcomes.at(-1)?.kind ?? 'outcome' })),
  }),
  numbers: () => [],
  effect: ({ now, clerk, reference: { place } }, _command, { handOverId, dossiers }, { hands, lines, open }) => {
    const moved = lines.flatMap(({ dossierId, state, result, note }) => {
      const view = dossiers.find((one) => one.dossierId === dossierId);
      if (!view) return [];
      const counted = { result, note, ...(open === 0 ? { receivedAt: now, receivedByName: clerk.fullName } : {}) };
      return [movedView(view, {
        state, act: 'accept-outcome', hands, now, place,
        more: { handOvers: view.handOvers.map((line) => (line === lineOf(view, handOverId) ? { ...line, ...counted } : line)) },
      })];
    });
    const of = (which: 'received' | 'rejected'): OutcomeAcceptedAnswer['received'] =>
      lines.filter(({ result }) => result === which).map(({ dossierId, code }) => ({ dossierId, code }));
    const answer: OutcomeAcceptedAnswer = { handOverId, at: now, received: of('received'), rejected: of('rejected'), open };
    return { answer, dossiers: moved };
  },
};
