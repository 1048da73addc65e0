import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { FEW_ROUNDS, type Machine, PASSPHRASE, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { fromUtf8, sha256Hex, utf8 } from './bytes.ts';
import { exportOutbox, importOutbox } from './carry.ts';
import { type Stored, keepScan, openQueued, openScan } from './store.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const machines: Machine[] = [];
afterEach(() => {
  for (const machine of machines.splice(0)) machine.close();
});
const machine = async (): Promise<Machine> => {
  const made = await counterMachine();
  machines.push(made);
  return made;
};
const storedOf = (one: Machine): Stored => one.counter().stored() as Stored;

const withWork = async () => {
  const from = await machine();
  const page = utf8('%PDF-1.7 một trang');
  const sha256 = await sha256Hex(page);
  await keepScan(storedOf(from), { sha256, mediaType: 'application/pdf', storedAt: '2019-11-18T07:30:00+07:00' }, page);
  const papers = receiveCommand('ky-bac', birth).papers.map((paper) => ({ ...paper, scans: [sha256] })) as never;
  const done = await from.counter().act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, { papers }), key: randomUUID() });
  expect(done.ok).toBe(true);
  const file = await exportOutbox(storedOf(from), PASSPHRASE, FEW_ROUNDS);
  if (file === 'too-short') throw new Error(file);
  return { from, page, sha256, ...file };
};

it('what waits goes to another machine whole, with its scans and the first machine’s key, and once', async () => {
  const { from, file, commands, page, sha256 } = await withWork();
  expect(commands).toBe(1);
  const to = storedOf(await machine());
  expect(await importOutbox(to, file, PASSPHRASE)).toEqual({ kind: 'imported', added: 1, known: 0 });
  expect(await importOutbox(to, file, PASSPHRASE)).toEqual({ kind: 'imported', added: 0, known: 1 });
  const [here] = await storedOf(from).db.outbox.toArray();
  const [there] = await to.db.outbox.toArray();
  if (!here || !there) throw new Error('nothing carried');
  expect(await openQueued(to, there)).toEqual(await openQueued(storedOf(from), here));
  const scan = await to.db.scans.get(sha256);
  expect(scan && await openScan(to, scan)).toEqual(page);
});

it('nothing in the file can be read without the passphrase, which must be long', async () => {
  const { from, file } = await withWork();
  expect(fromUtf8(file)).not.toMatch(/Nguyễn|183000001|receive-dossier/);
  const to = storedOf(await machine());
  expect((await importOutbox(to, file, `${PASSPHRASE} x`)).kind).toBe('wrong-passphrase');
  expect(await exportOutbox(storedOf(from), '246810', FEW_ROUNDS)).toBe('too-short');
  expect(await to.db.outbox.count()).toBe(0);
});

it('a file that is none, or was changed on the way, adds nothing', async () => {
  const { file } = await withWork();
  const to = storedOf(await machine());
  const text = JSON.parse(fromUtf8(file)) as { sealed: string };
  const changed = utf8(JSON.stringify({ ...text, sealed: `${text.sealed.slice(0, -8)}AAAAAAAA` }));
  expect([(await importOutbox(to, utf8('không phải tệp này'), PASSPHRASE)).kind, (await importOutbox(to, changed, PASSPHRASE)).kind]).toEqual(['unreadable', 'unreadable']);
  expect(await to.db.outbox.count()).toBe(0);
});

it('what lies whole at the office stays; what was too large for the way lies nowhere else, and goes along', async () => {
  const stored = storedOf((await withWork()).from);
  const carriedAs = async (code: string): Promise<unknown> => {
    await stored.db.outbox.toCollection().modify((row: object) => { Object.assign(row, { state: 'refused', refusal: { code, text: 'Vì sao', atOffice: true } }); });
    return exportOutbox(stored, PASSPHRASE, FEW_ROUNDS);
  };
  expect([await carriedAs('papers-missing'), await carriedAs('body-too-large')]).toMatchObject([{ commands: 0 }, { commands: 1 }]);
});
