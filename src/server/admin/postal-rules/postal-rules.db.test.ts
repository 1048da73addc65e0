// The province's rules of the post on a real database: only added to, and what was sent keeps the window it was given.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BagWorld, bagWorld, post, refusalOf } from '#testing/bag-world.ts';
import type { Caller } from '#testing/served-world.ts';
import { SHIPPED_POSTAL_RULES } from '#core/transit/shipped-rules.ts';
import type { PostalRulesView } from '#wire/postal-rules.wire.ts';

let bags: BagWorld;
let administrator: Caller;
beforeAll(async () => {
  bags = await bagWorld();
  administrator = await bags.world.signIn('quantri');
}, 240_000);
afterAll(() => bags.world.close());

const look = async (): Promise<PostalRulesView> => (await administrator.get('/api/admin/postal-rules')).json<PostalRulesView>();
const zones = [
  { zone: 'within-district', days: 2, daysWithSlip: 3 }, { zone: 'between-districts', days: 4, daysWithSlip: 6 }, { zone: 'inter-province-major', days: 3, daysWithSlip: 6 }, { zone: 'inter-province', days: 4, daysWithSlip: 8 },
];
const set = async (more: object) => administrator.send('POST', '/api/admin/postal-rules', {
  part: 'transit', baseVersion: (await look()).version, validFrom: '2019-11-19', instrument: 'TT 9/2019', mark: 'assumed', zones, decision: 'CV 9/UBND', reason: 'Tuyến thư đổi', ...more,
});
const windowOf = async (handOverId: string): Promise<unknown> => (await bags.pool.query<{ w: object }>(
  "select jsonb_build_array(transit->>'endsOn', transit->'rulesVersion') as w from motcua.hand_over_line where hand_over_id = $1", [handOverId])).rows[0]?.w;

it('begins as it was shipped, made by nobody', async () => {
  expect(await look()).toMatchObject({ ...SHIPPED_POSTAL_RULES, versions: [{ version: 1, madeAt: null, madeByName: null, decision: null, reason: null, change: null }] });
});

it('a row of tomorrow moves nothing that was sent, nor what is sent today; from its day on it is the window', async () => {
  const before = await bags.sent(await bags.receive());
  expect(await windowOf(before.handOverId)).toEqual(['2019-11-20', 1]);
  const answer = await set({});
  expect([answer.status, answer.json()]).toEqual([201, { version: 2 }]);
  const today = await bags.sent(await bags.receive());
  expect([await windowOf(before.handOverId), await windowOf(today.handOverId)]).toEqual([['2019-11-20', 1], ['2019-11-20', 2]]);
  bags.world.wait(24 * 3600);
  // nobody's session lasts a night
  administrator = await bags.world.signIn('quantri');
  Object.assign(bags.people, { officer: await bags.world.signIn('tuphap.kybac'), clerk: await bags.world.signIn('buudien.kybac') });
  const tomorrow = await bags.sent(await bags.receive());
  expect(await windowOf(tomorrow.handOverId)).toEqual(['2019-11-25', 2]);
});

it('says who set what, by which decision and why; the journal says it too, and no version is changed', async () => {
  expect((await look()).versions[0]).toMatchObject({ version: 2, madeByName: expect.stringMatching(/\S/u) as string, decision: 'CV 9/UBND', reason: 'Tuyến thư đổi', change: { part: 'transit', after: { validFrom: '2019-11-19', mark: 'assumed' } } });
  expect((await bags.pool.query<{ act: string }>("select act from motcua.journal where chain_id = 'admin' and act = 'set-postal-rule'")).rows).toHaveLength(1);
  await expect(bags.pool.query('update motcua.postal_rules set version = version')).rejects.toMatchObject({ code: '42501' });
  await expect(bags.pool.query('delete from motcua.postal_rules')).rejects.toMatchObject({ code: '42501' });
});

it('what cannot stand is refused with its words, and makes no version', async () => {
  const refusals = [await set({ validFrom: '2019-11-19', zones: zones.map((one) => ({ ...one, days: 1 })) }), await set({ validFrom: '2019-11-01' }), await set({ validFrom: '2019-12-02', zones: zones.slice(1) }), await set({ baseVersion: 1, validFrom: '2019-12-02' })];
  expect(refusals.map(refusalOf)).toEqual(['rule-holds-already', 'rule-begins-too-early', 'zones-differ', 'changed-meanwhile']);
  expect(refusals[1]?.json()).toMatchObject({ detail: expect.stringContaining('từ 20/11/2019 trở đi') as string, fieldErrors: [{ path: 'validFrom' }] });
  expect((await look()).version).toBe(2);
});

it('of two who set a row at the same moment the second is told what the first made', async () => {
  const body = (reason: string) => ({ part: 'compensation', baseVersion: 2, validFrom: '2020-01-01', instrument: 'QĐ 1/2020', mark: 'verified', lossTimes: 5, lateTimes: 1, payWithin: 20, decision: 'CV 10/UBND', reason });
  const answers = await Promise.all(['một', 'hai'].map((reason) => administrator.send('POST', '/api/admin/postal-rules', body(reason))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await look()).toMatchObject({ version: 3, compensation: [{ lossTimes: 4 }, { lossTimes: 5 }] });
  await post(administrator, '/api/admin/postal-rules', { ...body('ba'), baseVersion: 3, payWithin: 25 });
  expect(await look()).toMatchObject({ version: 4, compensation: [{ lossTimes: 4 }, { lossTimes: 5, payWithin: 25 }] });
});
