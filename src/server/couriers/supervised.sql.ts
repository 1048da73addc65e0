// The desks that a supervisor of the post answers for: those at post offices of her unit and of the units below it.
import type { Pool } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';

export const findSupervisedDesks = async (pool: Pool, provinceId: number, accountId: AccountId, today: PlainDate): Promise<readonly DeskId[]> => {
  const { rows } = await pool.query<{ deskId: DeskId }>({
    name: 'find-supervised-desks',
    text: `with recursive below as (
             select a.unit_id from motcua.assignment a where a.province_id = $1 and a.account_id = $2 and a.role = 'post-supervisor'
               and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)
             union select u.unit_id from motcua.unit u join below b on u.parent_unit_id = b.unit_id where u.province_id = $1)
           select d.desk_id as "deskId" from motcua.desk d where d.province_id = $1 and d.post_office_unit_id in (select unit_id from below)
             and d.valid_from <= $3::date and (d.valid_to is null or d.valid_to > $3::date) order by d.desk_id`,
    values: [provinceId, accountId, today],
  });
  return rows.map(({ deskId }) => deskId);
};
