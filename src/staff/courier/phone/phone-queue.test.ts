import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex, utf8 } from '../../offline/bytes.ts';
import type { Reply, Sent } from '../../offline/transport.ts';
import { openPhoneDb, type PhoneDb, phoneDbName } from './phone-db.ts';
import { type ActAsked, giveUpAct, queuePhoneAct, sendActAgain, sendPhoneActs } from './phone-queue.ts';
import { doneActs, findKept, forgetDone, forgetOtherDays, keep, leave, openStore, ownActs, type PhoneStore, unsentActs } from './phone-store.ts';

const AT = '2019-11-20T08:00:00+07:00';
const LATER = Date.parse('2019-11-20T09:00:00+07:00');
let db: PhoneDb;
let store: PhoneStore;
let sent: Sent[];
let answers: (Reply | undefined)[];

const ok: Reply = { status: 201, headers: {}, body: {} };
const problem = (status: number, code: string, refusal?: object): Reply =>
  ({ status, headers: {}, body: { type: `/loi/${code}`, title: code, status, detail: `Vì sao: ${code}`, traceId: '', code, ...(refusal ? { refusal } : {}) } });
let kept: readonly string[];

const line = {
  newId: randomUUID, machineNow: () => LATER,
  transport: async (one: Sent): Promise<Reply | undefined> => {
    sent.push(one);
    const content = one.file && await sha256Hex(new Uint8Array(await one.file.arrayBuffer()));
    if (content !== undefined && answers[0] !== undefined) {
      kept = [...kept, content];
      return { status: 201, headers: {}, body: { sha256: content, mediaType: 'image/png', bytes: one.file?.size } };
    }
    return answers.shift();
  },
};
const queue = async (about: string, change: Partial<ActAsked> = {}): Promise<string> => {
  const commandId = randomUUID();
  await queuePhoneAct(store, { commandId, kind: 'deliver', madeAt: AT, about: [about], files: [], act: { path: `/api/courier/shipments/${about}/deliver`, body: { who: 'Nguyễn Văn A' } }, ...change });
  return commandId;
};
const states = async (): Promise<readonly string[]> => (await ownActs(store)).map(({ state }) => state);

beforeEach(async () => {
  db = openPhoneDb(randomUUID());
  store = await openStore(db, 'gio');
  sent = [];
  answers = [];
  kept = [];
});
afterEach(() => db.delete());

test('what was done without a line waits as it was, outlives the tab, and goes in the order done under its own keys', async () => {
  const [first, second] = [await queue('a'), await queue('b')];
  expect(await sendPhoneActs(store, line)).toEqual({ kind: 'wait' });
  db.close();
  db = openPhoneDb(db.name.slice(phoneDbName('').length));
  store = await openStore(db, 'gio');
  sent = [];
  answers = [ok, ok];
  expect(await sendPhoneActs(store, line)).toEqual({ kind: 'up-to-date' });
  expect(sent.map(({ headers, json }) => [headers['idempotency-key'], json])).toEqual([[first, { who: 'Nguyễn Văn A' }], [second, { who: 'Nguyễn Văn A' }]]);
  expect(await states()).toEqual(['done', 'done']);
});

test('a lost answer sends the same again under the same key', async () => {
  const one = await queue('a');
  await sendPhoneActs(store, line);
  answers = [ok];
  await sendPhoneActs(store, line);
  expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([one, one]);
});

test('pressed twice it is one act', async () => {
  const commandId = await queue('a');
  await queue('a', { commandId });
  expect(await unsentActs(store)).toHaveLength(1);
});

test('what the server refuses is parked with its words and holds up no other; sent again it is tried again', async () => {
  await queue('a');
  const refused = await queue('b');
  await queue('c');
  answers = [ok, problem(409, 'stop-stands', { kind: 'stop-stands' }), ok];
  await sendPhoneActs(store, line);
  expect(await states()).toEqual(['done', 'refused', 'done']);
  const parked = (await ownActs(store)).find(({ commandId }) => commandId === refused);
  expect(parked?.refusal).toEqual({ code: 'stop-stands', text: 'Vì sao: stop-stands' });
  await sendActAgain(store, refused);
  answers = [ok];
  await sendPhoneActs(store, line);
  expect(await states()).toEqual(['done', 'done', 'done']);
});

test('acts on one thing never overtake each other; a fault with one lets the others go', async () => {
  await queue('a');
  await queue('a', { kind: 'hand-in' });
  await queue('b');
  answers = [{ status: 500, headers: {}, body: {} }, ok];
  expect(await sendPhoneActs(store, line)).toEqual({ kind: 'some-wait' });
  expect(sent.map(({ path }) => path)).toEqual(['/api/courier/shipments/a/deliver', '/api/courier/shipments/b/deliver']);
  expect(await states()).toEqual(['queued', 'queued', 'done']);
});

const drawn = async () => ({ sha256: await sha256Hex(utf8('chữ ký')), mediaType: 'image/png', content: utf8('chữ ký') });

test('signature and photo go before the act that names them, and again when the server has lost them; then they leave the phone', async () => {
  const file = await drawn();
  await queue('a', { files: [file] });
  answers = [problem(409, 'scans-missing', { kind: 'scans-missing', scans: [file.sha256] }), ok];
  await sendPhoneActs(store, line);
  expect(sent.map(({ path }) => path)).toEqual(['/api/files', '/api/courier/shipments/a/deliver', '/api/files', '/api/courier/shipments/a/deliver']);
  expect(kept).toEqual([file.sha256, file.sha256]);
  expect(await db.files.count()).toBe(0);
});

test('what was refused can be done anew, which takes its place, or be given up; its pictures go with it', async () => {
  const file = await drawn();
  const [first, other] = [await queue('a', { files: [file] }), await queue('b', { files: [file] })];
  answers = [problem(409, 'x'), problem(409, 'x')];
  await sendPhoneActs(store, line);
  await queue('a', { insteadOf: first, files: [file] });
  expect(await states()).toEqual(['refused', 'queued']);
  await giveUpAct(store, other);
  expect([await states(), await db.files.count()]).toEqual([['queued'], 1]);
});

test('without a session everything waits for somebody to sign in, and is sent by nobody else', async () => {
  await queue('a');
  answers = [problem(401, 'not-signed-in')];
  expect(await sendPhoneActs(store, line)).toEqual({ kind: 'sign-in' });
  const other = await openStore(db, 'mai');
  answers = [ok];
  expect([await sendPhoneActs(other, line), sent]).toEqual([{ kind: 'up-to-date' }, [expect.anything()]]);
});

test('nothing of a person lies open, and another key opens none of it', async () => {
  await keep(store, 'round', '2019-11-20', { name: 'Nguyễn Văn A' });
  await queue('a');
  const rows = [...await db.kept.toArray(), ...await db.outbox.toArray()];
  expect(JSON.stringify(rows.map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })))).not.toContain('Nguy');
  const stranger: PhoneStore = { ...store, key: (await openStore(db, 'mai')).key };
  await expect(findKept(stranger, 'round')).rejects.toThrow();
});

test('another day knows nothing of yesterday’s round; what was not sent stays', async () => {
  await keep(store, 'round', '2019-11-20', { name: 'Nguyễn Văn A' });
  await queue('a');
  await forgetOtherDays(store, '2019-11-21');
  expect([await findKept(store, 'round'), await states()]).toEqual([undefined, ['queued']]);
});

test('who signs out leaves nothing; what was not sent waits under the key that stays for it alone', async () => {
  await keep(store, 'round', '2019-11-20', {});
  await queue('a');
  await leave(store);
  expect([await db.kept.count(), await states(), await db.keys.count()]).toEqual([0, ['queued'], 1]);
  answers = [ok];
  await sendPhoneActs(await openStore(db, 'gio'), line);
  await leave(store);
  expect([await db.outbox.count(), await db.keys.count()]).toEqual([0, 0]);
});

test('what was taken stands until a round was read that was asked for since, be it in the same second', async () => {
  await queue('a');
  const before = await doneActs(store);
  answers = [ok];
  await sendPhoneActs(store, line);
  await forgetDone(store, before);
  expect(await states()).toEqual(['done']);
  await forgetDone(store, await doneActs(store));
  expect(await states()).toEqual([]);
});

test('whatever is lost on the way, each act has one effect at the server, and acts on one thing keep their order', async () => {
  const asked = fc.record({ about: fc.constantFrom('a', 'b'), file: fc.boolean() });
  const fate = fc.constantFrom<'heard' | 'lost' | 'answer-lost' | 'fault'>('heard', 'lost', 'answer-lost', 'fault');
  await fc.assert(fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 5 }), fc.array(fate, { maxLength: 12 }), async (acts, fates) => {
    const own = openPhoneDb(randomUUID());
    const phone = await openStore(own, 'gio');
    const effects: { readonly key: string; readonly about: string }[] = [];
    const files = new Set<string>();
    const left = [...fates];
    const server = {
      ...line,
      transport: async (one: Sent): Promise<Reply | undefined> => {
        const now = left.shift() ?? 'heard';
        if (now === 'lost') return undefined;
        if (now === 'fault') return { status: 500, headers: {}, body: {} };
        const content = one.file && await sha256Hex(new Uint8Array(await one.file.arrayBuffer()));
        if (content !== undefined) files.add(content);
        const key = one.headers['idempotency-key'] ?? '';
        const [, about = ''] = /shipments\/(\w)\//.exec(one.path) ?? [];
        if (content === undefined && !effects.some((effect) => effect.key === key)) effects.push({ key, about });
        return now === 'answer-lost' ? undefined : { status: 201, headers: {}, body: content === undefined ? {} : { sha256: content, mediaType: 'image/png', bytes: 1 } };
      },
    };
    const picture = await drawn();
    const keys: { readonly key: string; readonly about: string }[] = [];
    for (const { about, file } of acts) {
      const commandId = randomUUID();
      keys.push({ key: commandId, about });
      await queuePhoneAct(phone, { commandId, kind: 'deliver', madeAt: AT, about: [about], files: file ? [picture] : [], act: { path: `/api/courier/shipments/${about}/deliver`, body: {} } });
      await sendPhoneActs(phone, server);
    }
    while ((await unsentActs(phone)).length > 0) await sendPhoneActs(phone, server);
    for (const about of ['a', 'b']) expect(effects.filter((one) => one.about === about)).toEqual(keys.filter((one) => one.about === about));
    expect(files.size).toBe(acts.some(({ file }) => file) ? 1 : 0);
    await own.delete();
  }), { numRuns: 8 });
}, 240_000);
