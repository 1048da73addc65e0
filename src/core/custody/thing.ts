// What can be held, and who can hold it. A thing has exactly one holder at each moment; whatever lies in an envelope
// or a bag is where the envelope or the bag is.
// @law QĐ 45/2016/QĐ-TTg Đ.6, Đ.7, Đ.8, Đ.9; NĐ 61/2018/NĐ-CP Đ.18, Đ.20
import type { Brand } from '../kernel/brand.ts';
import type { Moment } from '../kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';

export type ThingId = Brand<string, 'ThingId'>;

export const THING_KINDS = [
  'papers', // what came of one dossier in one round and lies together
  'paper', // parted from them, because it went another way
  'outcome',
  'recalled', // an old paper taken in when the outcome was given
  'envelope',
  'bag',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

export const HOLDER_KINDS = [
  'desk', 'agency',
  'archive', // kept by the agency for good, its dossier being closed
  'courier', 'carrier',
  'transit', // between two sides, under the record both of them sign
  'citizen',
  'unaccounted', // neither side has it: a case is open
  'destroyed',
] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** `id`: the desk, the unit, the account, the record; empty where the kind says all. */
export type Holder = { readonly kind: HolderKind; readonly id: string };

export const atDesk = (deskId: DeskId): Holder => ({ kind: 'desk', id: deskId });
export const atAgency = (unitId: UnitId): Holder => ({ kind: 'agency', id: unitId });
export const inArchive = (unitId: UnitId): Holder => ({ kind: 'archive', id: unitId });
export const inTransit = (recordId: string): Holder => ({ kind: 'transit', id: recordId });
export const CITIZEN: Holder = { kind: 'citizen', id: '' };
export const UNACCOUNTED: Holder = { kind: 'unaccounted', id: '' };
export const DESTROYED: Holder = { kind: 'destroyed', id: '' };

export const sameHolder = (one: Holder, other: Holder): boolean => one.kind === other.kind && one.id === other.id;

/** What it is: this never changes. */
export type ThingIs = {
  readonly thingId: ThingId;
  readonly kind: ThingKind;
  readonly dossierId?: string;
  /** 0 at intake, then per supplement. */
  readonly roundNo?: number;
  /** Lines of the dossier's papers that it holds. */
  readonly lines: readonly number[];
  readonly name?: string;
  /** As its barcode reads. */
  readonly label?: string;
};

/** Where it is: what folding its events gives. */
export type ThingStands = {
  readonly count: number;
  readonly holder: Holder;
  /** Only between two sides: who sent it, and who alone can receive it. */
  readonly journey?: { readonly from: Holder; readonly to: Holder };
  readonly insideId?: ThingId;
  readonly since: Moment;
  readonly lastEventNo: number;
};

export type Thing = ThingIs & ThingStands;

export const EVENT_KINDS = [
  'came', 'parted', 'split', 'packed', 'unpacked', 'sealed', 'unsealed', 'sent', 'received', 'refused', 'taken-over', 'handed-out', 'archived', 'lost', 'found', 'corrected', 'destroyed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type CustodyEvent = {
  readonly thingId: ThingId;
  readonly eventNo: number;
  readonly kind: EventKind;
  readonly from?: Holder;
  readonly to: Holder;
  /** While it is sent: both sides of its way. */
  readonly journey?: { readonly from: Holder; readonly to: Holder };
  /** The paper that both sides sign. */
  readonly recordId?: string;
  /** Pieces, once this has happened. */
  readonly count: number;
  /** What it was parted from, what was parted from it, or what it was packed into. */
  readonly otherId?: ThingId;
  readonly correctsEventNo?: number;
  readonly note?: string;
  readonly at: Moment;
  readonly by: { readonly accountId: AccountId; readonly name: string };
};
