import { type DossierWithdrawn, withdrawDossier } from '#core/dossier/withdraw-dossier.ts';
import { keptOf } from '#core/dossier/way-back.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type WithdrawDossierCommand, withdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import { actorOf } from '../acting.ts';
import { endedClock } from '../clock-here.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import { givenInto, noteNumber, notePaper } from '../papers-back.ts';
import type { QueueSpec } from '../queue-act.ts';
import { changedAnswer } from './return-outcome.queue.ts';

const STRUCK = 'Công dân rút hồ sơ';

/** Counted into the asker's hands in the same moment. */
const backNow = ({ papersBack }: WithdrawDossierCommand, { hands, papers }: DossierWithdrawn) =>
  (papers.at === 'given-back' && papersBack ? { hands, taken: papersBack, given: papers.back } : undefined);

/** Whoever worked on it has nothing left to do, and who counts the bag it travels in finds it struck from the record. */
const closed = ({ steps, handOvers }: DossierView, now: DossierView['now']): Pick<DossierView, 'steps' | 'handOvers'> => ({
  steps: steps.map((step) => (step.finishedAt === undefined ? { ...step, finishedAt: now, note: STRUCK } : step)),
  handOvers: handOvers.map((line) => (line.result === undefined ? { ...line, result: 'rejected', note: STRUCK } : line)),
});

export const withdrawDossierQueue: QueueSpec<WithdrawDossierCommand, DossierView, DossierWithdrawn> = {
  act: 'withdraw-dossier', body: withdrawDossierCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  load: (acting, _command, target) => findHere(acting, target),
  decide: (acting, command, dossier) => withdrawDossier(command, { actor: actorOf(acting), desk: acting.reference.place.desk, dossier, kept: keptOf(dossier.papers) }),
  numbers: (done, _view, acting, command) => (backNow(command, done) ? [noteNumber(acting)] : []),
  effect: (acting, command, view, done, [held]) => {
    const { now, reference: { place } } = acting;
    const { reason, feeNote } = command;
    const back = backNow(command, done);
    const paper = back && notePaper(acting, view, back, { askedAt: now, reason, feeNote }, held);
    const moved = movedView(view, {
      state: 'withdrawn', act: 'withdraw-dossier', hands: done.hands, now, place, paper,
      more: {
        closedAt: now, ...endedClock(acting, view, 'withdrawn'), ...closed(view, now),
        papersBack: { cause: 'withdrawn', since: now, reason, askerName: done.askerName, feeNote, place: done.papers.at, ...(back ? givenInto(now, back) : {}) },
      },
    });
    return { answer: changedAnswer(moved, paper?.paperId), paper, dossiers: [moved], ...(paper ? { printed: { paperId: paper.paperId, supersedes: acting.correcting?.supersedes } } : {}) };
  },
};
