// Signed in: the work. Not signed in: the door. A session that ends during work is renewed in a
// dialog above the screen, so that nothing typed is lost.
import { RouterProvider } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onSignedOut } from './api/request.ts';
import { ME, useSession } from './api/session.ts';
import { ErrorState, Loading } from './design/frames.tsx';
import { makeRouter } from './routes.tsx';
import { ChangePasswordScreen } from './sign-in/change-password.screen.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { SignInScreen } from './sign-in/sign-in.screen.tsx';

export const App = () => {
  const session = useSession();
  const client = useQueryClient();
  const [router] = useState(makeRouter);
  const [expired, setExpired] = useState(false);
  useEffect(() => onSignedOut(() => setExpired(true)), []);

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
      <RouterProvider router={router} key={me.account.accountId} />
      {expired && <SignInAgain login={me.account.login} onSignedIn={renew} onOther={() => client.setQueryData(ME, null)} />}
    </>
  );
};
