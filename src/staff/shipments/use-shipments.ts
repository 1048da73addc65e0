// What the screen of shipments asks and does.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { type ShipmentsView, type ShipmentView, shipmentRow, shipmentView, shipmentsView } from '#wire/shipments.wire.ts';
import { ask } from '../api/request.ts';
import { keepClock } from '../api/session.ts';
import { SHIPMENTS } from '../api/shipments-key.ts';
import { useAct } from '../api/use-act.ts';

/** A carrier that is away for hours is not asked after by every desk at every breath. */
const STANDS_THERE = 600_000;
export const looksAgainAfter = (view: ShipmentsView | undefined): number =>
  (view?.shipments.some(({ state, madeAt }) => (state === 'waiting' || state === 'sending') && momentToEpoch(view.now) - momentToEpoch(madeAt) < STANDS_THERE) ? 3_000 : 20_000);

export const useShipments = () => useQuery({
  queryKey: SHIPMENTS,
  queryFn: async ({ signal }) => {
    const view = await ask('/api/desk/shipments', shipmentsView, signal);
    keepClock(view.now);
    return view;
  },
  // a carrier's word comes by itself; the clerk who ordered stands there with the envelope
  refetchInterval: ({ state: { data } }) => looksAgainAfter(data),
});

export const useShipment = (shipmentId: string) => useQuery({
  queryKey: [...SHIPMENTS, shipmentId], queryFn: ({ signal }) => ask(`/api/desk/shipments/${shipmentId}`, shipmentView, signal), refetchInterval: 20_000,
});

export const findByItem = (itemNumber: string): Promise<ShipmentView> => ask(`/api/desk/items/${encodeURIComponent(itemNumber)}`, shipmentRow);
export const itemLabelUrl = (shipmentId: string): string => `/api/desk/shipments/${shipmentId}/label.pdf`;

/** What leaves, or stays after all, changes what the desk holds. */
const CHANGED = [SHIPMENTS, ['today'], ['find'], ['dossier'], ['custody']].map((key) => [...key]);

export const useShipmentAct = <Body extends object, Answer>(path: string, answer: z.ZodType<Answer, unknown>, onDone: (answer: Answer) => void) =>
  useAct((body: Body) => ({ path: `/api/desk/shipments${path}`, answer, body }), { refresh: CHANGED, onDone });
