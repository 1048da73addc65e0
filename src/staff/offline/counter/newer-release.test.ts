import 'fake-indexeddb/auto';
import type { Dexie } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { openCounterDb, OUTBOX_STATES } from '../counter-db.ts';
import { sealedDrawer } from '../sealed-drawer.ts';
import type { Stored } from '../store.ts';

let machine: Machine | undefined;
let newer: Dexie | undefined;
afterEach(() => {
  newer?.close();
  machine?.close();
});
const typed = { kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt: 5, content: { name: 'Nguyễn Văn Thử' } } as const;

it('a newer release has the store at once; this tab goes on keeping what is typed, and neither acts nor sends any more', async () => {
  machine = await counterMachine();
  const counter = machine.counter();
  const stored = counter.stored() as Stored;
  await counter.db.outbox.add({ commandId: 'c', act: 'receive-dossier', state: OUTBOX_STATES[0], madeAt: '2019-11-18T08:00:00+07:00', dossierIds: [], scans: [], bodyHash: '', attempts: 0, sealed: new Uint8Array(0) });
  newer = openCounterDb(counter.parts.world);
  newer.version(3).stores({ later: '&key' });
  await newer.open();
  expect(counter.state.get().outgrown).toBe(true);
  const done = await counter.act({ path: '/api/desk/dossiers', body: {}, key: 'k' });
  expect(done).toMatchObject({ ok: false, refusal: { code: 'newer-release', status: 409 } });
  const before = machine.line.sent.length;
  await counter.sync.poke();
  expect(machine.line.sent).toHaveLength(before);
  await sealedDrawer(stored).put(typed);
  expect((await sealedDrawer(stored).find('draft', 'a'))?.content).toEqual(typed.content);
  // written into the newer form, which stays as it is
  expect([newer.isOpen(), newer.verno, await newer.table('later').count()]).toEqual([true, 3, 0]);
});
