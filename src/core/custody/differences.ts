// Where the two sides count differently, the difference becomes a thing of its own, which one of them has or nobody, and
// a case with a day by which it is settled.
// @law QĐ 45/2016/QĐ-TTg Đ.7, Đ.14; TT 17/2017/TT-BTTTT Đ.12; NĐ 47/2011/NĐ-CP
import { type AnyCalendar, addWorkingDays } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type CaseKind, type CaseOpened, type CustodyChange, NO_CHANGE, both, moves } from './change.ts';
import { type CustodyStamp, isEnvelope, isHeld, linesByThing, partOf, refusedBy } from './dossier-things.ts';
import { type Holder, type Thing, sameHolder } from './thing.ts';

/** The limit of a complaint about the post inside a province. */
const SETTLED_WITHIN = 5;
export const settleBy = (calendar: AnyCalendar, at: Moment): PlainDate => addWorkingDays(calendar, dateOf(at), SETTLED_WITHIN);

export type CaseFacts = { readonly stamp: CustodyStamp; readonly settleBy: PlainDate; readonly shipmentId?: string | undefined };

export const caseOf = (thing: Thing, kind: CaseKind, counts: { readonly sent: number; readonly arrived: number }, note: string, { stamp, settleBy: until, shipmentId }: CaseFacts): CaseOpened => ({
  caseId: stamp.newId(), kind, thingId: thing.thingId, dossierId: thing.dossierId, ...counts, note, settleBy: until,
  ...(thing.holder.kind === 'transit' && { recordId: thing.holder.id }), ...(shipmentId !== undefined && { shipmentId }),
});

/**
 * On the record, and not in the bag. What lay in a dossier's envelope is missing by itself; an envelope collected at home is
 * all that is known of what lies in it, and its case is its pick-up's: between the post and the person.
 */
export const notCome = (things: readonly Thing[], note: string, facts: CaseFacts): CustodyChange =>
  both(...things.map((thing) => (isEnvelope(thing) && thing.dossierId !== undefined ? moves(thing, [{ kind: 'destroy', note }], facts.stamp) : both(
    moves(thing, [{ kind: 'lose', note }], facts.stamp),
    { ...NO_CHANGE, opened: [caseOf(thing, 'short', { sent: thing.count, arrived: 0 }, note, facts)] },
  ))));

/** Held by the ledger, and not found where it lies; `silently`: what is lost without a case of its own. */
export const notHere = (things: readonly Thing[], note: string, facts: CaseFacts, silently: readonly Thing[] = []): CustodyChange => both(
  ...[...things, ...silently].map((thing) => moves(thing, [{ kind: 'lose', note }], facts.stamp)),
  ...things.map((thing) => ({ ...NO_CHANGE, opened: [caseOf(thing, 'not-in-stock', { sent: thing.count, arrived: 0 }, note, facts)] })),
);

/** The agency does not take it: back in the hands of who sent it. */
export const notTaken = (things: readonly Thing[], by: Holder, kind: CaseKind, note: string, facts: CaseFacts): CustodyChange => {
  const coming = things.filter((thing) => thing.journey && sameHolder(thing.journey.to, by));
  return both(
    refusedBy(coming, by, note, facts.stamp),
    ...coming.filter((thing) => !isEnvelope(thing)).slice(0, 1).map((thing) => ({ ...NO_CHANGE, opened: [caseOf(thing, kind, { sent: thing.count, arrived: thing.count }, note, facts)] })),
  );
};

export type CountedLine = { readonly lineNo: number; readonly name: string; readonly result: 'short' | 'damaged'; readonly sent: number; readonly arrived: number; readonly note: string };

/** Counted line by line: what came is received; what did not, or came damaged, is a thing of its own with its case. */
export const countedIn = (things: readonly Thing[], by: Holder, differences: readonly CountedLine[], facts: CaseFacts): CustodyChange => {
  const { stamp } = facts;
  const coming = things.filter((thing) => thing.journey && sameHolder(thing.journey.to, by) && isHeld(thing));
  const apart = linesByThing(coming, differences.map((line) => ({ ...line, count: line.result === 'short' ? line.sent - line.arrived : line.sent })));
  return both(...coming.map((thing) => {
    if (isEnvelope(thing)) return moves(thing, [{ kind: 'receive', by }, { kind: 'destroy', note: 'Đã mở phong bì' }], stamp);
    let now: Thing | undefined = thing;
    const parted = (apart.get(thing.thingId) ?? []).map((line) => {
      if (!now) return NO_CHANGE;
      const { change, part, rest } = partOf(now, [line.lineNo], line.count, stamp, line.name);
      now = rest;
      const opened = { ...NO_CHANGE, opened: [caseOf(part, line.result, line, line.note, facts)] };
      return both(change, opened, moves(part, [line.result === 'short' ? { kind: 'lose', note: line.note } : { kind: 'receive', by }], stamp));
    });
    return both(...parted, ...(now ? [moves(now, [{ kind: 'receive', by }], stamp)] : []));
  }));
};

/** Found after all: the counter-entry, and its case is over. */
export const foundAt = (thing: Thing, where: Holder, note: string, stamp: CustodyStamp): CustodyChange => ({
  ...moves(thing, [{ kind: 'find', where, note }], stamp), found: [{ thingId: thing.thingId, note }],
});
