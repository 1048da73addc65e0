// A power cut soon after enrolment takes the browser's quick note of what this machine is; its store, on the disk at once, says it.
import { openCounterDb } from '../offline/counter-db.ts';
import { COUNTER_STORES } from '../offline/counter-name.ts';
import { HERE } from '../offline/meta-keys.ts';
import { type CounterHere, keepCounterHere } from './counter-here.ts';

export const findCounter = async (): Promise<boolean> => {
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith(COUNTER_STORES)) continue;
    const db = openCounterDb(name.slice(COUNTER_STORES.length));
    const noted = await db.meta.get(HERE);
    db.close();
    if (!noted) continue;
    keepCounterHere(noted.value as CounterHere);
    return true;
  }
  return false;
};
