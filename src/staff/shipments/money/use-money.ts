// What the desk asks about money of others in its hands.
import { useQuery } from '@tanstack/react-query';
import { type RemitBody, type Remitted, deskMoneyView, remitted } from '#wire/remittance.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';

const MONEY = ['desk-money'] as const;

export const useMoney = () => useQuery({ queryKey: MONEY, queryFn: ({ signal }) => ask('/api/desk/money', deskMoneyView, signal), refetchInterval: 20_000 });

export const useRemit = (onDone: (answer: Remitted) => void) =>
  useAct((body: RemitBody) => ({ path: '/api/desk/remittances', answer: remitted, body }), { refresh: [[...MONEY], ['couriers']], onDone });
