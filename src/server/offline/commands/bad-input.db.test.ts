// What cannot be believed, and what the law refuses: kept whole, explained, settled by a person, and in nobody's way.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { emptyEnvelopes } from '../kept/cases.sql.ts';
import { verifySeries } from '../../books/verify-series.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const DAY = 86_400_000;
type Kept = { code: string; detail: string; status: number; refusal: { kind: string; caseId: string; caseKind: string } };
type Case = { caseId: string; kind: string; reason: string; text: string; commandId: string; settledAt?: string; settledBy?: string; resolution?: string };

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
let admin: Caller;
let counter: Counter;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, officer, admin] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac'), await world.signIn('quantri')];
  counter = await offlineCounter(world, clerk, admin, 200);
  // so that a time before now is not before the grant
  world.wait(600);
}, 120_000);
afterAll(() => world.close());

const reception = (at: Counter = counter, more: Record<string, unknown> = {}, body: object = {}): Envelope => {
  const command = receiveCommand('ky-bac', birth, body);
  const leased = [at.take('dossier:xa-ky-bac', '191118'), at.take('paper:intake-receipt:xa-ky-bac', '2019')];
  const code = `000.22.36.H27-191118-${String(leased[0]?.number).padStart(4, '0')}`;
  return at.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { code, paperId: randomUUID() }, ...more });
};
const keptOf = (answer: Answer): Kept => ({ ...answer.json<Kept>(), status: answer.status });
const isKept = async (envelope: Envelope, reason: string, kind = 'quarantined', at = counter): Promise<string> => {
  const kept = keptOf(await at.send(envelope));
  expect([kept.status, kept.code, kept.refusal?.caseKind]).toEqual([422, reason, kind]);
  expect(kept.detail).toMatch(/^\p{Lu}.+\.$/su);
  // sent again, it is the same case
  expect(keptOf(await at.send(envelope)).refusal.caseId).toBe(kept.refusal.caseId);
  const { rows } = await world.database.pool.query('select envelope from motcua.offline_case where command_id = $1', [envelope.commandId]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ envelope: { commandId: envelope.commandId, body: envelope['body'], leased: envelope.leased } });
  return kept.refusal.caseId;
};
const goesOn = async (): Promise<void> => expect((await counter.send(reception())).status).toBe(200);
const casesAt = async (who: Caller, path: string, headers = {}): Promise<readonly Case[]> => (await who.get(path, headers)).json<{ cases: Case[] }>().cases;
const settle = (who: Caller, caseId: string, how: string) =>
  who.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how, note: 'Đã đối chiếu giấy người dân đang giữ' }, counter.header);

describe('a forged envelope is kept', () => {
  it.each<[string, (envelope: Envelope) => Envelope]>([
    ['its body', (e) => ({ ...e, body: { ...(e['body'] as object), setCount: 2 } })],
    ['its target', (e) => ({ ...e, dossierId: randomUUID() })],
    ['its numbers', (e) => ({ ...e, leased: e.leased.map((n) => ({ ...n, number: n.number + 1 })) })],
    ['what was printed', (e) => ({ ...e, printed: { ...(e['printed'] as object), totalFee: 1 } })],
    ['its time', (e) => ({ ...e, madeAt: momentFromEpoch(world.realNow() - 60_000) })],
    ['its act', (e) => ({ ...e, act: 'certify-copies', body: { ...(e['body'] as object), requester: { fullName: 'x' }, lines: [{ paperName: 'x', pages: 1, copies: 1 }], resolvedNow: true, collected: true } })],
  ])('when %s was changed after its maker proved it', async (_what, change) => {
    await isKept(change(reception()), 'proof-wrong');
    await goesOn();
  });
  it('when it names a person who was granted nothing here', async () => {
    await isKept(counter.proven(reception(), { by: { ...counter.clerk, grantId: randomUUID() } }), 'grant-unknown');
  });
  it('when the officer’s confirmation is another’s, and when a clerk confirms herself', async () => {
    await isKept(counter.proven(reception(), { officer: { ...counter.officer, secret: counter.clerk.secret } }), 'officer-proof-wrong');
    await isKept(counter.proven(reception(), { officer: counter.clerk }), 'officer-proof-wrong');
  });
  it('when it is for another desk', async () => {
    await isKept(reception(counter, {}, { deskId: 'ky-phong' }), 'desk-differs');
  });
  it('when it bears the key of another act', async () => {
    const first = reception();
    expect((await counter.send(first)).status).toBe(200);
    await isKept(counter.proven({ ...reception(), commandId: first.commandId }), 'key-reused');
    expect((await counter.send(first)).json()).toMatchObject({ replayed: true });
    await goesOn();
  });
});

describe('letters that no database holds', () => {
  const ODD = ['a\u0000b', 'a\ud800b'];
  const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 'x');
  it.each<[string, (envelope: Envelope, odd: string) => Envelope]>([
    ['a series', (e, odd) => ({ ...e, leased: e.leased.map((n) => ({ ...n, series: odd })) })],
    ['a period', (e, odd) => ({ ...e, leased: e.leased.map((n) => ({ ...n, period: odd })) })],
    ['the calendar', (e, odd) => ({ ...e, basis: { calendar: odd } })],
    ['the name of a version', (e, odd) => ({ ...e, basis: { [odd]: '1' } })],
    ['the code that was printed', (e, odd) => ({ ...e, printed: { code: odd, paperId: randomUUID() } })],
  ])('in %s, which no machine of ours writes, are a fault of the sender', async (_what, change) => {
    const answers = await Promise.all(ODD.map(async (odd) => (await counter.send(counter.proven(change(reception(), odd)))).json<Kept>().code));
    expect(answers).toEqual(['invalid-fields', 'invalid-fields']);
  });
  it('in what was typed are kept with a mark in their place', async () => {
    for (const odd of ODD) {
      const envelope = counter.proven(reception(counter, {}, { [odd]: odd, setCount: `\\u0000${odd}` }));
      const kept = keptOf(await counter.send(envelope));
      expect([kept.status, kept.code]).toEqual([422, 'body-unreadable']);
      const { rows } = await world.database.pool.query<{ body: object }>("select envelope->'body' as body from motcua.offline_case where command_id = $1", [envelope.commandId]);
      expect(rows).toMatchObject([{ body: { 'a\ufffdb': 'a\ufffdb', setCount: '\\u0000a\ufffdb' } }]);
    }
    await goesOn();
  });
  it('and a body that is too deep to be walked is a fault of the sender', async () => {
    const { commandId, by, officer: confirmed } = reception();
    const envelope = { ...reception(), commandId, by, officer: confirmed, body: { x: nested(5_000) } };
    expect((await counter.send(envelope)).json<Kept>().code).toBe('invalid-fields');
  });
});

describe('numbers', () => {
  it('of another machine, or out of the lease, are kept', async () => {
    const other = await offlineCounter(world, clerk, admin);
    const envelope = reception();
    await isKept(counter.proven({ ...envelope, leased: [other.take('dossier:xa-ky-bac', '191118'), ...envelope.leased.slice(1)] }), 'number-not-leased');
    await isKept(counter.proven({ ...reception(), leased: envelope.leased.map((n) => ({ ...n, number: n.number + 500 })) }), 'number-not-leased');
    await goesOn();
  });
  it('that another act bears are kept, also when both come at once', async () => {
    const first = reception();
    const second = counter.proven({ ...reception(), leased: first.leased });
    const answers = await Promise.all([counter.send(first), counter.send(second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.json<Kept>().code).toBe('number-used');
    const { rows } = await world.database.pool.query('select count(*)::int as n from motcua.leased_number where number = $1 and series = $2', [first.leased[0]?.number, first.leased[0]?.series]);
    expect(rows).toEqual([{ n: 1 }]);
  });
  it('that were given back are kept', async () => {
    const other = await offlineCounter(world, clerk, admin);
    const envelope = reception(other);
    const [lease] = other.leases().filter(({ series, period }) => series === 'dossier:xa-ky-bac' && period === '191118');
    expect((await clerk.send('POST', '/api/desk/offline/leases/return', { leases: [{ leaseId: lease?.leaseId, next: lease?.from }] }, other.header)).status).toBe(200);
    await isKept(envelope, 'number-used', 'quarantined', other);
  });
});

describe('times', () => {
  const moved = (madeAt: number, machineAt = madeAt): Envelope =>
    counter.proven({ ...reception(), madeAt: momentFromEpoch(madeAt), machineAt: momentFromEpoch(machineAt) });
  it('of a clock two days off are kept', async () => {
    await isKept(moved(world.realNow(), world.realNow() - 2 * DAY - 1000), 'clock-off');
    await isKept(moved(world.realNow(), world.realNow() + 2 * DAY + 1000), 'clock-off');
    await goesOn();
  });
  it('that have not come yet, or were before anybody was granted anything, are kept', async () => {
    await isKept(moved(world.realNow() + 11 * 60_000), 'made-in-future');
    await isKept(moved(world.realNow() - 3 * DAY), 'grant-not-valid');
    await isKept(moved(world.realNow() - 3600_000), 'grant-not-valid');
  });
  it('of another day by the machine’s clock are taken, and told', async () => {
    const answer = await counter.send(moved(world.realNow(), world.realNow() - DAY));
    expect([answer.status, answer.json<{ cases: string[] }>().cases.length]).toEqual([200, 1]);
  });
});

describe('what cannot be read', () => {
  it('in its body is kept', async () => {
    await isKept(counter.envelope('receive-dossier', { x: 1 }), 'body-unreadable');
    await isKept(counter.envelope('cancel-entry', { deskId: 'ky-bac', revision: 1, reason: 'x' }), 'body-unreadable');
    await isKept(reception(counter, {}, { parties: { applicant: { fullName: 'Nguyễn \u{1F600}', identity: { kind: 'none', number: '', reason: 'x' }, address: { line: 'x' } } } }), 'body-unreadable');
  });
  it('as an envelope is turned away with a reason', async () => {
    const odd = await counter.send({ ...reception(), act: 'sign-paper' });
    expect([odd.status, odd.json<{ code: string }>().code]).toEqual([400, 'invalid-fields']);
  });
  const tellLarge = async (envelope: Envelope, bodyBytes: unknown): Promise<Kept> => 
    keptOf(await clerk.send('POST', `/api/desk/offline/commands?bodyBytes=${bodyBytes}`, { ...envelope, body: {} }, counter.header));
  it('over the limit is turned away, and kept without its body once the counter says how large it is', async () => {
    const envelope = reception();
    const long = await counter.send({ ...envelope, body: { reason: 'x'.repeat(1_100_000) } });
    expect([long.status, long.json<{ code: string }>().code]).toEqual([413, 'too-large']);
    const kept = await tellLarge(envelope, 1_100_013);
    expect([kept.status, kept.code, kept.refusal.caseKind]).toEqual([422, 'body-too-large', 'quarantined']);
    expect(kept.detail).toMatch(/1\.075 KB.+máy “.+”; hỏi .+, người làm việc này\.$/u);
    expect((await tellLarge(envelope, 1_100_013)).refusal.caseId).toBe(kept.refusal.caseId);
    const { rows } = await world.database.pool.query<{ body: unknown }>("select envelope->'body' as body from motcua.offline_case where command_id = $1", [envelope.commandId]);
    expect(rows).toEqual([{ body: {} }]);
    expect((await settle(clerk, kept.refusal.caseId, 'corrected')).json<Kept>().code).toBe('case-needs-officer');
    expect((await settle(officer, kept.refusal.caseId, 'corrected')).status).toBe(200);
    // judged, it stays as it was judged
    expect((await tellLarge(envelope, 1_100_013)).refusal).toMatchObject({ caseId: kept.refusal.caseId, resolution: expect.any(String) });
    await goesOn();
  });
  it('over a limit that was raised since is tried like any other: taken it settles its case, refused it is kept whole', async () => {
    const caseOf = async (envelope: Envelope) => (await world.database.pool.query<{ reason: string; how: string | null }>(
      'select reason, settled_how as how from motcua.offline_case where command_id = $1 order by opened_at, settled_at nulls last', [envelope.commandId])).rows;
    const [fine, lacking] = [reception(), reception(counter, {}, { papers: [] })];
    for (const envelope of [fine, lacking]) expect((await tellLarge(envelope, 2_000_000)).code).toBe('body-too-large');
    const other = await offlineCounter(world, clerk, admin);
    expect(keptOf(await other.send({ ...lacking, body: { x: 1 } })).code).toBe('body-too-large');
    expect(await caseOf(lacking)).toEqual([{ reason: 'body-too-large', how: null }]);
    expect((await counter.send(fine)).status).toBe(200);
    expect(await caseOf(fine)).toEqual([{ reason: 'body-too-large', how: 'taken' }]);
    expect(keptOf(await counter.send(lacking)).code).toBe('papers-missing');
    expect(await caseOf(lacking)).toEqual([{ reason: 'body-too-large', how: 'corrected' }, { reason: 'papers-missing', how: null }]);
  });
  it('that is said to be too large and was performed already is kept as another’s key; a size that is none is turned away', async () => {
    const envelope = reception();
    expect((await counter.send(envelope)).status).toBe(200);
    expect((await tellLarge(envelope, 2_000_000)).code).toBe('key-reused');
    expect((await tellLarge(reception(), -1)).status).toBe(400);
  });
  it('of a calendar that is not here is kept', async () => {
    await isKept(reception(counter, { basis: { calendar: 'hatinh@999' } }), 'basis-unknown');
  });
});

it('what the law refuses is refused with the core’s own reason and a way out, and anybody of the desk may settle it', async () => {
  const caseId = await isKept(reception(counter, {}, { papers: [] }), 'papers-missing', 'refused');
  const [listed] = (await casesAt(clerk, '/api/desk/offline/cases', counter.header)).filter((one) => one.caseId === caseId);
  expect(listed?.text).toContain('Còn thiếu');
  const again = await settle(clerk, caseId, 'taken');
  expect([again.status, again.json<Kept>().code, again.json<Kept>().detail.includes('Còn thiếu')]).toEqual([422, 'case-not-taken', true]);
  expect((await settle(clerk, caseId, 'corrected')).json()).toEqual({ caseId, how: 'corrected' });
  const twice = await settle(clerk, caseId, 'set-aside');
  expect(twice.json<Kept>().code).toBe('case-settled');
});

const storesScan = async (sha256: string): Promise<void> => {
  await world.database.pool.query("insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by) values (42, $1, 'image/png', 9, now(), $2)", [sha256, counter.clerk.accountId]);
  await world.database.pool.query("insert into motcua.file_upload (province_id, sha256, stored_by, desk_id, stored_at) values (42, $1, $2, 'ky-bac', now())", [sha256, counter.clerk.accountId]);
};
it('a scan that is not here yet makes it wait: nothing is kept, and it goes through when the scan is here', async () => {
  const sha256 = 'a'.repeat(64);
  const command = receiveCommand('ky-bac', birth);
  const papers = command.papers.map((paper, index) => (index === 0 ? { ...paper, scans: [sha256] } : paper));
  const envelope = reception(counter, {}, { papers });
  const waits = await counter.send(envelope);
  expect([waits.status, waits.json<Kept>().code]).toEqual([409, 'scans-missing']);
  expect((await world.database.pool.query('select 1 from motcua.offline_case where command_id = $1', [envelope.commandId])).rowCount).toBe(0);
  await storesScan(sha256);
  expect((await counter.send(envelope)).status).toBe(200);
});

it('a scan that its machine cannot read any more is waited for no longer: the act is kept whole for a person, and goes through once the scan is found', async () => {
  const sha256 = 'b'.repeat(64);
  const papers = receiveCommand('ky-bac', birth).papers.map((paper, index) => (index === 0 ? { ...paper, scans: [sha256] } : paper));
  const envelope = reception(counter, {}, { papers });
  const lost = (): Promise<Answer> => clerk.send('POST', '/api/desk/offline/commands?scans=lost', envelope, counter.header);
  const kept = keptOf(await lost());
  expect([kept.status, kept.code, kept.refusal.caseKind, kept.detail.includes('quét lại giấy')]).toEqual([409, 'scans-missing', 'refused', true]);
  expect(keptOf(await lost()).refusal.caseId).toBe(kept.refusal.caseId);
  await storesScan(sha256);
  expect((await counter.send(envelope)).status).toBe(200);
  expect((await casesAt(clerk, '/api/desk/offline/cases', counter.header)).find((one) => one.caseId === kept.refusal.caseId)?.settledAt).toEqual(expect.any(String));
  await goesOn();
});

it('a fault in the middle saves nothing, and the same envelope is taken whole afterwards', async () => {
  const envelope = reception();
  const { migratorPool, pool } = world.database;
  await migratorPool.query('revoke insert on motcua.outbox from motcua_app');
  const fault = await counter.send(envelope);
  await migratorPool.query('grant insert on motcua.outbox to motcua_app');
  expect(fault.status).toBe(500);
  expect((await pool.query('select 1 from motcua.leased_number where command_id = $1', [envelope.commandId])).rowCount).toBe(0);
  expect((await pool.query('select 1 from motcua.dossier where dossier_id = $1', [envelope['dossierId']])).rowCount).toBe(0);
  expect((await counter.send(envelope)).json()).toMatchObject({ replayed: false, cases: [] });
});

describe('a machine revoked in the middle of its queue', () => {
  let lost: Counter;
  let before: Envelope;
  let honest: Envelope;
  let forged: Envelope;
  const caseOf = async (envelope: Envelope) => (await casesAt(admin, '/api/admin/offline-cases')).find((one) => one.commandId === envelope.commandId);
  const judge = (caseId: string | undefined, how: string, who = admin) =>
    who.send('POST', `/api/admin/offline-cases/${caseId}/settle`, { how, note: 'Đã đối chiếu giấy người dân đang giữ' });

  it('has what it sends afterwards kept, whole; what was taken before stands; others go on', async () => {
    lost = await offlineCounter(world, clerk, admin);
    [before, honest, forged] = [reception(lost), reception(lost), reception(lost)];
    expect((await lost.send(before)).status).toBe(200);
    expect((await admin.send('POST', `/api/admin/devices/${lost.deviceId}/revoke`, { reason: 'Mất máy' })).status).toBe(200);
    await isKept(honest, 'device-revoked', 'quarantined', lost);
    await isKept({ ...forged, dossierId: randomUUID() }, 'proof-wrong', 'quarantined', lost);
    expect((await lost.send(before)).json()).toMatchObject({ replayed: true });
    await goesOn();
  });

  it('is judged by an officer or an administrator, not by the clerk who may have sent it', async () => {
    const found = await caseOf(honest);
    const own = await settle(clerk, found?.caseId ?? '', 'taken');
    expect([own.status, own.json<Kept>().code]).toEqual([422, 'case-needs-officer']);
    expect((await settle(await world.signIn('buudien.kyphong'), found?.caseId ?? '', 'taken')).status).toBe(404);
    expect((await judge(found?.caseId, 'taken', clerk)).status).toBe(403);
  });

  it('what it honestly printed is valid after review: its code stands, and the case is settled with it', async () => {
    const found = await caseOf(honest);
    const taken = await judge(found?.caseId, 'taken');
    expect([taken.status, taken.json()]).toEqual([200, { caseId: found?.caseId, how: 'taken' }]);
    const { code } = honest['printed'] as { code: string };
    expect((await clerk.get(`/api/desk/find?q=${code}&deskId=ky-bac`)).json()).toMatchObject({ dossiers: [{ code, dossierId: honest['dossierId'] }] });
    expect(await caseOf(honest)).toMatchObject({ settledBy: expect.any(String), resolution: 'Đã đối chiếu giấy người dân đang giữ' });
    expect((await lost.send(honest)).json<{ answer: DossierReceivedAnswer; replayed: boolean }>()).toMatchObject({ replayed: true, answer: { code } });
  });

  it('what is set aside stays aside', async () => {
    const found = await caseOf(forged);
    expect((await judge(found?.caseId, 'set-aside')).status).toBe(200);
    expect(keptOf(await lost.send({ ...forged, dossierId: randomUUID() })).refusal).toMatchObject({ caseId: found?.caseId, settledAt: expect.any(String) });
  });
});

it('every case stands in the journal, and the books are sound', async () => {
  const { rows } = await world.database.pool.query<{ act: string; n: number }>(
    `select act, count(*)::int as n from motcua.journal where chain_id = 'desk:ky-bac' and act in ('keep-offline-command', 'settle-offline-case') group by 1 order by 1`);
  expect(rows.map(({ act }) => act)).toEqual(['keep-offline-command', 'settle-offline-case']);
  expect(rows[0]?.n).toBeGreaterThan(15);
  expect((await verifySeries(world.database.pool, 42)).findings).toEqual([]);
});

it('of a settled case the envelope goes after a while, of an open one never', async () => {
  const { pool } = world.database;
  const left = async () => (await pool.query<{ open: boolean; n: number }>("select settled_at is null as open, count(*)::int as n from motcua.offline_case where envelope <> '{}' group by 1 order by 1")).rows;
  const before = await left();
  expect(before.map(({ open }) => open)).toEqual([false, true]);
  await emptyEnvelopes(pool, 42, momentFromEpoch(world.realNow() - DAY));
  expect(await left()).toEqual(before);
  await emptyEnvelopes(pool, 42, momentFromEpoch(world.realNow() + DAY));
  expect(await left()).toEqual(before.filter(({ open }) => open));
});

it('an officer beside the keyboard of the desk settles what she believes', async () => {
  const envelope = counter.proven({ ...reception(), madeAt: momentFromEpoch(world.realNow()), machineAt: momentFromEpoch(world.realNow() - 3 * DAY) });
  const caseId = await isKept(envelope, 'clock-off');
  expect((await settle(officer, caseId, 'taken')).status).toBe(200);
  expect((await counter.send(envelope)).json()).toMatchObject({ replayed: true });
});

it('nobody of this desk performs an act at another: not the officer, not an administrator', async () => {
  const elsewhere = (await (await world.signIn('tuphap.kyphong')).send('POST', '/api/desk/dossiers', receiveCommand('ky-phong', birth))).json<DossierReceivedAnswer>();
  const envelope = counter.envelope('cancel-entry', { deskId: 'ky-phong', revision: 1, reason: 'Nhập nhầm' }, { dossierId: elsewhere.dossierId });
  const caseId = await isKept(envelope, 'desk-differs');
  const tried = [
    await settle(officer, caseId, 'taken'),
    await admin.send('POST', `/api/admin/offline-cases/${caseId}/settle`, { how: 'taken', note: 'Đã đối chiếu giấy' }),
  ];
  expect(tried.map((answer) => [answer.status, answer.json<Kept>().code])).toEqual([[422, 'case-not-taken'], [422, 'case-not-taken']]);
  const { rows } = await world.database.pool.query('select state from motcua.dossier where dossier_id = $1', [elsewhere.dossierId]);
  expect(rows).toEqual([{ state: 'received' }]);
  expect((await settle(officer, caseId, 'set-aside')).status).toBe(200);
});

it('who is no officer confirms nothing, whoever believes it afterwards', async () => {
  const caseId = await isKept(counter.proven(reception(), { officer: counter.clerk }), 'officer-proof-wrong');
  const taken = await settle(officer, caseId, 'taken');
  expect([taken.status, taken.json<Kept>().code]).toEqual([422, 'case-not-taken']);
});

it('what was believed when it was refused, and is no longer, is taken by an officer only', async () => {
  const lost = await offlineCounter(world, clerk, admin);
  const caseId = await isKept(reception(lost, {}, { papers: [] }), 'papers-missing', 'refused', lost);
  expect((await admin.send('POST', `/api/admin/devices/${lost.deviceId}/revoke`, { reason: 'Mất máy' })).status).toBe(200);
  expect((await settle(clerk, caseId, 'taken')).json<Kept>().code).toBe('case-needs-officer');
  const seen = await settle(officer, caseId, 'taken');
  expect([seen.json<Kept>().code, seen.json<Kept>().detail.includes('Còn thiếu')]).toEqual(['case-not-taken', true]);
});

it('of two who decide at once the first decides: what was set aside meanwhile is not performed', async () => {
  const { dossierId } = (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  const envelope = counter.envelope('cancel-entry', { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm' }, { dossierId, machineAt: momentFromEpoch(world.realNow() - 3 * DAY) });
  const caseId = await isKept(envelope, 'clock-off');
  const { pool } = world.database;
  const other = await pool.connect();
  await other.query('begin');
  await other.query('select from motcua.dossier where dossier_id = $1 for update', [dossierId]);
  const taking = settle(officer, caseId, 'taken');
  await expect.poll(async () => (await pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount, { timeout: 60_000 }).toBe(1);
  expect((await admin.send('POST', `/api/admin/offline-cases/${caseId}/settle`, { how: 'set-aside', note: 'Giấy không đúng' })).status).toBe(200);
  await other.query('commit');
  other.release();
  expect((await taking).json<Kept>().code).toBe('case-settled');
  expect((await pool.query('select state from motcua.dossier where dossier_id = $1', [dossierId])).rows).toEqual([{ state: 'received' }]);
  expect(keptOf(await counter.send(envelope)).refusal).toMatchObject({ caseId, settledAt: expect.any(String) });
}, 120_000);
