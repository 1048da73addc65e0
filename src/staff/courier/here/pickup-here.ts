// Papers to be collected as they stand on this phone: the server's last word, and over it what was done here since.
import type { PickupNext } from '#core/shipment/pickup.ts';
import type { HandInBody } from '#wire/courier.wire.ts';
import type { CollectBody, PickupView } from '#wire/pickup.wire.ts';
import type { OpenAct } from '../phone/phone-store.ts';
import type { CourierAct, Refused } from './overlay.ts';

export type PickupHere = PickupView & { readonly unsent: boolean; readonly refused?: Refused; readonly triedToday: boolean };

const after = (pickup: PickupView, { row, act }: OpenAct): PickupView => {
  switch (row.kind as CourierAct) {
    case 'collect': {
      const { at, slipNumber, papers } = act.body as CollectBody;
      return { ...pickup, state: 'with-courier', collectedAt: at, slipNumber, papers };
    }
    case 'fail-pickup': return { ...pickup, ...(act.here as PickupNext) };
    case 'hand-in': return pickup.state === 'with-courier' && (act.body as HandInBody).deskId === pickup.deskId ? { ...pickup, state: 'handed-in' } : pickup;
    case 'take': case 'deliver': case 'fail': case 'arrange': return pickup;
  }
};

export const pickupHere = (pickup: PickupView, acts: readonly OpenAct[], day: string): PickupHere => {
  const own = acts.filter(({ row }) => row.about.includes(pickup.pickupId));
  const refused = own.findLast(({ row }) => row.state === 'refused');
  const now = own.filter(({ row }) => row.state !== 'refused').reduce(after, pickup);
  return {
    ...now,
    unsent: own.some(({ row }) => row.state !== 'done' && row.state !== 'refused'),
    ...(refused && { refused: { commandId: refused.row.commandId, kind: refused.row.kind as CourierAct, text: refused.row.refusal?.text ?? '' } }),
    // another day was agreed on
    triedToday: now.state === 'planned' && now.day > day,
  };
};
