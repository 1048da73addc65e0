// The round of the day: the server's while it answers, else as it was kept; and over it what was done on this phone.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import { type CourierRound, courierRound } from '#wire/courier.wire.ts';
import { isLineUp } from '../api/line.ts';
import { isNoAnswer, needsLine, statusOf } from '../api/problem.ts';
import { askServer } from '../api/request.ts';
import { businessNow } from '../api/session.ts';
import type { Phone } from './phone/phone.ts';
import { doneActs, findKept } from './phone/phone-store.ts';
import { type RoundHere, roundHere } from './here/overlay.ts';
import { usePhoneState } from './use-phone.ts';

const PATH = '/api/courier/round';
const LOOK_AGAIN = 60_000;

const kept = async (phone: Phone): Promise<CourierRound | undefined> => {
  const said = courierRound.safeParse(await findKept(phone.store, PATH));
  return said.success && said.data.day === dateOf(businessNow()) ? said.data : undefined;
};

const read = async (phone: Phone, signal: AbortSignal): Promise<CourierRound> => {
  const known = isLineUp() ? undefined : await kept(phone);
  if (known) return known;
  const spokenOf = await doneActs(phone.store);
  try {
    const round = await askServer(PATH, courierRound, signal);
    await phone.keepAnswer(PATH, round, spokenOf);
    return round;
  } catch (error) {
    const own = isNoAnswer(error) || statusOf(error) === 401 ? await kept(phone) : undefined;
    if (own) return own;
    throw isNoAnswer(error) ? needsLine() : error;
  }
};

export type RoundAsked = { readonly data: RoundHere | undefined; readonly error: unknown; readonly isPending: boolean; readonly refetch: () => unknown };

export const useRound = (phone: Phone): RoundAsked => {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['courier-round', phone.store.accountId], [phone]);
  const asked = useQuery({ queryKey, queryFn: ({ signal }) => read(phone, signal), refetchInterval: LOOK_AGAIN });
  const { acts } = usePhoneState(phone);
  const done = acts.filter(({ row }) => row.state === 'done').map(({ row }) => row.commandId).join();
  // what was taken is read anew, and stands over the old round until then
  useEffect(() => { if (done !== '') void client.invalidateQueries({ queryKey }); }, [client, done, queryKey]);
  const { data, error, isPending, refetch } = asked;
  return { data: useMemo(() => data && roundHere(data, acts), [data, acts]), error, isPending, refetch };
};
