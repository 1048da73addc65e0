// What every release left on a counter's machine opens in this one: nothing that waits is lost, and no draft.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readDraftRow } from '#staff/counter/receive-dossier/draft-shape.ts';
import { readList } from '#staff/counter/batch/batch-shape.ts';
import { openListsDb, openPlainDb } from '#staff/kept/plain-db.ts';
import { plainDrawerOn } from '#staff/kept/plain-drawer.ts';
import { dbName, openCounterDb } from '#staff/offline/counter-db.ts';
import { type Counter, openCounter } from '#staff/offline/counter/counter.ts';
import { sealedDrawer, takeIn } from '#staff/offline/sealed-drawer.ts';
import { allDossiers, findPaper, openScan, type Stored } from '#staff/offline/store.ts';
import type { Sent } from '#staff/offline/transport.ts';
import { openByPassphrase } from '#staff/offline/vault.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { CLERK_ID, counterMachine, OFFICER_ID, PASSPHRASE, PIN } from '../counter-machine.ts';
import { procedureIn, receiveCommand } from '../desk-commands.ts';
import type { StoredData } from './a-working-day.ts';
import { type DatabaseFile, putDatabase, readDatabase } from './database-file.ts';
import { OWNER } from './typed-open.ts';

const files = globSync(join(import.meta.dirname, 'releases', '*.json')).toSorted();
const kept = (path: string): StoredData => JSON.parse(readFileSync(path, 'utf8')) as StoredData;
const birth = procedureIn('kybac-2019', '1.001193');

let counter: Pick<Counter, 'close'> | undefined;
afterEach(() => counter?.close());

type Started = { readonly counter: Counter; readonly stored: Stored; readonly sent: readonly Sent[] };
/** This release started on the machine as it was left. */
const startedOn = async (left: DatabaseFile): Promise<Started> => {
  const world = `kept-${randomUUID()}`;
  await putDatabase(dbName(world), left);
  const sent: Sent[] = [];
  const now = openCounter({
    world, ports: { machineNow: () => Date.parse('2019-11-18T10:00:00+07:00'), steadyNow: () => 0, newId: randomUUID, random: () => 0.5 }, whenIdle: async () => undefined, oneTab: async (work) => work(),
    timer: () => () => undefined,
    transport: async (one) => {
      sent.push(one);
      if (one.path.includes('/files/')) return { status: 200, headers: {}, body: { sha256: /[0-9a-f]{64}/.exec(one.path)?.[0], received: 1_000, complete: true } };
      return one.path.endsWith('/commands') ? { status: 200, headers: {}, body: { answer: {}, replayed: false, cases: [] } } : undefined;
    },
  });
  counter = now;
  const opened = await openByPassphrase(now.db, CLERK_ID, PASSPHRASE);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  await now.open(opened.vault);
  return { counter: now, stored: now.stored() as Stored, sent };
};
/** Of a release without a counter's store the machine is enrolled today. */
const storeOn = async (left: DatabaseFile | undefined): Promise<Stored> => {
  if (left) return (await startedOn(left)).stored;
  const machine = await counterMachine();
  counter = machine;
  return machine.counter().stored() as Stored;
};

it('the newest that is kept has the structure of today: whoever changes it keeps it', async () => {
  const world = randomUUID();
  const [now, plain, lists] = [openCounterDb(world), openPlainDb(world), openListsDb(world)];
  await Promise.all([now.open(), plain.open(), lists.open()]);
  for (const db of [now, plain, lists]) db.close();
  const { databases } = kept(files.at(-1) ?? '');
  const structure = (file: DatabaseFile) => ({ version: file.version, tables: file.tables.map(({ rows: _rows, ...table }) => table) });
  for (const [part, name] of [['counter', dbName(world)], ['plain', `motcua-${world}`], ['lists', `motcua-lists-${world}`]] as const) {
    const left = databases[part];
    expect([part, left && structure(left)]).toEqual([part, structure(await readDatabase(name))]);
  }
});

const releases = files.map((path) => ({ release: basename(path, '.json'), ...kept(path) }));
const counters = releases.flatMap(({ databases, ...file }) => (databases.counter ? [{ ...file, left: databases.counter }] : []));

describe.each(counters)('a counter as $release left it', ({ left, waiting, parked }) => {
  it('sends what waited, whole and in its order, and leaves parked what was', async () => {
    const { counter: now, sent } = await startedOn(left);
    await now.sync.poke();
    const commands = sent.filter((one) => one.path.endsWith('/commands'));
    expect(commands.map((one) => offlineCommand.parse(one.json).commandId)).toEqual(waiting);
    expect(sent.filter((one) => one.path.includes('/files/')).length).toBeGreaterThan(0);
    const states = await now.db.outbox.orderBy('seq').toArray();
    expect(states.filter((row) => row.state === 'refused').map((row) => row.commandId)).toEqual(parked);
    expect(states.filter((row) => row.state !== 'refused').every((row) => row.state === 'done')).toBe(true);
    // as they were proven then: a body or a number that differs would be kept as forged
    for (const one of commands) expect(offlineCommand.parse(one.json)).toEqual(one.json);
  });

  it('shows its dossiers and papers, and its scans can be read', async () => {
    const { stored } = await startedOn(left);
    const dossiers = await allDossiers(stored);
    expect(dossiers.length).toBe(4);
    for (const view of dossiers) {
      expect(dossierView.safeParse(JSON.parse(JSON.stringify(view))).error).toBeUndefined();
      for (const { paperId } of view.issuedPapers) expect((await findPaper(stored, paperId))?.payload.kind).toBeDefined();
    }
    const [scan] = await stored.db.scans.toArray();
    expect(scan && new TextDecoder().decode(await openScan(stored, scan))).toBe('%PDF-1.7 tờ khai');
  });

  it('goes on receiving with the next number', async () => {
    const { counter: now, stored } = await startedOn(left);
    const codes = (await allDossiers(stored)).map((view) => view.code).toSorted();
    const done = await now.act({ path: '/api/desk/dossiers', key: randomUUID(), body: { ...receiveCommand('ky-bac', birth), confirmation: { by: 'pin', accountId: OFFICER_ID, pin: PIN } } });
    const code = done.ok ? (done.value.answer as { readonly code: string }).code : done.refusal.detail;
    expect(Number(code.slice(-4))).toBe(Number(codes.at(-1)?.slice(-4)) + 1);
  });
});

it.each(releases)('drafts and lists of $release open with their scans, and from then on lie sealed', async ({ databases, drafts: names }) => {
  const stored = await storeOn(databases.counter);
  const world = `kept-${randomUUID()}`;
  await putDatabase(`motcua-${world}`, databases.plain);
  await putDatabase(`motcua-lists-${world}`, databases.lists);
  const [db, lists] = [openPlainDb(world), openListsDb(world)];
  await takeIn(stored, [plainDrawerOn(db, lists)]);
  expect([await db.drafts.count(), await db.scans.count(), await lists.lists.count()]).toEqual([0, 0, 0]);
  const drawer = sealedDrawer(stored);
  const drafts = (await drawer.listOf('draft', OWNER)).map((row) => readDraftRow(row.content)?.draft);
  expect(drafts.map((draft) => draft?.applicant.fullName).toSorted()).toEqual(names);
  for (const draft of drafts) expect(draft).toMatchObject({ procedureCode: '1.001193', answers: { childName: 'Nguyễn Thị Mẫu' }, posting: { itemNumber: '' } });
  const page = (await drawer.find('scan', 'f'.repeat(64)))?.content;
  expect(page instanceof Blob && await page.text()).toBe('%PDF-1.7 bản quét nháp');
  const [list] = (await drawer.listOf('list', OWNER)).map((row) => readList(row.content));
  expect(list).toMatchObject({ common: { applicant: { fullName: 'Trưởng thôn Hợp Tiến' } }, rows: [{ fullName: 'Lê Thị Hàng', state: { kind: 'open' } }] });
  db.close();
  lists.close();
});

