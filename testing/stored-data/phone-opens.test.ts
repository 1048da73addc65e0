// What every release left on a courier's phone opens in this one: what waits goes with its signature, and what was typed at
// a door is there.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '#staff/offline/bytes.ts';
import type { Sent } from '#staff/offline/transport.ts';
import { openPhoneDb, type PhoneDb, phoneDbName } from '#staff/courier/phone/phone-db.ts';
import { sendPhoneActs } from '#staff/courier/phone/phone-queue.ts';
import { findKept, openActs, openStore, ownActs, type PhoneStore } from '#staff/courier/phone/phone-store.ts';
import { COURIER_ID, fixtureKey, ROUND, type RoundData, TYPED } from './a-round.ts';
import { type DatabaseFile, putDatabase, readDatabase } from './database-file.ts';

const files = globSync(join(import.meta.dirname, 'phone-releases', '*.json')).toSorted();
const kept = (path: string): RoundData => JSON.parse(readFileSync(path, 'utf8')) as RoundData;

let db: PhoneDb | undefined;
afterEach(() => db?.close());

const startedOn = async ({ database }: RoundData): Promise<PhoneStore> => {
  const world = `kept-${randomUUID()}`;
  await putDatabase(phoneDbName(world), database);
  db = openPhoneDb(world);
  await db.keys.put({ accountId: COURIER_ID, key: await fixtureKey() });
  return openStore(db, COURIER_ID);
};

it('the newest that is kept has the structure of today: whoever changes it keeps it', async () => {
  const world = randomUUID();
  const now = openPhoneDb(world);
  await now.open();
  now.close();
  const structure = (file: DatabaseFile) => ({ version: file.version, tables: file.tables.map(({ rows: _rows, ...table }) => table) });
  expect(structure(kept(files.at(-1) ?? '').database)).toEqual(structure(await readDatabase(phoneDbName(world))));
});

describe.each(files.map((path) => ({ release: basename(path, '.json'), ...kept(path) })))('a phone as $release left it', (left) => {
  it('sends what waited, in its order and with its signature, and leaves what was refused to her', async () => {
    const store = await startedOn(left);
    const sent: Sent[] = [];
    const end = await sendPhoneActs(store, {
      newId: randomUUID, machineNow: Date.now,
      transport: async (one) => {
        sent.push(one);
        if (!one.file) return { status: 201, headers: {}, body: {} };
        return { status: 201, headers: {}, body: { sha256: await sha256Hex(new Uint8Array(await one.file.arrayBuffer())), mediaType: 'image/png', bytes: one.file.size } };
      },
    });
    expect(end).toEqual({ kind: 'up-to-date' });
    expect(sent.map(({ path }) => path)).toEqual(['/api/files', '/api/courier/shipments/don-1/deliver', '/api/courier/shipments/don-4/deliver']);
    expect(sent.filter(({ json }) => json !== undefined).map(({ headers }) => headers['idempotency-key'])).toEqual(left.waiting);
    expect(sent[0]?.file && await sha256Hex(new Uint8Array(await sent[0].file.arrayBuffer()))).toBe(left.signature);
    expect((await ownActs(store)).filter(({ state }) => state === 'refused').map(({ commandId, refusal }) => [commandId, refusal?.text])).toEqual([[left.refused[0], 'Bưu gửi đã nộp lại quầy']]);
  });

  it('shows the round and what was typed at a door, and opens each act as it was made', async () => {
    const store = await startedOn(left);
    expect(await findKept(store, '/api/courier/round')).toEqual(ROUND);
    expect(await findKept(store, 'glass don-1')).toEqual(TYPED);
    for (const { act } of await openActs(store, await ownActs(store))) expect(act.body).toEqual({ receiver: { fullName: 'Lê Thị Cửa Mở' } });
  });
});
