import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { CLERK_ID, counterMachine, FEW_ROUNDS, PASSPHRASE } from '#testing/counter-machine.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { DEVICE, ENROLLING, POLICY } from '../meta-keys.ts';
import type { Reply, Sent } from '../transport.ts';
import { createVault, openByPassphrase } from '../vault.ts';
import { type Counter, openCounter } from './counter.ts';
import { enrol, renewGrant } from './enrolment.ts';

const SEN = { accountId: CLERK_ID, fullName: 'Nguyễn Thị Sen' };
const ASKED = { code: 'ABCD-2345', description: 'Máy bàn quầy 1' };
const enrolled: Reply = {
  status: 201, headers: {},
  body: { deviceId: randomUUID(), token: 'A'.repeat(43), deskId: 'ky-bac', name: 'Máy quầy 1', policy: { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 } },
};

const machineAt = (replies: (Reply | undefined)[]): { counter: Counter; sent: Sent[] } => {
  const sent: Sent[] = [];
  const counter = openCounter({
    world: `enrol-${randomUUID()}`, whenIdle: async () => undefined, oneTab: async (work) => work(), timer: () => () => undefined,
    ports: { machineNow: () => 0, steadyNow: () => 0, newId: randomUUID, random: () => 0.5 },
    transport: async (one) => {
      sent.push(one);
      return replies.shift();
    },
  });
  return { counter, sent };
};
const ask = (counter: Counter, asked = ASKED, phrase = PASSPHRASE) => enrol(counter, asked, SEN, phrase, FEW_ROUNDS);
const keysOf = (sent: readonly Sent[]): readonly (string | undefined)[] => sent.map(({ headers }) => headers['idempotency-key']);

it('an answer that was lost is asked for again under the same key: the code is not used up for nothing', async () => {
  const { counter, sent } = machineAt([undefined, enrolled]);
  expect(await ask(counter)).toMatchObject({ ok: false });
  expect(await ask(counter)).toMatchObject({ ok: true, value: { token: 'A'.repeat(43) } });
  expect(new Set(keysOf(sent)).size).toBe(1);
  expect(await counter.db.meta.get(ENROLLING)).toBeUndefined();
});

it('another code is another question', async () => {
  const { counter, sent } = machineAt([undefined, enrolled]);
  await ask(counter);
  await ask(counter, { ...ASKED, code: 'WXYZ-6789' });
  expect(new Set(keysOf(sent)).size).toBe(2);
});

it('power cut in the midst: the store that nobody worked with is made anew, with the phrase typed now', async () => {
  const { counter, sent } = machineAt([enrolled]);
  await createVault(counter.db, SEN, 'câu cũ không ai còn nhớ nữa', FEW_ROUNDS);
  await counter.db.meta.bulkPut([{ key: DEVICE, value: new Uint8Array(0) }, { key: ENROLLING, value: { ...ASKED, key: 'the-first' } }]);
  expect(await ask(counter)).toMatchObject({ ok: true });
  expect(keysOf(sent)).toEqual(['the-first']);
  expect((await openByPassphrase(counter.db, CLERK_ID, PASSPHRASE)).kind).toBe('open');
});

it('a store in which something waits is never made anew, and a phrase too short touches nothing', async () => {
  const { counter, sent } = machineAt([]);
  await createVault(counter.db, SEN, PASSPHRASE, FEW_ROUNDS);
  expect(await ask(counter, ASKED, 'ngắn')).toBe('too-short');
  expect(await counter.db.people.count()).toBe(1);
  await counter.db.outbox.add({
    commandId: randomUUID(), act: 'receive-dossier', state: 'refused', madeAt: '2019-11-18T08:00:00+07:00' as Moment, dossierIds: [], scans: [], bodyHash: '', attempts: 1, sealed: new Uint8Array(0),
  });
  expect([await ask(counter), await counter.db.outbox.count(), sent.length]).toEqual(['exists', 1, 0]);
});

it('a grant runs from when the server was last heard: what is some hours old is made anew while there is a line, a fresh one is not', async () => {
  const machine = await counterMachine();
  const counter = machine.counter();
  await counter.db.meta.put({ key: POLICY, value: { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 } });
  const asked = (): number => machine.line.sent.filter(({ path }) => path === '/api/desk/offline/grants').length;
  await renewGrant(counter, FEW_ROUNDS);
  expect(asked()).toBe(0);
  machine.wait(5 * 3600);
  await renewGrant(counter, FEW_ROUNDS);
  expect([asked(), (await counter.clerk())?.validUntil]).toEqual([1, '2019-11-22T07:30:00+07:00']);
  machine.line.replies = [() => ({
    status: 201, headers: {},
    body: { grantId: randomUUID(), accountId: CLERK_ID, fullName: SEN.fullName, title: 'Nhân viên', roles: ['postal-clerk'], secret: 'C'.repeat(43), validUntil: '2019-11-22T12:30:00+07:00' },
  })];
  await renewGrant(counter, FEW_ROUNDS);
  expect([asked(), (await counter.clerk())?.validUntil]).toEqual([2, '2019-11-22T12:30:00+07:00']);
  machine.close();
});
