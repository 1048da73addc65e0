// A bag that did not come is declared lost by either side, and found again by either; what lies in it goes with it.
import { type BagRefused, bagStands } from '#core/custody/bag.ts';
import type { CustodyChange } from '#core/custody/change.ts';
import { settleBy } from '#core/custody/differences.ts';
import { type LostBagFacts, bagFound, declareBagLost } from '#core/custody/lost-bag.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import type { BagLost } from '#wire/bags.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { WorkingHours } from '../office/agency/working-hours.ts';
import { findUncounted, lockDossiers } from './bag-content.sql.ts';
import { type LockedBag, findContent, getBagThing, lockBag, saveBagLost } from './bag.sql.ts';
import { type BagCall, chainOf } from './fill-bag.act.ts';

type Facts = { readonly locked: LockedBag; readonly lost?: LostBagFacts; readonly calendar: AnyCalendar };

const act = <Body extends object>(
  name: string, hours: WorkingHours, note: (body: Body) => string | undefined,
  decide: (body: Body, facts: LostBagFacts, cases: Parameters<typeof declareBagLost>[2]) => Result<CustodyChange, BagRefused>,
): Act<BagCall<Body>, Facts, CustodyChange, BagRefused, BagLost> => ({
  name,
  load: async (db, { provinceId }, { scope, bagId }) => {
    const locked = await lockBag(db, provinceId, bagId, scope, 'either');
    if (!locked) return undefined;
    const { handOverId, bag, transitDue } = locked;
    const { calendar } = await hours.at(db, '');
    if (handOverId === undefined) return { locked, calendar };
    await lockDossiers(db, provinceId, (await findUncounted(db, provinceId, handOverId)).map(({ dossierId }) => dossierId));
    const [bagThing, content] = [await getBagThing(db, provinceId, bagId), await findContent(db, provinceId, bagId)];
    return { locked, calendar, lost: { bag, bagThing, content, handOverId, ...(transitDue && { transitDue }) } };
  },
  decide: ({ body }, { locked: { bag }, lost, calendar }, context) => (lost
    ? decide(body, lost, { stamp: custodyStamp(context), settleBy: settleBy(calendar, context.now) })
    : refuse({ kind: 'bag-stands', label: bag.label, stands: bagStands(bag) })),
  save: async (db, context, { scope, bagId, body }, change, { locked }) => {
    const isLost = change.opened.length > 0;
    await saveBagLost(db, context, bagId, isLost ? context.accountName : undefined);
    const { bag } = locked;
    return {
      answer: { bagId, label: bag.label, at: context.now, stands: isLost ? 'lost' : 'sent' }, chain: chainOf(scope, locked), outbox: [], custody: change,
      journal: [undefined, ...new Set(change.things.flatMap((thing) => thing.dossierId ?? []))].map((dossierId) => (
        { act: name, ...(dossierId !== undefined && { dossierId }), data: { label: bag.label, deskId: bag.deskId, agencyUnitId: bag.agencyUnitId, note: note(body) } })),
    };
  },
});

export const loseBagAct = (hours: WorkingHours) => act<{ readonly ground?: string | undefined }>('lose-bag', hours, ({ ground }) => ground, ({ ground }, facts, cases) => declareBagLost(ground, facts, cases));
export const findBagAct = (hours: WorkingHours) => act<{ readonly note: string }>('find-bag', hours, ({ note }) => note, ({ note }, facts, { stamp }) => bagFound(note, facts, stamp));
