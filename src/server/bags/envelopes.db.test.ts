// The public postal service on a real database: sealed before the citizen, alone or in a bag, until the agency signs and opens.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type BagWorld, type Received, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import type { BagView } from '#wire/bags.wire.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

let serial = 0;
const posted = async (sealNumber?: string): Promise<Received & { readonly itemNumber: string }> => {
  serial += 1;
  const itemNumber = ['RR473124829VN', 'RR473124832VN', 'RR473124846VN', 'RR473124850VN', 'RR473124863VN'][serial - 1] ?? '';
  return { ...(await bags.receive({ channel: 'post', regime: 'public-post', posting: { itemNumber, postage: 20_000, ...(sealNumber !== undefined && { sealNumber }) } })), itemNumber };
};
const seal = (dossierId: string, sealNumber: string) => bags.people.clerk.send('POST', `/api/desk/dossiers/${dossierId}/seal-envelope`, { deskId: 'ky-bac', sealNumber });
const labelOf = (dossierId: string) => bags.people.clerk.get(`/api/desk/dossiers/${dossierId}/envelope-label.pdf`);
const dueOf = (dossierId: string) => bags.one<string | null>('select due_at::text as one from motcua.dossier where dossier_id = $1', dossierId);
const lineOf = (dossierId: string) => bags.one<{ postingNumber: string; note: string; original: number }>(
  `select line as one from motcua.issued_paper i join motcua.hand_over_line l on l.hand_over_id = i.paper_id, jsonb_array_elements(i.payload->'lines') line
   where l.dossier_id = $1 and line->>'code' = (select code from motcua.dossier where dossier_id = $1)`, dossierId);

it('received with its seal it lies in its envelope at once; its label bears number and seal, and the clock does not run yet', async () => {
  const dossier = await posted('NP 000451');
  expect(await bags.where(dossier.dossierId)).toEqual(['envelope 1 desk ky-bac', expect.stringMatching(/^papers \d+ desk ky-bac$/) as string]);
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['envelope: came sealed', 'papers: came packed']);
  expect((await labelOf(dossier.dossierId)).text.slice(0, 5)).toBe('%PDF-');
  expect(await dueOf(dossier.dossierId)).toBeNull();
  expect(refusalOf(await seal(dossier.dossierId, 'NP 2'))).toBe('envelope-sealed-already');
});

it('sealed afterwards it is the same; what is not by post, or not here, is not sealed', async () => {
  const dossier = await posted();
  expect((await labelOf(dossier.dossierId)).status).toBe(404);
  expect((await seal(dossier.dossierId, 'NP 7')).status).toBe(200);
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['envelope: came sealed', 'papers: came packed']);
  const oneStop = await bags.receive();
  expect(refusalOf(await seal(oneStop.dossierId, 'NP 8'))).toBe('not-by-post');
  await bags.forwarded(oneStop.dossierId);
  const gone = await posted();
  await bags.forwarded(gone.dossierId);
  expect(refusalOf(await seal(gone.dossierId, 'NP 9'))).toBe('nothing-to-seal');
});

it('handed over alone, the record names slip and seal; the statutory time begins when the agency signs', async () => {
  const dossier = await posted('NP 000452');
  await bags.forwarded(dossier.dossierId);
  expect(await lineOf(dossier.dossierId)).toMatchObject({ postingNumber: dossier.itemNumber, note: 'Phong bì niêm phong NP 000452' });
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['envelope: came sealed sent', 'papers: came packed sent']);
  expect(await dueOf(dossier.dossierId)).toBeNull();
  await post(bags.people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossier.dossierId] });
  expect(await dueOf(dossier.dossierId)).not.toBeNull();
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['envelope: came sealed sent received destroyed', 'papers: came packed sent unpacked received']);
});

it('in a bag the envelope’s label is what is scanned, into the bag and out of it; the seals of both are events', async () => {
  const dossier = await posted('NP 000453');
  const { clerk, specialist } = bags.people;
  const bag = await bags.started();
  await post(clerk, `/api/desk/bags/${bag.bagId}/pack`, { scanned: dossier.itemNumber });
  const filled = (await clerk.get(`/api/desk/bags/${bag.bagId}`)).json<BagView>();
  expect(filled.lines).toMatchObject([{ code: dossier.code, postingNumber: dossier.itemNumber }]);
  expect(filled.lines[0]?.papers.length).toBeGreaterThan(0);
  expect(filled.waiting.some(({ code }) => code === dossier.code)).toBe(false);
  await post(clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 1' });
  await post(clerk, `/api/desk/bags/${bag.bagId}/reopen`, { reason: 'Quên một bì' });
  await post(clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 2' });
  await post(clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
  const seals = await bags.pool.query<{ kind: string; note: string }>(`select kind, note from motcua.custody_event where thing_id = $1 and kind in ('sealed', 'unsealed') order by event_no`, [bag.bagId]);
  expect(seals.rows).toEqual([{ kind: 'sealed', note: 'NP 1' }, { kind: 'unsealed', note: 'Quên một bì' }, { kind: 'sealed', note: 'NP 2' }]);
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['envelope: came sealed packed sent', 'papers: came packed sent']);
  await post(specialist, `/api/office/bags/${bag.bagId}/receive`, counted([dossier]));
  expect(await bags.where(dossier.dossierId)).toEqual(['envelope 1 destroyed', expect.stringMatching(/^papers \d+ agency so-tu-phap$/) as string]);
  expect(await dueOf(dossier.dossierId)).not.toBeNull();
});
