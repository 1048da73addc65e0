// A delivery that was recorded by mistake is taken back by a counter-entry: an officer's act with its ground. The outcome is
// again with the courier who carried it, the dossier waits again, and money goes back to the receiver from whoever has it.
// @law QĐ 45/2016/QĐ-TTg Đ.10; NĐ 61/2018/NĐ-CP Đ.20
import { type CustodyChange, both, moves } from '../custody/change.ts';
import { withCourier } from '../custody/courier-moves.ts';
import { type CustodyStamp, isOutcome } from '../custody/dossier-things.ts';
import { type CustodyEvent, type Thing, sameHolder } from '../custody/thing.ts';
import { type DeskActor, type HandsRefused, handsFor } from '../dossier/desk-hands.ts';
import type { DeskHands, DossierId } from '../dossier/dossier.ts';
import type { DossierState } from '../dossier/state.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, Desk } from '../organisation/organisation.ts';
import type { CourierRefused, Stop } from './courier-round.ts';

export type UndoFacts = {
  readonly orderNumber: string;
  readonly stop?: Stop;
  readonly actor: DeskActor;
  readonly how: Desk['officerConfirmation'];
  readonly dossiers: readonly { readonly dossierId: DossierId; readonly code: string; readonly state: DossierState }[];
  /** All that is known of its dossiers. */
  readonly things: readonly Thing[];
  /** Of these things; and those of which a case is open. */
  readonly events: readonly CustodyEvent[];
  readonly withOpenCase: readonly string[];
  /** The one who delivered, and what she took. */
  readonly courierId: AccountId;
  readonly collected: number;
  readonly heldByCourier: number;
  readonly heldAtDesk: number;
};

export type MoneyFrom = 'courier' | 'desk';
export type DeliveryUndone = { readonly hands: DeskHands; readonly moneyFrom?: MoneyFrom };

export type UndoRefused =
  | HandsRefused
  | Extract<CourierRefused, { readonly kind: 'stop-stands' | 'both-sides' }>
  /** Old papers were taken in at that door: somebody was there, and has a right to them. */
  | { readonly kind: 'old-papers-came'; readonly names: readonly string[] }
  | { readonly kind: 'money-went-on'; readonly amount: number }
  /** Its receiver said what was wrong, or something else has happened to it since. */
  | { readonly kind: 'delivery-followed'; readonly code: string };

/** What this courier handed out last, each with all that happened to it. */
const handedOutBy = (courierId: AccountId, things: readonly Thing[], events: readonly CustodyEvent[]): readonly { readonly thing: Thing; readonly own: readonly CustodyEvent[] }[] => {
  const her = withCourier(courierId);
  return things.filter(isOutcome).map((thing) => ({ thing, own: events.filter(({ thingId }) => thingId === thing.thingId).toSorted((a, b) => a.eventNo - b.eventNo) })).filter(({ own }) => {
    const last = own.at(-1);
    return last?.kind === 'handed-out' && last.from !== undefined && sameHolder(last.from, her);
  });
};

export const undoDelivery = (facts: UndoFacts): Result<DeliveryUndone, UndoRefused> => {
  const { orderNumber, stop, actor, courierId, collected } = facts;
  if (stop?.state !== 'delivered') return refuse({ kind: 'stop-stands', orderNumber, stands: stop?.state ?? 'planned' });
  let hands: DeskHands | undefined;
  for (const { state } of facts.dossiers) {
    const may = handsFor('undo-delivery', state, 'support', actor, facts.how);
    if (!may.ok) return may;
    hands = may.value;
  }
  if (!hands) throw new RangeError(`order ${orderNumber} carries no dossier`);
  if (hands.receiverId === courierId || actor.accountId === courierId) return refuse({ kind: 'both-sides' });
  const old = facts.things.filter(({ kind }) => kind === 'recalled').map(({ name }) => name ?? '');
  if (old.length > 0) return refuse({ kind: 'old-papers-came', names: old });
  const out = handedOutBy(courierId, facts.things, facts.events).map(({ thing }) => thing);
  for (const { dossierId, code } of facts.dossiers) {
    const hers = out.filter((thing) => thing.dossierId === dossierId);
    const isPaper = facts.things.some((thing) => thing.dossierId === dossierId && isOutcome(thing));
    if (isPaper && (hers.length === 0 || hers.some(({ thingId }) => facts.withOpenCase.includes(thingId)))) return refuse({ kind: 'delivery-followed', code });
  }
  if (collected === 0) return ok({ hands });
  const moneyFrom = facts.heldByCourier >= collected ? 'courier' : facts.heldAtDesk >= collected ? 'desk' : undefined;
  return moneyFrom ? ok({ hands, moneyFrom }) : refuse({ kind: 'money-went-on', amount: collected });
};

/** What this courier handed out last is with her again, as it was before. */
export const outcomesTakenBack = (things: readonly Thing[], events: readonly CustodyEvent[], courierId: AccountId, ground: string, stamp: CustodyStamp): CustodyChange =>
  both(...handedOutBy(courierId, things, events).map(({ thing, own }) => moves(thing, [{ kind: 'correct', events: own, note: ground }], stamp)));
