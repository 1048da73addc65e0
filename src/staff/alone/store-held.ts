// A tab of an older release that does not let go of the store, for its page is asleep: said, so that nobody waits without knowing why.
import { useSyncExternalStore } from 'react';

export const STORE_HELD = 'Một thẻ đang mở bản cũ còn giữ kho dữ liệu. Mở thẻ đó ra xem hoặc đóng lại; kho tự mở ở thẻ này, không mất gì.';

let held = false;
const listeners = new Set<() => void>();
export const noteStoreHeld = (now: boolean): void => {
  held = now;
  for (const tell of listeners) tell();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};
export const useStoreHeld = (): boolean => useSyncExternalStore(subscribe, () => held);
