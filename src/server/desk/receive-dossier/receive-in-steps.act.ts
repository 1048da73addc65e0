// A reception in a transaction of several statements: of a dossier filed online, whose row is already there, and of one
// that was received without a line, whose numbers the counter held. The same decision as the one statement's.
import type { Pool, PoolClient } from 'pg';
import { type CustodyChange, both } from '#core/custody/change.ts';
import { keptLines, papersCame } from '#core/custody/dossier-things.ts';
import { packedAndSealed } from '#core/custody/envelope.ts';
import { atDesk } from '#core/custody/thing.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type DossierReceived, type ReceiveRefusal, receiveDossier } from '#core/dossier/receive-dossier.ts';
import type { Result } from '#core/kernel/result.ts';
import { receivedAsPrinted } from '#core/offline/keep-printed.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import { receptionAnswer } from '#wire/answers/reception-answer.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { Act, ActContext, OutboxMessage } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { isLabelFree } from '../../custody/label.sql.ts';
import type { DeskFacts } from '../facts/desk-facts.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../save/desk-dossier.sql.ts';
import { insertFees, insertIssuedPaper, insertPapers, newPaperId, saveState, takeNumber } from '../save/desk-save.sql.ts';
import { insertReceived } from './insert-received.sql.ts';
import { type CachedReceiveFacts, type ReceiveCall, receiveFactsOf } from './receive-dossier.act.ts';
import { findEnteredAs, findExisting } from './receive-dossier.sql.ts';
import { insertRegisterEntry, saveFiledAsReceived, takeOrderNumber } from './receive-filed.sql.ts';
import { receptionJournal, receptionMessages } from './reception-values.ts';

type Row = {
  /** Writes the row; returns its revision. */
  readonly write: (db: PoolClient, context: ActContext, call: ReceiveCall, received: DossierReceived, code: string) => Promise<number>;
  readonly journal: Readonly<Record<string, unknown>>;
  readonly outbox: (call: ReceiveCall, received: DossierReceived, code: string, now: ActContext['now']) => readonly OutboxMessage[];
};

const digits = (number: number, least: number): string => String(number).padStart(least, '0');

/** With the public postal service packed and sealed before the citizen, under the number of the slip. */
const custodyOf = async (db: PoolClient, context: ActContext, { dossierId, deskId, posting }: ReceiveCall['command'], { slip, assessed, receivedAt }: DossierReceived): Promise<CustodyChange> => {
  const [stamp, here] = [custodyStamp(context, receivedAt), atDesk(deskId)];
  const came = papersCame({ dossierId, roundNo: 0, lines: keptLines(assessed.papers) }, here, stamp);
  if (slip !== 'posting-slip' || posting?.sealNumber === undefined) return came;
  const label = await isLabelFree(db, context.provinceId, posting.itemNumber) ? posting.itemNumber : undefined;
  return both(came, packedAndSealed(came.things, { dossierId, label, sealNumber: posting.sealNumber }, here, stamp));
};

const save = (row: Row) => async (db: PoolClient, context: ActContext, call: ReceiveCall, received: DossierReceived) => {
  const { provinceId, now } = context;
  const { command, place, actor, origin } = call;
  // in the order of the one statement, so that two receptions never wait for each other in a circle
  const { order, volume } = await takeOrderNumber(db, provinceId, received.register);
  const own = digits(await takeNumber(db, context, received.number), 4);
  const number = received.paperNumber ? digits(await takeNumber(db, context, received.paperNumber), 4) : own;
  const code = `${received.codePrefix}${own}`;
  const revision = await row.write(db, context, call, received, code);
  const answer = receptionAnswer(command, received, code, newPaperId(context), revision);
  const payload = receptionSlip({
    place, actor, assessed: received.assessed, hands: received.hands, slip: received.slip, parties: command.parties, channel: command.channel,
    returnWish: command.returnWish, setCount: command.setCount, receivedAt: received.receivedAt, issuedAt: now, origin, posting: command.posting,
    largePrint: command.largePrint, register: received.register, supersedes: context.offline?.supersedes,
  }, { code, number, inRegister: { order: digits(order, 2), volume } });
  const paper = command.posting && received.slip === 'posting-slip' ? command.posting.itemNumber : number;
  await insertRegisterEntry(db, provinceId, command.deskId, received.register.period, order, command.dossierId, now);
  await insertIssuedPaper(db, provinceId, command.deskId, { paperId: answer.paperId, dossierId: command.dossierId, number: paper, payload }, now, received.hands.receiverId);
  return {
    answer,
    chain: `desk:${command.deskId}` as const,
    journal: [{
      act: 'receive-dossier', dossierId: command.dossierId,
      data: { ...receptionJournal(command, received, code, place), ...row.journal, ...handsOf(received.hands) },
    }],
    outbox: row.outbox(call, received, code, now),
    custody: await custodyOf(db, context, command, received),
  };
};

const filedRow = (filed: LockedDossier): Row => ({
  write: async (db, context, { command }, received, code) => {
    const { provinceId } = context;
    await saveFiledAsReceived(db, context, command, received, code);
    await insertPapers(db, provinceId, command.dossierId, 0, received.assessed.papers);
    return saveState(db, provinceId, command.dossierId, { state: 'received', clock: received.assessed.clock });
  },
  journal: { filedAs: filed.code },
  outbox: (_call, received, code, now) => messagesOf({ ...filed, code }, 'received', now, { kind: 'received', due: received.assessed.due?.due }),
});

const newRow: Row = {
  write: async (db, { provinceId }, { command, place }, received, code) => {
    const { assessed, hands, receivedAt, codeIsProvisional } = received;
    const { procedure, transfer, due, clock, calendarVersion, fees, papers } = assessed;
    await insertReceived(db, provinceId, {
      ...command, code, codeIsProvisional, procedure, transfer, desk: place.desk, hands, state: 'received', receivedAt, due, calendarVersion, clock: clock.clock,
    });
    await insertPapers(db, provinceId, command.dossierId, 0, papers);
    await insertFees(db, provinceId, command.dossierId, receivedAt, fees);
    return 1;
  },
  journal: {},
  outbox: ({ command }, received, code) => receptionMessages(command, received, code).map((message) => ({ ...message, dossierId: command.dossierId })),
};

type FiledFacts = CachedReceiveFacts & { readonly filed: LockedDossier };
type ReceiveAct<Facts> = Act<ReceiveCall, Facts, DossierReceived, ReceiveRefusal, DossierReceivedAnswer>;

const decide = ({ command }: ReceiveCall, known: CachedReceiveFacts, { offline }: ActContext): Result<DossierReceived, ReceiveRefusal> => {
  const received = receiveDossier(command, known);
  return received.ok ? { ok: true, value: receivedAsPrinted(received.value, offline?.printedDue) } : received;
};

export const receiveFiledAct = (pool: Pool, facts: DeskFacts): ReceiveAct<FiledFacts> => ({
  name: 'receive-dossier',
  load: async (db, context, call) => {
    const { command } = call;
    const [filed] = await lockDeskDossiers(db, context.provinceId, command.deskId, [command.dossierId]);
    const known = filed && await receiveFactsOf(pool, facts, call, context, scansOf(command.papers), { again: 'read-again', db });
    return known && { ...known, filed };
  },
  decide,
  // the place as it was read again: its desk and its forms
  save: (db, context, call, received, { filed, place }) => save(filedRow(filed))(db, context, { ...call, place }, received),
});

export const receiveLeasedAct = (pool: Pool, facts: DeskFacts): ReceiveAct<CachedReceiveFacts> => ({
  name: 'receive-dossier',
  load: async (db, context, call) => {
    const { deskId, dossierId, papers, lateEntry } = call.command;
    const filed = await findExisting(db, context.provinceId, dossierId);
    const enteredAs = lateEntry && await findEnteredAs(db, context.provinceId, deskId, lateEntry);
    const known = await receiveFactsOf(pool, facts, call, context, scansOf(papers), { again: 'read-again', db });
    return known && (filed === undefined || filed.deskId === deskId) ? { ...known, filed, enteredAs } : undefined;
  },
  decide,
  save: (db, context, call, received, { place }) => save(newRow)(db, context, { ...call, place }, received),
});
