// Who is signed in, at which desk, in which world and at which business time.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { momentFromEpoch, momentToEpoch, type Moment } from '#core/kernel/moment.ts';
import { type Me, type MeDesk, meSchema } from '#wire/session.wire.ts';
import { isLineUp } from './line.ts';
import { act, askServer, keepCsrfToken, tellSignedOut } from './request.ts';
import { isNoAnswer, statusOf } from './problem.ts';
import { findStandIn, isStandInExpected } from './stand-in.ts';

const ME_PATH = '/api/me';

/** Business time runs with the real clock from what the server said. */
let clockOffset = 0;
export const businessNow = (): Moment => momentFromEpoch(Date.now() + clockOffset);
let clockHeard = false;
export const keepClock = (now: Moment) => {
  clockHeard = true;
  clockOffset = momentToEpoch(now) - Date.now();
};
/** A start without a line goes on with what the server said last. */
export const restoreClock = (now: Moment) => {
  if (!clockHeard) clockOffset = momentToEpoch(now) - Date.now();
};

/** Without a line the counter knows the time better than the machine's clock does. */
export const followClock = (now: Moment) => {
  clockOffset = momentToEpoch(now) - Date.now();
};

const knownListeners = new Set<() => void>();
/** Told when the server said who is signed in. */
export const onKnown = (listener: () => void): (() => void) => {
  knownListeners.add(listener);
  return () => {
    knownListeners.delete(listener);
  };
};

const learn = (me: Me): Me => {
  keepCsrfToken(me.csrfToken);
  keepClock(me.businessNow);
  for (const tell of knownListeners) tell();
  return me;
};

/** Of whoever opened this counter's store: good for working here, not for the server. */
const ownMe = async (): Promise<Me | undefined> => {
  const said = meSchema.safeParse(await findStandIn()?.ask(ME_PATH));
  return said.success ? { ...said.data, csrfToken: '' } : undefined;
};

export const ME = ['me'] as const;
export const useSession = () =>
  useQuery({
    queryKey: ME,
    queryFn: async ({ signal }): Promise<Me | null> => {
      // who sits at a counter without a line is known here; whether the line is back is asked beside it
      const here = isLineUp() ? undefined : await ownMe();
      if (here) return here;
      try {
        return learn(await askServer(ME_PATH, meSchema, signal));
      } catch (error) {
        const isSignedOut = statusOf(error) === 401;
        const own = isSignedOut || isNoAnswer(error) ? await ownMe() : undefined;
        // what stands on the screen stays; what was done here waits for somebody to sign in
        if (isSignedOut && own) tellSignedOut();
        if (own) return own;
        if (isSignedOut) return null;
        throw error;
      }
    },
    // a counter asks again by itself, and whoever opens its store waits for no other try
    ...(isStandInExpected() ? { retry: false } : {}),
    staleTime: 60_000,
    refetchInterval: 120_000,
  });

export const useMe = (): Me => {
  const me = useSession().data;
  if (!me) throw new Error('Màn hình này chỉ mở sau khi đăng nhập.');
  return me;
};

export const useDesk = (): MeDesk => {
  const { desk } = useMe();
  if (!desk) throw new Error('Tài khoản này không thuộc quầy nào.');
  return desk;
};

const nothing = z.unknown();
export const signIn = (login: string, password: string) =>
  act({ path: '/api/sign-in', body: { login, password }, answer: nothing, by: 'server' });
export const changePassword = (currentPassword: string, newPassword: string) =>
  act({ path: '/api/change-password', body: { currentPassword, newPassword }, answer: nothing, by: 'server' });

export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await act({ path: '/api/sign-out', answer: nothing }).catch(() => undefined);
    // whoever leaves shuts the counter's store behind her
    findStandIn()?.shut();
    client.clear();
    client.setQueryData(ME, null);
  };
};

export const isAtDesk = (me: Me): boolean =>
  me.desk !== null && me.roles.some((r) => r === 'postal-clerk' || r === 'commune-officer');
export const isOfficer = (me: Me): boolean => me.roles.includes('commune-officer');
export const isInOffice = (me: Me): boolean =>
  me.roles.some((r) => r === 'agency-officer' || r === 'section-head' || r === 'signing-leader' || r === 'records-clerk');
