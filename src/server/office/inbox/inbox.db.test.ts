import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeInboxView } from '#wire/office-inbox.wire.ts';
import { plantDossier, type Plant } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let specialist: Caller;
const plant = (no: number, more: Partial<Plant> = {}) =>
  plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', ...more });
const inbox = async (who: Caller, tab: string, after?: string): Promise<OfficeInboxView> => {
  const answer = await who.get(`/api/office/inbox?tab=${tab}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<OfficeInboxView>();
};
const codes = (view: OfficeInboxView): string[] => view.rows.map((row) => row.code.slice(-4));

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  specialist = await world.signIn('chuyenvien.stp');
  const [me] = (await world.database.pool.query<{ id: string }>(`select account_id as id from motcua.account where login = 'chuyenvien.stp'`)).rows;
  const work = { state: 'in-process', stepNo: 1, stepRole: 'agency-officer', assigneeId: me?.id };
  await plant(1);
  await plant(2, { dueAt: null });
  await plant(3, { ...work, dueAt: '2019-11-18T17:30:00+07:00' });
  await plant(4, { ...work, dueAt: '2019-11-15T17:30:00+07:00', sectionUnitId: 'stp-hanh-chinh-tu-phap' });
  await plant(5, { state: 'supplement-asked', stepNo: 1, stepRole: 'agency-officer' });
  await plant(6, { state: 'in-process', stepNo: 3, stepRole: 'signing-leader' });
  await plant(7, { state: 'in-process', stepNo: 4, stepRole: 'records-clerk' });
  await plant(8, { state: 'outcome-recorded', stepNo: 4, stepRole: 'records-clerk' });
  await plant(9, { state: 'in-process', stepNo: 1, stepRole: 'agency-officer', sectionUnitId: 'stp-van-phong' });
  await plant(10, { agencyUnitId: 'so-lao-dong' });
  await plant(11, { state: 'ready-to-return', dueAt: '2019-11-11T17:30:00+07:00' });
});
afterAll(async () => world.close());

test('each tab holds its dossiers, those due first, those without a clock last', async () => {
  const tabs = ['new', 'due-today', 'overdue', 'waiting', 'mine', 'signing', 'issuing', 'to-send'];
  const found = Object.fromEntries(await Promise.all(tabs.map(async (tab) => [tab, codes(await inbox(specialist, tab))] as const)));
  expect(found).toEqual({
    new: ['0001', '0002'], 'due-today': ['0003'], overdue: ['0004'], waiting: ['0005'], mine: ['0004', '0003'],
    signing: ['0006'], issuing: ['0007'], 'to-send': ['0008'],
  });
});

test('counts agree with the lists and another agency’s dossiers are in none', async () => {
  const { counts } = await inbox(specialist, 'all');
  expect(counts).toEqual({ new: 2, 'due-today': 1, overdue: 1, waiting: 1, answered: 0, 'answer-over': 0, mine: 2, apologies: 0, signing: 1, issuing: 1, 'to-send': 1, 'papers-back': 0, 'came-back': 0, all: 8 });
});

test('a member of a section does not see what another section has; who serves the whole agency does', async () => {
  const whole = await world.signIn('vanthu.stp');
  expect(codes(await inbox(specialist, 'all'))).not.toContain('0009');
  expect(codes(await inbox(whole, 'all'))).toContain('0009');
  const rows = (await inbox(whole, 'all')).rows;
  expect(rows.find((row) => row.code.endsWith('0009'))?.sectionName).toBe('Văn phòng Sở Tư pháp');
});

test('rows say what the list shows: whose, what, by whom, with which record', async () => {
  const { rows } = await inbox(specialist, 'new');
  expect(rows[0]).toMatchObject({ ownerName: 'Nguyễn Văn Thử', deskName: 'Một cửa Kỳ Bắc', handOverNumber: '01/BBGN', state: 'handed-over', dueAt: '2019-11-22T17:30:00+07:00' });
  expect(rows[1]).not.toHaveProperty('dueAt');
});

test('where others work after it, the agency’s own date stands beside the citizen’s', async () => {
  await world.database.pool.query(`update motcua.dossier set due = due || '{"localDue": "2019-11-20T17:30:00+07:00"}' where code like '%-0006'`);
  const { rows } = await inbox(specialist, 'signing');
  expect(rows).toMatchObject([{ ownDueAt: '2019-11-20T17:30:00+07:00', dueAt: '2019-11-22T17:30:00+07:00' }]);
  expect((await inbox(specialist, 'issuing')).rows[0]).not.toHaveProperty('ownDueAt');
});

test('pages of 50 follow each other without a gap or a repeat, also into those without a due moment', async () => {
  for (let no = 100; no < 230; no += 1) {
    await plant(no, { agencyUnitId: 'so-lao-dong', dueAt: no % 4 === 0 ? null : `2019-11-${20 + (no % 7)}T17:30:00+07:00` });
  }
  const who = await world.signIn('vanthu.sld');
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await inbox(who, 'new', after);
    seen.push(...page.rows.map((row) => row.dossierId));
    sizes.push(page.rows.length);
    after = page.next;
  }
  expect(sizes).toEqual([50, 50, 31]);
  expect(new Set(seen).size).toBe(131);
});

test('a foreign cursor begins at the beginning instead of failing', async () => {
  expect(codes(await inbox(specialist, 'new', "1' or 1=1 --"))).toEqual(['0001', '0002']);
});

test('a dossier of the agency is found by its code, the end of it, an identity number or a name without tones', async () => {
  const find = async (who: Caller, q: string) => (await who.get(`/api/office/find?q=${encodeURIComponent(q)}`)).json<{ rows: { code: string }[] }>().rows.map((row) => row.code.slice(-4));
  expect(await find(specialist, '000.22.36.H27-191118-0008')).toEqual(['0008']);
  expect(await find(specialist, 'http://localhost:8080/q/000.22.36.H27-191118-0008')).toEqual(['0008']);
  expect(await find(specialist, '0011')).toEqual(['0011']);
  // 0009 is another section's
  expect(await find(specialist, 'thử nguyen')).toHaveLength(9);
  expect(await find(specialist, '183000001')).toHaveLength(9);
  expect(await find(specialist, '0009')).toEqual([]);
  expect(await find(await world.signIn('vanthu.stp'), '183000001')).toHaveLength(10);
  expect(await find(specialist, '0010')).toEqual([]); // another agency's
});
