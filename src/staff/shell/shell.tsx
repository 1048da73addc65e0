import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useIsCounter } from '../alone/counter-here.ts';
import { isAtDesk, ME, useMe } from '../api/session.ts';
import { EmptyState, Loading } from '../design/frames.tsx';
import { useKey } from '../design/keys.ts';
import { late } from '../design/late.tsx';
import { toast, Toasts } from '../design/toast.tsx';
import { Rail } from './rail.tsx';
import { mayOpen, type ScreenEntry, screensOf } from './screens.ts';
import { StatusLine } from './status-line.tsx';
import { useScanner } from '../scanner/use-scanner.ts';

/** Only an enrolled counter fetches what works without a line. */
const bar = late(async () => (await import('../alone/counter-bar.tsx')).CounterBar);
const gate = late(async () => (await import('../alone/typing-gate.tsx')).TypingGate, <Loading />);
const palette = late(async () => (await import('./palette.tsx')).Palette);
const findOneByCode = async (code: string) => (await import('../counter/find-dossiers/found-dossiers.ts')).findOneByCode(code);
const needsLine = late(async () => (await import('../alone/needs-line-banner.tsx')).NeedsLineBanner);

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
  const [searching, setSearching] = useState(false);
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
      <StatusLine onPalette={() => setSearching(true)} />
      {isAtDesk(me) && isCounter && <bar.Part />}
      <main className="work" id="work" tabIndex={-1}>
        {isAtDesk(me) && isCounter && <needsLine.Part path={path} />}
        <Suspense fallback={<Loading />}>
          {mayOpen(me, path) ? (
            isAtDesk(me) && isCounter ? <gate.Part path={path}><Outlet /></gate.Part> : <Outlet />
          ) : (
            <EmptyState whole icon="info" title="Màn hình này không thuộc nhiệm vụ của ông/bà">
              Chọn một mục ở thanh bên, hoặc đăng nhập bằng tài khoản khác.
            </EmptyState>
          )}
        </Suspense>
      </main>
      {searching && <palette.Part onClose={() => setSearching(false)} />}
      <Toasts />
    </div>
  );
};
