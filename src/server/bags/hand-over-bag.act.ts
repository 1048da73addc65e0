// A sealed bag changes hands by the very act that sends its dossiers: one record, one transaction, and the bag with it.
import { type BagRefused, mayGoOn } from '#core/custody/bag.ts';
import type { PapersAfterRefused } from '#core/custody/papers-after.ts';
import type { Thing } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { refuse } from '#core/kernel/result.ts';
import type { BagHandedOver } from '#wire/bags.wire.ts';
import type { Act } from '../acts/act.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { forwardDossiersAct } from '../desk/forward-dossiers/forward-dossiers.act.ts';
import type { Office } from '../office/agency/office-act.ts';
import { performSendOutcome } from '../office/send-outcome/send-outcome.act.ts';
import { type PackedDossier, lockPacked } from './bag-content.sql.ts';
import { type LockedBag, getBagThing, lockBag, saveBagSent } from './bag.sql.ts';
import type { BagCall } from './fill-bag.act.ts';
import { type Following, followingSent, loadFollowing, mayFollow } from './following.ts';

type Body = { readonly handOverId: string; readonly stamped: boolean };
type Inner<Command, Facts> = { readonly command: Command; readonly facts: Facts };
type Facts<Command, InnerFacts> = LockedBag & { readonly packed: readonly PackedDossier[]; readonly going?: Inner<Command, InnerFacts> & { readonly following: Following } };
type Sent = { readonly handOverId: string; readonly recordNumber: string; readonly sentAt: Moment };

/** `commandOf`: what the side's own act is asked, for the dossiers in the bag, with the papers in it that follow theirs. */
const handOver = <Call extends BagCall<Body>, Command, InnerFacts, Decision, Refusal, Answer>(
  name: string, act: Act<Command, InnerFacts, Decision, Refusal, Answer>,
  commandOf: (call: Call, locked: LockedBag, packed: readonly PackedDossier[], bag: { readonly thing: Thing; readonly following: Following }) => Command,
  sentOf: (answer: Answer) => Sent,
): Act<Call, Facts<Command, InnerFacts>, Decision, BagRefused | PapersAfterRefused | Refusal, BagHandedOver> => ({
  name,
  load: async (db, context, call) => {
    const { provinceId } = context;
    const locked = await lockBag(db, provinceId, call.bagId, call.scope, 'giver');
    if (!locked) return undefined;
    const packed = locked.handOverId === undefined ? await lockPacked(db, provinceId, call.scope, call.bagId) : [];
    if (packed.length === 0) return { ...locked, packed };
    const following = await loadFollowing(db, provinceId, locked.bag, packed);
    const command = commandOf(call, locked, packed.filter(({ follows }) => !follows), { thing: await getBagThing(db, provinceId, call.bagId), following });
    const facts = await act.load(db, context, command);
    return facts === undefined ? undefined : { ...locked, packed, going: { command, facts, following } };
  },
  decide: (_call, { bag, packed, going }, context) => {
    const may = mayGoOn(bag, 'closed', packed.length);
    if (!may.ok) return may;
    if (!going) return refuse({ kind: 'bag-empty', label: bag.label });
    const follows = mayFollow(going.following, bag);
    return follows.ok ? act.decide(going.command, going.facts, context) : follows;
  },
  save: async (db, context, _call, decision, { bag, packed, going }) => {
    if (!going) throw new Error(`bag ${bag.label} was handed over empty`);
    const saved = await act.save(db, context, going.command, decision, going.facts);
    const { handOverId, recordNumber, sentAt } = sentOf(saved.answer);
    await saveBagSent(db, context.provinceId, bag.bagId, handOverId);
    return { ...saved, journal: [...saved.journal, ...followingSent(going.following, bag, handOverId, recordNumber)], answer: { bagId: bag.bagId, label: bag.label, handOverId, recordNumber, paperId: handOverId, sentAt, dossierCount: packed.length } };
  },
});

export type DeskBagCall<B> = BagCall<B> & { readonly desk: DeskCall };
export type OfficeBagCall<B> = BagCall<B> & { readonly origin: string };

export const handOverFromDesk = () => handOver(
  'hand-over-bag', forwardDossiersAct(),
  ({ body: { handOverId }, desk }: DeskBagCall<Body>, { bag }, packed, bagged) => ({
    ...desk, bag: bagged, command: { handOverId, deskId: bag.deskId, agencyUnitId: bag.agencyUnitId, dossiers: packed.map(({ dossierId, revision, paperCount }) => ({ dossierId, revision, paperCount })) },
  }),
  (answer): Sent => answer,
);

export const handOverFromOffice = (office: Office) => handOver(
  'send-outcome-bag', performSendOutcome(office),
  ({ body: { stamped }, origin }: OfficeBagCall<Body>, _locked, packed, { thing }) => ({
    origin, bag: thing, body: { dossiers: packed.map(({ dossierId, revision }) => ({ dossierId, expectedRevision: revision, ...(stamped && { stamped }) })) },
  }),
  (answer): Sent => answer,
);
