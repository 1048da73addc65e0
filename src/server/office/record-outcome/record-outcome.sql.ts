import type { Pool, PoolClient } from 'pg';
import type { Approval } from '#core/dossier/record-outcome.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';

type Row = {
  readonly accountId: AccountId; readonly name: string; readonly at: Moment;
  readonly prefix: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | ''; readonly title: string;
};

/** The last approval, unless the dossier went back after it. */
export const findApproval = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<Approval | undefined> => {
  const { rows } = await db.query<Row>({
    name: 'find-approval',
    text: `
      select account_id as "accountId", account_name as name, finished_at as at,
        coalesce(signing_prefix, '') as prefix, coalesce(signing_title, '') as title
      from motcua.dossier_step
      where province_id = $1 and dossier_id = $2 and role = 'signing-leader' and result = 'passed'
        and line_no > coalesce((
          select max(line_no) from motcua.dossier_step
          where province_id = $1 and dossier_id = $2 and result in ('sent-back', 'supplement-asked')), 0)
      order by line_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  const [row] = rows;
  return row && { accountId: row.accountId, name: row.name, at: row.at, capacity: { prefix: row.prefix, title: row.title } };
};

export const findLastNumber = async (db: Pool, provinceId: number, series: string, year: string): Promise<number> => {
  const { rows } = await db.query<{ number: number }>({
    name: 'find-last-number',
    text: 'select last_number as number from motcua.number_counter where province_id = $1 and series = $2 and period = $3',
    values: [provinceId, series, year],
  });
  return rows[0]?.number ?? 0;
};
