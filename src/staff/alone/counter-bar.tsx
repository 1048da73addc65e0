import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { businessNow } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { useOnline } from '../api/use-online.ts';
import { useFileInHand } from '../kept/in-hand.ts';
import { useKept } from '../worker/keep-worker.ts';
import { UpdateButton } from '../worker/update-button.tsx';
import './alone.css';
import { againstUpdate } from './against-update.ts';
import { useStanding } from './counter.ts';
import { usePresenceCarried } from './presence-carried.ts';
import { STORE_HELD, useStoreHeld } from './store-held.ts';
import { standingWords } from './standing-words.ts';
import { UnlockDialog } from './unlock-dialog.tsx';

const AGES = 20_000;

export const CounterBar = () => {
  usePresenceCarried();
  const standing = useStanding();
  const online = useOnline();
  const held = useStoreHeld();
  const { updateReady } = useKept();
  const inHand = useFileInHand();
  const [now, setNow] = useState(businessNow);
  const [unlocking, setUnlocking] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setNow(businessNow()), AGES);
    return () => clearInterval(timer);
  }, []);
  if (!standing) return <div className="counter-bar" role="status">{held ? STORE_HELD : 'Đang mở kho dữ liệu của quầy'}</div>;
  const [line, ...rest] = standingWords(standing, online, now);
  return (
    <section className="counter-bar" aria-label="Quầy khi mất mạng">
      {line && <strong className={`say-${line.tone}`} role="status">{line.words}</strong>}
      <ul>{rest.map(({ tone, words }) => <li key={words} className={`say-${tone}`}>{words}</li>)}</ul>
      <span className="grow" />
      {standing.vault !== 'open' && <Button look="plain" onClick={() => setUnlocking(true)}>Mở kho</Button>}
      {(updateReady || standing.stopped === 'newer-release') && (inHand || (standing.sending && online)
        ? <span className="faint">Có bản mới, cập nhật sau khi {inHand ? 'thu nhỏ xong bản quét' : 'gửi xong'}</span>
        : <UpdateButton look="plain" title="Việc đang nhập được lưu và mở lại sau khi cập nhật" against={againstUpdate} />)}
      <Link to="/mat-mang">Việc chưa gửi</Link>
      {unlocking && <UnlockDialog standing={standing} onClose={() => setUnlocking(false)} />}
    </section>
  );
};
