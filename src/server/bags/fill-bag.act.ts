// A bag from its label to its seal: begun, filled dossier by dossier, sealed, or its seal cut again before it leaves.
import type { PoolClient } from 'pg';
import {
  type Bag, type BagRefused, type Packable, bagStarted, giverOf, mayGoOn, mayReopen, packDossier, takeOutOfBag,
} from '#core/custody/bag.ts';
import { type CustodyChange, moves } from '#core/custody/change.ts';
import { isEnvelope } from '#core/custody/dossier-things.ts';
import { papersHere } from '#core/custody/papers-after.ts';
import { readScanned } from '#core/custody/scanned-dossier.ts';
import type { Thing, ThingId } from '#core/custody/thing.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { type Result, ok } from '#core/kernel/result.ts';
import { BAG_SERIES, formatBagLabel } from '#core/numbering/bag-label.ts';
import type { ItemNumberRefused } from '#core/numbering/item-number.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { BagClosed, BagPacked, BagStarted, BagTakenOut } from '#wire/bags.wire.ts';
import type { Act, ActContext, ChainId } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import { takeNumber } from '../desk/save/desk-save.sql.ts';
import { type FoundDossier, findBagsAround, goingOut, lockDossiers, lockScanned } from './bag-content.sql.ts';
import { type BagScope, type LockedBag, countPacked, directionAt, getBagThing, insertBag, lockBag, saveSeal } from './bag.sql.ts';
import { findPlaces } from './places.sql.ts';

export type BagCall<Body> = { readonly scope: BagScope; readonly bagId: ThingId; readonly body: Body };
type Facts<More = object> = LockedBag & { readonly packed: number } & More;

export const chainOf = (scope: BagScope, { bag, agencyRootUnitId }: Pick<LockedBag, 'bag' | 'agencyRootUnitId'>): ChainId =>
  (scope.side === 'desk' ? `desk:${bag.deskId}` : `unit:${agencyRootUnitId}`);
const journalOf = (act: string, bag: Bag, data: Readonly<Record<string, unknown>> = {}) =>
  [{ act, data: { label: bag.label, deskId: bag.deskId, agencyUnitId: bag.agencyUnitId, ...data } }];

export const startBagAct: Act<BagCall<{ readonly deskId: DeskId; readonly agencyUnitId: UnitId }>, { readonly agencyRootUnitId: UnitId }, true, never, BagStarted> = {
  name: 'start-bag',
  load: (db, { provinceId }, { scope, body }) => findPlaces(db, provinceId, scope, body),
  decide: () => ok(true),
  save: async (db, context, { scope, bagId, body: { deskId, agencyUnitId } }, _decision, { agencyRootUnitId }) => {
    const label = formatBagLabel(await takeNumber(db, context, BAG_SERIES));
    const bag: Bag = { bagId, label, direction: directionAt(scope, 'giver'), deskId, agencyUnitId, givenBy: [] };
    await insertBag(db, context, bag);
    return {
      answer: { bagId, label }, chain: chainOf(scope, { bag, agencyRootUnitId }), journal: journalOf('start-bag', bag), outbox: [],
      custody: bagStarted(bag, custodyStamp(context)),
    };
  },
};

type PackFacts = Facts<{ readonly bagThing: Thing; readonly found: FoundDossier | undefined; readonly inside: Packable['inside']; readonly things: readonly Thing[]; readonly wrong?: ItemNumberRefused }>;
type Packed = { readonly change: CustodyChange; readonly dossier: FoundDossier };

export const packAct: Act<BagCall<{ readonly scanned: string }>, PackFacts, Packed, BagRefused | ItemNumberRefused, BagPacked> = {
  name: 'pack-bag',
  load: async (db, { provinceId }, { scope, bagId, body: { scanned } }) => {
    const locked = await lockBag(db, provinceId, bagId, scope, 'giver');
    if (!locked) return undefined;
    const read = readScanned(scanned);
    const found = read.ok ? await lockScanned(db, provinceId, scope, read.value) : undefined;
    return {
      ...locked, found, packed: await countPacked(db, provinceId, bagId), bagThing: await getBagThing(db, provinceId, bagId),
      things: found ? await findThings(db, provinceId, [found.dossierId]) : [], inside: found && (await findBagsAround(db, provinceId, [found.dossierId])).get(found.dossierId), ...(!read.ok && { wrong: read.refusal }),
    };
  },
  decide: ({ scope, body: { scanned } }, { bag, bagThing, found, inside, things, packed, wrong }, context): Result<Packed, BagRefused | ItemNumberRefused> => {
    if (wrong) return { ok: false, refusal: wrong };
    const { states, followedIn, kinds } = goingOut(scope);
    const dossier = found && {
      ...found, ...(inside && { inside }), things: things.filter((thing) => isEnvelope(thing) || kinds.includes(thing.kind)),
      mayGo: states.includes(found.state) || (followedIn.includes(found.state) && papersHere(things, giverOf(bag)).length > 0),
    };
    const change = packDossier({ bag, bagThing, scanned, dossier, packed }, custodyStamp(context));
    return change.ok && found ? ok({ change: change.value, dossier: found }) : change.ok ? { ok: false, refusal: { kind: 'scanned-unknown', scanned } } : change;
  },
  save: async (_db, _context, { scope }, { change, dossier: { dossierId, code } }, facts) => ({
    answer: { bagId: facts.bag.bagId, dossierId, code, dossierCount: facts.packed + 1 }, chain: chainOf(scope, facts), journal: [], outbox: [], custody: change,
  }),
};

export const takeOutAct: Act<BagCall<{ readonly dossierId: DossierId }>, Facts<{ readonly things: readonly Thing[] }>, CustodyChange, BagRefused, BagTakenOut> = {
  name: 'take-out-of-bag',
  load: async (db, { provinceId }, { scope, bagId, body: { dossierId } }) => {
    const locked = await lockBag(db, provinceId, bagId, scope, 'giver');
    if (!locked) return undefined;
    await lockDossiers(db, provinceId, [dossierId]);
    return { ...locked, packed: await countPacked(db, provinceId, bagId), things: await findThings(db, provinceId, [dossierId]) };
  },
  decide: (_call, { bag, things }, context) => takeOutOfBag(bag, things, custodyStamp(context)),
  save: async (_db, _context, { scope, body: { dossierId } }, change, facts) => ({
    answer: { bagId: facts.bag.bagId, dossierId, dossierCount: facts.packed - 1 }, chain: chainOf(scope, facts), journal: [], outbox: [], custody: change,
  }),
};

type CountedBag = Facts<{ readonly bagThing: Thing }>;
const loadCounted = async (db: PoolClient, { provinceId }: ActContext, { scope, bagId }: Pick<BagCall<object>, 'scope' | 'bagId'>): Promise<CountedBag | undefined> => {
  const locked = await lockBag(db, provinceId, bagId, scope, 'giver');
  return locked && { ...locked, packed: await countPacked(db, provinceId, bagId), bagThing: await getBagThing(db, provinceId, bagId) };
};

export const closeBagAct: Act<BagCall<{ readonly sealNumber: string }>, CountedBag, true, BagRefused, BagClosed> = {
  name: 'close-bag',
  load: loadCounted,
  decide: (_call, { bag, packed }) => mayGoOn(bag, 'open', packed),
  save: async (db, context, { scope, body: { sealNumber } }, _decision, facts) => {
    await saveSeal(db, context, facts.bag.bagId, sealNumber);
    const { bag, packed } = facts;
    return { answer: { bagId: bag.bagId, label: bag.label, dossierCount: packed }, chain: chainOf(scope, facts), journal: journalOf('close-bag', bag, { sealNumber, dossierCount: packed }), outbox: [], custody: moves(facts.bagThing, [{ kind: 'seal', sealNumber }], custodyStamp(context)) };
  },
};

export const reopenBagAct: Act<BagCall<{ readonly reason: string }>, CountedBag, true, BagRefused, BagClosed> = {
  name: 'reopen-bag',
  load: loadCounted,
  decide: (_call, { bag }) => mayReopen(bag),
  save: async (db, context, { scope, body: { reason } }, _decision, facts) => {
    const { bag, packed } = facts;
    await saveSeal(db, context, bag.bagId);
    return { answer: { bagId: bag.bagId, label: bag.label, dossierCount: packed }, chain: chainOf(scope, facts), journal: journalOf('reopen-bag', bag, { note: reason }), outbox: [], custody: moves(facts.bagThing, [{ kind: 'unseal', note: reason }], custodyStamp(context)) };
  },
};
