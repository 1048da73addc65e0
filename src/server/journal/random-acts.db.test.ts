// Any people doing anything in any order: each act that is done is one that the life table knows, with one entry
// per dossier; what is refused leaves no trace; at the end numbers have no gap and the journal is whole.
import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DOSSIER_ACTS, LIFE, type DossierAct } from '#core/dossier/life.ts';
import { type DossierState, isClosed } from '#core/dossier/state.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { findUnexplained } from '#testing/custody-ledger.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { secretsFrom } from '../secrets.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { verifyJournal } from './verify.ts';

const record = procedureIn('kybac-2019', '2.000488');
const copies = procedureIn('kybac-2019', '2.000815');
const secrets = secretsFrom(Buffer.alloc(32, 11));
const AGENCY = 'so-tu-phap';

let world: ServedWorld;
const PEOPLE = ['tuphap.kybac', 'buudien.kybac', 'chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp', 'chuyenvien.sld', 'tuphap.kyphong'] as const;
type Login = (typeof PEOPLE)[number];
let people: Readonly<Record<Login, Caller>>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  const callers = await Promise.all(PEOPLE.map(async (login) => [login, await world.signIn(login)] as const));
  people = Object.fromEntries(callers) as typeof people;
  await people['buudien.kybac'].send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: '246810' });
});

const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
type Row = { readonly id: string; readonly state: DossierState; readonly revision: number; readonly role: string | null; readonly papers: string | null; readonly waits: boolean; readonly entries: number };
const look = async (): Promise<ReadonlyMap<string, Row>> => new Map((await sql<Row>(
  `select d.dossier_id as id, d.state, d.revision, d.step_role as role, d.papers_at as papers, d.apology_waits as waits,
     (select count(*)::int from motcua.journal j where j.province_id = 42 and j.dossier_id = d.dossier_id) as entries
   from motcua.dossier d order by d.code`)).map((row) => [row.id, row]));
/** Everything that a refusal must leave alone. */
const traces = async (): Promise<unknown> => sql(
  `select (select coalesce(sum(last_number), 0) from motcua.number_counter) as numbers, (select count(*) from motcua.outbox) as messages, (select count(*) from motcua.command) as commands,
     (select count(*) from motcua.journal) as entries, (select count(*) from motcua.issued_paper) as papers, (select count(*) from motcua.hand_over_line) as lines,
     (select count(*) from motcua.custody_event) as moves, (select count(*) from motcua.custody_case) as cases`);

/** One throw of the dice: what is tried, on which dossier, by whom. */
const MOVE = fc.record({ act: fc.nat(999), pick: fc.nat(999), who: fc.nat(999), sensible: fc.integer({ min: 1, max: 10 }), stale: fc.integer({ min: 1, max: 12 }), minutes: fc.integer({ min: 0, max: 3 }) });
type Move = typeof MOVE extends fc.Arbitrary<infer M> ? M : never;

const DESK: readonly Login[] = ['tuphap.kybac', 'buudien.kybac'];
const BY_ROLE: Readonly<Record<string, Login>> = { 'agency-officer': 'chuyenvien.stp', 'section-head': 'truongphong.stp', 'signing-leader': 'phogiamdoc.stp', 'records-clerk': 'vanthu.stp' };
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const fitting = (act: DossierAct, move: Move, row: Row | undefined): Login => {
  if (move.sensible <= 2) return at(PEOPLE, move.who);
  if (LIFE[act].at === 'desk') return at(DESK, move.who);
  if (act === 'complete-step' || act === 'ask-supplement' || act === 'ask-financial-duty') return BY_ROLE[row?.role ?? ''] ?? 'chuyenvien.stp';
  const roles = LIFE[act].roles.filter((role) => BY_ROLE[role] !== undefined);
  return BY_ROLE[at(roles, move.who)] ?? 'vanthu.stp';
};

const send = async (act: DossierAct, move: Move, rows: readonly Row[]): Promise<Answer | undefined> => {
  const fits = rows.filter((row) => LIFE[act].from.includes(row.state));
  const row = move.sensible > 3 && fits[0] ? fits[0] : at(move.sensible > 1 && fits.length > 0 ? fits : rows, move.pick);
  const login = fitting(act, move, row);
  const caller = people[login];
  const confirmation = login === 'buudien.kybac' && move.sensible > 2 ? { by: 'present-officer' as const } : undefined;
  if (act === 'receive-dossier') {
    const postal = move.pick % 5 === 0;
    return caller.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', record, {
      confirmation, ...(postal ? { channel: 'post', regime: 'public-post', posting: { itemNumber: `RH${String(move.pick).padStart(9, '0')}VN`, postage: 20_000 } } : {}),
    }));
  }
  if (act === 'resolve-at-desk') return caller.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies, { confirmation, resolvedNow: move.pick % 2 === 0 }));
  if (!row) return undefined;
  const revision = move.stale === 1 ? row.revision + 1 : row.revision;
  const on = (path: string, body: object) => caller.send('POST', `/api/desk/dossiers/${row.id}/${path}`, { deskId: 'ky-bac', revision, confirmation, ...body });
  const office = (path: string, body: object) => caller.send('POST', `/api/office/dossiers/${row.id}/${path}`, { expectedRevision: revision, ...body });
  const several = fits.filter((_row, i) => (i + move.pick) % 2 === 0).slice(0, 4);
  const list = several.length > 0 ? several : [row];
  const command = receiveCommand('ky-bac', record);
  switch (act) {
    case 'refuse-reception': return caller.send('POST', '/api/desk/refusals', {
      refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: record.code, procedureVersion: record.version, personName: 'A', reason: 'x', ground: 'Điều 1', confirmation,
      ...(move.pick % 3 === 0 ? {} : { filed: { dossierId: row.id, revision } }),
    });
    case 'supersede-receipt': return on('supersede-receipt', {
      reason: 'x', procedureCode: record.code, procedureVersion: record.version, caseId: command.caseId, parties: command.parties, answers: command.answers, papers: command.papers, fees: [],
    });
    case 'cancel-entry': return on('cancel-entry', { reason: 'x' });
    case 'forward-dossiers': return caller.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: list.map(({ id, revision: r }) => ({ dossierId: id, revision: move.stale === 1 ? r + 1 : r, paperCount: 1 })) });
    case 'accept-hand-over': return caller.send('POST', '/api/office/hand-overs/accept', { dossierIds: list.map(({ id }) => id) });
    case 'reject-hand-over': return caller.send('POST', '/api/office/hand-overs/accept', { dossierIds: list.slice(1).map(({ id }) => id), rejected: [{ dossierId: list[0]?.id, reason: 'x' }] });
    case 'assign-dossier': return office('assign', { assigneeId: (await sql<{ id: string }>('select account_id as id from motcua.account where login = $1', [BY_ROLE[row.role ?? ''] ?? 'chuyenvien.sld']))[0]?.id });
    case 'complete-step': return office('complete-step', {
      result: move.pick % 6 === 0 ? { kind: 'send-back', reason: 'x' } : { kind: 'pass', ...(move.pick % 7 === 0 && row.role === 'agency-officer' ? { proposal: { kind: 'refuse', reason: 'x', legalGround: 'x' } } : {}) },
    });
    case 'ask-supplement': return office('ask-supplement', { reason: 'x', answerWithinWorkingDays: 1, items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0 }] });
    case 'receive-supplement': return on('receive-supplement', { papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 1 }] });
    case 'ask-financial-duty': return office('ask-financial-duty', { notice: 'x', payBy: '2019-11-18' });
    case 'settle-financial-duty': return office('settle-financial-duty', { proof: 'x', paidOn: '2019-11-18' });
    case 'refuse-resolution': return office('refuse-resolution', { reason: 'x', legalGround: 'x' });
    case 'record-outcome': return office('record-outcome', { name: 'Phiếu', symbol: 'PLLTP', hasPaper: true, sealed: true });
    case 'send-outcome': return caller.send('POST', '/api/office/outcomes/send', { dossiers: list.map(({ id, revision: r }) => ({ dossierId: id, expectedRevision: move.stale === 1 ? r + 1 : r })) });
    case 'accept-outcome': {
      const [open] = await sql<{ id: string; dossiers: string[] }>(
        `select h.hand_over_id as id, array_agg(l.dossier_id::text order by d.code) as dossiers from motcua.hand_over h
           join motcua.hand_over_line l using (province_id, hand_over_id) join motcua.dossier d using (province_id, dossier_id)
         where h.direction = 'to-desk' and l.result is null group by 1 order by 1 limit 1`);
      const [first = row.id, ...rest] = open?.dossiers ?? [];
      return caller.send('POST', `/api/desk/incoming/${open?.id ?? randomUUID()}/accept`, move.pick % 4 === 0
        ? { deskId: 'ky-bac', received: rest, rejected: [{ dossierId: first, note: 'x' }] } : { deskId: 'ky-bac', received: [first] });
    }
    case 'return-outcome': return on('return-outcome', { receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true, collectedFeeLines: [1, 2, 3] });
    case 'withdraw-dossier': return on('withdraw', { ...WITHDRAWAL, ...(row.state === 'received' ? { papersBack: TAKEN_BACK } : {}) });
    case 'withdraw-at-agency': return office('withdraw', { ...WITHDRAWAL, ...(move.pick % 2 === 0 ? { papersBack: TAKEN_BACK } : {}) });
    case 'send-papers-back': return office('send-papers-back', {});
    case 'accept-papers-back': return on('accept-papers', { papers: COUNTED });
    case 'give-back-papers': return on('give-back-papers', { papersBack: TAKEN_BACK });
    case 'prepare-apology': return office('prepare-apology', { reason: 'x', newDue: move.pick % 4 === 0 ? '2019-12-01T10:00:00+07:00' : '2019-12-20T16:00:00+07:00' });
    case 'sign-apology': return office('sign-apology', {});
    case 'return-apology': return office('return-apology', { reason: 'x' });
    case 'extend-dossier': return office('extend', { extensionId: 'verify', decisionNumber: '1/QĐ', decidedOn: '2019-11-18' });
    case 'record-supplement': return office('record-supplement', { via: 'post', arrivedAt: (await sql<{ at: string | null }>('select max(asked_at) as at from motcua.supplement_request where dossier_id = $1', [row.id]))[0]?.at ?? '2019-11-18T07:30:00+07:00', papers: [{ name: move.pick % 3 === 0 ? 'Khác' : 'Giấy', form: 'original', count: 1 }], complete: move.pick % 2 === 0 });
    case 'stop-dossier': return office('stop', { reason: 'x', legalGround: 'x' });
  }
};

const printed = new Map<string, string>();
/** What was printed stays as it was, word for word. */
const checkPapers = async (): Promise<void> => {
  for (const { id, payload } of await sql<{ id: string; payload: unknown }>('select paper_id as id, payload from motcua.issued_paper')) {
    const hash = createHash('sha256').update(JSON.stringify(payload)).digest('hex');
    expect(printed.get(id) ?? hash).toBe(hash);
    printed.set(id, hash);
  }
  expect(printed.size).toBe((await sql('select 1 from motcua.issued_paper')).length);
};

/** What is likely in each step, so that some dossiers come through. */
const IN_PROCESS: Readonly<Record<string, readonly DossierAct[]>> = {
  'agency-officer': ['complete-step', 'complete-step', 'ask-supplement', 'complete-step', 'ask-financial-duty', 'complete-step', 'assign-dossier', 'prepare-apology', 'sign-apology', 'return-apology', 'withdraw-at-agency'],
  'section-head': ['complete-step', 'complete-step', 'complete-step', 'assign-dossier', 'prepare-apology', 'sign-apology'],
  'signing-leader': ['complete-step', 'complete-step', 'refuse-resolution', 'complete-step', 'sign-apology', 'return-apology'],
  'records-clerk': ['record-outcome', 'record-outcome', 'record-outcome', 'complete-step'],
};
/** What comes late in a life goes on at once: the papers' way back leg by leg, an apology that waits. */
const PAPERS_NEXT: Readonly<Record<string, DossierAct>> = { agency: 'send-papers-back', 'on-the-way': 'accept-papers-back', 'at-desk': 'give-back-papers' };
const rareActsOf = (row: Row | undefined): readonly DossierAct[] | undefined => {
  const back = PAPERS_NEXT[row?.papers ?? ''];
  if (back) return [back];
  return row?.waits ? ['sign-apology', 'return-apology'] : undefined;
};
/** Few dossiers should end early. */
const ENDING: ReadonlySet<DossierAct> = new Set(['cancel-entry', 'withdraw-dossier', 'withdraw-at-agency', 'refuse-reception', 'reject-hand-over']);
const choose = (acts: readonly DossierAct[], move: Move): DossierAct => {
  const going = acts.filter((act) => !ENDING.has(act));
  return at(move.act % 6 === 0 || going.length === 0 ? acts : going, move.act);
};
/** What a citizen sent can only go back once one has sent it: no act of the staff. Nobody is invited on the day itself: that story has its own days. A courier delivers by her round, and only such a delivery is taken back. */
const NOT_TODAY: ReadonlySet<DossierAct> = new Set(['turn-back-supplement', 'invite-to-collect', 'send-outcome-back', 'accept-outcome-back', 'deliver-outcome', 'undo-delivery']);
const ACTS = DOSSIER_ACTS.filter((act) => !NOT_TODAY.has(act));
const done = new Map<DossierAct, number>();
let filed = 0;
/** As the last step left it. */
let seen: { readonly rows: ReadonlyMap<string, Row>; readonly traces: unknown } | undefined;

const step = async (move: Move): Promise<void> => {
  const { rows: before, traces: untouched } = seen ?? { rows: await look(), traces: await traces() };
  const rows = [...before.values()].filter((row) => move.sensible <= 1 || !isClosed(row.state) || row.papers === 'agency' || row.papers === 'on-the-way' || row.papers === 'at-desk');
  const target = rows.length > 0 ? at(rows, move.pick) : undefined;
  const possible = rareActsOf(target) ?? (target?.state === 'in-process' ? (IN_PROCESS[target.role ?? ''] ?? ACTS) : ACTS.filter((act) => target && LIFE[act].from.includes(target.state)));
  const act = move.sensible > 3 && possible.length > 0 ? choose(possible, move) : at(ACTS, move.act);
  const answer = await send(act, move, target && move.sensible > 3 ? [target, ...rows] : rows);
  if (!answer) return;
  const [after, left] = await Promise.all([look(), traces()]);
  seen = { rows: after, traces: left };
  const what = `${act}: ${answer.status} ${answer.text.slice(0, 300)}`;
  expect(answer.status < 500, what).toBe(true);
  if (answer.status >= 400) {
    expect([after, left], what).toEqual([before, untouched]);
    return;
  }
  for (const [id, now] of after) {
    const then = before.get(id);
    const written = now.entries - (then?.entries ?? 0);
    if (then && then.revision === now.revision) {
      expect([written, now.state], what).toEqual([0, then.state]);
      continue;
    }
    const [entry] = await sql<{ act: DossierAct }>('select act from motcua.journal where dossier_id = $1 order by recorded_at desc, seq desc limit 1', [id]);
    const name = entry?.act ?? act;
    expect([written, now.revision], what).toEqual([1, (then?.revision ?? 0) + 1]);
    expect(LIFE[name].from, `${what} from ${then?.state ?? 'none'}`).toContain(then?.state ?? 'none');
    expect(LIFE[name].to, what).toContain(now.state);
    done.set(name, (done.get(name) ?? 0) + 1);
  }
  world.wait(move.minutes * 60);
};

it('holds for hundreds of acts', async () => {
  for (let i = 0; i < 4; i += 1) {
    filed += 1;
    await plantDossier(world.database.pool, { no: 9_000 + filed, agencyUnitId: AGENCY, procedureCode: record.code, state: 'filed-online' });
  }
  await fc.assert(fc.asyncProperty(fc.array(MOVE, { minLength: 220, maxLength: 220 }), async (moves) => {
    for (const move of moves) await step(move);
    await checkPapers();
  }), { numRuns: 2, seed: 20191118, endOnFailure: true });
  // the dice reached every act but those that need a day to pass, or a procedure whose law gives more time
  expect(ACTS.filter((act) => !done.has(act) && act !== 'stop-dossier' && act !== 'extend-dossier')).toEqual([]);
}, 120_000); // hundreds of requests, on a machine that does other things beside

it('codes are unique and have no gap; every other number likewise', async () => {
  const series = await sql<{ code: string }>(`select code from motcua.dossier where code not like '%-90__' order by code`);
  expect(series.map(({ code }) => Number(code.slice(-4)))).toEqual(series.map((_row, i) => i + 1));
  const gaps = await sql(`
    select kind, n from (
      select kind || '/' || coalesce(payload->'head'->>'agency', '') as kind, split_part(number, '/', 1)::int as n, row_number() over (partition by kind, split_part(number, '/', 2), payload->'head'->>'agency' order by split_part(number, '/', 1)::int) as expected
      from motcua.issued_paper where kind in ('hand-over-record', 'supplement-request', 'refusal-notice', 'apology-notice', 'withdrawal-note')) numbered
    where n <> expected`);
  expect(gaps).toEqual([]);
  expect(await sql(`select number, expected from (select number, row_number() over (partition by unit_id, book order by number) as expected from motcua.certification_entry) x where number <> expected`)).toEqual([]);
  expect(await sql(`select number, expected from (select split_part(number, '/', 1)::int as number, row_number() over (order by split_part(number, '/', 1)::int) as expected from motcua.outcome where kind = 'outcome') x where number <> expected`)).toEqual([]);
});

it('a dossier has one receipt in force, and each that was superseded names its successor', async () => {
  const receipts = `kind in ('intake-receipt', 'posting-slip', 'provisional-slip')`;
  expect(await sql(`select dossier_id from motcua.issued_paper where ${receipts} group by 1 having count(*) filter (where superseded_at is null) <> 1`)).toEqual([]);
  expect(await sql(`select 1 from motcua.issued_paper o where ${receipts} and superseded_at is not null and not exists (select from motcua.issued_paper n where n.supersedes_paper_id = o.paper_id)`)).toEqual([]);
  expect((await sql('select 1 from motcua.issued_paper where supersedes_paper_id is not null')).length).toBeGreaterThan(0);
});

it('what is closed says when, and what is open does not; the postal clock runs from the agency’s signature only', async () => {
  const rows = await sql<{ state: DossierState; closed: boolean; regime: string; due: boolean; accepted: boolean }>(
    `select state, closed_at is not null as closed, regime, due_at is not null as due,
       exists (select from motcua.dossier_step s where s.dossier_id = d.dossier_id) as accepted from motcua.dossier d where code not like '%-90__'`);
  for (const row of rows) {
    expect([row.state, row.closed]).toEqual([row.state, isClosed(row.state)]);
    if (row.regime === 'public-post') expect([row.state, row.due]).toEqual([row.state, row.accepted]);
  }
});

it('every paper has one holder, and the two sides of every record agree or say why not', async () => {
  expect(await findUnexplained(world.database.pool)).toEqual([]);
  expect((await sql(`select 1 from motcua.custody_thing where holder_kind in ('citizen', 'archive')`)).length).toBeGreaterThan(0);
});

it('the journal is whole, and its entries tell the life of every dossier', async () => {
  await makeCheckpoint({ pool: world.database.pool, provinceId: 42, key: secrets.checkpointKey, realNow: world.realNow });
  expect((await verifyJournal(world.database.pool, 42, secrets.checkpointKey)).findings).toEqual([]);
  const told = await sql<{ state: DossierState; acts: DossierAct[]; code: string }>(
    `select d.state, d.code, array_agg(j.act order by j.recorded_at, j.seq) as acts from motcua.dossier d join motcua.journal j using (province_id, dossier_id) group by d.province_id, d.dossier_id`);
  for (const { state, acts, code } of told) {
    let possible = new Set<DossierState | 'none'>(['none', 'filed-online']);
    for (const act of acts) {
      expect([...possible].some((from) => LIFE[act].from.includes(from)), `${code}: ${acts.join(', ')}`).toBe(true);
      possible = new Set(LIFE[act].to);
    }
    expect(possible, `${code}: ${acts.join(', ')}`).toContain(state);
  }
});
