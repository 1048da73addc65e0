import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '#server/db/pool.ts';
import { createServer } from '#server/main.ts';
import { DEFAULT_HTTP_SETTINGS } from '#server/http/settings.ts';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { answersTo, farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer, ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { secretsFrom } from '../../secrets.ts';

const DOSSIERS = '/api/desk/dossiers';
const PREFIX = '000.22.36.H27-191118-';
const birth = procedureIn('kybac-2019', '1.001193');
const marriage = procedureIn('kybac-2019', '1.000894');
const secrets = secretsFrom(Buffer.alloc(32, 5));

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
/** What the server's pool does with a statement, when a test wishes otherwise. */
let interfere: ((pool: Pool, query: { name?: string }) => Promise<unknown>) | undefined;

const interferedPool = (pool: Pool): Pool => new Proxy(pool, {
  get: (target, key) => {
    if (key !== 'query') {
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    }
    return (query: unknown, values?: unknown) => {
      const named = typeof query === 'object' && query !== null ? (query as { name?: string }) : {};
      return interfere && named.name === 'receive-dossier' ? interfere(target, named) : target.query(query as string, values as unknown[]);
    };
  },
});

beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
beforeEach(() => {
  interfere = undefined;
});
afterAll(() => world.close());

const one = async (sql: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await world.database.pool.query<{ n: number }>(sql, values);
  return Number(rows[0]?.n);
};
/** Everything a reception writes. */
const written = async (): Promise<readonly number[]> =>
  Promise.all(['dossier', 'dossier_paper', 'dossier_fee', 'issued_paper', 'journal', 'outbox', 'command'].map((table) => one(`select count(*) as n from motcua.${table}`))
    .concat(one(`select coalesce(sum(last_number), 0) as n from motcua.number_counter`)));
const send = (caller: Caller, command: ReceiveDossierInput, key: string = randomUUID()): Promise<Answer> =>
  caller.send('POST', DOSSIERS, command, { 'idempotency-key': key });
const command = (more: Partial<ReceiveDossierInput> = {}): ReceiveDossierInput => receiveCommand('ky-bac', birth, more);

/** A second server on the same database, with connections of its own. */
const anotherServer = async (through: (pool: Pool) => Pool = (pool) => pool) => {
  const pool = createPool(world.database.url('motcua_app'), 4);
  const app = await createServer({
    settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted' },
    world: { provinceId: HA_TINH, name: 'kybac-2019', title: '', isDemo: true },
    pool: through(pool), secrets, fileStore: fakeFileStore(), realNow: world.realNow,
  });
  await app.ready();
  const signIn = await app.inject({
    method: 'POST', url: '/api/sign-in', payload: { login: 'tuphap.kybac', password: 'motcua-demo-2019' },
  });
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? '';
  const csrf = signIn.json<{ csrfToken: string }>().csrfToken;
  return {
    receive: async (body: ReceiveDossierInput, key: string = randomUUID()): Promise<{ status: number; code: string; replayed: boolean }> => {
      const answer = await app.inject({
        method: 'POST', url: DOSSIERS, headers: { cookie, 'x-csrf-token': csrf, 'idempotency-key': key }, payload: body,
      });
      return { status: answer.statusCode, code: answer.json<{ code: string }>().code, replayed: answer.headers['idempotency-replayed'] === 'true' };
    },
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
};

describe('a reception', () => {
  it('gives a code, a receipt and the hour of return, and writes all of it', async () => {
    const before = await written();
    const answer = await send(officer, command());
    expect(answer.status).toBe(201);
    const received = answer.json<DossierReceivedAnswer>();
    expect(received).toMatchObject({
      code: `${PREFIX}0001`, codeIsProvisional: false, state: 'received', status: { no: 2, label: 'Được tiếp nhận' }, revision: 1,
      receivedAt: '2019-11-18T07:30:00+07:00', paperKind: 'intake-receipt', hands: { receiverName: 'Trần Văn Trúc' }, totalFee: 0,
      forwardBy: '2019-11-18T17:30:00+07:00',
    });
    expect(received.due?.due).toBe('2019-11-18T17:30:00+07:00');
    const papers = papersFor(birth, birth.cases[0]?.caseId ?? '').length;
    expect((await written()).map((n, i) => n - (before[i] ?? 0))).toEqual([1, papers, 0, 1, 1, 2, 1, 3]); // numbers of the code, the receipt and the register
    const { rows } = await world.database.pool.query<{ payload: { tracking: { code: string; url: string }; number: string; register: object } }>(
      'select payload from motcua.issued_paper where paper_id = $1', [received.paperId]);
    expect(rows[0]?.payload).toMatchObject({ number: '0001', tracking: { code: received.code }, register: { book: '01/2019', order: '01' } });
    expect(rows[0]?.payload.tracking.url.endsWith(`/q/${received.code}`)).toBe(true);
  });
  it('keeps names as they are written, in one form of Unicode, without blanks around', async () => {
    const typed = `  ${'Nguyễn   Thị Ơn'.normalize('NFD')} `;
    const { dossierId } = (await send(officer, command({ parties: { applicant: { ...farmer, fullName: typed } } }))).json<DossierReceivedAnswer>();
    const { rows } = await world.database.pool.query<{ name: string; folded: string }>(
      `select parties->'applicant'->>'fullName' as name, names_folded as folded from motcua.dossier where dossier_id = $1`, [dossierId]);
    expect(rows).toEqual([{ name: 'Nguyễn Thị Ơn'.normalize('NFC'), folded: 'nguyen thi on' }]);
  });
  it('computes the money itself: the screen names only line, quantity and exemption', async () => {
    const extract = procedureIn('kybac-2019', '2.000635');
    const feeId = extract.fees[0]?.feeId ?? '';
    const tampered = receiveCommand('ky-bac', extract, { fees: [{ feeId, quantity: 3, collected: true, amount: 1 } as never] });
    const received = (await send(officer, tampered)).json<DossierReceivedAnswer>();
    expect(received.totalFee).toBe(3 * (extract.fees[0]?.amount ?? 0));
    expect(received.fees[0]).toMatchObject({ quantity: 3, collected: true, payeeUnitId: 'xa-ky-bac' });
  });
});

describe('once and only once', () => {
  it('sent twice saves once and answers the same', async () => {
    const [body, key] = [command(), randomUUID()];
    const first = await send(officer, body, key);
    const before = await written();
    const second = await send(officer, body, key);
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(second.json()).toEqual(first.json());
    expect(await written()).toEqual(before);
  });
  it('sent eight times at once saves once', async () => {
    const [body, key, before] = [command(), randomUUID(), await written()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(officer, body, key)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(answers.map((answer) => answer.json<DossierReceivedAnswer>().code)).size).toBe(1);
    expect((await written())[0]).toBe((before[0] ?? 0) + 1);
  });
  it('the same key with another body is refused, and the first stays as it was', async () => {
    const [body, key] = [command(), randomUUID()];
    await send(officer, body, key);
    const before = await written();
    const other = await send(officer, { ...body, setCount: 2 }, key);
    expect([other.status, other.json<Problem>().code]).toEqual([422, 'key-reused']);
    expect(await written()).toEqual(before);
  });
  it('two people at one desk with one key: the second is refused, whoever she is', async () => {
    const [body, key] = [command(), randomUUID()];
    await send(officer, body, key);
    const other = await world.signIn('vanhoa.kybac');
    const answer = await send(other, { ...body, dossierId: randomUUID() }, key);
    expect([answer.status, answer.json<Problem>().code]).toEqual([422, 'key-reused']);
  });
});

describe('numbers', () => {
  it('parallel receptions at one desk share no number and leave no gap, refused ones among them', async () => {
    const start = await one(`select last_number as n from motcua.number_counter where series = 'dossier:xa-ky-bac'`);
    const refused = command({ papers: [] });
    const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => send(officer, i % 3 === 2 ? { ...refused, dossierId: randomUUID() } : command())));
    const codes = answers.filter((answer) => answer.status === 201).map((answer) => answer.json<DossierReceivedAnswer>().code).toSorted();
    expect(codes).toEqual(Array.from({ length: 16 }, (_, i) => `${PREFIX}${String(start + i + 1).padStart(4, '0')}`));
    expect(await one(`select last_number as n from motcua.number_counter where series = 'dossier:xa-ky-bac'`)).toBe(start + 16);
  });
  it('two servers on one database share no number either', async () => {
    const start = await one(`select last_number as n from motcua.number_counter where series = 'dossier:xa-ky-bac'`);
    const servers = await Promise.all([anotherServer(), anotherServer()]);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => servers[i % 2]?.receive(command())));
    await Promise.all(servers.map((server) => server.close()));
    expect(answers.map((answer) => Number(answer?.code.slice(-4))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => start + i + 1));
  });
  it('go on from 9999 with one digit more', async () => {
    await world.database.pool.query(`update motcua.number_counter set last_number = 9999 where series = 'dossier:xa-ky-phong'`);
    const neighbour = await world.signIn('tuphap.kyphong');
    await send(neighbour, receiveCommand('ky-phong', birth));
    await world.database.pool.query(`update motcua.number_counter set last_number = 9999 where series = 'dossier:xa-ky-phong'`);
    const received = (await send(neighbour, receiveCommand('ky-phong', birth))).json<DossierReceivedAnswer>();
    expect(received.code).toBe('000.24.36.H27-191118-10000');
  });
});

describe('facts kept in memory', () => {
  it('a procedure taken off the register meanwhile is not received on an old memory', async () => {
    const death = procedureIn('kybac-2019', '1.000656');
    expect((await send(officer, receiveCommand('ky-bac', death))).status).toBe(201);
    await world.database.pool.query(`update motcua.transfer_register set valid_to = '2019-11-18' where desk_id = 'ky-bac' and procedure_code = '1.000656'`);
    const before = await written();
    const answer = await send(officer, receiveCommand('ky-bac', death));
    expect([answer.status, answer.json<Problem>().code]).toEqual([422, 'not-received-here']);
    expect(await written()).toEqual(before);
  });
  it('a new version of the procedure is met at once: the screen is told to read it', async () => {
    const guardian = procedureIn('kybac-2019', '1.004837');
    expect((await send(officer, receiveCommand('ky-bac', guardian))).status).toBe(201);
    await world.database.pool.query(
      `insert into motcua.procedure_version select province_id, procedure_code, version + 1, '2019-11-18', null, name, field, level,
         jsonb_set(content, '{version}', to_jsonb(version + 1)), content_hash, search_folded, incomplete_count
       from motcua.procedure_version where procedure_code = '1.004837'`);
    const answer = await send(officer, receiveCommand('ky-bac', guardian));
    expect([answer.status, answer.json<Problem>().code, answer.json<Problem>().refusal?.['version']]).toEqual([409, 'procedure-changed', 2]);
    expect((await send(officer, receiveCommand('ky-bac', { ...guardian, version: 2 }))).status).toBe(201);
  });
  it('a new calendar is reckoned with at once', async () => {
    const status = procedureIn('kybac-2019', '1.004873');
    const first = (await send(officer, receiveCommand('ky-bac', status))).json<DossierReceivedAnswer>();
    await world.database.pool.query(
      `insert into motcua.working_calendar select province_id, calendar_id, version + 1, jsonb_set(jsonb_set(content, '{version}', to_jsonb(version + 1)), '{days}',
         content->'days' || '[{"date":"2019-11-19","kind":"holiday","name":"Nghỉ bão","status":"confirmed"}]') from motcua.working_calendar`);
    const second = (await send(officer, receiveCommand('ky-bac', status))).json<DossierReceivedAnswer>();
    expect([first.due?.due.slice(0, 10), second.due?.due.slice(0, 10)]).toEqual(['2019-11-21', '2019-11-22']);
  });
});

describe('a line that breaks', () => {
  it('a connection killed in the middle of saving: the dossier is there once, with one number', async () => {
    const start = await one(`select last_number as n from motcua.number_counter where series = 'dossier:xa-ky-bac'`);
    const blocker = await world.database.migratorPool.connect();
    await blocker.query('begin');
    await blocker.query(`select 1 from motcua.number_counter where series = 'dossier:xa-ky-bac' for update`);
    const sent = send(officer, command());
    let killed = 0;
    for (let tries = 0; killed === 0 && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      killed = await one(`select count(pg_terminate_backend(pid)) as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`);
    }
    await blocker.query('rollback');
    blocker.release();
    const answer = await sent;
    expect([killed, answer.status]).toEqual([1, 201]);
    expect(Number(answer.json<DossierReceivedAnswer>().code.slice(-4))).toBe(start + 1);
    expect(await one(`select last_number as n from motcua.number_counter where series = 'dossier:xa-ky-bac'`)).toBe(start + 1);
  });
  it('an answer lost on the way back after the save: the same code comes again, nothing twice', async () => {
    let lost = 0;
    const server = await anotherServer(interferedPool);
    interfere = async (pool, query) => {
      const result = await pool.query(query as never);
      if (lost > 0) return result;
      lost += 1;
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    const before = await written();
    const body = command();
    const answer = await server.receive(body);
    await server.close();
    expect([lost, answer.status, answer.replayed]).toEqual([1, 201, true]);
    expect((await written())[0]).toBe((before[0] ?? 0) + 1);
    expect(await one('select count(*) as n from motcua.dossier where dossier_id = $1', [body.dossierId])).toBe(1);
  });
  it('one reception is one round trip to the database', async () => {
    const asked: (string | undefined)[] = [];
    const counted = await anotherServer((pool) => new Proxy(pool, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return (query: { name?: string }, values?: unknown) => {
          asked.push(query.name);
          return target.query(query as never, values as never);
        };
      },
    }));
    await counted.receive(command());
    asked.length = 0;
    await counted.receive(command());
    await counted.close();
    expect(asked).toEqual(['receive-dossier']);
  });
});

const marriageCase = marriage.cases[0]?.caseId ?? '';
const wrongFields = { ...farmer, identity: { kind: 'citizen-card' as const, number: '12' }, phone: '123' };
const represented = {
  applicant: farmer, owner: { ...farmer, fullName: 'Lê Thị Chủ', identity: { ...farmer.identity, number: '183000009' } },
  representation: { kind: 'authorisation' as const, relation: 'người được ủy quyền', paperNumber: '1' },
};
const noLimit = procedureIn('kybac-2019', '1.001731');
const postal = procedureIn('kybac-2019', '9.000002');

describe('a refusal saves nothing', () => {
  it.each<[string, ReceiveDossierInput, number]>([
    ['papers-missing', command({ papers: [] }), 422],
    ['paper-unnamed', command({ papers: [...(command().papers ?? []), { itemId: 'la', form: 'original', count: 1 }] }), 422],
    ['case-unknown', command({ caseId: 'khong-co', papers: [] }), 422],
    ['procedure-changed', command({ procedureVersion: 99 }), 409],
    ['not-received-here', command({ procedureCode: '1.999999' }), 422],
    ['fields-invalid', command({ parties: { applicant: wrongFields } }), 422],
    ['fields-invalid', command({ answers: { ...answersTo(birth.eForm), la: 'x' } }), 422],
    ['fee-unknown', command({ fees: [{ feeId: 'khong-co', quantity: 1, collected: false }] }), 422],
    ['fee-amount-unknown', command({ fees: [{ feeId: 'late', quantity: 1, collected: false }] }), 422],
    ['fee-exemption-unknown', command({ fees: [{ feeId: 'on-time', quantity: 1, exemption: 'Người quen', collected: false }] }), 422],
    ['scans-missing', command({ papers: (command().papers ?? []).map((paper) => ({ ...paper, scans: ['b'.repeat(64)] })) }), 409],
    ['channel-not-offered', command({ channel: 'online' }), 422],
    ['posting-needed', command({ channel: 'post', regime: 'public-post' }), 422],
    ['authorisation-needed', command({ channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH000000003VN', postage: 20_000 } }), 422],
    ['must-be-present', receiveCommand('ky-bac', marriage, { caseId: marriageCase, parties: represented }), 422],
    ['channel-not-offered', receiveCommand('ky-bac', marriage, { caseId: marriageCase, channel: 'post' }), 422],
    ['time-limit-unknown', receiveCommand('ky-bac', noLimit), 422],
    ['regime-not-allowed', receiveCommand('ky-bac', postal), 422],
  ])('%s', async (code, body, status) => {
    const before = await written();
    const answer = await send(officer, { ...body, dossierId: randomUUID() });
    expect([answer.status, answer.json<Problem>().code]).toEqual([status, code]);
    expect(answer.json<Problem>().detail.length).toBeGreaterThan(20);
    expect(await written()).toEqual(before);
  });
  it('errors of fields come back at their fields', async () => {
    const answer = await send(officer, command({ parties: { applicant: wrongFields } }));
    expect(answer.json<Problem>().fieldErrors?.map((error) => error.path)).toEqual(['parties.applicant.identity.number', 'parties.applicant.phone']);
  });
  it.each([
    ['another desk', { deskId: 'ky-phong' }],
    ['a desk that does not exist', { deskId: 'khong-co' }],
  ])('%s is not there', async (_what, more) => {
    const answer = await send(officer, command(more));
    expect(answer.status).toBe(404);
  });
  it('a sign that no paper can print is said at its field, before anything is saved', async () => {
    const before = await written();
    const answer = await send(officer, command({ parties: { applicant: { ...farmer, address: { ...farmer.address, line: 'nhà 🏠' } } } }));
    expect([answer.status, answer.json<Problem>().fieldErrors?.[0]?.path]).toEqual([400, 'parties.applicant.address.line']);
    expect(await written()).toEqual(before);
  });
  it('texts that a database cannot hold never reach it', async () => {
    for (const text of ['a\u0000b', 'a\ud800b']) {
      expect((await send(officer, command({ answers: { ...command().answers, ghi_chu: text } }))).status).toBe(400);
      expect((await officer.get(`/api/desk/find?q=${encodeURIComponent(`/q/a${text.replace('\ud800', '\u0001')}`)}`)).status).toBe(400);
    }
    expect((await send(officer, command({ parties: { applicant: { ...farmer, identity: { ...farmer.identity, issuedOn: '2019-02-31' } } } }))).status).toBe(400);
    for (const fullName of ['a\u0000b', 'a\ud800b', '   ', 'x'.repeat(200)]) {
      const answer = await send(officer, command({ parties: { applicant: { ...farmer, fullName } } }));
      expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'invalid-fields']);
    }
  });
});

describe('the public postal service', () => {
  it('is received by the clerk alone, on a posting slip; no clock runs yet', async () => {
    const body = receiveCommand('ky-bac', postal, {
      channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH000000003VN', postage: 25_000, sealNumber: 'NP-01' },
    });
    const received = (await send(clerk, body)).json<DossierReceivedAnswer>();
    expect(received).toMatchObject({ paperKind: 'posting-slip', hands: { receiverName: 'Nguyễn Thị Sen' } });
    expect(received.due).toBeUndefined();
    expect((await clerk.get(`/api/papers/${received.paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
  });
});

it('a dossier filed online is received on its own row, once', async () => {
  const filedId = randomUUID();
  await world.database.pool.query(
    `insert into motcua.dossier (province_id, dossier_id, code, procedure_code, procedure_version, procedure_name, case_id, channel, regime, mode,
       desk_id, receiving_unit_id, agency_unit_id, parties, answers, return_wish, set_count, receiver_id, receiver_name, state, revision, received_at,
       recorded_at, calendar_version, names_folded, identity_numbers)
     select 42, $1, 'TRUC-TUYEN-1', procedure_code, version, name, 'x', 'online', 'one-stop', 'support', 'ky-bac', 'xa-ky-bac', 'xa-ky-bac', $2, '{}',
       '{"kind":"online"}', 1, $1, '', 'filed-online', 1, '2019-11-18T06:00:00+07:00', now(), 'hatinh@1', '', '{}'
     from motcua.procedure_version where procedure_code = '1.001193'`, [filedId, { applicant: farmer }]);
  const body = command({ dossierId: filedId, filedRevision: 1 });
  expect((await send(officer, { ...body, filedRevision: 7 })).json<Problem>().code).toBe('changed-meanwhile');
  const key = randomUUID();
  const received = (await send(officer, body, key)).json<DossierReceivedAnswer>();
  expect(received).toMatchObject({ dossierId: filedId, state: 'received', revision: 2 });
  expect(received.code.startsWith(PREFIX)).toBe(true);
  expect((await send(officer, body, key)).json()).toEqual(received);
  expect((await send(officer, { ...body, filedRevision: 2 })).json<Problem>().code).toBe('act-not-possible');
});

it('the day of the code turns at midnight in Viet Nam', async () => {
  world.wait(16 * 3600 + 29 * 60 + 59);
  const late = await world.signIn('tuphap.kybac');
  const before = (await send(late, command())).json<DossierReceivedAnswer>();
  world.wait(1);
  const after = (await send(late, command())).json<DossierReceivedAnswer>();
  expect([before.receivedAt, before.code.slice(14, 20)]).toEqual(['2019-11-18T23:59:59+07:00', '191118']);
  expect([after.receivedAt, after.code]).toEqual(['2019-11-19T00:00:00+07:00', '000.22.36.H27-191119-0001']);
});

it('the journal of both desks is whole after all this', async () => {
  const report = await verifyJournal(world.database.pool, 42, secrets.checkpointKey);
  expect(report.findings).toEqual([]);
  expect(report.entries).toBeGreaterThan(50);
});
