import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

export type Tab = { readonly id: string; readonly label: ReactNode; readonly count?: number };

/** Arrow keys move between tabs; the panel below belongs to the chosen one. */
export const Tabs = ({
  label,
  tabs,
  value,
  onValue,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly children: ReactNode;
}) => {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  // on a phone they do not all fit: the chosen one is pushed into sight, with a bit of the next
  const counts = tabs.map(({ count }) => count ?? '').join();
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current && chosen) list.current.scrollLeft = chosen.offsetLeft + chosen.offsetWidth + 40 - list.current.offsetLeft - list.current.clientWidth;
  }, [value, counts]);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((t) => t.id === value);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onValue(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="stack-tight">
      <div className="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="tab"
            id={`${base}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === value}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onValue(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
            {tab.count !== undefined && (
              <>
                {' '}
                <span className="count">{tab.count}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${value}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
};
