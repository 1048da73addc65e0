// Copies certified without a line, in a transaction of several statements: the counter held the numbers of the book.
import type { Pool, PoolClient } from 'pg';
import { NO_CHANGE } from '#core/custody/change.ts';
import { keptLines, papersCame } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type CertifyRefusal, type CopiesCertified, certifyCopies } from '#core/dossier/certify-copies.ts';
import type { ActRefused } from '#core/dossier/life.ts';
import { nationalStatusOf } from '#core/dossier/state.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { refuse } from '#core/kernel/result.ts';
import { bookNameOf, certificationSeries } from '#core/numbering/series.ts';
import { certifiedAsPrinted } from '#core/offline/keep-printed.ts';
import { certificationCase, certificationSlip, certifiedPapers } from '#documents/slips/certification-slip.ts';
import { certificationAnswer, requesterOf } from '#wire/answers/certification-answer.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { Act, ActContext } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import { insertReceived } from '../receive-dossier/insert-received.sql.ts';
import { type CachedReceiveFacts, receiveFactsOf } from '../receive-dossier/receive-dossier.act.ts';
import { findEnteredAs, findExisting, isSeriesClosed } from '../receive-dossier/receive-dossier.sql.ts';
import { findVolume, insertRegisterEntry, takeOrderNumber } from '../receive-dossier/receive-filed.sql.ts';
import { handsOf } from '../save/desk-act.ts';
import { insertFees, insertIssuedPaper, insertPapers, newPaperId, takeNumber, takeNumbers } from '../save/desk-save.sql.ts';
import type { CertifyCall } from './certify-copies.act.ts';
import { insertCertified } from './certify-in-steps.sql.ts';
import { signedBy } from './certification-values.ts';

type Facts = CachedReceiveFacts & { readonly bookClosed: boolean };
const digits = (number: number, least: number): string => String(number).padStart(least, '0');

/** Of the book for copies done now, of the register for an appointment: always before the dossier's own. */
type BookNumbers = { readonly inBook: readonly number[]; readonly bookName?: string; readonly entry?: { readonly order: number; readonly volume: number } };
const takeBookNumbers = async (db: PoolClient, context: ActContext, done: CopiesCertified): Promise<BookNumbers> => {
  if (!done.book) return { inBook: [], entry: done.register && await takeOrderNumber(db, context.provinceId, done.register) };
  const inBook = await takeNumbers(db, context, done.book, done.lines.length);
  // no volume is closed while a number of it is out with a counter: all stand in one
  return { inBook, bookName: bookNameOf(done.book, await findVolume(db, context.provinceId, done.book, inBook[0] ?? 1)) };
};

const certificationJournal = (command: CertifyCall['command'], done: CopiesCertified, code: string, bookName: string | undefined) => ({
  code, ...handsOf(done.hands), procedureCode: done.procedure.code, procedureVersion: done.procedure.version, state: done.state, book: bookName,
  signedBy: signedBy(done.signer), papers: done.lines.map(({ paperName, pages, copies }) => ({ paperName, pages, copies })), totalFee: done.totalFee, lateEntry: command.lateEntry,
});

export const certifyLeasedAct = (
  pool: Pool, facts: DeskFacts,
): Act<CertifyCall, Facts, CopiesCertified, CertifyRefusal | ActRefused, CopiesCertifiedAnswer> => ({
  name: 'resolve-at-desk',
  load: async (db, context, call) => {
    const { deskId, dossierId, lines, lateEntry } = call.command;
    const { provinceId, now } = context;
    const known = await receiveFactsOf(pool, facts, call, context, scansOf(lines), { again: 'read-again', db });
    const filed = await findExisting(db, provinceId, dossierId);
    const book = known?.transfer && certificationSeries('SCT/BS', known.transfer.agencyUnitId, dateOf(lateEntry?.receivedAt ?? now));
    const enteredAs = lateEntry && await findEnteredAs(db, provinceId, deskId, lateEntry);
    const bookClosed = book !== undefined && await isSeriesClosed(db, provinceId, book);
    return known && (filed === undefined || filed.deskId === deskId) ? { ...known, filed, enteredAs, bookClosed } : undefined;
  },
  decide: ({ command }, known, { offline }) => {
    if (known.filed) return refuse({ kind: 'act-not-possible', act: 'resolve-at-desk', state: known.filed.state });
    const done = certifyCopies(command, { ...known, signers: known.place.signers });
    return done.ok ? { ok: true, value: certifiedAsPrinted(done.value, offline?.printedDue) } : done;
  },
  save: async (db, context, { command, actor, origin }, done, { place }) => {
    const { provinceId, now } = context;
    const { procedure, transfer, hands, lines, fees, receivedAt, clock } = done;
    const parties = requesterOf(command, place);
    const { inBook, bookName, entry } = await takeBookNumbers(db, context, done);
    const own = digits(await takeNumber(db, context, done.number), 4);
    const number = done.paperNumber ? digits(await takeNumber(db, context, done.paperNumber), 4) : own;
    const code = `${done.codePrefix}${own}`;
    await insertReceived(db, provinceId, {
      dossierId: command.dossierId, code, codeIsProvisional: false, procedure, caseId: certificationCase(done).caseId, channel: 'counter', regime: 'one-stop',
      desk: place.desk, transfer, parties, answers: {}, returnWish: { kind: 'at-desk', deskId: command.deskId }, setCount: 1, batchId: command.batchId, hands,
      state: done.state, receivedAt, closedAt: command.resolvedNow ? receivedAt : undefined, calendarVersion: clock.calendar, lateEntry: command.lateEntry,
      ...(command.resolvedNow ? {} : { due: done.due, clock }),
    });
    await insertPapers(db, provinceId, command.dossierId, 0, certifiedPapers(lines));
    await insertFees(db, provinceId, command.dossierId, receivedAt, fees);
    if (bookName !== undefined) await insertCertified(db, provinceId, command.dossierId, transfer.agencyUnitId, bookName, inBook, done, command.requester.fullName);
    const payload = certificationSlip(done, { place, actor, parties, issuedAt: now, origin, supersedes: context.offline?.supersedes }, { code, number, inRegister: entry && { order: digits(entry.order, 2), volume: entry.volume } });
    const paperId = payload && newPaperId(context);
    if (done.register && entry) await insertRegisterEntry(db, provinceId, command.deskId, done.register.period, entry.order, command.dossierId, now);
    if (payload && paperId) await insertIssuedPaper(db, provinceId, command.deskId, { paperId, dossierId: command.dossierId, number, payload }, now, hands.receiverId);
    const answer = certificationAnswer(command, done, now, code, paperId);
    return {
      answer: bookName !== undefined ? { ...answer, lines: answer.lines.map((line, index) => ({ ...line, book: bookName, number: inBook[index] })) } : answer,
      chain: `desk:${command.deskId}`,
      journal: [{ act: 'resolve-at-desk', dossierId: command.dossierId, data: certificationJournal(command, done, code, bookName) }],
      custody: command.resolvedNow ? NO_CHANGE
        : papersCame({ dossierId: command.dossierId, roundNo: 0, lines: keptLines(certifiedPapers(lines)) }, atDesk(command.deskId), custodyStamp(context, receivedAt)),
      outbox: [{
        outboxId: randomUUIDv7(), topic: 'national-portal', dossierId: command.dossierId, payload: { code, at: receivedAt, status: nationalStatusOf(done.state) },
      }],
    };
  },
});
