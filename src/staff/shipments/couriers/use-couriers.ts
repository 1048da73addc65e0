// What the desk asks and does about the post's own couriers.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type DeskCouriersView, deskCouriersView } from '#wire/courier-desk.wire.ts';
import { roundStop } from '#wire/courier.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { SHIPMENTS } from '../../api/shipments-key.ts';

const COURIERS = ['couriers'] as const;
export type DeskStop = DeskCouriersView['shipments'][number];
export type DeskRecord = DeskCouriersView['records'][number];
export type DeskCourier = DeskCouriersView['couriers'][number];

export const useCouriers = () => useQuery({
  queryKey: COURIERS, queryFn: ({ signal }) => ask('/api/desk/couriers', deskCouriersView, signal),
  // she counts, delivers and hands in on her own phone
  refetchInterval: 20_000,
});

/** Who may take it and what is due, for what is written down from her paper. */
export const usePaperStop = (shipmentId: string) => useQuery({
  queryKey: [...COURIERS, 'paper', shipmentId], queryFn: ({ signal }) => ask(`/api/desk/courier-shipments/${shipmentId}`, roundStop, signal), enabled: shipmentId !== '',
  // what is being written down stays as it was read
  staleTime: Number.POSITIVE_INFINITY, gcTime: 0,
});

const CHANGED = [COURIERS, SHIPMENTS, ['today'], ['dossier'], ['custody']].map((key) => [...key]);

export const useCourierAct = <Body extends object, Answer>(path: string, answer: z.ZodType<Answer, unknown>, onDone: (answer: Answer) => void) =>
  useAct((body: Body) => ({ path: `/api/desk/${path}`, answer, body }), { refresh: CHANGED, onDone });

/** Waits at the desk, in somebody's round or in nobody's. */
export const isHere = ({ state }: DeskStop): boolean => state === undefined || state === 'planned' || state === 'at-desk';
/** Tried and back: the desk may say that nothing more is tried. */
export const mayEnd = ({ state, attempts }: DeskStop): boolean => state === 'at-desk' || (state === 'planned' && attempts.length > 0);
