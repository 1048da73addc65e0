// Signed in: the work. Not signed in: the door. A session that ends during work is renewed in a
// dialog above the screen, so that nothing typed is lost.
import { RouterProvider } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { counterHere } from './alone/counter-here.ts';
import { calm } from './api/calm.ts';
import { isLineUp, noteNoAnswer, subscribeLine } from './api/line.ts';
import { isNoAnswer } from './api/problem.ts';
import { onSignedOut } from './api/request.ts';
import { expectStandIn } from './api/stand-in.ts';
import { ME, onKnown, useSession } from './api/session.ts';
import { ErrorState, Loading } from './design/frames.tsx';
import { late } from './design/late.tsx';
import { shutDrawer } from './kept/drawer-state.ts';
import { COUNTER_STORES } from './offline/counter-name.ts';
import { makeRouter } from './routes.tsx';
import { ChangePasswordScreen } from './sign-in/change-password.screen.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { SignInScreen } from './sign-in/sign-in.screen.tsx';

/** Only an enrolled counter fetches what works without a line. */
const vault = late(async () => (await import('./alone/vault.screen.tsx')).VaultScreen, <Loading />);
const openHere = async (): Promise<void> => (await import('./alone/open-counter.ts')).openCounterHere();

/** Its note of itself was lost, as in a power cut: the page begins anew as the counter it is. */
const findLost = async (): Promise<void> => {
  const isThere = (await indexedDB.databases()).some(({ name }) => name?.startsWith(COUNTER_STORES));
  if (isThere && (await (await import('./alone/find-counter.ts')).findCounter())) location.reload();
};
// before anything can be typed: a counter keeps nothing open on its disk
if (!counterHere()) void findLost();
else {
  shutDrawer();
  expectStandIn();
  // on its way while the first screen is made
  void openHere();
  vault.fetch();
}

/** What stands on the screens is read anew when the line is back, and not at each turn of one that flaps. */
const ASKED_AGAIN_AFTER = 3_000;

/** At a counter nobody looks at an empty screen for longer: the door of its store needs no answer, and makes way for one that comes. */
const DOOR_AFTER = 500;
const useIsLate = (isWaiting: boolean): boolean => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), DOOR_AFTER);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isLate;
};

/** Of whoever is signed in: her own, and none before she is there. */
const Work = () => {
  const [router] = useState(makeRouter);
  return <RouterProvider router={router} />;
};

export const App = () => {
  const session = useSession();
  const client = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => onSignedOut(() => setExpired(true)), []);
  // signed in again, perhaps in another tab
  useEffect(() => onKnown(() => setExpired(false)), []);

  useEffect(() => {
    const askAll = calm(() => { if (isLineUp()) void client.invalidateQueries(); }, ASKED_AGAIN_AFTER);
    return subscribeLine(() => (isLineUp() ? askAll() : void client.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === ME[0] || what === 'bags' })));
  }, [client]);

  const unreached = session.data === null ? !isLineUp() : session.data === undefined && isNoAnswer(session.failureReason);
  const isLate = useIsLate(session.isPending);
  // whoever begins to open the store is not interrupted by an answer that comes
  const [isAtDoor, setAtDoor] = useState(false);
  if ((unreached || isLate || isAtDoor) && counterHere()) {
    const again = () => {
      setAtDoor(false);
      void session.refetch();
    };
    const opened = () => {
      // nobody has answered yet: she goes on at once, and the server is asked beside it
      if (session.isPending) noteNoAnswer();
      again();
    };
    return <vault.Part onOpened={opened} onRetry={again} onTouched={() => setAtDoor(true)} />;
  }
  if (session.isPending) return <Loading label="Đang mở màn hình làm việc" />;
  if (session.data === undefined) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  const renew = () => {
    setExpired(false);
    void client.invalidateQueries();
  };
  const me = session.data;
  if (me === null)
    return (
      <SignInScreen
        onSignedIn={() => {
          client.removeQueries({ predicate: (q) => q.queryKey[0] !== ME[0] });
          void session.refetch();
          setExpired(false);
        }}
      />
    );
  if (me.mustChangePassword) return <ChangePasswordScreen onChanged={() => void session.refetch()} />;
  return (
    <>
      <Work key={me.account.accountId} />
      {expired && <SignInAgain login={me.account.login} onSignedIn={renew} onOther={() => client.setQueryData(ME, null)} />}
    </>
  );
};
