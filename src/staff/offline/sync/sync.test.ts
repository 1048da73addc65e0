import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { FEW_ROUNDS, type Machine, PASSPHRASE, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { sha256Hex, utf8 } from '../bytes.ts';
import { exportOutbox, importOutbox } from '../carry.ts';
import type { Counter } from '../counter/counter.ts';
import { retainAtStart } from '../counter/retain-at-start.ts';
import { CURSOR, POLICY } from '../meta-keys.ts';
import { sealedDrawer } from '../sealed-drawer.ts';
import { type Stored, keepScan, noteSentScan } from '../store.ts';
import type { Reply, Sent } from '../transport.ts';
import { waitSeconds } from './back-off.ts';
import { retain } from './retention.ts';
import { PIECE_BYTES } from './upload-scan.ts';
import { verdictOf } from './verdict.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const AT = '2019-11-18T07:30:00+07:00';
let machine: Machine | undefined;
afterEach(() => machine?.close());

const problem = (status: number, code: string, refusal?: object): Reply =>
  ({ status, headers: {}, body: { type: `/loi/${code}`, title: code, status, detail: `Vì sao: ${code}`, traceId: '', code, ...(refusal ? { refusal } : {}) } });
const taken = (): Reply => ({ status: 200, headers: {}, body: { answer: {}, replayed: false, cases: [] } });

/** The queue sends only when asked to, and answers are as the test says. */
const atWork = async (dossiers: number, scans: readonly string[][] = []): Promise<{ counter: Counter; line: Machine['line']; ids: readonly string[] }> => {
  let sends = false;
  const line: Machine['line'] = { replies: [], sent: [] };
  machine = await counterMachine({
    transport: async (sent) => {
      if (!sends) return undefined;
      line.sent.push(sent);
      return line.replies.shift()?.(sent);
    },
  });
  const counter = machine.counter();
  const ids: string[] = [];
  for (let n = 0; n < dossiers; n += 1) {
    const papers = receiveCommand('ky-bac', birth).papers.map((paper, index) => ({ ...paper, scans: index === 0 ? scans[n] ?? [] : [] })) as never;
    const done = await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, { papers }), key: randomUUID() });
    if (!done.ok) throw new Error(done.refusal.code);
    ids.push((done.value.answer as DossierReceivedAnswer).dossierId);
    await counter.sync.poke();
  }
  sends = true;
  return { counter, line, ids };
};
const states = async (counter: Counter): Promise<readonly string[]> => (await counter.db.outbox.orderBy('seq').toArray()).map((row) => row.state);
const commandsIn = (line: Machine['line']): readonly Sent[] => line.sent.filter((sent) => sent.path === '/api/desk/offline/commands');

describe('what an answer means', () => {
  it.each([
    [undefined, 'wait'], [{ status: 200, headers: {}, body: {} }, 'done'], [problem(401, 'not-signed-in'), 'sign-in'], [problem(403, 'csrf'), 'sign-in'],
    [problem(408, 'x'), 'wait'], [problem(425, 'x'), 'wait'], [problem(429, 'too-many-requests'), 'wait'], [problem(503, 'unavailable'), 'wait'], [problem(500, 'fault'), 'fault'],
    [problem(409, 'scans-missing', { kind: 'scans-missing', scans: ['a'] }), 'scans'], [problem(403, 'device-unknown'), 'other-desk'], [problem(403, 'device-revoked'), 'revoked'],
    [problem(403, 'role-missing'), 'refused'], [problem(409, 'changed-meanwhile', { kind: 'changed-meanwhile' }), 'refused'], [problem(422, 'key-reused'), 'refused'],
    // kept whole at the office, although the machine is revoked
    [problem(422, 'device-revoked', { kind: 'device-revoked', caseId: 'c' }), 'refused'],
    // too large for whatever stands before our server: it would never pass
    [{ status: 413, headers: {}, body: '<html>' }, 'refused'],
    // a proxy's own page
    [{ status: 404, headers: {}, body: '<html>' }, 'wait'],
  ] as const)('%j: %s', (reply, kind) => expect(verdictOf(reply).kind).toBe(kind));
});

it('waiting grows, is spread, and never passes a minute, whatever the server asks', () => {
  expect([1, 2, 3, 5, 6, 15, 1_000].map((failures) => waitSeconds(failures, 1))).toEqual([2, 4, 8, 32, 60, 60, 60]);
  expect([waitSeconds(15, 0), waitSeconds(1, 0.5, 20), waitSeconds(1, 0.5, 3_600)]).toEqual([30, 20, 60]);
});

it('what has no answer waits and is sent again, the same under the same key', async () => {
  const { counter, line } = await atWork(1);
  await counter.sync.poke();
  expect(await states(counter)).toEqual(['queued']);
  line.replies = [taken];
  await counter.sync.poke();
  const [first, second] = commandsIn(line);
  expect([first?.headers['idempotency-key'], first?.json]).toEqual([second?.headers['idempotency-key'], second?.json]);
  expect(await states(counter)).toEqual(['done']);
});

it('a true refusal is parked with its reason, and the others go on', async () => {
  const { counter, line } = await atWork(3);
  line.replies = [taken, () => problem(422, 'number-used', { kind: 'number-used', caseId: 'c' }), taken];
  await counter.sync.poke();
  expect(await states(counter)).toEqual(['done', 'refused', 'done']);
  expect((await counter.db.outbox.orderBy('seq').toArray())[1]?.refusal).toEqual({ code: 'number-used', text: 'Vì sao: number-used', atOffice: true });
  await counter.sync.poke();
  expect(commandsIn(line)).toHaveLength(3);
});

it.each([problem(413, 'too-large'), { status: 413, headers: {}, body: '<html>' }])('what is too large is told to the office without its body, and the others go on', async (tooLarge) => {
  const { counter, line } = await atWork(2);
  line.replies = [() => tooLarge, () => undefined];
  await counter.sync.poke();
  // not told yet: it waits like anything else
  expect(await states(counter)).toEqual(['queued', 'queued']);
  line.sent.length = 0;
  line.replies = [() => tooLarge, () => problem(422, 'body-too-large', { kind: 'body-too-large', caseId: 'c' }), taken];
  await counter.sync.poke();
  expect(await states(counter)).toEqual(['refused', 'done']);
  const [whole, told] = line.sent;
  const { body, ...envelope } = (whole as Sent).json as { readonly body: object };
  expect([told?.path, told?.json]).toEqual([`/api/desk/offline/commands?bodyBytes=${utf8(JSON.stringify(body)).length}`, { ...envelope, body: {} }]);
  expect((await counter.db.outbox.orderBy('seq').first())?.refusal).toEqual({ code: 'body-too-large', text: 'Vì sao: body-too-large', atOffice: true });
});

/** A whole round after the queue: nothing new at the server, but what is asked for is not there. */
const nothingNew = async ({ db }: Counter): Promise<((sent: Sent) => Reply)[]> => {
  const leases = (await db.leases.toArray()).map(({ next: _next, ...lease }) => lease);
  const said = (body: unknown, status = 200) => (): Reply => ({ status, headers: {}, body });
  return [
    said({ leases, policy: { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 }, businessNow: AT }), said(undefined, 304),
    said({ changes: [], cursor: 'c', more: false }), () => problem(404, 'not-found'),
  ];
};

it('what the office keeps to judge stays at hand under its printed code, and is forgotten when it is not parked any more', async () => {
  const { counter, line, ids } = await atWork(1);
  line.replies = [() => problem(422, 'made-in-future', { kind: 'made-in-future', caseId: 'c' }), ...await nothingNew(counter)];
  await counter.sync.poke();
  expect([await states(counter), await counter.db.dossiers.toCollection().primaryKeys()]).toEqual([['refused'], ids]);
  const forwarded = await counter.act({
    path: '/api/desk/hand-overs', key: randomUUID(),
    body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: ids[0], revision: 1, paperCount: 1 }] },
  });
  expect(forwarded.ok).toBe(true);
  await counter.db.outbox.toCollection().modify((row: { state: string }) => { row.state = 'done'; });
  line.replies = await nothingNew(counter);
  await counter.sync.poke();
  expect(await counter.db.dossiers.count()).toBe(0);
});

it('a machine that hears that it was revoked keeps what a person must judge, and nothing that was only typed', async () => {
  const { counter, line } = await atWork(1);
  const stored = counter.stored() as Stored;
  await sealedDrawer(stored).put({ kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt: Date.now(), content: {} });
  line.replies = [() => problem(422, 'device-revoked', { kind: 'device-revoked', caseId: 'c' }), () => problem(403, 'device-revoked')];
  await counter.sync.poke();
  expect([await states(counter), await counter.db.typed.count(), await counter.db.leases.count()]).toEqual([['refused'], 0, 0]);
});

it('a fault with one dossier holds back only its own later acts', async () => {
  const { counter, line, ids } = await atWork(2);
  const forwarded = await counter.act({
    path: '/api/desk/hand-overs', key: randomUUID(),
    body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: ids[0], revision: 1, paperCount: 1 }] },
  });
  expect(forwarded.ok).toBe(true);
  line.replies = [];
  await counter.sync.poke();
  line.replies = [() => problem(500, 'fault'), taken];
  await counter.sync.poke();
  expect(await states(counter)).toEqual(['queued', 'done', 'queued']);
});

it('nobody signed in parks nothing and asks to sign in', async () => {
  const { counter, line } = await atWork(2);
  line.replies = [() => problem(401, 'not-signed-in')];
  await counter.sync.poke();
  expect([await states(counter), counter.state.get().sync, commandsIn(line).length]).toEqual([['queued', 'queued'], 'sign-in-needed', 1]);
});

it('a session that runs out in mid-queue stops it there, and whoever signs in again sends each once', async () => {
  const { counter, line } = await atWork(3);
  line.replies = [taken, () => problem(401, 'not-signed-in')];
  await counter.sync.poke();
  expect([await states(counter), counter.state.get().sync, counter.state.get().parked]).toEqual([['done', 'queued', 'queued'], 'sign-in-needed', 0]);
  line.replies = [taken, taken];
  await counter.sync.poke();
  const keys = commandsIn(line).map((sent) => sent.headers['idempotency-key']);
  expect([await states(counter), keys.length, new Set(keys).size]).toEqual([['done', 'done', 'done'], 4, 3]);
});

describe('scans', () => {
  const big = new Uint8Array(PIECE_BYTES + 1_000).fill(37);
  const keepBig = async (): Promise<{ counter: Counter; line: Machine['line']; sha256: string }> => {
    const sha256 = await sha256Hex(big);
    const { counter, line } = await atWork(0);
    await keepScan(counter.stored() as Stored, { sha256, mediaType: 'application/pdf', storedAt: AT }, big);
    const papers = receiveCommand('ky-bac', birth).papers.map((paper) => ({ ...paper, scans: [sha256] })) as never;
    const done = await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, { papers }), key: randomUUID() });
    expect(done.ok).toBe(true);
    await counter.sync.poke();
    line.sent.length = 0;
    return { counter, line, sha256 };
  };
  const received = (sha256: string, much: number) => (): Reply => ({ status: 200, headers: {}, body: { sha256, received: much, complete: much === big.length } });
  const offsets = (line: Machine['line']): readonly string[] => line.sent.filter((sent) => sent.method === 'PUT').map((sent) => sent.path.split('?')[1] ?? '');

  it('go before their command, in pieces, and on from where the server has them', async () => {
    const { counter, line, sha256 } = await keepBig();
    line.replies = [received(sha256, PIECE_BYTES), () => undefined];
    await counter.sync.poke();
    expect([offsets(line), commandsIn(line).length]).toEqual([[`offset=0&total=${big.length}`, `offset=${PIECE_BYTES}&total=${big.length}`], 0]);
    await (machine as Machine).killTab();
    line.sent.length = 0;
    line.replies = [received(sha256, big.length), taken];
    await (machine as Machine).counter().sync.poke();
    expect([offsets(line), commandsIn(line).length]).toEqual([[`offset=${PIECE_BYTES}&total=${big.length}`], 1]);
    expect(line.sent[0]?.bytes?.length).toBe(1_000);
  });

  it('that the server has lost are sent again from the start, and then the command', async () => {
    const { counter, line, sha256 } = await keepBig();
    line.replies = [
      received(sha256, big.length), () => problem(409, 'scans-missing', { kind: 'scans-missing', scans: [sha256] }),
      received(sha256, PIECE_BYTES), received(sha256, big.length), taken,
    ];
    await counter.sync.poke();
    expect([await states(counter), commandsIn(line).length]).toEqual([['done'], 2]);
  });

  const spoil = async ({ db }: Counter): Promise<void> => void (await db.scans.toCollection().modify((row: { sealed: Uint8Array }) => { row.sealed = new Uint8Array(40); }));
  const missing = (sha256: string) => (): Reply => problem(409, 'scans-missing', { kind: 'scans-missing', scans: [sha256] });
  const receives = async (counter: Counter): Promise<void> => expect((await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() })).ok).toBe(true);

  it('that the disk spoilt hold up nothing: the server is asked whether it has them', async () => {
    const { counter, line } = await keepBig();
    await spoil(counter);
    await receives(counter);
    expect(await exportOutbox(counter.stored() as Stored, PASSPHRASE, FEW_ROUNDS)).toMatchObject({ commands: 2 });
    line.sent.length = 0;
    line.replies = [taken, taken];
    await counter.sync.poke();
    expect([await states(counter), offsets(line)]).toEqual([['done', 'done'], []]);
  });

  it('that lie nowhere any more are said to be lost, and the act is a person’s; the rest goes on', async () => {
    const { counter, line, sha256 } = await keepBig();
    await spoil(counter);
    await receives(counter);
    line.sent.length = 0;
    line.replies = [missing(sha256), missing(sha256), () => problem(409, 'scans-missing', { kind: 'scans-missing', caseId: 'c' }), taken];
    await counter.sync.poke();
    expect([await states(counter), line.sent.slice(0, 3).map(({ path }) => path.split('?')[1])]).toEqual([['refused', 'done'], [undefined, undefined, 'scans=lost']]);
  });

  it('brought again by the clerk are whole again', async () => {
    const { counter, line, sha256 } = await keepBig();
    await spoil(counter);
    await keepScan(counter.stored() as Stored, { sha256, mediaType: 'application/pdf', storedAt: AT }, big);
    line.replies = [received(sha256, big.length), taken];
    await counter.sync.poke();
    expect(await states(counter)).toEqual(['done']);
  });
});

it('after the retention nothing of a closed dossier lies here, and nothing that waits is touched', async () => {
  const { counter, ids } = await atWork(2);
  const { db } = counter;
  await noteSentScan({ db }, { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', bytes: 10, storedAt: AT });
  for (const id of ids) await db.dossiers.update(id, { closedAt: AT });
  const first = await db.outbox.orderBy('seq').first();
  await db.outbox.update(first?.seq ?? 0, { state: 'done', settledAt: AT });
  await retain(db, '2019-12-17T07:30:00+07:00' as Parameters<typeof retain>[1], 0, 30);
  expect([await db.dossiers.count(), await db.scans.count(), await db.outbox.count()]).toEqual([2, 1, 2]);
  await retain(db, '2019-12-19T07:30:00+07:00' as Parameters<typeof retain>[1], 0, 30);
  expect([await db.dossiers.toCollection().primaryKeys(), await db.scans.count(), await states(counter)]).toEqual([[ids[1]], 0, ['queued']]);
});

it('the paper of guidance stays as long as the guidance waits, and goes with it', async () => {
  const { counter } = await atWork(0);
  const { db } = counter;
  const body = { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, missing: [] };
  expect((await counter.act({ path: '/api/desk/guidance', body, key: randomUUID() })).ok).toBe(true);
  await db.outbox.toCollection().modify((row: { state: string }) => { row.state = 'refused'; });
  await retain(db, '2019-12-19T07:30:00+07:00' as Moment, 0, 30);
  expect(await db.papers.count()).toBe(1);
  await db.outbox.toCollection().modify((row: { state: string }) => { row.state = 'done'; });
  await retain(db, '2019-12-19T07:30:00+07:00' as Moment, 0, 30);
  expect([await db.papers.count(), await db.outbox.count()]).toEqual([0, 0]);
});

it('without a line it goes as well, with the next start; a clock in doubt takes nothing', async () => {
  const { counter, ids } = await atWork(1);
  const { db, state } = counter;
  await db.meta.put({ key: POLICY, value: { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 } });
  await db.outbox.toCollection().modify((row: { state: string; settledAt?: string }) => Object.assign(row, { state: 'done', settledAt: AT }));
  await db.dossiers.update(ids[0] ?? '', { closedAt: AT });
  const late = { db, state, businessNow: async () => '2019-12-19T07:30:00+07:00' as Moment };
  state.set({ clockUnsure: 3_600_000 });
  await retainAtStart(late);
  expect([await db.dossiers.count(), await db.outbox.count()]).toEqual([1, 1]);
  state.set({ clockUnsure: 0 });
  await retainAtStart(late);
  expect([await db.dossiers.count(), await db.outbox.count()]).toEqual([0, 0]);
});

it('what was typed under a clock that was years behind is there when the clock is right again; what stays old goes', async () => {
  const { counter } = await atWork(0);
  const { db } = counter;
  const drawer = sealedDrawer(counter.stored() as Stored);
  const DAY = 86_400_000;
  const now = 60 * DAY;
  const draft = { kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt: 0, content: { name: 'x' } } as const;
  await drawer.put(draft);
  const at = (day: number): Promise<void> => retain(db, AT as Moment, now + day * DAY, 30);
  await at(0);
  await at(2);
  expect(await drawer.find('draft', 'a')).toMatchObject({ content: { name: 'x' } });
  await drawer.put({ ...draft, savedAt: 1 });
  await at(4);
  expect(await db.typed.count()).toBe(1);
  await at(7);
  expect(await db.typed.count()).toBe(0);
});

it('what was found old under a clock that was years ahead goes in its time all the same', async () => {
  const { counter } = await atWork(0);
  const { db } = counter;
  const DAY = 86_400_000;
  await sealedDrawer(counter.stored() as Stored).put({ kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt: 0, content: {} });
  for (const day of [3_000, 31, 33, 34]) await retain(db, AT as Moment, day * DAY, 30);
  expect(await db.typed.count()).toBe(0);
});

it('what was stored under an older edition of the views is read whole once more, and then goes on where it was', async () => {
  const { counter, line } = await atWork(0);
  const asked = (): readonly string[] => line.sent.filter(({ path }) => path.startsWith('/api/desk/offline/changes')).map(({ path }) => path);
  const rest: Machine['line']['replies'] = [
    () => ({ status: 200, headers: {}, body: { leases: [], policy: { maxOfflineHours: 96, retentionDays: 30, leaseDaysAhead: 2 }, businessNow: AT } }),
    () => ({ status: 304, headers: {}, body: undefined }),
    () => ({ status: 200, headers: {}, body: { changes: [], cursor: 'moi', more: false } }),
  ];
  await counter.db.meta.put({ key: CURSOR, value: 'cu' });
  line.replies = [...rest];
  await counter.sync.poke();
  line.replies = [...rest];
  await counter.sync.poke();
  expect(asked()).toEqual(['/api/desk/offline/changes', '/api/desk/offline/changes?cursor=moi']);
});

describe('what cannot go holds up nothing else', () => {
  it('a row that the disk spoilt is parked with its words, and neither the list nor a file to carry fails over it', async () => {
    const { counter, line } = await atWork(2);
    const [spoilt] = await counter.db.outbox.orderBy('seq').toArray();
    await counter.db.outbox.where('commandId').equals(spoilt?.commandId ?? '').modify((row: { sealed: Uint8Array }) => { row.sealed = new Uint8Array(40); });
    const exported = await exportOutbox(counter.stored() as Stored, PASSPHRASE, FEW_ROUNDS);
    expect(exported).toMatchObject({ commands: 1 });
    line.replies = [taken];
    await counter.sync.poke();
    expect(await states(counter)).toEqual(['refused', 'done']);
    expect((await counter.db.outbox.orderBy('seq').first())?.refusal).toEqual({ code: 'row-unreadable', atOffice: false, text: expect.stringContaining('Nhập lại theo giấy đã in') });
  });

  it.each(['device-unknown', 'device-revoked'])('what was brought from another machine, whose desk is not here (%s), is parked; this machine’s own goes on', async (code) => {
    const from = await counterMachine();
    expect((await from.counter().act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() })).ok).toBe(true);
    const file = await exportOutbox(from.counter().stored() as Stored, PASSPHRASE, FEW_ROUNDS);
    from.close();
    if (file === 'too-short') throw new Error(file);
    const { counter, line } = await atWork(0);
    expect(await importOutbox(counter.stored() as Stored, file.file, PASSPHRASE)).toMatchObject({ added: 1 });
    expect((await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() })).ok).toBe(true);
    line.replies = [() => problem(403, code), taken];
    await counter.sync.poke();
    expect(await states(counter)).toEqual(['refused', 'done']);
    expect((await counter.db.outbox.orderBy('seq').first())?.refusal).toEqual({ code: 'brought-from-another-desk', atOffice: false, text: expect.stringContaining('nhập từ máy của quầy khác') });
  });
});
