import { type PapersHandedOver, givePapersBack } from '#core/dossier/give-back-papers.ts';
import { keptOf } from '#core/dossier/way-back.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type GiveBackPapersCommand, giveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import { actorOf } from '../acting.ts';
import { endedClock } from '../clock-here.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import { countedOf, givenInto, noteNumber, notePaper } from '../papers-back.ts';
import type { QueueSpec } from '../queue-act.ts';
import { changedAnswer } from './return-outcome.queue.ts';

export const giveBackPapersQueue: QueueSpec<GiveBackPapersCommand, DossierView, PapersHandedOver> = {
  act: 'give-back-papers', body: giveBackPapersCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  load: (acting, _command, target) => findHere(acting, target),
  decide: (acting, command, dossier) => givePapersBack(command, {
    actor: actorOf(acting), desk: acting.reference.place.desk, dossier, kept: keptOf(dossier.papers), place: dossier.papersBack?.place, counted: countedOf(dossier),
  }),
  numbers: (_done, _view, acting) => [noteNumber(acting)],
  effect: (acting, { papersBack }, view, { hands, back: given }, [held]) => {
    const { now, reference: { place } } = acting;
    const { since = now, reason = '', feeNote } = view.papersBack ?? {};
    const back = { hands, taken: papersBack, given };
    const paper = notePaper(acting, view, back, { askedAt: since, reason, feeNote }, held);
    const moved = movedView(view, {
      state: view.state, act: 'give-back-papers', hands, now, place, paper,
      more: { ...endedClock(acting, view, view.state), ...(view.papersBack ? { papersBack: { ...view.papersBack, ...givenInto(now, back) } } : {}) },
    });
    return { answer: changedAnswer(moved, paper.paperId), paper, dossiers: [moved], printed: { paperId: paper.paperId, supersedes: acting.correcting?.supersedes } };
  },
};
