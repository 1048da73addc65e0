// What every screen of the courier has: the line above, the work, and the one next act below, within a thumb's reach.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { businessNow } from '../api/session.ts';
import { useOnline } from '../api/use-online.ts';
import { Loaded, Loading } from '../design/frames.tsx';
import { barWords } from './bar-words.ts';
import type { Phone } from './phone/phone.ts';
import type { RoundHere } from './here/overlay.ts';
import { usePhone, usePhoneState } from './use-phone.ts';
import { useRound } from './use-round.ts';
import './courier.css';

const AGES = 20_000;

const Bar = ({ phone }: { readonly phone: Phone }) => {
  const online = useOnline();
  const state = usePhoneState(phone);
  const [now, setNow] = useState(businessNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(businessNow()), AGES);
    return () => clearInterval(timer);
  }, []);
  return (
    <section className="courier-bar" aria-label="Đường truyền và việc chưa gửi">
      <div role="status"><ul>{barWords(state, online, now).map(({ tone, words }) => <li key={words} className={`courier-${tone}`}>{words}</li>)}</ul></div>
      {state.acts.some(({ row }) => row.state !== 'done') && <Link to="/buu-ta/chua-gui">Xem<span className="hidden-label"> việc chưa gửi</span></Link>}
    </section>
  );
};

export type Here = { readonly phone: Phone; readonly round: RoundHere };

const WithRound = ({ phone, children }: { readonly phone: Phone; readonly children: (here: Here) => ReactNode }) => (
  <Loaded from={useRound(phone)}>{(round) => children({ phone, round })}</Loaded>
);

/** Large targets, one column, and nothing of it before the phone's own store is open. */
export const CourierFrame = ({ children }: { readonly children: (here: Here) => ReactNode }) => {
  const phone = usePhone();
  return (
    <div className="courier">
      {phone ? <><Bar phone={phone} /><WithRound phone={phone}>{children}</WithRound></> : <Loading label="Đang mở kho dữ liệu của máy này" />}
    </div>
  );
};

export const CourierScreen = ({ title, back, foot, children }: {
  readonly title: ReactNode;
  readonly back?: ReactNode;
  /** What is pressed next. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) => (
  <>
    <div className="courier-work">
      {back && <nav className="courier-back" aria-label="Quay lại">{back}</nav>}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
    {foot && <div className="courier-foot">{foot}</div>}
  </>
);
