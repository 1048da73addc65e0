import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Dexie } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import type { TypedRow } from '../kept/drawer.ts';
import { memoryDrawer } from '../kept/memory-drawer.ts';
import { openListsDb, openPlainDb } from '../kept/plain-db.ts';
import { plainDrawerOn } from '../kept/plain-drawer.ts';
import { dbName } from './counter-db.ts';
import { sealedDrawer, takeIn } from './sealed-drawer.ts';
import type { Stored } from './store.ts';
import { retain, wipe } from './sync/retention.ts';

const DAY = 86_400_000;
let machine: Machine | undefined;
afterEach(() => machine?.close());

const opened = async (): Promise<Stored> => {
  machine = await counterMachine();
  return machine.counter().stored() as Stored;
};
const draft = (name: string, savedAt = 5): TypedRow =>
  ({ kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt, content: { draftId: 'a', owner: 'sen@ky-bac', savedAt, draft: { applicant: { fullName: name } } } });
const list: TypedRow = { kind: 'list', id: 'b', group: 'sen@ky-bac', savedAt: 5, content: { batchId: 'b', owner: 'sen@ky-bac', savedAt: 5, rows: ['Trần Thị Hai'] } };
const scan: TypedRow = { kind: 'scan', id: 'f0', group: 'a', savedAt: 5, content: new Blob(['%PDF-1.7 Nguyễn'], { type: 'application/pdf' }) };

const pageOf = async (row: TypedRow | undefined): Promise<string> =>
  (row?.content instanceof Blob ? `${row.content.type} ${await row.content.text()}` : 'no page');

/** All that lies in a database, as somebody reads it who has the disk. */
const onDisk = async (db: Dexie): Promise<string> => {
  const rows = (await Promise.all(db.tables.map((table) => table.toArray()))).flat() as readonly Record<string, unknown>[];
  const texts = await Promise.all(rows.flatMap((row) => Object.values(row)).map(async (value) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value instanceof Blob ? value.text() : JSON.stringify(value)));
  return texts.join('\n');
};

it('drafts, lists and scans come back as they were put, to their own group, and nothing of them can be read on the disk', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  for (const row of [draft('Nguyễn Văn Thử'), list, scan]) await drawer.put(row);
  expect(await drawer.listOf('draft', 'sen@ky-bac')).toEqual([draft('Nguyễn Văn Thử')]);
  expect(await drawer.listOf('draft', 'truc@ky-bac')).toEqual([]);
  expect((await drawer.find('list', 'b'))?.content).toEqual(list.content);
  expect(await pageOf(await drawer.find('scan', 'f0'))).toBe('application/pdf %PDF-1.7 Nguyễn');
  expect(/Văn Thử|Trần Thị Hai|%PDF/.test(await onDisk(stored.db))).toBe(false);
});

it('who is about to leave waits for what is being written, and hears of what could not be', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  expect(await drawer.isKept?.()).toBe(true);
  void drawer.put(draft('Nguyễn Văn Thử'));
  expect(await drawer.isKept?.()).toBe(true);
  expect(await stored.db.typed.count()).toBe(1);
  const put = stored.db.typed.put.bind(stored.db.typed);
  stored.db.typed.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  await expect(drawer.put(draft('Nguyễn Văn Đầy'))).rejects.toThrow('full');
  expect(await drawer.isKept?.()).toBe(false);
  stored.db.typed.put = put;
  await drawer.put(draft('Nguyễn Văn Đầy'));
  expect(await drawer.isKept?.()).toBe(true);
});

it('a scan that found no room was said to be missing, and stands in nobody’s way afterwards', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  stored.db.typed.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  await expect(drawer.put({ ...scan, savedAt: 5 })).rejects.toThrow('full');
  expect(await drawer.isKept?.()).toBe(true);
});

it('a draft that is done leaves with its scans', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  for (const row of [draft('Nguyễn Văn Thử'), scan, { ...scan, id: 'f1', group: 'other' }]) await drawer.put(row);
  await drawer.remove('draft', 'a');
  expect((await stored.db.typed.toArray()).map((row) => row.id)).toEqual(['f1']);
});

it('at the first opening what lay open on the machine goes into the store and is wiped where it lay', async () => {
  const stored = await opened();
  const [db, lists] = [openPlainDb(randomUUID()), openListsDb(randomUUID())];
  const plain = plainDrawerOn(db, lists);
  const memory = memoryDrawer();
  for (const row of [draft('Nguyễn Văn Thử'), list, scan]) await plain.put(row);
  await memory.put({ ...draft('Lê Thị Sau'), id: 'c' });
  expect(/Văn Thử/.test(await onDisk(db))).toBe(true);
  await takeIn(stored, [plain, memory]);
  expect([await plain.all(), await memory.all(), await onDisk(db), await onDisk(lists)]).toEqual([[], [], '', '']);
  const drawer = sealedDrawer(stored);
  expect((await drawer.listOf('draft', 'sen@ky-bac')).map((row) => row.id)).toEqual(['a', 'c']);
  expect(await pageOf(await drawer.find('scan', 'f0'))).toBe('application/pdf %PDF-1.7 Nguyễn');
  db.close();
  lists.close();
});

it('what is newer in the store is not undone by what still lay open, and what changed meanwhile stays to be taken in', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  await drawer.put(draft('Mới hơn', 9));
  const memory = memoryDrawer();
  await memory.put(draft('Cũ hơn', 5));
  const before = await memory.all();
  await takeIn(stored, [memory]);
  expect((await drawer.find('draft', 'a'))?.content).toMatchObject({ draft: { applicant: { fullName: 'Mới hơn' } } });
  await memory.put(draft('Sau đó', 12));
  await memory.forget(before);
  await takeIn(stored, [memory]);
  expect((await drawer.find('draft', 'a'))?.content).toMatchObject({ draft: { applicant: { fullName: 'Sau đó' } } });
});

it('what is typed leaves with the retention window by the machine’s clock, and all of it with the machine', async () => {
  const stored = await opened();
  const drawer = sealedDrawer(stored);
  await drawer.put(draft('Nguyễn Văn Thử', 40 * DAY));
  await drawer.put({ ...scan, savedAt: 9 * DAY });
  // looked at twice: a clock may have been wrong
  for (const day of [40, 43]) await retain(stored.db, '2019-12-19T07:30:00+07:00' as Parameters<typeof retain>[1], day * DAY, 30);
  expect((await stored.db.typed.toArray()).map((row) => row.kind)).toEqual(['draft']);
  await wipe(stored.db);
  expect(await onDisk(stored.db)).toBe('');
});

it('a tab of the release before goes on beside a newer one', async () => {
  const stored = await opened();
  await sealedDrawer(stored).put(draft('Nguyễn Văn Thử'));
  const before = new Dexie(stored.db.name);
  before.version(1).stores({ meta: '&key', outbox: '++seq, &commandId, state, *dossierIds' });
  await before.table('meta').put({ key: 'x', value: 1 });
  expect((await before.table('meta').get('x') as { value: number }).value).toBe(1);
  before.close();
  expect([dbName('w'), await stored.db.typed.count()]).toEqual(['motcua-counter-w', 1]);
});
