import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { deskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { deskTodayView } from '#wire/desk-today.wire.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { foundDossiersView } from '#wire/find-dossiers.wire.ts';
import { paperPayloadView } from '#wire/papers.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { meSchema } from '#wire/session.wire.ts';
import { offlineAsk } from './ask.ts';
import { COUNTER_REFUSALS, counterProblem } from '../counter-refusals.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let machine: Machine | undefined;
afterEach(() => machine?.close());

const received = async () => {
  machine = await counterMachine();
  const counter = machine.counter();
  const done = await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() });
  if (!done.ok) throw new Error(done.refusal.code);
  return { counter, answer: done.value.answer as DossierReceivedAnswer };
};

it('every question of the counter’s screens is answered in the shape the server gives it', async () => {
  const { counter, answer } = await received();
  const ask = async (path: string): Promise<unknown> => {
    const said = await offlineAsk(counter, path);
    if (!said.ok) throw new Error(said.refusal.code);
    return JSON.parse(JSON.stringify(said.value));
  };
  expect(meSchema.parse(await ask('/api/me'))).toMatchObject({ account: { fullName: 'Nguyễn Thị Sen' }, desk: { deskId: 'ky-bac' } });
  const catalogue = deskCatalogueView.parse(await ask('/api/desk/catalogue'));
  expect(catalogue.entries[0]).toMatchObject({ procedure: { code: '1.001193' }, useCount: 3 });
  expect(catalogue.entries.length).toBeGreaterThan(20);
  expect(deskTodayView.parse(await ask('/api/desk/today'))).toMatchObject({
    counts: { receivedToday: 1, toGoOut: 1, dueToday: 1 }, toGoOut: [{ agencyUnitId: 'xa-ky-bac', dossiers: [{ code: answer.code, mustGoToday: true, timeliness: 'due-today' }] }],
  });
  expect(dossierView.parse(await ask(`/api/dossiers/${answer.dossierId}`)).allowedActs.map(({ act }) => act)).toEqual(['supersede-receipt', 'cancel-entry', 'forward-dossiers', 'withdraw-dossier']);
  expect(paperPayloadView.parse(await ask(`/api/papers/${answer.paperId}/payload`)).payload).toMatchObject({ kind: 'intake-receipt', tracking: { code: answer.code } });
});

it.each([
  ['the whole code', '000.22.36.H27-191118-0101', 'code'], ['its end', '0101', 'code'], ['a scanned receipt', 'https://motcua.example.vn/q/000.22.36.H27-191118-0101', 'code'],
  ['an identity number', '183000001', 'identity'], ['a name without tones', 'thu nguyen', 'name'],
])('a dossier received here is found by %s', async (_by, q, foundBy) => {
  const { counter, answer } = await received();
  const said = await offlineAsk(counter, `/api/desk/find?${new URLSearchParams({ q }).toString()}`);
  expect(said.ok && foundDossiersView.parse(said.value)).toMatchObject({ foundBy, dossiers: [{ dossierId: answer.dossierId }] });
});

it('what was not fetched, and what is not this counter’s, says so', async () => {
  const { counter } = await received();
  const codeOf = async (path: string): Promise<string> => {
    const said = await offlineAsk(counter, path);
    return said.ok ? 'done' : said.refusal.code;
  };
  expect([await codeOf(`/api/dossiers/${randomUUID()}`), await codeOf('/api/office/inbox?tab=mine'), await codeOf('/api/desk/find?q=')])
    .toEqual(['not-at-hand', 'not-without-a-line', 'not-at-hand']);
  await counter.lock();
  expect(await codeOf('/api/me')).toBe('vault-locked');
});

it('every refusal of the counter has its words, and says what to do', () => {
  const samples = {
    'vault-locked': {}, 'not-enrolled': {}, 'reference-missing': {}, 'lease-run-out': { series: 's', period: '191118' },
    'grant-over': { fullName: 'Nguyễn Thị Sen', until: '2019-11-22T07:30:00+07:00' }, 'officer-not-granted': {}, 'not-without-a-line': {},
    'newer-release': {}, 'not-at-hand': {}, 'bag-not-announced': { label: 'TUI0000012320' }, 'fields-unreadable': { paths: ['deskId'] }, 'key-reused': {}, 'not-parked': {},
  };
  expect(Object.keys(samples).sort()).toEqual(Object.keys(COUNTER_REFUSALS).sort());
  for (const [kind, more] of Object.entries(samples)) {
    const problem = counterProblem({ kind, ...more } as Parameters<typeof counterProblem>[0]);
    expect(problem.title.normalize('NFC')).toBe(problem.title);
    expect(problem.detail.length).toBeGreaterThan(20);
    // in the words of the screens, without a key of the store
    expect(`${problem.title} ${problem.detail}`).not.toMatch(/ghi danh|cụm mật khẩu|ngoại tuyến|191118/u);
    expect(problem.status).toBeGreaterThanOrEqual(400);
  }
});
