// Who is signed in, at which desk, in which world and at which business time.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { momentFromEpoch, momentToEpoch, type Moment } from '#core/kernel/moment.ts';
import { type Me, type MeDesk, meSchema } from '#wire/session.wire.ts';
import { act, ask, keepCsrfToken } from './request.ts';
import { statusOf } from './problem.ts';

/** Business time runs with the real clock from what the server said. */
let clockOffset = 0;
export const businessNow = (): Moment => momentFromEpoch(Date.now() + clockOffset);
export const keepClock = (now: Moment) => {
  clockOffset = momentToEpoch(now) - Date.now();
};

const learn = (me: Me): Me => {
  keepCsrfToken(me.csrfToken);
  keepClock(me.businessNow);
  return me;
};

export const ME = ['me'] as const;
export const useSession = () =>
  useQuery({
    queryKey: ME,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return learn(await ask('/api/me', meSchema, signal));
      } catch (error) {
        if (statusOf(error) === 401) return null;
        throw error;
      }
    },
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
  act({ path: '/api/sign-in', body: { login, password }, answer: nothing });
export const changePassword = (currentPassword: string, newPassword: string) =>
  act({ path: '/api/change-password', body: { currentPassword, newPassword }, answer: nothing });

export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await act({ path: '/api/sign-out', answer: nothing }).catch(() => undefined);
    client.clear();
    client.setQueryData(ME, null);
  };
};

export const isAtDesk = (me: Me): boolean =>
  me.desk !== null && me.roles.some((r) => r === 'postal-clerk' || r === 'commune-officer');
export const isOfficer = (me: Me): boolean => me.roles.includes('commune-officer');
export const isInOffice = (me: Me): boolean =>
  me.roles.some((r) => r === 'agency-officer' || r === 'section-head' || r === 'signing-leader' || r === 'records-clerk');
