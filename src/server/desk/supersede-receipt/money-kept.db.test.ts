// Money that was taken stays told: a correction keeps when it was paid, and says what it changed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const extract = procedureIn('kybac-2019', '2.000635');
const feeId = extract.fees[0]?.feeId ?? '';
const rate = extract.fees[0]?.amount ?? 0;

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

const sql = async <T>(text: string, values: readonly unknown[]): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
const received = async (more = {}): Promise<string> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', extract, { fees: [{ feeId, quantity: 3, collected: true }], ...more }));
  return answer.json<DossierReceivedAnswer>().dossierId;
};
const correct = (dossierId: string, fees: readonly object[]) => {
  const { procedureCode, procedureVersion, caseId, parties, answers, papers } = receiveCommand('ky-bac', extract);
  return officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm số lượng', procedureCode, procedureVersion, caseId, parties, answers, papers, fees,
  });
};
const feesOf = (dossierId: string) => sql('select amount, collected_at as at from motcua.dossier_fee where dossier_id = $1', [dossierId]);
const told = async (dossierId: string) => (await sql<{ told: unknown }>(
  `select body::jsonb->'data'->'collected' as told from motcua.journal where dossier_id = $1 and act = 'supersede-receipt'`, [dossierId]))[0]?.told;

it('a fee paid at reception is still paid then, however the receipt is corrected later', async () => {
  const dossierId = await received();
  world.wait(1_800);
  expect((await correct(dossierId, [{ feeId, quantity: 2, collected: true }])).status).toBe(200);
  expect(await feesOf(dossierId)).toEqual([{ amount: 2 * rate, at: '2019-11-18T07:30:00+07:00' }]);
  expect(await told(dossierId)).toEqual({ before: 3 * rate, now: 2 * rate });
});

it('a fee left out by the correction is told in the journal, to be given back', async () => {
  const dossierId = await received();
  await correct(dossierId, []);
  expect([await feesOf(dossierId), await told(dossierId)]).toEqual([[], { before: 3 * rate, now: 0 }]);
});

it('with the public post the clerk goes on alone after a correction as before it', async () => {
  const clerk = await world.signIn('buudien.kybac');
  const record = procedureIn('kybac-2019', '2.000488');
  const { dossierId } = (await clerk.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', record, {
    channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH000000025VN', postage: 33_000 },
  }))).json<DossierReceivedAnswer>();
  const { procedureCode, procedureVersion, caseId, parties, answers, papers } = receiveCommand('ky-bac', record);
  const again = (revision: number) => clerk.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision, reason: 'Ghi nhầm', procedureCode, procedureVersion, caseId, parties, answers, papers, fees: [],
  });
  expect([(await again(1)).status, (await again(2)).status]).toEqual([200, 200]);
});
