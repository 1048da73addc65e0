// On a counter what is typed is kept sealed: before a reception begins the store is opened, or the clerk says that she
// works without drafts. A reload would lose those, so the browser asks before it.
import { useEffect, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Banner, Panel, Screen } from '../design/frames.tsx';
import { useDrawerState } from '../kept/drawer-state.ts';
import './alone.css';
import { type CounterStanding, useStanding } from './counter.ts';
import { keepsTyped } from './keeps-typed.ts';
import { useUnlock } from './unlock-form.tsx';

const Ask = ({ standing, onWithout }: { readonly standing: CounterStanding; readonly onWithout: () => void }) => {
  const unlock = useUnlock(standing);
  return (
    <Screen title="Mở kho để tiếp nhận">
      <Panel>
        <form className="stack gate-form" onSubmit={(event) => { event.preventDefault(); void unlock.submit(); }} noValidate>
          <p>Máy này đã đăng ký làm việc khi mất mạng: hồ sơ đang nhập và bản quét được cất trong kho có khóa. Mở kho để lưu và để làm tiếp hồ sơ nháp.</p>
          {unlock.fields}
          <div className="row">
            <Button type="submit" look="main" busy={unlock.busy}>Mở kho</Button>
            <Button onClick={onWithout}>Tiếp nhận không lưu nháp</Button>
          </div>
        </form>
      </Panel>
    </Screen>
  );
};

const LooseBanner = () => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return <Banner tone="amber">Kho dữ liệu đang khóa: hồ sơ đang nhập chỉ nằm trên màn hình này, đóng hoặc tải lại trang là mất. Bấm “Mở kho” ở dòng trên cùng để lưu.</Banner>;
};

export const TypingGate = ({ path, children }: { readonly path: string; readonly children: React.ReactNode }) => {
  const drawer = useDrawerState();
  const standing = useStanding();
  const [without, setWithout] = useState(false);
  const isShut = drawer === 'shut' && keepsTyped(path);
  if (isShut && !without) return standing ? <Ask standing={standing} onWithout={() => setWithout(true)} /> : <p role="status">Đang đọc kho dữ liệu của quầy…</p>;
  // opened in mid-typing, the screen below stays as it is
  return <>{isShut ? <LooseBanner /> : null}{children}</>;
};
