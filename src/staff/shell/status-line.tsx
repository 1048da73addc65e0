import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { dateOf, wallTimeOf } from '#core/kernel/moment.ts';
import { businessNow, isAtDesk, isOfficer, useMe, useSignOut } from '../api/session.ts';
import { leftBehind } from '../api/leaving.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { late } from '../design/late.tsx';
import { Presence } from './presence.tsx';
import { useOnline } from '../api/use-online.ts';

const Clock = () => {
  const [now, setNow] = useState(businessNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(businessNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="status-clock" dateTime={now}>
      {formatDay(dateOf(now))} · <strong>{wallTimeOf(now)}</strong>
    </time>
  );
};

const Line = ({ online }: { readonly online: boolean }) => <><Icon name={online ? 'wifi' : 'offline'} size={18} />{online ? 'Có mạng' : 'Mất kết nối'}</>;

const leaving = late(async () => (await import('./sign-out-dialog.tsx')).SignOutDialog);

export const StatusLine = ({ onPalette }: { readonly onPalette: () => void }) => {
  const me = useMe();
  const online = useOnline();
  const signOut = useSignOut();
  const [behind, setBehind] = useState<readonly string[]>([]);
  const leave = (): void => {
    const words = leftBehind();
    if (words.length === 0) return void signOut();
    return setBehind(words);
  };
  return (
    <>
      <header className="status" aria-label="Trạng thái làm việc">
        <span className={online ? 'status-line-up' : 'status-line-down'} role="status">
          {isAtDesk(me) ? <Link to="/mat-mang" title="Làm việc khi mất mạng"><Line online={online} /></Link> : <Line online={online} />}
        </span>
        <span className="status-place" title={me.desk?.name ?? me.assignments[0]?.unitName}>
          {me.desk?.shortName ?? me.assignments[0]?.unitName}
        </span>
        <Clock />
        {me.world.isDemo && (
          <span className="chip status-demo" title={`${me.world.title}. Dữ liệu mẫu: người và số liệu đều giả định.`}>
            Dữ liệu mẫu
          </span>
        )}
        <span className="grow" />
        {isAtDesk(me) && !isOfficer(me) && (
          <span className="status-presence">
            <Presence />
          </span>
        )}
        <span className="status-find">
          <Button look="plain" hotkey="Ctrl+K" onClick={onPalette}>
            Tìm nhanh
          </Button>
        </span>
        <span className="status-who" title={me.account.title}>
          <span>
            {me.account.fullName}
            <small>{me.account.title}</small>
          </span>
        </span>
        <Button look="plain" onClick={leave}>
          Đăng xuất
        </Button>
      </header>
      {/* beside the line, whose words never break */}
      {behind.length > 0 && <leaving.Part words={behind} onStay={() => setBehind([])} onLeave={() => void signOut()} />}
    </>
  );
};
