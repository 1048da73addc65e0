// One listener for all function keys. The screen mounted last answers first; an open dialog
// hides every handler below it, so that F9 behind a dialog cannot act.
import { useEffect, useEffectEvent } from 'react';

type Entry = { readonly key: string; readonly run: () => void } | { readonly barrier: true };
const stack: Entry[] = [];

export const keyName = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string => {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift' : '',
    name,
  ];
  return parts.filter(Boolean).join('+');
};

/** The handler for a key: topmost first, none behind a barrier. */
export const handlerOf = (entries: readonly Entry[], name: string): (() => void) | undefined => {
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (entry === undefined || 'barrier' in entry) return undefined;
    if (entry.key === name) return entry.run;
  }
  return undefined;
};

const listen = (event: KeyboardEvent) => {
  if (event.isComposing || event.defaultPrevented) return;
  const run = handlerOf(stack, keyName(event));
  if (!run) return;
  event.preventDefault();
  if (!event.repeat) run();
};
if (typeof window !== 'undefined') window.addEventListener('keydown', listen);

const push = (entry: Entry) => {
  stack.push(entry);
  return () => {
    const at = stack.indexOf(entry);
    if (at >= 0) stack.splice(at, 1);
  };
};

export const useKey = (key: string | undefined, run: (() => void) | undefined) => {
  const press = useEffectEvent(() => run?.());
  const active = key !== undefined && run !== undefined;
  useEffect(() => (active && key ? push({ key, run: () => press() }) : undefined), [active, key]);
};

/** Nothing below answers while this is mounted. */
export const pushKeyBarrier = (): (() => void) => push({ barrier: true });
