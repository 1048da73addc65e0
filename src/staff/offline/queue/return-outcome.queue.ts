import { type OutcomeReturned, returnOutcome } from '#core/dossier/return-outcome.ts';
import { returnNotePaper } from '#documents/slips/return-note.ts';
import type { DossierChanged } from '#wire/dossier-parts.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type ReturnOutcomeCommand, returnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import { actorOf } from '../acting.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { unknownScans } from '../unknown-scans.ts';

type Facts = { readonly view: DossierView; readonly missing: readonly string[] };

const scansIn = ({ signature, receiver }: ReturnOutcomeCommand): readonly string[] =>
  [signature, receiver.authorisation?.scan].filter((scan) => scan !== undefined);

/** What an act on one dossier answers. */
export const changedAnswer = ({ dossierId, code, state, status, revision, now }: DossierView, paperId: string | undefined): DossierChanged =>
  ({ dossierId, code, state, status, revision, at: now, ...(paperId === undefined ? {} : { paperId }) });

export const returnOutcomeQueue: QueueSpec<ReturnOutcomeCommand, Facts, OutcomeReturned> = {
  act: 'return-outcome', body: returnOutcomeCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  scans: scansIn,
  load: async (acting, command, target) => {
    const view = await findHere(acting, target);
    return view && { view, missing: await unknownScans(acting.stored.db, scansIn(command)) };
  },
  decide: (acting, command, { view, missing }) => returnOutcome(command, {
    now: acting.now, actor: actorOf(acting), desk: acting.reference.place.desk, dossier: view, unknownScans: missing,
    unpaid: view.fees.filter((line) => !line.collected && line.amount > 0).map(({ lineNo, name, amount }) => ({ lineNo, name, amount })),
  }),
  numbers: () => [],
  effect: (acting, command, { view }, decision) => {
    const { now, ports, reference: { place } } = acting;
    const payload = returnNotePaper(command, decision, { ...view, procedureName: view.procedure.name }, place, actorOf(acting), now);
    const paper = payload && { paperId: ports.newId(), dossierId: view.dossierId, payload };
    const { receiver, receiptShown, lostReceiptNote, recalledPapers, originalsReturned, signature, signing } = command;
    const moved = movedView(view, {
      state: 'returned', act: 'return-outcome', hands: decision.hands, now, place, paper,
      more: {
        closedAt: now,
        fees: view.fees.map((line) => (decision.collectedFeeLines.includes(line.lineNo) ? { ...line, collected: true, collectedAt: now } : line)),
        returned: {
          at: now, byName: decision.hands.receiverName, assistantName: decision.hands.assistantName, receiver, receiptShown, lostReceiptNote,
          recalledPapers, originalsReturned, signature, signing,
        },
      },
    });
    return { answer: changedAnswer(moved, paper?.paperId), paper, dossiers: [moved], ...(paper ? { printed: { paperId: paper.paperId } } : {}) };
  },
};
