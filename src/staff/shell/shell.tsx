import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useIsCounter } from '../alone/counter-here.ts';
import { isAtDesk, ME, useMe } from '../api/session.ts';
import { EmptyState, Loading } from '../design/frames.tsx';
import { useKey } from '../design/keys.ts';
import { toast, Toasts } from '../design/toast.tsx';
import { findOneByCode } from '../counter/find-dossiers/found-dossiers.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { mayOpen, type ScreenEntry, screensOf } from './screens.ts';
import { StatusLine } from './status-line.tsx';
import { useScanner } from '../scanner/use-scanner.ts';

/** Only an enrolled counter fetches what works without a line. */
const CounterBar = lazy(() => import('../alone/counter-bar.tsx').then((module) => ({ default: module.CounterBar })));

const TypingGate = lazy(() => import('../alone/typing-gate.tsx').then((module) => ({ default: module.TypingGate })));
const NeedsLineBanner = lazy(() => import('../alone/needs-line-banner.tsx').then((module) => ({ default: module.NeedsLineBanner })));

/** The key of a screen opens it, and reads it anew where it is open already: others have worked meanwhile. */
const ScreenKey = ({ screen }: { readonly screen: ScreenEntry }) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  useKey(screen.key, () => {
    void client.invalidateQueries({ type: 'active', predicate: (query) => query.queryKey[0] !== ME[0] });
    void navigate({ to: screen.path });
  });
  return null;
};

export const Shell = () => {
  const me = useMe();
  const navigate = useNavigate();
  const path = useLocation({ select: (location) => location.pathname });
  const [palette, setPalette] = useState(false);
  const isCounter = useIsCounter();
  useScanner((code) => {
    findOneByCode(code).then(
      (dossier) =>
        dossier
          ? void navigate({ to: '/ho-so/$dossierId', params: { dossierId: dossier.dossierId } })
          : toast(`Không thấy hồ sơ ${code} tại quầy này.`, 'red'),
      (error: unknown) => toast(error instanceof Error ? error.message : 'Chưa tra được mã vừa quét.', 'red'),
    );
  }, isAtDesk(me));
  return (
    <div className="app">
      <a className="button skip" href="#work">
        Đến nội dung chính
      </a>
      {screensOf(me).map((screen) => (
        <ScreenKey key={screen.path} screen={screen} />
      ))}
      <Rail />
      <StatusLine onPalette={() => setPalette(true)} />
      {isAtDesk(me) && isCounter && <Suspense fallback={null}><CounterBar /></Suspense>}
      <main className="work" id="work" tabIndex={-1}>
        {isAtDesk(me) && isCounter && <Suspense fallback={null}><NeedsLineBanner path={path} /></Suspense>}
        <Suspense fallback={<Loading />}>
          {mayOpen(me, path) ? (
            isAtDesk(me) && isCounter ? <TypingGate path={path}><Outlet /></TypingGate> : <Outlet />
          ) : (
            <EmptyState whole icon="info" title="Màn hình này không thuộc nhiệm vụ của ông/bà">
              Chọn một mục ở thanh bên, hoặc đăng nhập bằng tài khoản khác.
            </EmptyState>
          )}
        </Suspense>
      </main>
      {palette && <Palette onClose={() => setPalette(false)} />}
      <Toasts />
    </div>
  );
};
