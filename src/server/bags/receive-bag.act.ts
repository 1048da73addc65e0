// A bag is opened and counted by the side it was sent to: what came is accepted by that side's own act; what did not, or
// not whole, or without standing on the record, becomes a case, and so does a broken seal; all in one transaction.
import type { PoolClient } from 'pg';
import { type BagRefused, bagOpened, differencesIn, mayReceive } from '#core/custody/bag.ts';
import { type CustodyChange, NO_CHANGE, both } from '#core/custody/change.ts';
import { type CaseFacts, type CountedLine, settleBy } from '#core/custody/differences.ts';
import { sealBroken } from '#core/custody/lost-bag.ts';
import { type OverFacts, countedOver } from '#core/custody/over.ts';
import { type SignRefused, type SignedFor, maySignFor } from '#core/custody/sign-for.ts';
import type { ActRefused } from '#core/dossier/life.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import type { Thing } from '#core/custody/thing.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { BagReceived, ReceiveBagBody } from '#wire/bags.wire.ts';
import type { Act, ActContext, Saved } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { acceptOutcomeAct } from '../desk/accept-outcome/accept-outcome.act.ts';
import { type AcceptCommand, performAcceptHandOver } from '../office/accept-hand-over/accept-hand-over.act.ts';
import type { Office } from '../office/agency/office-act.ts';
import type { WorkingHours } from '../office/agency/working-hours.ts';
import { type OnRecord, findLinesSent, findUncounted, lockDossiers } from './bag-content.sql.ts';
import { findOver } from './over-bag.ts';
import { type Followed, NONE_FOLLOWED, loadFollowed, mayTakeFollowed, saveFollowed, toldApart } from './following.ts';
import { type LockedBag, getBagThing, lockBag, saveBagReceived } from './bag.sql.ts';
import { type BagCall, chainOf } from './fill-bag.act.ts';
import type { DeskBagCall, OfficeBagCall } from './hand-over-bag.act.ts';

type Differences = ReadonlyMap<string, readonly CountedLine[]>;
type Inner<Command, Facts> = { readonly command: Command; readonly facts: Facts };
type Facts<Command, InnerFacts> = LockedBag & {
  readonly bagThing: Thing; readonly uncounted: readonly OnRecord[]; readonly differences: Result<Differences, BagRefused>; readonly inner?: Inner<Command, InnerFacts>;
  readonly followed?: Followed & { readonly handOverId: string };
  readonly over: readonly OverFacts[]; readonly calendar: AnyCalendar;
};
type Decided<Decision> = { readonly inner?: Decision; readonly differences: Differences; readonly cases: CustodyChange };

const casesOf = ({ over: told, sealBroken: isBroken, sealNote }: ReceiveBagBody, { bag, bagThing, uncounted, over, calendar }: Facts<unknown, unknown>, context: ActContext): Result<CustodyChange, BagRefused> => {
  const cases: CaseFacts = { stamp: custodyStamp(context), settleBy: settleBy(calendar, context.now) };
  const changes: CustodyChange[] = isBroken ? [sealBroken(bag, bagThing, uncounted.length, sealNote ?? '', cases)] : [];
  for (const [index, facts] of over.entries()) {
    const counted = told[index] ? countedOver(told[index], facts, cases) : ok(NO_CHANGE);
    if (!counted.ok) return counted;
    changes.push(counted.value);
  }
  return ok(both(...changes));
};

const receive = <Call extends BagCall<ReceiveBagBody>, Command, InnerFacts, Decision, Refusal, Answer>(
  name: string, hours: WorkingHours, act: Act<Command, InnerFacts, Decision, Refusal, Answer>,
  side: {
    readonly commandOf: (call: Call, locked: LockedBag & { readonly handOverId: string }, differences: Differences) => Command;
    /** Where papers come that follow their dossier. */
    readonly followed?: (db: PoolClient, context: ActContext, handOverId: string, ids: readonly string[]) => Promise<Followed | undefined>;
    readonly signersOf: (call: Call) => readonly AccountId[];
    readonly signedOf: (call: Call) => SignedFor;
    readonly countOf: (answer: Answer) => { readonly received: number; readonly missing: number; readonly skipped: readonly string[] };
  },
): Act<Call, Facts<Command, InnerFacts>, Decided<Decision>, BagRefused | SignRefused | ActRefused | Refusal, BagReceived> => ({
  name,
  load: async (db, context, call) => {
    const { provinceId } = context;
    const locked = await lockBag(db, provinceId, call.bagId, call.scope, 'taker');
    if (!locked) return undefined;
    const { handOverId } = locked;
    const bagThing = await getBagThing(db, provinceId, call.bagId);
    const { calendar } = await hours.at(db, '');
    if (handOverId === undefined) return { ...locked, bagThing, calendar, over: [], uncounted: [], differences: ok(new Map()) };
    const uncounted = await findUncounted(db, provinceId, handOverId);
    const over = await findOver(db, provinceId, call, { bag: locked.bag, recordId: handOverId, uncounted });
    const found = { ...locked, bagThing, calendar, over, uncounted };
    const { received, missing, differences: told } = call.body;
    const differences = differencesIn(told, await findLinesSent(db, provinceId, handOverId, received), received);
    // without a line left to count there is only the bag to receive; what does not wait in it is refused, not looked up
    const lines = new Set([...received, ...missing.map(({ dossierId }) => dossierId)]);
    const allWait = lines.size === received.length + missing.length && [...lines].every((id) => uncounted.some(({ dossierId }) => dossierId === id));
    if (lines.size === 0 || !allWait || !differences.ok) return { ...found, differences };
    const { own, following } = toldApart(call.body, uncounted);
    if (following.length > 0) await lockDossiers(db, provinceId, [...lines]);
    const followed = following.length > 0 ? await side.followed?.(db, context, handOverId, following) : NONE_FOLLOWED;
    if (!followed) return undefined;
    const counted = { ...found, differences, ...(followed !== NONE_FOLLOWED && { followed: { ...followed, handOverId } }) };
    if (own.received.length + own.missing.length === 0) return counted;
    const command = side.commandOf({ ...call, body: own }, { ...locked, handOverId }, differences.value);
    const facts = await act.load(db, context, command);
    return facts === undefined ? undefined : { ...counted, inner: { command, facts } };
  },
  decide: (call, facts, context) => {
    const { bag, uncounted, differences, inner, followed } = facts;
    const { received, missing } = call.body;
    const may = mayReceive(bag, [context.accountId, ...side.signersOf(call)], uncounted, { received, missing: missing.map(({ dossierId }) => dossierId) });
    if (!may.ok) return may;
    const signed = maySignFor(side.signedOf(call), context.accountId, []);
    if (!signed.ok) return signed;
    if (!differences.ok) return differences;
    const mayTake = followed ? mayTakeFollowed(followed) : ok(true);
    const cases = casesOf(call.body, facts, context);
    if (!mayTake.ok) return mayTake;
    if (!cases.ok) return cases;
    if (!inner) return ok({ differences: differences.value, cases: cases.value });
    const decided = act.decide(inner.command, inner.facts, context);
    return decided.ok ? ok({ inner: decided.value, differences: differences.value, cases: cases.value }) : refuse(decided.refusal);
  },
  save: async (db, context, call, decided, { bag, bagThing, inner, followed, agencyRootUnitId }) => {
    const papers = followed && await saveFollowed(db, context, { ...followed, signed: side.signedOf(call), missing: call.body.missing, differences: decided.differences }, followed);
    const saved: Saved<Answer> | undefined = inner && decided.inner !== undefined ? await act.save(db, context, inner.command, decided.inner, inner.facts) : undefined;
    const { sealBroken: isBroken, sealNote, over } = call.body;
    await saveBagReceived(db, context, bag.bagId, { sealBroken: isBroken, sealNote });
    const own = saved ? side.countOf(saved.answer) : { received: 0, missing: 0, skipped: [] };
    const count = { ...own, received: own.received + (papers?.received ?? 0), missing: own.missing + (papers?.missing ?? 0) };
    const differences = [...decided.differences.values()].reduce((sum, lines) => sum + lines.length, 0);
    return {
      answer: { bagId: bag.bagId, label: bag.label, at: context.now, ...count, differences, over: over.length },
      chain: saved?.chain ?? chainOf(call.scope, { bag, agencyRootUnitId }),
      journal: [...(saved?.journal ?? []), ...(papers?.journal ?? []), { act: 'receive-bag', data: { label: bag.label, ...count, differences, over: over.length, sealBroken: isBroken, ...(sealNote !== undefined && { note: sealNote }) } }],
      outbox: saved?.outbox ?? [],
      custody: both(...(saved?.custody ? [saved.custody] : []), ...(papers ? [papers.custody] : []), decided.cases, bagOpened(bag, bagThing, custodyStamp(context))),
    };
  },
});

export type OfficeReceiveCall = OfficeBagCall<ReceiveBagBody> & { readonly signed: SignedFor };

export const receiveAtOffice = (office: Office) => receive('receive-bag', office.hours, performAcceptHandOver(office), {
  commandOf: ({ body: { received, missing }, signed }: OfficeReceiveCall, _locked, differences): AcceptCommand => ({
    signed, dossierIds: [...received], rejected: missing.map(({ dossierId, note }) => ({ dossierId, reason: note, kind: 'short' as const })),
    counted: { differences, missing: new Set(missing.map(({ dossierId }) => dossierId)) },
  }),
  followed: loadFollowed(office),
  signersOf: () => [],
  signedOf: ({ signed }) => signed,
  countOf: ({ accepted, rejected, skipped }) => ({ received: accepted.length, missing: rejected.length, skipped: skipped.map(({ code }) => code) }),
});

export const receiveAtDesk = (hours: WorkingHours) => receive('receive-outcome-bag', hours, acceptOutcomeAct(), {
  commandOf: ({ body: { received, missing }, desk }: DeskBagCall<ReceiveBagBody>, { bag, handOverId }) =>
    ({ ...desk, handOverId, command: { deskId: bag.deskId, received: [...received], rejected: missing.map((line) => ({ ...line })) } }),
  // at the desk the officer's PIN confirms, as with every act there
  signedOf: () => ({ by: 'button' }),
  signersOf: ({ desk: { actor } }) => (actor.officer ? [actor.officer.accountId] : []),
  countOf: ({ received, rejected }) => ({ received: received.length, missing: rejected.length, skipped: [] }),
});
