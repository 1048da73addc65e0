// What is left to do about a shipment at its desk; what needs somebody's eye stands first.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.5.2
import type { OrderState } from './send-order.ts';

export const SHIPMENT_STANDS = ['problem', 'to-count', 'to-hand-over', 'on-the-way', 'ended'] as const;
export type ShipmentStands = (typeof SHIPMENT_STANDS)[number];

export type StandingFacts = {
  readonly state: OrderState;
  /** The carrier's word. */
  readonly status: string | null;
  readonly problem: string | null;
  /** Its last word is a code that nobody has mapped. */
  readonly isUnmapped: boolean;
  readonly isHandedOver: boolean;
  readonly isOwnNetwork: boolean;
  /** By the ledger, from its carrier to the desk. */
  readonly isComingBack: boolean;
  readonly isCountedBack: boolean;
};

const ENDED: ReadonlySet<string> = new Set(['delivered', 'returned', 'cancelled']);
const TROUBLED: ReadonlySet<string> = new Set(['lost', 'attempt-failed', 'returning']);

export const shipmentStands = ({ state, status, problem, isUnmapped, isHandedOver, isOwnNetwork, isComingBack, isCountedBack }: StandingFacts): ShipmentStands => {
  // the post's own courier hands hers in, and is counted with her
  if (isComingBack && !isOwnNetwork) return 'to-count';
  if (state === 'cancelled' || isCountedBack) return 'ended';
  if (state === 'refused' || state === 'unclear' || problem !== null || isUnmapped) return 'problem';
  if (status !== null && ENDED.has(status)) return 'ended';
  // the post's own courier goes there again, or hands it in, by herself
  if (status !== null && TROUBLED.has(status) && !(isOwnNetwork && status !== 'lost')) return 'problem';
  return isHandedOver || status !== null ? 'on-the-way' : 'to-hand-over';
};

export type HandOverRefused =
  /** The post's own couriers take it by name. */
  | { readonly kind: 'courier-takes-it'; readonly orderNumber: string }
  | { readonly kind: 'order-not-confirmed'; readonly orderNumber: string }
  | { readonly kind: 'handed-over-before'; readonly orderNumber: string }
  | { readonly kind: 'outcome-not-here'; readonly code: string };

/** To the carrier goes what it knows of and what lies here: all of it, or nothing. */
export const refuseHandOver = (shipments: readonly {
  readonly orderNumber: string; readonly isOwnNetwork: boolean; readonly state: OrderState; readonly isHandedOver: boolean;
  readonly dossiers: readonly { readonly code: string; readonly isHere: boolean }[];
}[]): HandOverRefused | undefined => {
  for (const { orderNumber, isOwnNetwork, state, isHandedOver, dossiers } of shipments) {
    if (isOwnNetwork) return { kind: 'courier-takes-it', orderNumber };
    if (isHandedOver) return { kind: 'handed-over-before', orderNumber };
    if (state !== 'confirmed') return { kind: 'order-not-confirmed', orderNumber };
    const gone = dossiers.find(({ isHere }) => !isHere);
    if (gone) return { kind: 'outcome-not-here', code: gone.code };
  }
  return undefined;
};
