// What the agency asked for is brought to a counter without a line: its clock goes on as it would at the server, from
// the events and calendars that lie here, and the new appointment told to the citizen goes with the command.
import { scansOf } from '#core/dossier/check-papers.ts';
import { type SupplementReceived, receiveSupplement } from '#core/dossier/receive-supplement.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type ReceiveSupplementCommand, receiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import { actorOf } from '../acting.ts';
import { type ClockHere, clockHere } from '../clock-here.ts';
import { findHere } from '../dossier-here.ts';
import { movedView, paperLines } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { unknownScans } from '../unknown-scans.ts';
import { changedAnswer } from './return-outcome.queue.ts';

type Facts = ClockHere & { readonly view: DossierView; readonly missing: readonly string[] };

/** The one list that is open. */
const askedIn = ({ supplementRequests }: DossierView) => supplementRequests.findLast((request) => request.answeredAt === undefined);

export const receiveSupplementQueue: QueueSpec<ReceiveSupplementCommand, Facts, SupplementReceived> = {
  act: 'receive-supplement', body: receiveSupplementCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  scans: ({ papers }) => scansOf(papers),
  load: async (acting, { papers }, target) => {
    const view = await findHere(acting, target);
    const kept = view && clockHere(acting.reference, view);
    return kept && { ...kept, view, missing: await unknownScans(acting.stored.db, scansOf(papers)) };
  },
  decide: (acting, command, { view, clock, missing }) => {
    const asked = askedIn(view) ?? { requestNo: 0, askedAt: acting.now, items: [] };
    return receiveSupplement(command, {
      now: acting.now, actor: actorOf(acting), desk: acting.reference.place.desk, unknownScans: missing, procedure: view.procedure, dossier: view, clock, asked,
      broughtBefore: view.papers.filter((paper) => paper.roundNo === asked.requestNo),
    });
  },
  numbers: () => [],
  effect: ({ now, reference: { place } }, command, { view }, { hands, papers, complete, clock, due }) => {
    const asked = askedIn(view);
    const moved = movedView(view, {
      state: complete ? 'in-process' : 'supplement-asked', act: 'receive-supplement', hands, now, place,
      more: {
        papers: [...view.papers, ...paperLines(papers, asked?.requestNo ?? 0, view.papers)],
        ...(command.answers ? { answers: command.answers } : {}),
        ...(clock ? { clock: clock.clock } : {}), ...(clock?.reading ? { due: clock.reading } : {}),
        ...(complete ? { supplementRequests: view.supplementRequests.map((request) => (request === asked ? { ...request, answeredAt: now } : request)) } : {}),
      },
    });
    return {
      answer: { ...changedAnswer(moved, undefined), complete, ...(due ? { due } : {}) }, dossiers: [moved], ...(due ? { printed: { due: due.due } } : {}),
    };
  },
};
