// The values of the fast path's statement, in its order.
import { randomUUIDv7 } from 'node:crypto';
import { keptLines } from '#core/custody/dossier-things.ts';
import type { CopiesCertified } from '#core/dossier/certify-copies.ts';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import { nationalStatusOf } from '#core/dossier/state.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { bookNameOf } from '#core/numbering/series.ts';
import { certificationCase, certificationSlip, certifiedPapers } from '#documents/slips/certification-slip.ts';
import { requesterOf } from '#wire/answers/certification-answer.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import type { ActContext, ChainId } from '../../acts/act.ts';
import { bodyAfterSeq } from '../../acts/journal-chain.ts';
import type { Marks } from '../receive-dossier/marks.ts';
import { handsOf } from '../save/desk-act.ts';
import type { CertifyCall } from './certify-copies.act.ts';

export const signedBy = (signer: CopiesCertified['signer']): string | undefined => signer && `${signer.name}, ${signer.title}`;

export const certificationValues = (
  context: ActContext, { command, actor, place, origin }: CertifyCall, done: CopiesCertified, contentHash: Buffer, marks: Marks,
  answer: CopiesCertifiedAnswer,
): readonly unknown[] => {
  const { procedure, transfer, hands, lines, fees, due, clock } = done;
  const chain: ChainId = `desk:${command.deskId}`;
  const parties = requesterOf(command, place);
  const returnWish: ReturnWish = { kind: 'at-desk', deskId: command.deskId };
  const procedureCase = certificationCase(done);
  const payload = answer.paperId === undefined ? undefined : certificationSlip(done, { place, actor, parties, issuedAt: context.now, origin }, marks);
  const { namesFolded, identityNumbers } = searchKeysOf(parties);
  const series = [done.number, ...(done.paperNumber ? [done.paperNumber] : [])];
  const kept = command.resolvedNow ? [] : keptLines(certifiedPapers(lines));
  // the book's numbers for copies done now, the register's for an appointment
  const book = done.book ?? done.register;
  const bookName = done.book && bookNameOf(done.book, marks.inRegister.volume);
  return [
    // 1–9: who and where
    context.provinceId, context.commandId, 'resolve-at-desk', context.fingerprint, command.deskId, context.now, dateOf(done.receivedAt),
    chain, command.dossierId,
    // 10–18: what was decided from memory and must still hold
    procedure.code, procedure.version, contentHash, transfer.validFrom, transfer.agencyUnitId, transfer.mode,
    place.desk.receivingUnitId, place.calendar.working.version, [...new Set(lines.flatMap((line) => line.scans))],
    // 19–22: the numbers
    series.map((s) => s.series), series.map((s) => s.period), done.book ? lines.length : 1, done.codePrefix,
    // 23–38: the dossier
    procedure.name, procedureCase.caseId, place.desk.postOfficeUnitId, JSON.stringify(parties), JSON.stringify(returnWish), command.batchId ?? null,
    hands.receiverId, hands.receiverName, hands.assistantId ?? null, hands.assistantName ?? null, done.state,
    command.resolvedNow ? null : due?.due, command.resolvedNow ? null : JSON.stringify(due), clock.calendar, namesFolded, identityNumbers,
    // 39–50: papers, fees, entries of the book
    lines.map((l) => l.paperName), lines.map((l) => l.copies), lines.map((l) => l.scans.join(',')), fees[0]?.feeId ?? 'page', command.collected,
    fees.map((f) => f.name), fees.map((f) => f.quantity), fees.map((f) => f.unitAmount), fees.map((f) => f.amount),
    bookName ?? null, command.requester.fullName, lines.map((l) => l.pages),
    // 51–56: the receipt, when there is one
    answer.paperId ?? null, payload?.kind ?? null, payload?.version ?? null, payload ? JSON.stringify(payload) : null, marks.number, marks.code,
    // 57–61: journal, message, answer
    bodyAfterSeq(chain, context, {
      act: 'resolve-at-desk', dossierId: command.dossierId,
      data: {
        code: marks.code, ...handsOf(hands), procedureCode: procedure.code, procedureVersion: procedure.version, state: done.state,
        book: bookName, signedBy: signedBy(done.signer), papers: lines.map(({ paperName, pages, copies }) => ({ paperName, pages, copies })), totalFee: done.totalFee,
        lateEntry: command.lateEntry,
      },
    }),
    context.accountId, randomUUIDv7(),
    JSON.stringify({ code: marks.code, at: done.receivedAt, status: nationalStatusOf(done.state) }), JSON.stringify(answer),
    // 62: what the due moment was reckoned from; what is resolved at once has no clock
    command.resolvedNow ? null : JSON.stringify(clock),
    // 63–66: the book and the register
    book?.series, book?.period, done.register !== undefined, marks.inRegister.order,
    // 67–68: when the citizen stood there, and the sheet of the booklet
    done.receivedAt, command.lateEntry ? JSON.stringify(command.lateEntry) : null,
    // 69: the forms the receipt was made by
    place.forms.version,
    // 70: the volume of the book or the register
    marks.inRegister.volume,
    // 71–74: what stays at the desk until the appointment, and who took it
    randomUUIDv7(), kept.map(({ lineNo }) => lineNo), kept.reduce((sum, { count }) => sum + count, 0), context.accountName,
    // 75–77: who signed
    done.signer?.accountId ?? null, done.signer?.name ?? null, done.signer?.title ?? null,
  ];
};
