// A receipt corrected without a line: the code stays, the number was held, the paper names the one it takes the place of.
import { scansOf } from '#core/dossier/check-papers.ts';
import { type ReceiptSuperseded, type SupersedeFacts, supersedeReceipt } from '#core/dossier/supersede-receipt.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { correctedNumber, correctedReceipt, correctedSeries } from '#documents/slips/corrected-receipt.ts';
import { supersededAnswer } from '#wire/answers/superseded-answer.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type SupersedeReceiptCommand, supersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { actorOf } from '../acting.ts';
import { findHere } from '../dossier-here.ts';
import { contentOf, movedView, paperLines } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { receptionFactsAt } from './receive-dossier.queue.ts';
import { changedAnswer } from './return-outcome.queue.ts';

type Facts = Omit<SupersedeFacts, 'dossier'> & { readonly dossier: DossierView };

/** Scans that lie in the dossier are the server's, or come to it with the reception. */
const newScans = ({ papers }: SupersedeReceiptCommand, view: DossierView): readonly string[] => {
  const there = new Set<string>(scansOf(view.papers));
  return scansOf(papers).filter((scan) => !there.has(scan));
};

/** Of the money taken before it stays when it was taken. */
const collectedAt = ({ fees }: DossierView, now: SupersedeFacts['now']) => (feeId: string) =>
  fees.filter((line) => line.feeId === feeId).map((line) => line.collectedAt).filter((at) => at !== undefined).toSorted()[0] ?? now;

const corrected = (
  command: SupersedeReceiptCommand, view: DossierView, { assessed, hands, receivedAt }: ReceiptSuperseded, { now, reference: { place } }: Parameters<typeof actorOf>[0],
): Partial<DossierView> => {
  const later = view.papers.filter((line) => line.roundNo !== 0);
  return {
    ...contentOf({ ...assessed, place, regime: view.regime }, collectedAt(view, now)),
    parties: command.parties, answers: command.answers, receivedAt, hands, due: assessed.due, clock: assessed.clock.clock,
    papers: [...later, ...paperLines(assessed.papers, 0, later)],
  };
};

export const supersedeReceiptQueue: QueueSpec<SupersedeReceiptCommand, Facts, ReceiptSuperseded> = {
  act: 'supersede-receipt', body: supersedeReceiptCommand, onOne: true,
  about: (_command, target) => (target === undefined ? [] : [target]),
  scans: (command, { dossier }) => newScans(command, dossier),
  load: async (acting, command, target) => {
    const dossier = await findHere(acting, target);
    // stored by an older release: what its receipt says besides is not known
    if (dossier?.clock === undefined) return undefined;
    const date = dateOf(command.receivedAt ?? dossier.receivedAt);
    return { ...await receptionFactsAt(acting, command.procedureCode, date, newScans(command, dossier)), actor: actorOf(acting), dossier };
  },
  decide: (_acting, command, facts) => supersedeReceipt(command, facts),
  numbers: (done, _facts, { reference: { place }, now }) => [correctedSeries(done, place, now)].flatMap((series) => (series ? [{ ...series, count: 1 }] : [])),
  effect: (acting, command, { dossier: view }, done, [taken]) => {
    const { now, ports, reference: { place, desk: { origin } } } = acting;
    const old = view.receipt;
    const number = correctedNumber(taken?.number, view);
    const payload = correctedReceipt({
      place, actor: actorOf(acting), decision: done, dossier: view, parties: command.parties, reason: command.reason, now, origin, old, register: view.register,
    }, number);
    const paper = { paperId: ports.newId(), dossierId: view.dossierId, number, payload, supersedesPaperId: old?.paperId };
    const issuedPapers = view.issuedPapers.map((one) => (one.paperId === old?.paperId ? { ...one, supersededAt: now } : one));
    const moved = movedView({ ...view, issuedPapers }, {
      state: view.state, act: 'supersede-receipt', hands: done.hands, now, place, paper,
      more: corrected(command, view, done, acting),
    });
    const answer = { ...changedAnswer(moved, paper.paperId), ...supersededAnswer(done, view, paper.paperId) };
    return {
      answer, paper, dossiers: [moved],
      printed: { code: view.code, paperId: paper.paperId, totalFee: answer.totalFee, ...(answer.due ? { due: answer.due.due } : {}) },
      basis: { procedure: `${done.assessed.procedure.code}@${done.assessed.procedure.version}` },
    };
  },
};
