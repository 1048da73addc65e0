// A part of the screen that is fetched when it is needed, and stands there as soon as it is. React's own `lazy` leaves its
// place-holder standing for at least a third of a second, also before what has been fetched already.
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';

export type Late<Props> = { readonly Part: (props: Props) => ReactNode; readonly fetch: () => void };

type Fetched<Props> = { readonly part: ComponentType<Props> } | { readonly failure: unknown };

export const late = <Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): Late<Props> => {
  let fetched: Fetched<Props> | undefined;
  let asked = false;
  const listeners = new Set<() => void>();
  const come = (now: Fetched<Props>): void => {
    fetched = now;
    for (const tell of listeners) tell();
  };
  const fetch = (): void => {
    if (asked) return;
    asked = true;
    load().then((part) => come({ part }), (failure: unknown) => come({ failure }));
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  };
  return {
    fetch,
    Part: (props) => {
      const here = useSyncExternalStore(subscribe, () => fetched);
      useEffect(fetch, []);
      if (!here) return meanwhile;
      if ('failure' in here) throw here.failure;
      const { part: Here } = here;
      return <Here {...props} />;
    },
  };
};
