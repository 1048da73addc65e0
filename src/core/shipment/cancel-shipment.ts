// Taken back at once while nothing was sent; afterwards only with the carrier's word. While it is not known whether the
// carrier has the order, there is nothing that could be taken back surely.
// @law QĐ 45/2016/QĐ-TTg Đ.10
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { OrderState } from './send-order.ts';

export type CancelRefused =
  | { readonly kind: 'order-unclear' }
  | { readonly kind: 'order-ended' }
  | { readonly kind: 'handed-over-to-carrier' };

/** What has left the desk is not cancelled: it comes back as a return. */
export const cancelShipment = (state: OrderState, isHandedOver: boolean): Result<{ readonly state: 'cancelled' | 'cancelling' }, CancelRefused> => {
  if (isHandedOver) return refuse({ kind: 'handed-over-to-carrier' });
  switch (state) {
    case 'waiting': return ok({ state: 'cancelled' });
    case 'confirmed': return ok({ state: 'cancelling' });
    case 'sending': case 'unclear': return refuse({ kind: 'order-unclear' });
    case 'refused': case 'cancelling': case 'cancelled': return refuse({ kind: 'order-ended' });
  }
};

export type SettleRefused = { readonly kind: 'order-not-unclear' };

/** A person asked the carrier: it has the order, or it never had it. */
export const settleOrder = (state: OrderState, arrived: boolean): Result<{ readonly state: 'confirmed' | 'waiting' }, SettleRefused> =>
  state === 'unclear' || state === 'refused' ? ok({ state: arrived ? 'confirmed' : 'waiting' }) : refuse({ kind: 'order-not-unclear' });
