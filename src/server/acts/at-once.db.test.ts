// Two people, two processes, one dossier: one of them acts, the other learns it; nothing is half done.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { HA_TINH, WORLD_FACTS } from '#demo/worlds.ts';
import { TAKEN_BACK, WITHDRAWAL, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { createPool, type Pool } from '../db/pool.ts';
import type { App } from '../http/route.ts';
import { DEFAULT_HTTP_SETTINGS } from '../http/settings.ts';
import { createServer } from '../main.ts';
import { secretsFrom } from '../secrets.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const base = receiveCommand('ky-bac', birth);

let world: ServedWorld;
let officer: Caller;
let colleague: Caller;
let specialist: Caller;
let head: Caller;
let second: { readonly app: App; readonly pool: Pool };
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [officer, colleague, specialist, head] = await Promise.all(['tuphap.kybac', 'vanhoa.kybac', 'chuyenvien.stp', 'truongphong.stp'].map((login) => world.signIn(login))) as [Caller, Caller, Caller, Caller];
  const pool = createPool(world.database.url('motcua_app'));
  const app = await createServer({
    settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted' }, world: { provinceId: HA_TINH, name: 'kybac-2019', title: '', isDemo: true },
    pool, secrets: secretsFrom(Buffer.alloc(32, 5)), fileStore: fakeFileStore(), realNow: () => momentToEpoch(WORLD_FACTS['kybac-2019'].startsAt),
  });
  second = { app, pool };
}, 120_000);
afterAll(async () => {
  await second.app.close();
  await second.pool.end();
  await world.close();
});

/** The same person at the other process: the session is in the database. */
const elsewhere = async (caller: Caller): Promise<(url: string, body: object) => Promise<{ readonly status: number; readonly text: string }>> => {
  const { csrfToken } = (await caller.get('/api/me')).json<{ csrfToken: string }>();
  return async (url, body) => {
    const answer = await second.app.inject({ method: 'POST', url, headers: { cookie: caller.cookie ?? '', 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() }, payload: body });
    return { status: answer.statusCode, text: answer.body };
  };
};
const receive = async (): Promise<string> => (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>().dossierId;
const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
let planted = 2000;
const plant = async (state: string, more = {}): Promise<string> => {
  planted += 1;
  return (await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, ...more })).dossierId;
};
const statuses = (answers: readonly { readonly status: number }[]): readonly number[] => answers.map((answer) => answer.status).toSorted((a, b) => a - b);

type Sent = readonly [url: string, body: object];
const desk = { deskId: 'ky-bac', revision: 1 };
const cancel = (id: string): Sent => [`/api/desk/dossiers/${id}/cancel-entry`, { ...desk, reason: 'x' }];
const withdraw = (id: string): Sent => [`/api/desk/dossiers/${id}/withdraw`, { ...desk, ...WITHDRAWAL, papersBack: TAKEN_BACK }];
const supersede = (id: string): Sent => [`/api/desk/dossiers/${id}/supersede-receipt`, {
  ...desk, reason: 'x', procedureCode: birth.code, procedureVersion: birth.version, caseId: base.caseId, parties: base.parties, answers: base.answers, papers: base.papers, fees: [],
}];
const forward = (...ids: readonly string[]): Sent => ['/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: ids.map((dossierId) => ({ dossierId, revision: 1, paperCount: 1 })) }];
const STATE_AFTER = { cancel: 'cancelled', withdraw: 'withdrawn', supersede: 'received', forward: 'handed-over' } as const;
const CALLS = { cancel, withdraw, supersede, forward };

describe('of two acts on one dossier at once one is done, and the dossier is as that one left it', () => {
  const names = Object.keys(CALLS) as (keyof typeof CALLS)[];
  it.each(names.flatMap((a) => names.filter((b) => a <= b).map((b) => [a, b] as const)))('%s and %s', async (a, b) => {
    const id = await receive();
    const [first, other] = await Promise.all([officer.send('POST', ...CALLS[a](id)), colleague.send('POST', ...CALLS[b](id))]);
    expect([first, other].filter((answer) => answer.status < 300)).toHaveLength(1);
    expect([first, other].filter((answer) => answer.status === 409)).toHaveLength(1);
    const done = first.status < 300 ? a : b;
    expect(await sql('select state, revision from motcua.dossier where dossier_id = $1', [id])).toEqual([{ state: STATE_AFTER[done], revision: 2 }]);
    expect(await sql('select act from motcua.journal where dossier_id = $1', [id])).toHaveLength(2);
    expect(await sql('select 1 from motcua.issued_paper where dossier_id = $1 and superseded_at is null', [id])).toHaveLength(done === 'withdraw' ? 2 : 1); // the note of what was given back
    expect(await sql('select 1 from motcua.hand_over_line where dossier_id = $1', [id])).toHaveLength(done === 'forward' ? 1 : 0);
  });

  it('from two processes as from one', async () => {
    const there = await elsewhere(colleague);
    for (const [a, b] of [[cancel, forward], [forward, withdraw], [supersede, supersede]] as const) {
      const id = await receive();
      expect(statuses(await Promise.all([officer.send('POST', ...a(id)), there(...b(id))])).map((status) => (status < 300 ? 'done' : status))).toEqual(['done', 409]);
    }
  });

  it('an outcome is returned to one person only', async () => {
    const id = await plant('ready-to-return');
    const give = (caller: Caller, fullName: string) => caller.send('POST', `/api/desk/dossiers/${id}/return-outcome`, {
      deskId: 'ky-bac', revision: 2, receiver: { fullName, identity: { kind: 'old-identity-card', number: '183000001' }, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true,
    });
    expect(statuses(await Promise.all([give(officer, 'Nguyễn Văn Thử'), give(colleague, 'Nguyễn Văn Thử'), give(officer, 'Nguyễn Văn Thử')]))).toEqual([200, 409, 409]);
    expect(await sql('select 1 from motcua.outcome_return where dossier_id = $1', [id])).toHaveLength(1);
  });

  it('the desk that withdraws and the agency that accepts do not both succeed', async () => {
    for (let i = 0; i < 5; i += 1) {
      const id = await plant('handed-over');
      const answers = await Promise.all([
        officer.send('POST', `/api/desk/dossiers/${id}/withdraw`, { deskId: 'ky-bac', revision: 2, ...WITHDRAWAL }),
        specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [id] }),
      ]);
      expect(statuses(answers)).toEqual([200, 409]);
    }
  });
});

it('a record that two people count line by line at once is signed, by whoever was last', async () => {
  for (let i = 0; i < 6; i += 1) {
    const [a, b] = [await plant('handed-over'), await plant('handed-over')];
    // both on one record
    const [record] = await sql<{ id: string }>('select hand_over_id as id from motcua.hand_over_line where dossier_id = $1', [a]);
    await sql('update motcua.hand_over_line set hand_over_id = $2 where dossier_id = $1', [b, record?.id]);
    const answers = await Promise.all([
      specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [a] }),
      head.send('POST', '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId: b, reason: 'Thiếu' }] }),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
    const [signed] = await sql<{ at: string | null; name: string | null }>('select received_at as at, received_by_name as name from motcua.hand_over where hand_over_id = $1', [record?.id]);
    expect(['Đặng Thị Hoài Thu', 'Nguyễn Viết Sồi']).toContain(signed?.name);
  }
});

it('records and guidance of two processes are numbered without gaps, refused ones among them', async () => {
  const there = await elsewhere(colleague);
  const here = async (url: string, body: object): Promise<Answer> => officer.send('POST', url, body);
  const guide = (missing: readonly object[]) => ['/api/desk/guidance', { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing }] as const;
  const [records, guides] = [await sql(`select 1 from motcua.hand_over where direction = 'to-agency' and agency_unit_id = 'xa-ky-bac'`), await sql(`select 1 from motcua.issued_paper where kind = 'guidance-slip'`)];
  const ids: string[] = [];
  for (let i = 0; i < 12; i += 1) ids.push(await receive());
  const answers = await Promise.all(ids.flatMap((id, i) => [
    (i % 2 ? here : there)(...forward(id)), (i % 2 ? there : here)(...guide([])),
    (i % 2 ? here : there)(...forward(randomUUID())), (i % 2 ? there : here)('/api/desk/guidance', { ...guide([])[1], caseId: 'khong-co' }),
  ]));
  expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
  const numbers = async (text: string): Promise<readonly number[]> => (await sql<{ n: string }>(text)).map(({ n }) => Number(n.split('/')[0])).toSorted((a, b) => a - b);
  const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
  expect(await numbers(`select record_number as n from motcua.hand_over where direction = 'to-agency' and agency_unit_id = 'xa-ky-bac'`)).toEqual(upTo(records.length + 12));
  expect(await numbers(`select number as n from motcua.issued_paper where kind = 'guidance-slip'`)).toEqual(upTo(guides.length + 12));
});

it('a crowd of bulk acts over the same dossiers in any order never blocks itself', async () => {
  const there = await elsewhere(colleague);
  const ids: string[] = [];
  for (let i = 0; i < 8; i += 1) ids.push(await receive());
  const turned = (n: number): readonly string[] => [...ids.slice(n), ...ids.slice(0, n)].toSorted(() => (n % 2 ? 1 : -1));
  const answers = await Promise.all(ids.flatMap((id, n) => [
    officer.send('POST', ...forward(...turned(n))), there(...forward(...turned(n + 1))), officer.send('POST', ...cancel(id)), there(...supersede(id)),
  ]));
  expect(answers.filter((answer) => answer.status !== 409 && answer.status >= 300).map((answer) => answer.text)).toEqual([]);
  const rows = await sql<{ state: string; revision: number; lines: number }>(
    `select d.state, d.revision, (select count(*)::int from motcua.hand_over_line l where l.dossier_id = d.dossier_id) as lines from motcua.dossier d where d.dossier_id = any($1)`, [ids]);
  for (const row of rows) expect([row.state, row.revision, row.lines]).toEqual([row.state, 2, row.state === 'handed-over' ? 1 : 0]);
});
