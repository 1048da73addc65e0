import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../design/icon.tsx';
import { Key } from '../design/button.tsx';
import { useMe } from '../api/session.ts';
import { RailCount } from '../warnings/rail-count.tsx';
import { type ScreenEntry, screensOf } from './screens.ts';

/** As many as stand in one row of a phone beside 'Thêm'; a fifth stands in its place when it is the last. */
const FIRST = 4;
/** More than this do not stand with their icons above each other on a low screen. */
const WITH_ICONS = 12;

const RailLink = ({ screen, onGo }: { readonly screen: ScreenEntry; readonly onGo?: () => void }) => (
  <Link to={screen.path} className="rail-link" activeProps={{ 'aria-current': 'page' }} aria-keyshortcuts={screen.key} onClick={onGo}>
    <Icon name={screen.icon} size={22} />
    <span>{screen.label}</span>
    {screen.warns && <RailCount sides={[screen.warns]} />}
    {screen.key && <Key name={screen.key} />}
  </Link>
);

/** On a wide screen these follow the others and the button is not there; on a phone it opens and closes them. */
const MoreScreens = ({ screens }: { readonly screens: readonly ScreenEntry[] }) => {
  const [open, setOpen] = useState(false);
  const warned = screens.flatMap(({ warns }) => (warns ? [warns] : []));
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const closeOutside = (event: Event) => { if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false); };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);
  return (
    <div className="rail-rest" ref={box}>
      <button type="button" ref={button} className="rail-link rail-more" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="list" size={22} />
        <span>Thêm<span className="hidden-label"> màn hình</span></span>
        {warned.length > 0 && <RailCount sides={warned} />}
      </button>
      <div id={id} className={open ? 'rail-list rail-list-open' : 'rail-list'}>
        {screens.map((screen) => <RailLink key={screen.path} screen={screen} onGo={() => setOpen(false)} />)}
      </div>
    </div>
  );
};

export const Rail = () => {
  const screens = screensOf(useMe()).filter((s) => s.inRail);
  const first = screens.length > FIRST + 1 ? FIRST : screens.length;
  return (
    <nav className={screens.length > WITH_ICONS ? 'rail rail-full' : 'rail'} aria-label="Màn hình làm việc">
      {screens.slice(0, first).map((screen) => <RailLink key={screen.path} screen={screen} />)}
      {first < screens.length && <MoreScreens screens={screens.slice(first)} />}
    </nav>
  );
};
