// A cold start without a line: the screens are here, the server is not; the store opens to whoever knows its phrase.
import { useEffect } from 'react';
import { Button } from '../design/button.tsx';
import { Banner } from '../design/frames.tsx';
import { Door } from '../sign-in/door.tsx';
import { businessNow } from '../api/session.ts';
import './alone.css';
import { counterHere } from './counter-here.ts';
import { type CounterStanding, useStanding } from './counter.ts';
import { STORE_HELD, useStoreHeld } from './store-held.ts';
import { doorWords, STOPPED, stoppedTone } from './standing-words.ts';
import { useUnlock } from './unlock-form.tsx';

/** While the phrase is typed what stands behind the door is fetched. */
const fetchBehind = (): void => void Promise.allSettled([
  import('./counter-bar.tsx'), import('./typing-gate.tsx'), import('./needs-line-banner.tsx'), import('../counter/today/today.screen.tsx'), import('../counter/find-procedure/find-procedure.screen.tsx'),
]);

type AtDoor = { readonly onOpened: () => void; readonly onTouched: () => void };

const Form = ({ standing, onOpened, onTouched }: AtDoor & { readonly standing: CounterStanding }) => {
  const unlock = useUnlock(standing, onOpened);
  return (
    <form onInput={onTouched} onSubmit={(event) => { event.preventDefault(); void unlock.submit().then((open) => { if (open) onOpened(); }); }} noValidate>
      {unlock.fields}
      <Button type="submit" look="main" large busy={unlock.busy}>Mở kho và làm việc</Button>
    </form>
  );
};

export const VaultScreen = ({ onOpened, onRetry, onTouched }: AtDoor & { readonly onRetry: () => void }) => {
  const standing = useStanding();
  const held = useStoreHeld();
  const isRead = standing !== undefined;
  useEffect(() => { if (isRead) fetchBehind(); }, [isRead]);
  const words = standing ? doorWords(standing, businessNow()) : [];
  return (
    <Door>
      <div>
        <h2>Làm việc khi mất mạng</h2>
        {standing?.stopped
          ? <Banner tone={stoppedTone(standing.stopped)}>{STOPPED[standing.stopped]}</Banner>
          : <p>Máy chủ chưa trả lời. {counterHere()?.deskName} vẫn tiếp nhận được tại máy này; mọi việc được gửi đi khi có mạng.</p>}
        {standing
          ? <><ul className="vault-facts">{words.map((say) => <li key={say.words} className={`say-${say.tone}`}>{say.words}</li>)}</ul><Form standing={standing} onOpened={onOpened} onTouched={onTouched} /></>
          : <p role="status">{held ? STORE_HELD : 'Đang đọc kho dữ liệu của quầy…'}</p>}
        <Button look="plain" onClick={onRetry}>Thử nối lại máy chủ</Button>
      </div>
    </Door>
  );
};
