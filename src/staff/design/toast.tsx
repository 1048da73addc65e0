// Short notices at the edge, spoken by screen readers; what needs a decision is never a toast.
import { useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';

type Notice = { readonly id: number; readonly text: string; readonly tone: 'plain' | 'red' };
let notices: readonly Notice[] = [];
let next = 1;
const listeners = new Set<() => void>();
const publish = (list: readonly Notice[]) => {
  notices = list;
  for (const listener of listeners) listener();
};
const drop = (id: number) => publish(notices.filter((n) => n.id !== id));

export const toast = (text: string, tone: Notice['tone'] = 'plain') => {
  const id = next;
  next += 1;
  publish([...notices.slice(-2), { id, text, tone }]);
  setTimeout(() => drop(id), tone === 'red' ? 12_000 : 6_000);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const Toasts = () => {
  const list = useSyncExternalStore(subscribe, () => notices);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map((n) => (
        <div key={n.id} className={n.tone === 'red' ? 'toast toast-red' : 'toast'}>
          <Icon name={n.tone === 'red' ? 'warning' : 'check'} />
          <span>{n.text}</span>
          <button type="button" aria-label="Đóng thông báo" onClick={() => drop(n.id)}>
            <Icon name="cross" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
};
