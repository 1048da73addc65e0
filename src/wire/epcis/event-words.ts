// Each kind of what happens in the ledger, in the words of the standard: step, disposition, where, from whom to whom.
// Bags and envelopes depart and arrive closed; what lies in them is shipped and received with its own count.
import { CITIZEN, type CustodyEvent, type Holder, type Thing, type ThingKind, type ThingStands } from '#core/custody/thing.ts';
import type { EpcisEvent } from '../epcis.wire.ts';

export type Words = Pick<EpcisEvent, 'action' | 'bizStep' | 'disposition'> & {
  /** Where it happened, and where the thing is from then on. */
  readonly at?: Holder;
  readonly stays?: Holder;
  readonly from?: Holder;
  readonly to?: Holder;
  /** The thing is this one's part or container. */
  readonly role?: 'parent' | 'child';
};

export type Circumstances = {
  readonly thing: Thing;
  /** Where it stood before. */
  readonly before: ThingStands | undefined;
  readonly containerKind?: ThingKind;
  /** What both sides counted of it under this record. */
  readonly counted: 'all' | 'short' | 'damaged';
};

const isContainer = ({ kind }: Thing): boolean => kind === 'bag' || kind === 'envelope';
const COUNTED = { all: 'completeness_verified', short: 'mismatch_quantity', damaged: 'damaged' } as const;

const cameWords = (thing: Thing, to: Holder): Words =>
  thing.kind === 'outcome' || isContainer(thing)
    ? { action: 'ADD', bizStep: 'commissioning', disposition: 'active', at: to, stays: to }
    : { action: 'ADD', bizStep: 'accepting', disposition: 'in_progress', at: to, stays: to };

const receivedWords = ({ thing, before, counted }: Circumstances, to: Holder): Words => {
  const way = { action: 'OBSERVE', at: to, stays: to, from: before?.journey?.from, to } as const;
  return isContainer(thing) ? { ...way, bizStep: 'arriving', disposition: 'container_closed' } : { ...way, bizStep: 'receiving', disposition: COUNTED[counted] };
};

/** Back where it was before the mistake; what was entered by mistake is none of ours any more. */
const correctedWords = ({ from, to, journey }: CustodyEvent): Words => {
  if (to.kind === 'citizen') return { action: 'DELETE', bizStep: 'decommissioning', disposition: 'inactive', at: from };
  if (journey) return { action: 'OBSERVE', bizStep: 'transporting', disposition: 'in_transit', ...journey };
  return { action: 'OBSERVE', bizStep: 'holding', disposition: 'in_progress', at: to, stays: to };
};

export const wordsOf = (event: CustodyEvent, circumstances: Circumstances): Words => {
  const { thing, before, containerKind } = circumstances;
  const { kind, from, to, journey } = event;
  // what is parted on the way is parted by who counts it, and is at no place yet
  const parting = { bizStep: journey ? 'inspecting' : 'unpacking', at: journey?.to ?? to, ...(!journey && { stays: to }) } as const;
  switch (kind) {
    case 'came': return cameWords(thing, to);
    case 'parted': return { action: 'ADD', disposition: 'in_progress', ...parting };
    case 'split': return { action: 'DELETE', role: 'parent', ...parting };
    case 'packed': return { action: 'ADD', role: 'child', bizStep: 'packing', disposition: containerKind === 'envelope' ? 'container_closed' : 'container_open', at: to, stays: to };
    case 'unpacked': return { action: 'DELETE', role: 'child', bizStep: 'unpacking', disposition: 'in_progress', at: to, stays: to };
    case 'sealed': return { action: 'OBSERVE', bizStep: 'packing', disposition: 'container_closed', at: to, stays: to };
    case 'unsealed': return { action: 'OBSERVE', bizStep: 'unpacking', disposition: 'container_open', at: to, stays: to };
    case 'sent': return { action: 'OBSERVE', bizStep: isContainer(thing) ? 'departing' : 'shipping', disposition: 'in_transit', at: journey?.from, from: journey?.from, to: journey?.to };
    case 'received': return receivedWords(circumstances, to);
    case 'refused': return { action: 'OBSERVE', bizStep: 'inspecting', disposition: 'returned', at: before?.journey?.to, stays: to, from: before?.journey?.to, to };
    case 'taken-over': return { action: 'OBSERVE', bizStep: 'accepting', disposition: 'in_progress', at: to, stays: to, from: before?.journey?.from ?? from, to };
    case 'handed-out': return { action: 'OBSERVE', bizStep: 'accepting', ...(thing.kind !== 'outcome' && { disposition: 'returned' }), at: from, from, to: CITIZEN };
    case 'archived': return { action: 'OBSERVE', bizStep: 'storing', at: from, stays: to };
    case 'lost': return { action: 'OBSERVE', bizStep: 'inspecting', disposition: 'mismatch_quantity', at: before?.journey?.to ?? from };
    case 'found': return { action: 'OBSERVE', bizStep: 'holding', disposition: 'in_progress', at: to, stays: to };
    case 'corrected': return correctedWords(event);
    case 'destroyed': return from?.kind === 'unaccounted'
      ? { action: 'DELETE', bizStep: 'decommissioning', disposition: 'inactive' }
      : { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed', at: from };
  }
};
