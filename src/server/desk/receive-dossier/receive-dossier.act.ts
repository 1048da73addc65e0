// One round trip: facts from memory, the core's decision, the one statement.
import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { scansOf } from '#core/dossier/check-papers.ts';
import { type DossierReceived, type ReceiveFacts, type ReceiveRefusal, receiveDossier } from '#core/dossier/receive-dossier.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { isOutside } from '#core/organisation/units.ts';
import { registerSeries } from '#core/numbering/series.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import type { StandingActor } from '#documents/slips/standing-actor.ts';
import { receptionAnswer } from '#wire/answers/reception-answer.ts';
import type { DossierReceivedAnswer, ReceiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import type { ActContext } from '../../acts/act.ts';
import type { OneStatementAct } from '../../acts/perform-in-one-statement.ts';
import type { DeskFacts, DeskPlace, Reading } from '../facts/desk-facts.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { newMarks, withCode } from './marks.ts';
import { receptionValues } from './reception-values.ts';
import { ensureChain, findEnteredAs, findExisting, isSeriesClosed, saveReceivedDossier } from './receive-dossier.sql.ts';

export type ReceiveCall = {
  readonly command: ReceiveDossierCommand;
  readonly actor: StandingActor;
  readonly place: DeskPlace;
  readonly origin: string;
};

export type CachedReceiveFacts = ReceiveFacts & { readonly place: DeskPlace; readonly contentHash: Buffer };

/** Facts for any act that receives; memory knows nothing of scans, so the statement asks. */
export const receiveFactsOf = async (
  pool: Pool, facts: DeskFacts, call: Pick<ReceiveCall, 'actor'> & { readonly command: Pick<ReceiveDossierCommand, 'deskId' | 'procedureCode' | 'lateEntry'> },
  { provinceId, now, offline }: Pick<ActContext, 'provinceId' | 'now' | 'offline'>, scans: readonly string[], reading: Reading = {},
): Promise<CachedReceiveFacts | undefined> => {
  const { deskId, procedureCode, lateEntry } = call.command;
  const place = await facts.place(deskId, dateOf(now), reading);
  // register and catalogue are those of the day the citizen came
  const date = dateOf(lateEntry?.receivedAt ?? now);
  const { row, transfer } = await facts.procedure(deskId, procedureCode, date, reading);
  const unknownScans = reading.again ? await findUnknownScans(reading.db ?? pool, provinceId, deskId, scans) : [];
  const registerClosed = reading.again !== undefined
    && await isSeriesClosed(reading.db ?? pool, provinceId, registerSeries(deskId, offline?.arrivedOn ?? dateOf(now)));
  if (!place) return undefined;
  return {
    now, desk: place.desk, transfer, away: transfer && isOutside(place.units, transfer.agencyUnitId, place.desk.communeUnitId), procedure: row?.procedure, calendar: place.calendar.compiled, unknownScans, registerClosed, registeredOn: offline?.arrivedOn,
    actor: call.actor, receivingUnit: unitOf(place, place.desk.receivingUnitId),
    place, contentHash: row?.contentHash ?? Buffer.alloc(0),
  };
};

export const receiveDossierAct = (
  pool: Pool, facts: DeskFacts,
): OneStatementAct<ReceiveCall, CachedReceiveFacts, DossierReceived, ReceiveRefusal, DossierReceivedAnswer> => ({
  name: 'receive-dossier',
  load: async (context, call, again) => {
    const { deskId, dossierId, papers, lateEntry } = call.command;
    const known = await receiveFactsOf(pool, facts, call, context, scansOf(papers), { again });
    if (!again) return known;
    await ensureChain(pool, context.provinceId, `desk:${deskId}`);
    const filed = await findExisting(pool, context.provinceId, dossierId);
    const enteredAs = lateEntry && await findEnteredAs(pool, context.provinceId, deskId, lateEntry);
    return known && (filed === undefined || filed.deskId === deskId) ? { ...known, filed, enteredAs } : undefined;
  },
  decide: ({ command }, known) => receiveDossier(command, known),
  save: async (db, context, call, received, known) => {
    const marks = newMarks();
    const answer = receptionAnswer(call.command, received, marks.code, randomUUIDv7());
    const values = receptionValues(context, { ...call, place: known.place }, received, known.contentHash, marks, answer);
    const code = await saveReceivedDossier(db, values);
    return code === undefined ? 'facts-changed' : withCode(answer, marks, code);
  },
});
