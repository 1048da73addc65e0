import { useEffect, useRef, useState } from 'react';
import { type ListState, moveInList, toggled } from './list-keys.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox])'));
const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a, button, summary') !== null;

export type ListKeys = ListState & {
  readonly mark: (id: string) => void;
  readonly setMarked: (ids: readonly string[]) => void;
  readonly go: (at: number) => void;
};

/** `ids` in the order of the screen; marks of rows that are gone are forgotten. */
export const useListKeys = (ids: readonly string[], onOpen: (id: string) => void): ListKeys => {
  const [state, setState] = useState<ListState>({ at: -1, marked: new Set() });
  const latest = useRef({ ids, onOpen, state });
  useEffect(() => { latest.current = { ids, onOpen, state }; });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (typesText(event.target) || document.querySelector('dialog[open]')) return;
      if ((event.key === 'Enter' || event.key.startsWith('Arrow')) && isControl(event.target)) return;
      const move = moveInList(now.state, event.key, now.ids);
      if (!move) return;
      event.preventDefault();
      if (move.open !== undefined) return now.onOpen(move.open);
      setState({ at: move.at, marked: move.marked });
      document.querySelector(`[data-row="${now.ids[move.at] ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const here = new Set(ids);
  const marked = new Set([...state.marked].filter((id) => here.has(id)));
  return {
    at: state.at, marked,
    mark: (id) => setState((s) => ({ at: ids.indexOf(id), marked: toggled(s.marked, id) })),
    setMarked: (all) => setState((s) => ({ ...s, marked: new Set(all) })),
    go: (at) => setState((s) => ({ ...s, at })),
  };
};
