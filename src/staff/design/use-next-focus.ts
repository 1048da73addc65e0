// An act takes its own button off the screen: the focus goes to what comes next, not to nothing.
import { useEffect, useRef } from 'react';

/** When `done` changes and nothing has the focus: the main act of the screen, else its heading. */
export const useNextFocus = (done: unknown): void => {
  const before = useRef(done);
  useEffect(() => {
    if (before.current === done) return undefined;
    before.current = done;
    // a dialog that closes gives the focus back first
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body || document.querySelector('dialog[open]')) return;
      const next = document.querySelector<HTMLElement>('.act-menu .button-main:not(:disabled)') ?? document.querySelector<HTMLElement>('#work h1');
      if (next?.tagName === 'H1') next.tabIndex = -1;
      next?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [done]);
};
