// Several moves of several things as one change: what an act hands over to be written with it.
import type { PlainDate } from '../kernel/moment.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { ALONE, type Move, type Moved, type Stamp, moveThing } from './move-thing.ts';
import type { CustodyEvent, Thing, ThingId } from './thing.ts';

export const CASE_KINDS = [
  'short', // sent and not come
  'damaged',
  'wrong-agency',
  'not-taken', // the other side sent it back, for its own reason
  'not-in-stock', // held by the ledger, and not found when the stock was counted
  'over', // it came, and no record says so
  'seal-broken',
  'bag-lost', // with all that lies in it
  'late', // the post took longer than it may
  'denied', // delivered, and its receiver says that it never came
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
/** Why the agency does not take what was sent. */
export const NOT_TAKEN_KINDS = ['short', 'damaged', 'wrong-agency', 'not-taken'] as const satisfies readonly CaseKind[];

export type CaseOpened = {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly thingId: ThingId;
  readonly dossierId?: string;
  readonly recordId?: string;
  /** Whose it is, where no dossier says so. */
  readonly between?: { readonly deskId: DeskId; readonly agencyUnitId?: UnitId };
  /** On whose way it went wrong. */
  readonly shipmentId?: string;
  /** What lies in the bag that it is about. */
  readonly content?: readonly ThingId[];
  /** Pieces as the one side and the other counted them. */
  readonly sent: number;
  readonly arrived: number;
  readonly note: string;
  /** Until when it must be settled. */
  readonly settleBy: PlainDate;
};

export type CustodyChange = {
  readonly things: readonly Thing[];
  readonly events: readonly CustodyEvent[];
  readonly opened: readonly CaseOpened[];
  /** Things that were found: their case is over. */
  readonly found: readonly { readonly thingId: ThingId; readonly note: string }[];
};

export const NO_CHANGE: CustodyChange = { things: [], events: [], opened: [], found: [] };

/** A thing that moved twice stands where it stood last. */
const latest = (things: readonly Thing[]): readonly Thing[] => [...new Map(things.map((thing) => [thing.thingId, thing])).values()];

export const both = (...changes: readonly CustodyChange[]): CustodyChange => ({
  things: latest(changes.flatMap((one) => one.things)), events: changes.flatMap((one) => one.events),
  opened: changes.flatMap((one) => one.opened), found: changes.flatMap((one) => one.found),
});

export const changeOf = (...moved: readonly Moved[]): CustodyChange =>
  ({ ...NO_CHANGE, things: latest(moved.map(({ thing }) => thing)), events: moved.map(({ event }) => event) });

/** What is handled alone is taken out of its bag first. */
const outOfBag = (thing: Thing, steps: readonly Move[]): readonly Move[] =>
  thing.insideId && steps[0] && ALONE.has(steps[0].kind) ? [{ kind: 'take-out' }, ...steps] : steps;

/** Moves made one after the other on one thing, each of them possible; that they are is for who calls. */
export const moves = (thing: Thing, steps: readonly Move[], stamp: Stamp): CustodyChange => {
  const done: Moved[] = [];
  let now = thing;
  for (const step of outOfBag(thing, steps)) {
    const next = moveThing(now, step, { ...stamp, at: stamp.at < now.since ? now.since : stamp.at });
    if (!next.ok) throw new RangeError(`${step.kind} of ${now.thingId}: ${next.refusal.kind}`);
    done.push(next.value);
    now = next.value.thing;
  }
  return changeOf(...done);
};
