// Acts of a counter without a line, as they arrive: exactly once, as they were printed, with the numbers it held.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { verifySeries } from '../../books/verify-series.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { secretsFrom } from '../../secrets.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const DOSSIERS = 'dossier:xa-ky-bac';
const RECEIPTS = 'paper:intake-receipt:xa-ky-bac';
const secrets = secretsFrom(Buffer.alloc(32, 7));
const PREFIX = '000.22.36.H27-191118-';

type Taken<A> = { answer: A; replayed: boolean; cases: string[] };
let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
let counter: Counter;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  [clerk, officer] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac')];
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'));
}, 120_000);
afterAll(() => world.close());

const take = () => [counter.take(DOSSIERS, '191118'), counter.take(RECEIPTS, '2019')];
const codeOf = (number: number | undefined): string => `${PREFIX}${String(number).padStart(4, '0')}`;
const reception = (more: Record<string, unknown> = {}, body: object = {}): { envelope: Envelope; code: string; dossierId: string } => {
  const leased = take();
  const command = receiveCommand('ky-bac', birth, body);
  const code = codeOf(leased[0]?.number);
  const envelope = counter.envelope('receive-dossier', command, {
    dossierId: command.dossierId, leased, printed: { code, paperId: randomUUID() }, ...more,
  });
  return { envelope, code, dossierId: command.dossierId };
};
const done = <A = DossierReceivedAnswer>(answer: Answer): Taken<A> => {
  expect([answer.status, answer.text.slice(0, 400)]).toEqual([200, expect.any(String)]);
  return answer.json<Taken<A>>();
};
const one = async <T>(text: string, values: unknown[]): Promise<T> => (await world.database.pool.query(text, values)).rows[0] as T;
const view = async (dossierId: string) => (await clerk.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
const sound = async () => {
  expect((await verifySeries(world.database.pool, 42)).findings).toEqual([]);
  expect((await verifyJournal(world.database.pool, 42, secrets.checkpointKey)).findings).toEqual([]);
};

it('a reception keeps its code, its time, its paper and its two hands, and gets its order number on arrival', async () => {
  const basis = { 'part:forms': '0123456789abcdef' };
  const { envelope, code, dossierId } = reception({ basis });
  const madeAt = counter.now();
  world.wait(3600);
  const { answer, replayed, cases } = done(await counter.send(envelope));
  expect([answer.code, answer.receivedAt, replayed, cases]).toEqual([code, madeAt, false, []]);
  expect(answer.hands).toMatchObject({ assistantId: counter.clerk.accountId, receiverId: counter.officer.accountId });
  const seen = await view(dossierId);
  expect(seen.issuedPapers.map(({ paperId }) => paperId)).toEqual([(envelope['printed'] as { paperId: string }).paperId]);
  expect(await one('select number from motcua.register_entry where dossier_id = $1', [dossierId])).toEqual({ number: 1 });
  const { body } = await one<{ body: string }>("select body from motcua.journal where act = 'receive-dossier' and dossier_id = $1", [dossierId]);
  expect(JSON.parse(body)).toMatchObject({ at: madeAt, accountId: counter.clerk.accountId, data: { code, offline: { deviceId: counter.deviceId, machineAt: madeAt, basis } } });
  await sound();
});

it('sent again it is the stored answer; sent eight times at once it is one dossier', async () => {
  const { envelope, dossierId } = reception();
  const answers = await Promise.all(Array.from({ length: 8 }, () => counter.send(envelope)));
  const taken = answers.map((answer) => done(answer));
  expect(new Set(taken.map(({ answer }) => answer.code)).size).toBe(1);
  expect(taken.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await one('select count(*)::int as n from motcua.dossier where dossier_id = $1', [dossierId])).toEqual({ n: 1 });
  expect(done(await counter.send(envelope))).toMatchObject({ replayed: true, cases: [] });
  await sound();
});

it('online reception goes on beside it and meets none of its numbers', async () => {
  const online = (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  expect(Number(online.code.slice(-4))).toBeGreaterThan(20);
  await sound();
});

it('the acts of one dossier follow each other in the order made', async () => {
  const { envelope, dossierId } = reception();
  const forward = counter.envelope('forward-dossiers', {
    handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: 1, paperCount: 2 }],
  }, { leased: [counter.take('paper:hand-over-record:xa-ky-bac', '2019')] });
  const early = await counter.send(forward);
  expect([early.status, early.json<{ code: string }>().code]).toEqual([422, 'not-found']);
  done(await counter.send(envelope));
  expect(done(await counter.send(forward)).cases).toEqual([]);
  expect((await view(dossierId)).state).toBe('handed-over');
  // what was refused for want of the first is settled with it
  expect(await one("select settled_how as how, settled_at is not null as done from motcua.offline_case where command_id = $1", [forward.commandId])).toEqual({ how: 'taken', done: true });
  await sound();
});

it('copies certified at once bear the numbers of the book that the counter held', async () => {
  const command = certifyCommand('ky-bac', copies);
  const inBook = [counter.take('certification:SCT/BS:xa-ky-bac', '2019'), counter.take('certification:SCT/BS:xa-ky-bac', '2019')];
  const own = counter.take(DOSSIERS, '191118');
  const envelope = counter.envelope('certify-copies', command, { dossierId: command.dossierId, leased: [...inBook, own], printed: { code: codeOf(own.number), paperId: randomUUID(), totalFee: 12_000 } });
  const { answer, cases } = done<{ lines: { number: number }[]; totalFee: number; code: string }>(await counter.send(envelope));
  expect([answer.code, answer.lines.map(({ number }) => number)]).toEqual([codeOf(own.number), inBook.map(({ number }) => number)]);
  expect([answer.totalFee, cases]).toEqual([12_000, []]);
  await sound();
});

it('guidance, refusal and cancelling bear the time they were made and the numbers the counter held', async () => {
  const guidance = counter.envelope('give-guidance', {
    guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử',
    missing: [{ name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 }],
  }, { leased: [counter.take('paper:supplement-request:xa-ky-bac', '2019')], printed: { paperId: randomUUID() } });
  expect(done<{ number: string }>(await counter.send(guidance)).answer.number).toMatch(/^\d+\/HDHS$/);
  const refusal = counter.envelope('refuse-reception', {
    refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', reason: 'Không đúng thẩm quyền', ground: 'Điều 1',
  }, { leased: [counter.take('paper:refusal-notice:xa-ky-bac', '2019')], printed: { paperId: randomUUID() } });
  expect(done<{ number: string }>(await counter.send(refusal)).answer.number).toBe('01/TCHS');
  const { envelope, dossierId } = reception();
  done(await counter.send(envelope));
  const cancel = counter.envelope('cancel-entry', { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm' }, { dossierId });
  expect(done<{ state: string }>(await counter.send(cancel)).answer.state).toBe('cancelled');
  await sound();
});

describe('after the line broke in the middle of an act', () => {
  it('what had been performed stands, and the code printed afterwards finds the same dossier everywhere', async () => {
    const { envelope, code, dossierId } = reception({ afterUnsettled: true });
    const { commandId, body } = envelope as unknown as { commandId: string; body: object };
    // the clerk at the keyboard, the officer present: as it was sent to the act's own route
    expect((await clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: '246810' })).status).toBe(200);
    const online = await clerk.send('POST', '/api/desk/dossiers', { ...body, confirmation: { by: 'present-officer' } }, { 'idempotency-key': commandId });
    const saved = online.json<DossierReceivedAnswer>().code;
    expect([online.status, saved === code]).toEqual([201, false]);
    const taken = done(await counter.send(envelope));
    expect([taken.answer.code, taken.replayed, taken.cases.length]).toEqual([saved, true, 1]);
    expect(done(await counter.send(envelope)).cases).toEqual(taken.cases);
    const found = (await clerk.get(`/api/desk/find?q=${code}&deskId=ky-bac`)).json<{ dossiers: { dossierId: string; code: string }[] }>();
    expect(found.dossiers).toMatchObject([{ dossierId, code: saved }]);
    const tracked = await world.anybody.send('POST', '/tra-cuu', `ma=${code}&so=0001`, { 'content-type': 'application/x-www-form-urlencoded' });
    expect([tracked.status, tracked.text.includes(saved)]).toEqual([200, true]);
    const [kept] = (await clerk.get('/api/desk/offline/cases', counter.header)).json<{ cases: { reason: string; text: string; kind: string }[] }>().cases
      .filter((row) => row.reason === 'performed-before');
    expect(kept).toMatchObject({ kind: 'correction', text: expect.stringContaining(code) });
    await sound();
  });

  it('a code that the machine never held leads to no dossier: neither one of another day or unit, nor one to come', async () => {
    const to = `${PREFIX}9001`;
    for (const code of [to, '000.22.37.H27-191118-0001', `${PREFIX.replace('191118', '191119')}0001`]) {
      const { envelope } = reception();
      const { answer } = done(await counter.send(counter.proven({ ...envelope, printed: { code, paperId: randomUUID() } })));
      expect(answer.code).not.toBe(code);
    }
    const { rows } = await world.database.pool.query("select code from motcua.dossier_code_alias where code = $1 or code !~ '^000.22.36.H27-191118-'", [to]);
    expect(rows).toEqual([]);
    const tracked = await world.anybody.send('POST', '/tra-cuu', `ma=${to}&so=0001`, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(tracked.status).toBe(422);
    await sound();
  });

  it('what had not been performed is performed now, once', async () => {
    const { envelope, code } = reception({ afterUnsettled: true });
    expect(done(await counter.send(envelope)).answer.code).toBe(code);
    expect(done(await counter.send(envelope)).cases).toEqual([]);
  });
});

describe('where the server would have said otherwise', () => {
  const reasons = async (commandId: string) =>
    (await world.database.pool.query<{ reason: string }>('select reason from motcua.offline_case where command_id = $1 order by reason', [commandId])).rows.map(({ reason }) => reason);

  it('the printed due moment holds, and both are told', async () => {
    const due = '2019-11-20T16:00:00+07:00';
    const { envelope, dossierId } = reception({});
    const printed = counter.proven({ ...envelope, printed: { ...(envelope['printed'] as object), due } });
    expect(done(await counter.send(printed)).answer.due?.due).toBe(due);
    expect(await reasons(envelope.commandId)).toEqual(['due-differs']);
    const seen = await view(dossierId);
    expect(seen.due?.due).toBe(due);
    expect(await one("select payload->>'dueAt' as due, due_at as column from motcua.issued_paper join motcua.dossier using (province_id, dossier_id) where dossier_id = $1", [dossierId]))
      .toEqual({ due, column: due });
  });

  it('a form of another version is told, and one of the same is not', async () => {
    const sends = async (formVersion: string): Promise<string> => {
      const { envelope } = reception();
      done(await counter.send(counter.proven({ ...envelope, printed: { ...(envelope['printed'] as object), formVersion } })));
      return envelope.commandId;
    };
    const [before, now] = [await sends('v2015'), await sends('v2018')];
    expect([await reasons(before), await reasons(now)]).toEqual([['form-changed'], []]);
    const { caseId } = await one<{ caseId: string }>('select case_id as "caseId" from motcua.offline_case where command_id = $1', [before]);
    const settle = (how: string) => clerk.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how, note: 'Đã xem' }, counter.header);
    const aside = await settle('set-aside');
    expect([aside.json<{ code: string }>().code, (await settle('taken')).status]).toEqual(['case-stands', 200]);
    expect(await one('select detail from motcua.offline_case where command_id = $1', [before])).toMatchObject({ detail: expect.stringMatching(/^Mẫu đã in: v2015; mẫu trong hệ thống: v2018\./) });
  });

  it('a newer version of the procedure does not undo what was received under the old one', async () => {
    const { envelope, dossierId } = reception();
    await world.database.migratorPool.query(
      `with old as (update motcua.procedure_version set valid_to = '2019-11-18' where procedure_code = $1 and version = $2 returning *)
       insert into motcua.procedure_version select (jsonb_populate_record(null::motcua.procedure_version, to_jsonb(old) || jsonb_build_object(
         'version', old.version + 1, 'valid_from', '2019-11-18', 'valid_to', null, 'content', old.content || jsonb_build_object('version', old.version + 1)))).* from old`, [birth.code, birth.version]);
    world.wait(6);
    done(await counter.send(envelope));
    expect(await reasons(envelope.commandId)).toEqual(['procedure-changed']);
    expect((await view(dossierId)).procedure.version).toBe(birth.version);
    await world.database.migratorPool.query('delete from motcua.procedure_version where procedure_code = $1 and version = $2', [birth.code, birth.version + 1]);
    await world.database.migratorPool.query('update motcua.procedure_version set valid_to = null where procedure_code = $1 and version = $2', [birth.code, birth.version]);
    world.wait(6);
  });

  it('a sum that differs is told, a paper without a number gets one, and a number without a paper is left out', async () => {
    const { envelope } = reception();
    const [code] = envelope.leased;
    const other = counter.take('paper:guidance-slip:xa-ky-bac', '2019');
    const odd = counter.proven({ ...envelope, leased: [...(code ? [code] : []), other], printed: { ...(envelope['printed'] as object), totalFee: 99 } });
    done(await counter.send(odd));
    expect(await reasons(envelope.commandId)).toEqual(['fee-differs', 'number-by-server', 'number-unused']);
    expect(await one("select reason from motcua.number_gap where series = $1 and from_number = $2", [other.series, other.number])).toEqual({ reason: 'spoilt' });
  });
});
