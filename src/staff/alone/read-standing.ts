// How the counter stands, read from what is plain in its store: no key is needed to say what waits.
import { dateOf, type Moment, momentToEpoch } from '#core/kernel/moment.ts';
import { codeDay } from '#core/numbering/dossier-code.ts';
import type { CounterDb } from '../offline/counter-db.ts';
import { grantedOfficers } from '../offline/grants.ts';
import { numbersLeft } from '../offline/lease-hand.ts';
import { LAST_SYNC, POLICY, REVOKED } from '../offline/meta-keys.ts';
import { waitingIn } from '../offline/store.ts';
import { whoMayOpen } from '../offline/vault.ts';
import type { CounterStanding } from './counter.ts';

const HOUR = 3_600_000;

export type Told = Pick<CounterStanding, 'sending' | 'signInNeeded' | 'storage' | 'present' | 'clockUnsure'> & { readonly isOpen: boolean; readonly outgrown: boolean };

const stoppedBy = (numbers: number, revoked: boolean, lastSync: Moment | undefined, maxOfflineHours: number, now: Moment): CounterStanding['stopped'] => {
  if (revoked) return 'revoked';
  if (lastSync === undefined) return 'not-filled';
  if (momentToEpoch(now) - momentToEpoch(lastSync) > maxOfflineHours * HOUR) return 'silent-too-long';
  return numbers === 0 ? 'no-numbers' : undefined;
};

export const readStanding = async (db: CounterDb, { isOpen, outgrown, ...told }: Told, now: Moment): Promise<CounterStanding> => {
  const today = dateOf(now);
  const [waiting, parked, people, leases, granted, lastSync, policy, revoked] = await Promise.all([
    waitingIn(db), db.outbox.where('state').equals('refused').count(),
    whoMayOpen(db, today), numbersLeft(db), grantedOfficers(db, now), db.meta.get(LAST_SYNC), db.meta.get(POLICY), db.meta.get(REVOKED),
  ]);
  const left = leases.filter(({ series, period }) => series.startsWith('dossier:') && period === codeDay(today)).reduce((sum, one) => sum + one.left, 0);
  const last = lastSync?.value as Moment | undefined;
  const { maxOfflineHours = 0 } = (policy?.value ?? {}) as { readonly maxOfflineHours?: number };
  return {
    ...told,
    vault: isOpen ? 'open' : people.some(({ byPin }) => byPin) ? 'resting' : 'closed',
    keepers: people, waiting: waiting.count, parked, numbersLeft: left, granted: [...granted],
    ...(waiting.oldest !== undefined && { oldest: waiting.oldest as Moment }),
    ...(last !== undefined && { lastSync: last }),
    stopped: outgrown ? 'newer-release' : stoppedBy(left, revoked !== undefined, last, maxOfflineHours, now),
  };
};
