// The chain as others get it: valid by GS1's own schemas, the same at the route and the command line, and only what may be seen.
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, changeOf } from '#core/custody/change.ts';
import { comes, moveThing, moveTogether } from '#core/custody/move-thing.ts';
import { type Thing, type ThingId, atAgency, atDesk } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, ProvinceId, UnitId } from '#core/organisation/organisation.ts';
import { commandLineOf } from '#testing/command-line.ts';
import { thingsOf } from '#testing/custody-ledger.ts';
import { custodyStory } from '#testing/custody-story.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { contentHash, schemaFaults } from '#testing/epcis-schemas.ts';
import { type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import { type EpcisDocument, epcisDocument } from '#wire/epcis.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { saveCustody } from '../acts/save-custody.sql.ts';
import type { CliContext } from '../cli/context.ts';
import { exportCommands } from '../cli/export.ts';
import { runLine } from '../cli/run.ts';
import { readConfiguration } from '../config.ts';

const record = procedureIn('kybac-2019', '2.000488');
const AGENCY = 'so-tu-phap';
const BASE = 'https://epcis.hatinh.gov.vn/kybac-2019';

let world: ServedWorld;
let motcua: ReturnType<typeof commandLineOf>;
let officer: Caller;
let specialist: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { settings: { epcisBase: 'https://epcis.hatinh.gov.vn/{world}' } });
  motcua = commandLineOf(world, 'kybac-2019', exportCommands, { MOTCUA_EPCIS_BASE: 'https://epcis.hatinh.gov.vn/{world}' });
  officer = await world.signIn('tuphap.kybac');
  specialist = await world.signIn('chuyenvien.stp');
}, 240_000);
afterAll(() => world.close());

const post = async <T>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};
const receive = (): Promise<DossierReceivedAnswer> => post(officer, '/api/desk/dossiers', receiveCommand('ky-bac', record));
const forwarded = async (): Promise<DossierReceivedAnswer> => {
  const received = await receive();
  await post(officer, '/api/desk/hand-overs', {
    handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId: received.dossierId, revision: 1, paperCount: 3 }],
  });
  return received;
};
const chainOf = async (who: Caller, dossierId: string): Promise<EpcisDocument> => {
  const answer = await who.get(`/api/dossiers/${dossierId}/epcis`);
  expect([answer.status, String(answer.headers['content-type'])]).toEqual([200, 'application/ld+json; charset=utf-8']);
  return answer.json<EpcisDocument>();
};
const steps = ({ epcisBody }: EpcisDocument): readonly string[] => epcisBody.eventList.map(({ bizStep, errorDeclaration }) => (errorDeclaration ? `${bizStep}: ${errorDeclaration.reason}` : bizStep));

describe('the schemas of GS1', () => {
  const story = custodyStory().document(BASE);
  it('have nothing against whatever can happen in the ledger', () => expect(schemaFaults(story)).toEqual([]));
  it('would say so if they had', () => {
    const [first, ...rest] = story.epcisBody.eventList;
    const withFirst = (change: object) => schemaFaults({ ...story, epcisBody: { eventList: [{ ...first, ...change }, ...rest] } });
    expect(withFirst({ bizStep: 'sealing' })).not.toEqual([]);
    expect(withFirst({ eventTimeZoneOffset: '07:00' })).not.toEqual([]);
    expect(withFirst({ errorDeclaration: { reason: 'did_not_occur' } })).not.toEqual([]);
    expect(withFirst({ 'other:word': 'x' })).not.toEqual([]);
  });
  it('hash a declared error as the event that it declares', () => {
    const { eventList } = story.epcisBody;
    const declared = eventList.filter(({ errorDeclaration }) => errorDeclaration);
    const hash = (event: object) => contentHash(event, story['@context']);
    expect(declared.length).toBeGreaterThan(3);
    for (const event of declared) expect(hash(event)).toBe(hash(eventList.find((one) => one.eventID === event.eventID && !one.errorDeclaration) ?? {}));
  });
});

describe('the chain of a dossier', () => {
  it('is told alike to the desk, to the agency and to the administrator by its code', async () => {
    const { dossierId, code } = await forwarded();
    const chain = await chainOf(officer, dossierId);
    expect(schemaFaults(chain)).toEqual([]);
    expect(steps(chain)).toEqual(['accepting', 'shipping']);
    expect(chain.epcisBody.eventList[1]).toMatchObject({ readPoint: { id: `${BASE}/desk/ky-bac` }, destinationList: [{ destination: `${BASE}/unit/${AGENCY}` }] });
    expect((await chainOf(specialist, dossierId)).epcisBody).toEqual(chain.epcisBody);
    const byCode = await (await world.signIn('quantri')).get(`/api/admin/epcis/${code}`);
    expect(byCode.json<EpcisDocument>().epcisBody).toEqual(chain.epcisBody);
  });
  it('is not there for another desk or agency, nor by a code that nobody gave', async () => {
    const { dossierId } = await receive();
    for (const login of ['buudien.kyphong', 'laodong.kyanh']) expect([login, (await (await world.signIn(login)).get(`/api/dossiers/${dossierId}/epcis`)).status]).toEqual([login, 404]);
    expect((await (await world.signIn('quantri')).get('/api/admin/epcis/000.22.36.H27-191118-9999')).status).toBe(404);
  });
  it('of an entry made by mistake says that it did not occur', async () => {
    const { dossierId } = await receive();
    await post(officer, `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm cho bà Nguyễn Thị Bí Mật' });
    const chain = await chainOf(officer, dossierId);
    expect(schemaFaults(chain)).toEqual([]);
    expect(steps(chain)).toEqual(['accepting', 'decommissioning', 'accepting: did_not_occur']);
    expect(JSON.stringify(chain)).not.toContain('Bí Mật');
  });
  it('has the same identifiers each time', async () => {
    const { dossierId } = await forwarded();
    const ids = async () => (await chainOf(officer, dossierId)).epcisBody.eventList.map(({ eventID }) => eventID);
    expect(await ids()).toEqual(await ids());
    expect(new Set(await ids()).size).toBe(2);
  });
  it('shows the bag that it went in, and nothing of what else lay there', async () => {
    const [mine, others] = [await receive(), await receive()];
    const things = await thingsOf(world.database.pool, mine.dossierId, others.dossierId);
    const [desk, agency] = [atDesk('ky-bac' as DeskId), atAgency(AGENCY as UnitId)];
    const accountId = randomUUID() as AccountId;
    const stamp = { at: '2019-11-18T09:00:00+07:00' as Moment, by: { accountId, name: 'Người thử' } };
    const bag = comes({ thingId: randomUUID() as ThingId, kind: 'bag', lines: [] }, 1, desk, stamp);
    const packed = things.map((thing) => moveThing(thing, { kind: 'pack', into: bag.thing }, stamp)).flatMap((moved) => (moved.ok ? [moved.value] : []));
    const gone = moveTogether(bag.thing, packed.map(({ thing }) => thing), { kind: 'send', from: desk, to: agency, recordId: randomUUID() }, stamp);
    const db = await world.database.pool.connect();
    await saveCustody(db, { provinceId: 42 as ProvinceId, accountId, accountName: 'Người thử', commandId: randomUUID(), fingerprint: Buffer.alloc(0), now: stamp.at } as never,
      both(changeOf(bag, ...packed), changeOf(...(gone.ok ? gone.value : []))));
    db.release();
    const chain = await chainOf(officer, mine.dossierId);
    expect(steps(chain).toSorted()).toEqual(['accepting', 'commissioning', 'departing', 'packing', 'shipping']);
    const text = JSON.stringify(chain);
    const idsOf = (dossierId: string): readonly Thing['thingId'][] => things.filter((thing) => thing.dossierId === dossierId).map(({ thingId }) => thingId);
    expect([...idsOf(mine.dossierId), bag.thing.thingId].every((id) => text.includes(id))).toBe(true);
    expect([others.code, ...idsOf(others.dossierId)].filter((said) => text.includes(said))).toEqual([]);
    expect(schemaFaults(chain)).toEqual([]);
  });
});

describe('motcua export epcis', () => {
  it('gives the chain of a dossier by its code, as text, as JSON and into a file', async () => {
    const { dossierId, code } = await forwarded();
    const chain = await chainOf(officer, dossierId);
    const { code: exit, said } = await motcua('export', 'epcis', '--dossier', code);
    expect(exit).toBe(0);
    expect(epcisDocument.parse(JSON.parse(said.join('\n'))).epcisBody).toEqual(chain.epcisBody);
    const file = join(tmpdir(), `motcua-epcis-${randomUUID()}.json`);
    expect(await motcua('export', 'epcis', '--dossier', code, '--out', file)).toEqual({ code: 0, said: [`Đã ghi 2 sự kiện của 1 hồ sơ vào ${file}.`] });
    expect(epcisDocument.parse(JSON.parse(readFileSync(file, 'utf8'))).epcisHeader).toEqual(chain.epcisHeader);
    rmSync(file);
  });
  it('gives a sample, the same each time', async () => {
    await receive();
    const sample = async (): Promise<EpcisDocument> => JSON.parse((await motcua('export', 'epcis', '--sample', '2', '--json')).said[0] ?? '') as EpcisDocument;
    const first = await sample();
    expect(schemaFaults(first)).toEqual([]);
    expect(new Set(first.epcisBody.eventList.map(({ bizTransactionList }) => bizTransactionList?.[0]?.bizTransaction)).size).toBe(2);
    expect((await sample()).epcisBody).toEqual(first.epcisBody);
  });
  it('asks no world to be named: the code is looked for in each, and the sample is of demo data only', async () => {
    const { code } = await forwarded();
    const openWorld = (isDemo: boolean) => ({ pool: world.database.pool, row: { provinceId: isDemo ? 42 : 99, name: isDemo ? 'mau' : 'that', title: '', isDemo } });
    const context = (...worlds: readonly boolean[]) => ({
      configuration: readConfiguration({}), close: () => Promise.resolve(), worldsOf: () => worlds.map(String), world: (name: string) => Promise.resolve(openWorld(name === 'true')),
    }) as unknown as CliContext;
    const run = async (worlds: readonly boolean[], ...line: readonly string[]): Promise<readonly [number, string]> => {
      const said: string[] = [];
      const hear = (text: string): void => void said.push(text);
      return [await runLine(['export', 'epcis', ...line], exportCommands, () => context(...worlds), { out: hear, err: hear }), said.join('')];
    };
    const [exit, text] = await run([false, true], '--dossier', code, '--json');
    expect([exit, steps(JSON.parse(text) as EpcisDocument)]).toEqual([0, ['accepting', 'shipping']]);
    expect((await run([false, true], '--sample', '1'))[0]).toBe(0);
    expect(await run([false], '--sample', '1')).toEqual([1, 'Không có dữ liệu mẫu nào có giấy tờ; với dữ liệu thật hãy cho --dossier.']);
  });
  it('refuses a code that nobody has, and a question that is none', async () => {
    expect(await motcua('export', 'epcis', '--dossier', 'H27.99-000000-0001')).toEqual({ code: 1, said: ['Không có hồ sơ mang mã này.'] });
    for (const wrong of [[], ['--sample', '0'], ['--sample', 'x'], ['--sample', '1', '--dossier', 'x']]) expect([wrong, (await motcua('export', 'epcis', ...wrong)).code]).toEqual([wrong, 2]);
  });
});
