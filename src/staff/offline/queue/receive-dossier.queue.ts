// Reception without a line: the code is final because the number was held, the receipt is what the server would print.
import type { ReceptionFacts } from '#core/dossier/assess-reception.ts';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type DossierReceived, type ReceiveFacts, receiveDossier } from '#core/dossier/receive-dossier.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { isOutside } from '#core/organisation/units.ts';
import type { ProcedureCode } from '#core/procedure/procedure.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import { receptionAnswer } from '#wire/answers/reception-answer.ts';
import { type ReceiveDossierCommand, receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { type Acting, actorOf } from '../acting.ts';
import type { Taken, Wanted } from '../lease-hand.ts';
import { newView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { findDossier } from '../store.ts';
import { unknownScans } from '../unknown-scans.ts';

/** What is received on a day is assessed by. */
export const receptionFactsAt = async (
  { reference, now, stored }: Acting, code: ProcedureCode, date: PlainDate, scans: readonly string[],
): Promise<ReceptionFacts> => {
  const { place } = reference;
  const transfer = reference.transferOn(code, date);
  return {
    now, desk: place.desk, calendar: reference.calendar, transfer, procedure: reference.procedureOn(code, date),
    away: transfer && isOutside(place.units, transfer.agencyUnitId, place.desk.communeUnitId), unknownScans: await unknownScans(stored.db, scans),
  };
};

/** What any act that receives decides by. */
export const receiveFactsAt = async (
  acting: Acting, command: Pick<ReceiveDossierCommand, 'dossierId' | 'procedureCode' | 'lateEntry'>, scans: readonly string[],
): Promise<ReceiveFacts> => {
  const { reference: { place }, now, stored } = acting;
  const [here, facts] = await Promise.all([
    findDossier(stored, command.dossierId), receptionFactsAt(acting, command.procedureCode, dateOf(command.lateEntry?.receivedAt ?? now), scans),
  ]);
  // put right: as it was received here first it never was
  const known = acting.correcting && here?.state !== 'filed-online' ? undefined : here;
  return {
    ...facts, actor: actorOf(acting), receivingUnit: unitOf(place, place.desk.receivingUnitId),
    ...(known ? { filed: { state: known.state, revision: known.revision, code: known.code } } : {}),
  };
};

const wantedBy = ({ number, paperNumber }: DossierReceived): readonly Wanted[] =>
  [number, ...(paperNumber ? [paperNumber] : [])].map((series) => ({ ...series, count: 1 }));

const digits = (taken: Taken | undefined): string => String(taken?.number ?? 0).padStart(4, '0');

export const receiveDossierQueue: QueueSpec<ReceiveDossierCommand, ReceiveFacts, DossierReceived> = {
  act: 'receive-dossier', body: receiveDossierCommand, onOne: true,
  about: (command) => [command.dossierId],
  scans: (command) => scansOf(command.papers),
  load: (acting, command) => receiveFactsAt(acting, command, scansOf(command.papers)),
  decide: (_acting, command, facts) => receiveDossier(command, facts),
  numbers: wantedBy,
  effect: (acting, command, facts, received, [own, ofPaper]) => {
    const { now, reference: { place, desk: { origin } }, ports } = acting;
    const { assessed } = received;
    const { channel, returnWish, setCount, parties, posting, regime, answers, batchId, lateEntry, signing } = command;
    const number = digits(ofPaper ?? own);
    const answer = receptionAnswer(command, received, `${received.codePrefix}${digits(own)}`, ports.newId(), (facts.filed?.revision ?? 0) + 1);
    const payload = receptionSlip({
      place, actor: actorOf(acting), assessed, hands: received.hands, slip: received.slip, parties, channel, returnWish, setCount,
      receivedAt: received.receivedAt, issuedAt: now, origin, posting, largePrint: command.largePrint, supersedes: acting.correcting?.supersedes,
    }, { code: answer.code, number });
    const paper = {
      paperId: answer.paperId, dossierId: command.dossierId, payload,
      number: posting && received.slip === 'posting-slip' ? posting.itemNumber : number,
    };
    return {
      answer, paper,
      printed: { code: answer.code, paperId: answer.paperId, totalFee: answer.totalFee, ...(assessed.due ? { due: assessed.due.due } : {}), supersedes: acting.correcting?.supersedes },
      basis: { procedure: `${assessed.procedure.code}@${assessed.procedure.version}` },
      dossiers: [newView({
        dossierId: command.dossierId, code: answer.code, codeIsProvisional: received.codeIsProvisional, state: 'received', revision: answer.revision,
        now, place, procedure: assessed.procedure, procedureCase: assessed.procedureCase, transfer: assessed.transfer, papers: assessed.papers,
        fees: assessed.fees, due: assessed.due, clock: assessed.clock.clock, channel, regime, parties, answers, setCount, returnWish, receivedAt: received.receivedAt, batchId,
        lateEntry, signing, hands: received.hands, paper, act: 'receive-dossier',
      })],
    };
  },
};
