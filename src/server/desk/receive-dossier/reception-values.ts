// The values of the saving statement, in its order. Everything that is JSON travels as text, once.
import { randomUUIDv7 } from 'node:crypto';
import { keptLines } from '#core/custody/dossier-things.ts';
import { paperCountOf } from '#core/dossier/check-papers.ts';
import type { DossierReceived } from '#core/dossier/receive-dossier.ts';
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import { signingNote } from '#core/dossier/signing.ts';
import { nationalStatusOf } from '#core/dossier/state.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import { differingAnswers } from '#core/people/same-person.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import { type SlipPlace, placesAway } from '#documents/slips/desk-place.ts';
import type { DossierReceivedAnswer, ReceiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import type { ActContext, ChainId } from '../../acts/act.ts';
import { bodyAfterSeq } from '../../acts/journal-chain.ts';
import { citizenNoticePayload } from '../../notices/citizen-notice.ts';
import type { ReceiveCall } from './receive-dossier.act.ts';
import type { Marks } from './marks.ts';

/** In the terms of the field: no forms, no scans, no identity numbers. */
export const receptionJournal = (command: ReceiveDossierCommand, received: DossierReceived, code: string, place: SlipPlace) => {
  const { assessed, hands } = received;
  const differs = differingAnswers(command.parties, command.answers).map((warning) => warning.path);
  return {
    code, procedureCode: assessed.procedure.code, procedureVersion: assessed.procedure.version, channel: command.channel,
    regime: command.regime, mode: assessed.transfer.mode, agencyUnitId: assessed.transfer.agencyUnitId,
    places: placesAway(place, assessed.transfer.agencyUnitId), clockStartsAt: assessed.clock.clock.startRule,
    receiverId: hands.receiverId, receiverName: hands.receiverName, assistantId: hands.assistantId, assistantName: hands.assistantName,
    // that it differs and where, never what: the officer received it knowing
    differs: differs.length > 0 ? differs : undefined,
    lateEntry: command.lateEntry, ...signingNote(command.signing),
    dueAt: assessed.due?.due, paperCount: paperCountOf(assessed.papers), totalFee: totalOf(assessed.fees),
  };
};

export const receptionMessages = (command: ReceiveDossierCommand, received: DossierReceived, code: string) => [
  { outboxId: randomUUIDv7(), topic: 'national-portal', payload: { code, at: received.receivedAt, status: nationalStatusOf('received') } },
  {
    outboxId: randomUUIDv7(), topic: 'citizen-notice',
    payload: citizenNoticePayload(command.parties, code, received.receivedAt, { kind: 'received', due: received.assessed.due?.due }),
  },
];

export const receptionValues = (
  context: ActContext, { command, actor, place, origin }: ReceiveCall, received: DossierReceived, contentHash: Buffer,
  marks: Marks, answer: DossierReceivedAnswer,
): readonly unknown[] => {
  const { assessed, hands } = received;
  const { procedure, transfer, papers, fees, due } = assessed;
  const lines = keptLines(papers);
  const chain: ChainId = `desk:${command.deskId}`;
  const { namesFolded, identityNumbers } = searchKeysOf(command.parties);
  const payload = receptionSlip({
    place, actor, assessed, hands, slip: received.slip, parties: command.parties, channel: command.channel,
    returnWish: command.returnWish, setCount: command.setCount, receivedAt: received.receivedAt, issuedAt: context.now,
    origin, posting: command.posting, largePrint: command.largePrint, register: received.register, supersedes: context.offline?.supersedes,
  }, marks);
  const paperNumber = command.posting && received.slip === 'posting-slip' ? command.posting.itemNumber : marks.number;
  const messages = receptionMessages(command, received, marks.code);
  const series = [received.number, ...(received.paperNumber ? [received.paperNumber] : [])];
  return [
    // 1–9: who and where
    context.provinceId, context.commandId, 'receive-dossier', context.fingerprint, command.deskId, context.now, dateOf(received.receivedAt),
    chain, command.dossierId,
    // 10–18: what was decided from memory and must still hold
    procedure.code, procedure.version, contentHash, transfer.validFrom, transfer.agencyUnitId, transfer.mode,
    place.desk.receivingUnitId, place.calendar.working.version, scansOf(command),
    // 19–22: the numbers of the dossier and of its paper
    series.map((s) => s.series), series.map((s) => s.period), received.codePrefix, received.codeIsProvisional,
    // 23–42: the dossier
    procedure.name, command.caseId, command.channel, command.regime,
    command.regime === 'public-post' ? 'postal-service' : transfer.mode, place.desk.postOfficeUnitId,
    JSON.stringify(command.parties), JSON.stringify(command.answers), JSON.stringify(command.returnWish), command.setCount,
    command.batchId ?? null, hands.receiverId, hands.receiverName, hands.assistantId ?? null, hands.assistantName ?? null,
    due?.due ?? null, due ? JSON.stringify(due) : null, assessed.calendarVersion, namesFolded, identityNumbers,
    // 43–48: papers
    papers.map((p) => p.itemId), papers.map((p) => p.name), papers.map((p) => p.form), papers.map((p) => p.count),
    papers.map((p) => p.shownOnly), papers.map((p) => p.scans.join(',')),
    // 49–56: fees
    fees.map((f) => f.feeId), fees.map((f) => f.kind), fees.map((f) => f.name), fees.map((f) => f.quantity),
    fees.map((f) => f.unitAmount), fees.map((f) => f.amount), fees.map((f) => f.exemption ?? null), fees.map((f) => f.collected),
    // 57–63: the paper
    answer.paperId, payload.kind, payload.version, paperNumber, JSON.stringify(payload), marks.number, marks.code,
    // 64–69: journal, messages, answer
    bodyAfterSeq(chain, context, {
      act: 'receive-dossier', dossierId: command.dossierId, data: receptionJournal(command, received, marks.code, place),
    }),
    context.accountId, messages.map((m) => m.outboxId), messages.map((m) => m.topic), messages.map((m) => JSON.stringify(m.payload)),
    JSON.stringify(answer),
    // 70–72: when the citizen came, the sheet of the booklet that says so, and how he signed
    received.receivedAt, command.lateEntry ? JSON.stringify(command.lateEntry) : null,
    command.signing ? JSON.stringify(command.signing) : null,
    // 73–75: the register
    received.register.series, received.register.period, marks.inRegister.order,
    // 76: what the due moment was reckoned from
    JSON.stringify(assessed.clock.clock),
    // 77: and the forms the paper was made by
    place.forms.version,
    // 78: the volume of the register
    marks.inRegister.volume,
    // 79–82: what now lies at the desk, and who took it
    randomUUIDv7(), lines.map(({ lineNo }) => lineNo), lines.reduce((sum, { count }) => sum + count, 0), context.accountName,
  ];
};

const scansOf = (command: ReceiveDossierCommand): readonly string[] => [...new Set(command.papers.flatMap((paper) => paper.scans))];
