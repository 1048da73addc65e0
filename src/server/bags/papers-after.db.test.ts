// A supplement brought to the desk follows its dossier to the agency: listed, sent under a record, counted and signed for.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { type BagWorld, bagWorld, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained } from '#testing/custody-ledger.ts';
import type { PapersAfterSent, PapersAfterView, PapersComingView } from '#wire/papers-after.wire.ts';

const AGENCY = 'so-tu-phap';
let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

const send = (dossierIds: readonly string[], more: object = {}) => bags.people.clerk.send('POST', '/api/desk/papers-after', { recordId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossierIds, ...more });
const waiting = async () => (await bags.people.clerk.get('/api/desk/papers-after')).json<PapersAfterView>().groups.flatMap(({ dossiers }) => dossiers);
const coming = async (who = bags.people.specialist) => (await who.get('/api/office/papers-after')).json<PapersComingView>().records;
const sent = async (...dossierIds: readonly string[]): Promise<PapersAfterSent> => {
  const answer = await send(dossierIds);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<PapersAfterSent>();
};
const take = (recordId: string, body: object, who = bags.people.specialist) => who.send('POST', `/api/office/papers-after/${recordId}/take`, body);
const roundOne = async (dossierId: string) => (await bags.where(dossierId)).filter((line) => line.startsWith('papers 2 '));

it('waits at the desk, goes under a record that names it, and is the agency’s once it is signed for with a PIN', async () => {
  const { dossierId, code } = await bags.supplemented();
  expect(await waiting()).toMatchObject([{ code, pieces: 2 }]);
  const { recordId, recordNumber } = await sent(dossierId);
  expect(await waiting()).toEqual([]);
  expect(await roundOne(dossierId)).toEqual(['papers 2 transit']);
  expect(await coming()).toMatchObject([{ recordId, recordNumber, sentByName: 'Nguyễn Thị Sen', dossiers: [{ code, pieces: 2 }] }]);
  expect(await coming(bags.people.elsewhere)).toEqual([]);
  for (const who of [bags.people.clerk, bags.people.specialist]) expect((await who.get(`/api/papers/${recordId}.pdf`)).status).toBe(200);
  expect(refusalOf(await take(recordId, { received: [dossierId], signature: { by: 'pin', pin: '111111' } }))).toBe('own-pin-wrong');
  expect((await take(recordId, { received: [dossierId], signature: { by: 'pin', pin: WORLD_FACTS['kybac-2019'].pin } })).status).toBe(200);
  expect(await roundOne(dossierId)).toEqual([`papers 2 agency ${AGENCY}`]);
  expect(await coming()).toEqual([]);
  expect((await take(recordId, { received: [dossierId] })).status).toBe(404);
});

it('what is not there when it is counted is nobody’s, with a case; sent again it is found', async () => {
  const [one, two] = [await bags.supplemented(), await bags.supplemented()];
  const { recordId } = await sent(one.dossierId, two.dossierId);
  expect(refusalOf(await take(recordId, { received: [one.dossierId] }))).toBe('papers-uncounted');
  expect(refusalOf(await take(recordId, { received: [one.dossierId, two.dossierId, randomUUID()] }))).toBe('papers-not-on-record');
  expect((await take(recordId, { received: [one.dossierId], missing: [{ dossierId: two.dossierId, note: 'Không có' }] })).status).toBe(200);
  expect([await roundOne(one.dossierId), await roundOne(two.dossierId)]).toEqual([[`papers 2 agency ${AGENCY}`], ['papers 2 unaccounted']]);
  expect(await bags.casesOf(two.dossierId)).toMatchObject([{ kind: 'short', note: 'Không có' }]);
});

it('what cannot follow is refused, and nothing has moved', async () => {
  const [here, there] = [await bags.receive(), await bags.supplemented()];
  expect(refusalOf(await send([here.dossierId]))).toBe('dossier-not-at-agency');
  expect(refusalOf(await send([there.dossierId], { agencyUnitId: 'huyen-ky-anh' }))).toBe('papers-of-another-agency');
  const recordId = randomUUID();
  expect((await send([there.dossierId], { recordId })).status).toBe(201);
  expect(refusalOf(await send([there.dossierId]))).toBe('no-papers-to-follow');
  const again = await bags.supplemented();
  expect(refusalOf(await send([again.dossierId], { recordId }))).toBe('already-recorded');
  expect((await take(recordId, { received: [there.dossierId] }, bags.people.elsewhere)).status).toBe(404);
  expect(refusalOf(await take(recordId, { received: [there.dossierId] }, bags.people.signer))).toBe('role-not-allowed');
});
