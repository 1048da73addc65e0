// Sealed bags between Kỳ Bắc's desk and the district, laid straight into the tables; nothing lies in them.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { formatBagLabel } from '#core/numbering/bag-label.ts';

const plant = async (pool: Pool, direction: 'to-agency' | 'to-desk', serial: number): Promise<string> => {
  const bagId = randomUUID();
  const label = formatBagLabel(serial);
  const [kind, holder] = direction === 'to-agency' ? ['desk', 'ky-bac'] : ['agency', 'huyen-ky-anh'];
  await pool.query(
    `insert into motcua.custody_thing (province_id, thing_id, kind, label, count, holder_kind, holder_id, since, last_event_no)
     values (42, $1, 'bag', $2, 1, $3, $4, '2019-11-18T07:00:00+07:00', 1)`, [bagId, label, kind, holder]);
  await pool.query(
    `insert into motcua.bag (province_id, bag_id, label, direction, desk_id, agency_unit_id, opened_at, opened_by, opened_by_name, closed_at, closed_by_name, seal_number)
     values (42, $1, $2, $3, 'ky-bac', 'huyen-ky-anh', '2019-11-18T07:00:00+07:00', $1, 'Người thử', '2019-11-18T07:00:00+07:00', 'Người thử', 'NP 1')`, [bagId, label, direction]);
  return bagId;
};

/** `no`: a number of its own for each pair. */
export const plantBags = async (pool: Pool, no: number): Promise<{ readonly bagOutId: string; readonly bagBackId: string }> =>
  ({ bagOutId: await plant(pool, 'to-agency', 1_000_000 + 2 * no), bagBackId: await plant(pool, 'to-desk', 1_000_001 + 2 * no) });
