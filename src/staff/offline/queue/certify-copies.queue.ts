// Copies certified without a line: the numbers of the book were held, one for each kind of paper, following each other.
import { type CopiesCertified, certifyCopies } from '#core/dossier/certify-copies.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import type { ReceiveFacts } from '#core/dossier/receive-dossier.ts';
import { refuse } from '#core/kernel/result.ts';
import { bookNameOf } from '#core/numbering/series.ts';
import { certificationCase, certificationSlip, certifiedPapers } from '#documents/slips/certification-slip.ts';
import { certificationAnswer, requesterOf } from '#wire/answers/certification-answer.ts';
import { type CertifyCopiesCommand, certifyCopiesCommand } from '#wire/certify-copies.wire.ts';
import { actorOf } from '../acting.ts';
import { newView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { receiveFactsAt } from './receive-dossier.queue.ts';

export const certifyCopiesQueue: QueueSpec<CertifyCopiesCommand, ReceiveFacts, CopiesCertified> = {
  act: 'certify-copies', body: certifyCopiesCommand, onOne: true,
  about: (command) => [command.dossierId],
  scans: (command) => scansOf(command.lines),
  load: (acting, command) => receiveFactsAt(acting, command, scansOf(command.lines)),
  decide: ({ reference }, command, facts) => facts.filed
    ? refuse({ kind: 'act-not-possible', act: 'resolve-at-desk', state: facts.filed.state })
    : certifyCopies(command, { ...facts, signers: reference.desk.signers }),
  // in the order in which the server takes them: the book's, the dossier's, the paper's
  numbers: (done) => [
    ...(done.book ? [{ ...done.book, count: done.lines.length }] : []), { ...done.number, count: 1 },
    ...(done.paperNumber ? [{ ...done.paperNumber, count: 1 }] : []),
  ],
  effect: (acting, command, _facts, done, taken) => {
    const { now, reference: { place, desk: { origin } }, ports } = acting;
    const { book } = done;
    const inBook = book ? done.lines.length : 0;
    const bookName = book && bookNameOf(book, taken[0]?.volume ?? 1);
    const digits = (index: number): string => String(taken[index]?.number ?? 0).padStart(4, '0');
    const code = `${done.codePrefix}${digits(inBook)}`;
    const number = done.paperNumber ? digits(inBook + 1) : digits(inBook);
    const paperId = ports.newId();
    const parties = requesterOf(command, place);
    const payload = certificationSlip(done, { place, actor: actorOf(acting), parties, issuedAt: now, origin, supersedes: acting.correcting?.supersedes }, { code, number });
    const paper = payload && { paperId, dossierId: command.dossierId, number, payload };
    const plain = certificationAnswer(command, done, now, code, paper?.paperId);
    const answer = { ...plain, lines: plain.lines.map((line, index) => (book ? { ...line, number: taken[index]?.number, book: bookName } : line)) };
    return {
      answer, paper,
      printed: { code: answer.code, paperId, supersedes: acting.correcting?.supersedes, totalFee: done.totalFee, ...(command.resolvedNow || !done.due ? {} : { due: done.due.due }) },
      basis: { procedure: `${done.procedure.code}@${done.procedure.version}` },
      dossiers: [newView({
        dossierId: command.dossierId, code: answer.code, codeIsProvisional: false, state: done.state, revision: 1, now, place,
        procedure: done.procedure, procedureCase: certificationCase(done), transfer: done.transfer, channel: 'counter', regime: 'one-stop',
        parties, answers: {}, setCount: 1, returnWish: { kind: 'at-desk', deskId: command.deskId }, receivedAt: done.receivedAt,
        batchId: command.batchId, lateEntry: command.lateEntry, signing: undefined, hands: done.hands, papers: certifiedPapers(done.lines),
        fees: done.fees, ...(command.resolvedNow ? {} : { due: done.due, clock: done.clock }), paper, act: 'resolve-at-desk',
        certifications: bookName === undefined ? [] : done.lines.map(({ paperName, pages, copies, fee }, index) =>
          ({ paperName, pages, copies, fee, number: taken[index]?.number ?? 0, book: bookName, certifiedAt: done.receivedAt })),
      })],
    };
  },
};
