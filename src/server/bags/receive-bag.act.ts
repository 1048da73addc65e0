// A bag is opened and counted by the side it was sent to: what came is accepted by that side's own act, what did not,
// or not whole, becomes a case; all of it in one transaction with the bag.
import { type BagRefused, bagOpened, differencesIn, mayReceive } from '#core/custody/bag.ts';
import { both } from '#core/custody/change.ts';
import type { CountedLine } from '#core/custody/differences.ts';
import { type SignRefused, type SignedFor, maySignFor } from '#core/custody/sign-for.ts';
import type { Thing } from '#core/custody/thing.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { BagReceived, ReceiveBagBody } from '#wire/bags.wire.ts';
import type { Act, Saved } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { acceptOutcomeAct } from '../desk/accept-outcome/accept-outcome.act.ts';
import { type AcceptCommand, performAcceptHandOver } from '../office/accept-hand-over/accept-hand-over.act.ts';
import type { Office } from '../office/agency/office-act.ts';
import { type OnRecord, findLinesSent, findUncounted } from './bag-content.sql.ts';
import { type LockedBag, getBagThing, lockBag, saveBagReceived } from './bag.sql.ts';
import { type BagCall, chainOf } from './fill-bag.act.ts';
import type { DeskBagCall, OfficeBagCall } from './hand-over-bag.act.ts';

type Differences = ReadonlyMap<string, readonly CountedLine[]>;
type Inner<Command, Facts> = { readonly command: Command; readonly facts: Facts };
type Facts<Command, InnerFacts> = LockedBag & {
  readonly bagThing: Thing; readonly uncounted: readonly OnRecord[]; readonly differences: Result<Differences, BagRefused>; readonly inner?: Inner<Command, InnerFacts>;
};
type Decided<Decision> = { readonly inner?: Decision; readonly differences: Differences };

const receive = <Call extends BagCall<ReceiveBagBody>, Command, InnerFacts, Decision, Refusal, Answer>(
  name: string, act: Act<Command, InnerFacts, Decision, Refusal, Answer>,
  side: {
    readonly commandOf: (call: Call, locked: LockedBag & { readonly handOverId: string }, differences: Differences) => Command;
    readonly signersOf: (call: Call) => readonly AccountId[];
    readonly signedOf: (call: Call) => SignedFor;
    readonly countOf: (answer: Answer) => { readonly received: number; readonly missing: number; readonly skipped: readonly string[] };
  },
): Act<Call, Facts<Command, InnerFacts>, Decided<Decision>, BagRefused | SignRefused | Refusal, BagReceived> => ({
  name,
  load: async (db, context, call) => {
    const { provinceId } = context;
    const locked = await lockBag(db, provinceId, call.bagId, call.scope, 'taker');
    if (!locked) return undefined;
    const { handOverId } = locked;
    const bagThing = await getBagThing(db, provinceId, call.bagId);
    if (handOverId === undefined) return { ...locked, bagThing, uncounted: [], differences: ok(new Map()) };
    const uncounted = await findUncounted(db, provinceId, handOverId);
    const { received, missing, differences: told } = call.body;
    const differences = differencesIn(told, await findLinesSent(db, provinceId, handOverId, received), received);
    // without a line left to count there is only the bag to receive; what does not wait in it is refused, not looked up
    const lines = new Set([...received, ...missing.map(({ dossierId }) => dossierId)]);
    const allWait = lines.size === received.length + missing.length && [...lines].every((id) => uncounted.some(({ dossierId }) => dossierId === id));
    if (lines.size === 0 || !allWait || !differences.ok) return { ...locked, bagThing, uncounted, differences };
    const command = side.commandOf(call, { ...locked, handOverId }, differences.value);
    const facts = await act.load(db, context, command);
    return facts === undefined ? undefined : { ...locked, bagThing, uncounted, differences, inner: { command, facts } };
  },
  decide: (call, { bag, uncounted, differences, inner }, context) => {
    const { received, missing } = call.body;
    const may = mayReceive(bag, [context.accountId, ...side.signersOf(call)], uncounted, { received, missing: missing.map(({ dossierId }) => dossierId) });
    if (!may.ok) return may;
    const signed = maySignFor(side.signedOf(call), context.accountId, []);
    if (!signed.ok) return signed;
    if (!differences.ok) return differences;
    if (!inner) return ok({ differences: differences.value });
    const decided = act.decide(inner.command, inner.facts, context);
    return decided.ok ? ok({ inner: decided.value, differences: differences.value }) : refuse(decided.refusal);
  },
  save: async (db, context, call, decided, { bag, bagThing, inner, agencyRootUnitId }) => {
    const saved: Saved<Answer> | undefined = inner && decided.inner !== undefined ? await act.save(db, context, inner.command, decided.inner, inner.facts) : undefined;
    const { sealBroken, sealNote } = call.body;
    await saveBagReceived(db, context, bag.bagId, { sealBroken, sealNote });
    const count = saved ? side.countOf(saved.answer) : { received: 0, missing: 0, skipped: [] };
    const differences = [...decided.differences.values()].reduce((sum, lines) => sum + lines.length, 0);
    return {
      answer: { bagId: bag.bagId, label: bag.label, at: context.now, ...count, differences },
      chain: saved?.chain ?? chainOf(call.scope, { bag, agencyRootUnitId }),
      journal: [...(saved?.journal ?? []), { act: 'receive-bag', data: { label: bag.label, ...count, differences, sealBroken, ...(sealNote !== undefined && { note: sealNote }) } }],
      outbox: saved?.outbox ?? [],
      custody: both(...(saved?.custody ? [saved.custody] : []), bagOpened(bag, bagThing, custodyStamp(context))),
    };
  },
});

export type OfficeReceiveCall = OfficeBagCall<ReceiveBagBody> & { readonly signed: SignedFor };

export const receiveAtOffice = (office: Office) => receive('receive-bag', performAcceptHandOver(office), {
  commandOf: ({ body: { received, missing }, signed }: OfficeReceiveCall, _locked, differences): AcceptCommand => ({
    signed, dossierIds: [...received], rejected: missing.map(({ dossierId, note }) => ({ dossierId, reason: note, kind: 'short' as const })),
    counted: { differences, missing: new Set(missing.map(({ dossierId }) => dossierId)) },
  }),
  signersOf: () => [],
  signedOf: ({ signed }) => signed,
  countOf: ({ accepted, rejected, skipped }) => ({ received: accepted.length, missing: rejected.length, skipped: skipped.map(({ code }) => code) }),
});

export const receiveAtDesk = () => receive('receive-outcome-bag', acceptOutcomeAct(), {
  commandOf: ({ body: { received, missing }, desk }: DeskBagCall<ReceiveBagBody>, { bag, handOverId }) =>
    ({ ...desk, handOverId, command: { deskId: bag.deskId, received: [...received], rejected: missing.map((line) => ({ ...line })) } }),
  // at the desk the officer's PIN confirms, as with every act there
  signedOf: () => ({ by: 'button' }),
  signersOf: ({ desk: { actor } }) => (actor.officer ? [actor.officer.accountId] : []),
  countOf: ({ received, rejected }) => ({ received: received.length, missing: rejected.length, skipped: [] }),
});
