import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { openCounterDb } from '../offline/counter-db.ts';
import { LAST_SYNC, POLICY, REVOKED } from '../offline/meta-keys.ts';
import { readStanding } from './read-standing.ts';

const at = (time: string, day = '18') => `2019-11-${day}T${time}:00+07:00` as Moment;
const CALM = { isOpen: true, outgrown: false, sending: false, signInNeeded: false, storage: 'kept', clockUnsure: 0 } as const;
const sealed = new Uint8Array(0);

const counterOf = async (world: string) => {
  const db = openCounterDb(world);
  await db.meta.bulkPut([{ key: POLICY, value: { maxOfflineHours: 96 } }, { key: LAST_SYNC, value: at('07:30') }]);
  await db.leases.bulkPut([
    { leaseId: 'a', series: 'dossier:ubnd', period: '191118', from: 11, to: 30, next: 14 },
    { leaseId: 'b', series: 'dossier:ubnd', period: '191119', from: 1, to: 20, next: 1 },
    { leaseId: 'c', series: 'paper:intake-receipt:ubnd', period: '2019', from: 1, to: 90, next: 1 },
  ]);
  await db.outbox.bulkAdd((['queued', 'refused', 'sending', 'done'] as const).map((state, i) => ({
    commandId: `${i}`, act: 'receive-dossier', state, madeAt: at(`08:0${i}`), dossierIds: [], scans: [], bodyHash: '', attempts: 0, sealed,
  })));
  return db;
};

test('what waits, what is parked and today’s numbers are counted without opening anything', async () => {
  const db = await counterOf('counted');
  expect(await readStanding(db, { ...CALM, isOpen: false }, at('09:00'))).toMatchObject({
    vault: 'closed', waiting: 2, parked: 1, oldest: at('08:00'), numbersLeft: 17, lastSync: at('07:30'),
  });
});

test('nothing is received after too long a silence, without numbers of the day, or once revoked', async () => {
  const db = await counterOf('stopped');
  const stopped = async (now: Moment) => (await readStanding(db, CALM, now)).stopped;
  expect(await stopped(at('09:00'))).toBeUndefined();
  expect(await stopped(at('09:00', '20'))).toBe('no-numbers');
  expect(await stopped(at('07:31', '22'))).toBe('silent-too-long');
  await db.meta.delete(LAST_SYNC);
  expect(await stopped(at('09:00'))).toBe('not-filled');
  await db.meta.put({ key: REVOKED, value: true });
  expect(await stopped(at('09:00'))).toBe('revoked');
});

test('a tab whose store a newer release has outgrown says that before all else', async () => {
  const db = await counterOf('outgrown');
  expect((await readStanding(db, { ...CALM, outgrown: true }, at('07:31', '22'))).stopped).toBe('newer-release');
});
