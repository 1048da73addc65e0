// Which act of the screens the counter can do by itself, by the address it is sent to.
import type { Acting } from '../acting.ts';
import { deskProblem } from '../counter-refusals.ts';
import { type Asked, type Outcome, type QueueSpec, queueAct } from '../queue-act.ts';
import { acceptOutcomeQueue } from '../queue/accept-outcome.queue.ts';
import { acceptPapersQueue } from '../queue/accept-papers.queue.ts';
import { cancelEntryQueue } from '../queue/cancel-entry.queue.ts';
import { certifyCopiesQueue } from '../queue/certify-copies.queue.ts';
import { forwardDossiersQueue } from '../queue/forward-dossiers.queue.ts';
import { giveBackPapersQueue } from '../queue/give-back-papers.queue.ts';
import { giveGuidanceQueue } from '../queue/give-guidance.queue.ts';
import { receiveDossierQueue } from '../queue/receive-dossier.queue.ts';
import { receiveSupplementQueue } from '../queue/receive-supplement.queue.ts';
import { refuseReceptionQueue } from '../queue/refuse-reception.queue.ts';
import { returnOutcomeQueue } from '../queue/return-outcome.queue.ts';
import { supersedeReceiptQueue } from '../queue/supersede-receipt.queue.ts';
import { withdrawDossierQueue } from '../queue/withdraw-dossier.queue.ts';

type Queue = (acting: Acting, asked: Asked) => Promise<Outcome>;
const by = <Body extends object, Facts, Decision>(spec: QueueSpec<Body, Facts, Decision>): Queue => (acting, asked) => queueAct(spec, acting, asked, deskProblem);
/** With its own words, which no other act needs: fetched when a bag is handed over. */
const filledBag: Queue = async (acting, asked) => {
  const { bagProblem, handOverFilledBagQueue } = await import('../queue/hand-over-filled-bag.queue.ts');
  return queueAct(handOverFilledBagQueue, acting, asked, bagProblem);
};

const ROUTES: readonly { readonly path: RegExp; readonly queue: Queue }[] = [
  { path: /^\/api\/desk\/dossiers$/, queue: by(receiveDossierQueue) },
  { path: /^\/api\/desk\/certifications$/, queue: by(certifyCopiesQueue) },
  { path: /^\/api\/desk\/guidance$/, queue: by(giveGuidanceQueue) },
  { path: /^\/api\/desk\/refusals$/, queue: by(refuseReceptionQueue) },
  { path: /^\/api\/desk\/hand-overs$/, queue: by(forwardDossiersQueue) },
  { path: /^\/api\/desk\/bags\/filled$/, queue: filledBag },
  { path: /^\/api\/desk\/incoming\/([^/]+)\/accept$/, queue: by(acceptOutcomeQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/receive-supplement$/, queue: by(receiveSupplementQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/supersede-receipt$/, queue: by(supersedeReceiptQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/return-outcome$/, queue: by(returnOutcomeQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/withdraw$/, queue: by(withdrawDossierQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/accept-papers$/, queue: by(acceptPapersQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/give-back-papers$/, queue: by(giveBackPapersQueue) },
  { path: /^\/api\/desk\/dossiers\/([^/]+)\/cancel-entry$/, queue: by(cancelEntryQueue) },
];

/** Undefined: this needs a line, and the screen says so before any work is put in. */
export const queueFor = (path: string): { readonly queue: Queue; readonly target?: string } | undefined => {
  for (const { path: pattern, queue } of ROUTES) {
    const found = pattern.exec(path);
    if (found) return { queue, ...(found[1] === undefined ? {} : { target: found[1] }) };
  }
  return undefined;
};
