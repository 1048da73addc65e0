// In front of what her phone tells: where the desk has written it down from her paper already, it is kept beside that and
// moves nothing. The act keeps its name, so that what was sent twice is answered as the first time.
import type { PoolClient } from 'pg';
import { ok } from '#core/kernel/result.ts';
import { differencesOf, toldAgain } from '#core/shipment/told-again.ts';
import type { AttemptTaken, DeliverBody, FailBody } from '#wire/courier.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import { findOwnFiles } from './attempts.sql.ts';
import type { AtDoorCall } from './deliver.act.ts';
import { type WrittenDown, type WrittenOf, insertReport, lockWritten, toldBy } from './reports.sql.ts';

/** What she had signed and photographed, as far as it is her own upload: her desk opens it by this. */
const ownProof = async (db: PoolClient, { provinceId, accountId }: ActContext, body: DeliverBody | FailBody): Promise<{ readonly signature?: string | undefined; readonly photo?: string | undefined }> => {
  const named = { signature: 'signature' in body ? body.signature : undefined, photo: body.photo };
  const own = new Set((await findOwnFiles(db, provinceId, accountId, [named.signature, named.photo].filter((file) => file !== undefined))).map(({ sha256 }) => sha256));
  const kept = (file: string | undefined): string | undefined => (file !== undefined && own.has(file) ? file : undefined);
  return { signature: kept(named.signature), photo: kept(named.photo) };
};

type Again = { readonly of: WrittenOf; readonly written: WrittenDown };
type Either<Facts> = { readonly again: Again } | { readonly own: Facts };

export const unlessWritten = <Body extends DeliverBody | FailBody, Facts, Decision, Refusal>(
  act: Act<AtDoorCall<Body>, Facts, Decision, Refusal, AttemptTaken>,
): Act<AtDoorCall<Body>, Either<Facts>, { readonly again: Again } | { readonly own: Facts; readonly decision: Decision }, Refusal, AttemptTaken> => ({
  name: act.name,
  load: async (db, context, call) => {
    const of = await lockWritten(db, context.provinceId, context.accountId, call.shipmentId, call.body.at);
    const written = of && toldAgain(toldBy(call.body), of.written, of.isWithHer);
    if (of && written) return { again: { of, written } };
    const own = await act.load(db, context, call);
    return own === undefined ? undefined : { own };
  },
  decide: (call, facts, context) => {
    if ('again' in facts) return ok(facts);
    const decided = act.decide(call, facts.own, context);
    return decided.ok ? ok({ own: facts.own, decision: decided.value }) : decided;
  },
  save: async (db, context, call, decided) => {
    if ('own' in decided) return act.save(db, context, call, decided.decision, decided.own);
    const { body, shipmentId, arrivedAt } = call;
    const { of: { deskId, stopState }, written } = decided.again;
    const told = toldBy(body);
    const differs = differencesOf(told, written);
    await insertReport(db, context, { body, ...await ownProof(db, context, body), outcome: told.outcome, paperAttemptId: written.attemptId, shipmentId, deskId, arrivedAt, differs });
    return {
      answer: { shipmentId, attemptId: body.attemptId, attemptNo: written.attemptNo, at: written.at, state: stopState, onPaper: differs.length === 0 ? 'same' : 'differs' },
      chain: `desk:${deskId}`, outbox: [], journal: [{ act: 'told-again', data: { shipmentId, attemptId: body.attemptId, paperAttemptId: written.attemptId, differs } }],
    };
  },
});
