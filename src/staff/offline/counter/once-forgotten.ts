// A revoked machine that has brought everything forgets everybody, and is a counter no more.
import type { Counter } from './counter.ts';

/** Its store says so: to what this tab counted last another tab may have added since. */
export const onceForgotten = ({ db, state }: Pick<Counter, 'db' | 'state'>, then: () => void): void => {
  let isTold = false;
  const look = async (): Promise<void> => {
    if (isTold || state.get().sync !== 'revoked' || await db.people.count() > 0 || isTold) return;
    isTold = true;
    then();
  };
  // a tab that closes meanwhile closes the store under it
  state.subscribe(() => void look().catch(() => undefined));
};
