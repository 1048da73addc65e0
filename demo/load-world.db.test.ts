import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import { takesOnline, type OnlineAnswers } from '#core/dossier/answer-supplement.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { loadWorld } from './load-world.ts';
import { WORLD_FACTS, WORLD_NAMES } from './worlds.ts';

describe.each(WORLD_NAMES)('the world %s', (world) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await loadWorld(db.pool, world);
  }, 120_000);
  afterAll(() => db.close());

  it('starts at its own business time', async () => {
    const { rows } = await db.pool.query(
      `select extract(epoch from now() + clock_offset_seconds * interval '1 second' - $1::timestamptz)::float as ahead from motcua.world`,
      [WORLD_FACTS[world].startsAt],
    );
    expect(rows).toHaveLength(1);
    expect(Math.abs(rows[0].ahead)).toBeLessThan(120);
  });

  it('takes papers that were asked for online at every desk', async () => {
    const { rows } = await db.pool.query<{ settings: OnlineAnswers }>('select online_answers as settings from motcua.desk');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ settings }) => takesOnline(settings, dateOf(WORLD_FACTS[world].startsAt)))).toBe(true);
  });

  it('has a round that its courier can go, where couriers have a house of their own', async () => {
    const { rows } = await db.pool.query<{ stops: number; couriers: number; lying: number }>(
      `select count(*)::int as stops, count(distinct c.courier_id)::int as couriers,
         count(*) filter (where c.state = 'planned' and o.state = 'confirmed' and b.order_number is not null and t.holder_kind = 'desk' and d.return_wish->>'kind' = 'home-delivery')::int as lying
       from motcua.courier_stop c join motcua.carrier_order o using (province_id, shipment_id) left join motcua.courier_order b using (province_id, carrier_id, order_number)
       join motcua.shipment_dossier l using (province_id, shipment_id) join motcua.dossier d using (province_id, dossier_id)
       join motcua.custody_thing t on t.dossier_id = d.dossier_id and t.kind = 'outcome'`);
    expect(rows).toEqual([world === 'kybac-2019' ? { stops: 0, couriers: 0, lying: 0 } : { stops: 4, couriers: 1, lying: 4 }]);
  });

  it('has desks with clerks and officers', async () => {
    const { rows } = await db.pool.query(
      `select desk_id from motcua.assignment where role = 'postal-clerk' intersect
       select desk_id from motcua.assignment where role = 'commune-officer'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(world === 'kybac-2019' ? 2 : 6);
  });
});
