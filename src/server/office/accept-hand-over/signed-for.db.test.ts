// Who signs for a hand-over, and with what: never the one who gave it, and never with what is no signature of theirs.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { type BagWorld, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { sendScan } from '#testing/send-scan.ts';
import type { Caller } from '#testing/served-world.ts';
import type { BagView } from '#wire/bags.wire.ts';

const { pin: PIN } = WORLD_FACTS['kybac-2019'];
const ACCEPT = '/api/office/hand-overs/accept';
const PAGE = Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n');
const birth = procedureIn('kybac-2019', '1.001193');

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());

const accept = (who: Caller, dossierId: string, more: object = {}) => who.send('POST', ACCEPT, { dossierIds: [dossierId], ...more });
const recordOf = async (dossierId: string) => (await bags.pool.query<{ by: string | null; file: string | null; name: string | null }>(
  `select h.signed_by as by, h.signature_file as file, h.received_by_name as name from motcua.hand_over h join motcua.hand_over_line l using (province_id, hand_over_id)
   where l.dossier_id = $1 order by h.sent_at desc limit 1`, [dossierId])).rows[0];
const toStp = async (): Promise<string> => {
  const { dossierId } = await bags.receive();
  await bags.forwarded(dossierId);
  return dossierId;
};

it('whoever gave it, at the desk and in the agency at once, signs for nothing of it; a colleague does', async () => {
  const { officer } = bags.people;
  const { dossierId } = await post<{ dossierId: string }>(officer, '/api/desk/dossiers', receiveCommand('ky-bac', birth));
  await post(officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: 1, paperCount: 1 }] });
  for (const more of [{}, { signature: { by: 'pin', pin: PIN } }]) expect(refusalOf(await accept(officer, dossierId, more))).toBe('signed-as-giver');
  const rejected = await officer.send('POST', ACCEPT, { dossierIds: [], rejected: [{ dossierId, reason: 'Thử' }] });
  expect(refusalOf(rejected)).toBe('signed-as-giver');
  expect(await bags.stateOf(dossierId)).toBe('handed-over');
  expect((await accept(await bags.world.signIn('vanthu.kybac'), dossierId)).status).toBe(200);
  expect(await recordOf(dossierId)).toMatchObject({ by: 'button', file: null });
});

it('a personal PIN signs; a wrong one signs nothing, is counted, and stands nowhere', async () => {
  const { head } = bags.people;
  const dossierId = await toStp();
  expect(refusalOf(await accept(head, dossierId, { signature: { by: 'pin', pin: '111111' } }))).toBe('own-pin-wrong');
  expect(await bags.stateOf(dossierId)).toBe('handed-over');
  expect((await accept(head, dossierId, { signature: { by: 'pin', pin: PIN } })).status).toBe(200);
  expect(await recordOf(dossierId)).toMatchObject({ by: 'pin' });
  const told = await bags.one<number>(`select count(*)::int as one from motcua.journal where body like $1`, `%${PIN}%`);
  expect(told).toBe(0);
  const other = await toStp();
  const answers: string[] = [];
  for (let tries = 0; tries < 7; tries += 1) answers.push(refusalOf(await accept(head, other, { signature: { by: 'pin', pin: '111111' } })));
  expect(answers).toContain('own-pin-locked');
});

it('a signed page is the signer’s own upload, and both sides may look at it', async () => {
  const { specialist, records, officer } = bags.people;
  const dossierId = await toStp();
  const { sha256 } = (await sendScan(records, PAGE, 'application/pdf')).json<{ sha256: string }>();
  const signature = { by: 'paper', file: sha256 };
  expect(refusalOf(await accept(specialist, dossierId, { signature }))).toBe('signature-not-here');
  expect(refusalOf(await accept(specialist, dossierId, { signature: { by: 'paper', file: 'a'.repeat(64) } }))).toBe('signature-not-here');
  expect((await officer.get(`/api/files/${sha256}`)).status).toBe(404);
  expect((await accept(records, dossierId, { signature })).status).toBe(200);
  expect(await recordOf(dossierId)).toMatchObject({ by: 'paper', file: sha256 });
  expect((await officer.get(`/api/files/${sha256}`)).status).toBe(200);
  expect((await bags.people.elsewhere.get(`/api/files/${sha256}`)).status).toBe(404);
});

it('a bag is received by PIN, and the desk sees how it was signed for', async () => {
  const dossier = await bags.receive();
  const bag = await bags.sent(dossier);
  const receive = (pin: string) => bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([dossier], { signature: { by: 'pin', pin } }));
  expect(refusalOf(await receive('111111'))).toBe('own-pin-wrong');
  expect(await bags.where(dossier.dossierId)).toEqual([expect.stringContaining('transit') as string]);
  expect((await receive(PIN)).status).toBe(200);
  const { bag: seen } = (await bags.people.clerk.get(`/api/desk/bags/${bag.bagId}`)).json<BagView>();
  expect(seen).toMatchObject({ stands: 'received', signedBy: 'pin' });
});
