// A bag that was sent and did not come: from now on nobody has it, nor anything in it, with one case for all of it. Past
// its window the fact speaks for itself; before that whoever says so says why. Found again, it is on its way as before,
// and is counted like any other.
// @law QĐ 45/2016/QĐ-TTg Đ.14; TT 17/2017/TT-BTTTT Đ.7; NĐ 47/2011/NĐ-CP
import { type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type Bag, type BagRefused, bagStands, giverOf, takerOf } from './bag.ts';
import { type CustodyChange, NO_CHANGE, changeOf } from './change.ts';
import { type CaseFacts, caseOf } from './differences.ts';
import type { CustodyStamp } from './dossier-things.ts';
import { type Move, moveTogether } from './move-thing.ts';
import { type Thing, inTransit } from './thing.ts';

export type LostBagFacts = { readonly bag: Bag; readonly bagThing: Thing; readonly content: readonly Thing[]; readonly handOverId: string; readonly transitDue?: PlainDate };

const together = ({ bagThing, content }: Pick<LostBagFacts, 'bagThing' | 'content'>, move: Move, stamp: CustodyStamp): CustodyChange => {
  const at = [bagThing, ...content].reduce((last, { since }) => (since > last ? since : last), stamp.at);
  const moved = moveTogether(bagThing, content, move, { ...stamp, at });
  if (!moved.ok) throw new RangeError(`${move.kind} of bag ${bagThing.thingId}: ${moved.refusal.kind}`);
  return changeOf(...moved.value);
};

/** Of paper: an envelope is none. */
const pieces = (things: readonly Thing[]): number => things.reduce((sum, { kind, count }) => sum + (kind === 'envelope' ? 0 : count), 0);

export const declareBagLost = (ground: string | undefined, facts: LostBagFacts, cases: CaseFacts): Result<CustodyChange, BagRefused> => {
  const { bag, bagThing, content, transitDue } = facts;
  const stands = bagStands(bag);
  if (stands !== 'sent') return refuse({ kind: 'bag-stands', label: bag.label, stands });
  const isLate = transitDue !== undefined && dateOf(cases.stamp.at) > transitDue;
  if (ground === undefined && !isLate) return refuse({ kind: 'bag-not-late', label: bag.label, ...(transitDue && { transitDue }) });
  const note = ground ?? 'Quá hạn chuyển, túi chưa đến';
  const opened = {
    ...caseOf(bagThing, 'bag-lost', { sent: pieces(content), arrived: 0 }, note, cases),
    between: { deskId: bag.deskId, agencyUnitId: bag.agencyUnitId }, content: content.map(({ thingId }) => thingId),
  };
  return ok({ ...together(facts, { kind: 'lose', note }, cases.stamp), opened: [opened] });
};

/** What was found alone meanwhile is out of it. */
export const bagFound = (note: string, { bag, bagThing, content, handOverId }: LostBagFacts, stamp: CustodyStamp): Result<CustodyChange, BagRefused> => {
  const stands = bagStands(bag);
  if (stands !== 'lost') return refuse({ kind: 'bag-stands', label: bag.label, stands });
  const move: Move = { kind: 'find', where: inTransit(handOverId), journey: { from: giverOf(bag), to: takerOf(bag) }, note };
  return ok({ ...together({ bagThing, content }, move, stamp), found: [{ thingId: bagThing.thingId, note }] });
};

/** Its seal was not whole when it came: a case of the bag, whatever was counted in it. */
export const sealBroken = (bag: Bag, bagThing: Thing, sent: number, note: string, cases: CaseFacts): CustodyChange => ({
  ...NO_CHANGE, opened: [{ ...caseOf(bagThing, 'seal-broken', { sent, arrived: sent }, note, cases), between: { deskId: bag.deskId, agencyUnitId: bag.agencyUnitId } }],
});
