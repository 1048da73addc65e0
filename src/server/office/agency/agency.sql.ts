// The agency as its papers' heading names it.
import type { PoolClient } from 'pg';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { NEWEST_FORM_TABLE } from '../../papers/form-table.sql.ts';

export type Agency = {
  readonly name: string;
  readonly superiorName: string | null;
  readonly rootName: string;
  readonly address: string | null;
  readonly phone: string | null;
  /** By which its papers are made. */
  readonly forms: FormTable;
};

export const getAgency = async (db: PoolClient, provinceId: number, unitId: UnitId): Promise<Agency> => {
  const { rows } = await db.query<Agency>({
    name: 'get-agency',
    text: `
      select u.name, s.name as "superiorName", r.name as "rootName",
        coalesce(u.address, r.address) as address, coalesce(u.phone, r.phone) as phone,
        ${NEWEST_FORM_TABLE} as forms
      from motcua.unit u
      left join motcua.unit s on s.province_id = $1 and s.unit_id = u.parent_unit_id
      join motcua.unit r on r.province_id = $1 and r.unit_id = case when u.kind = 'section' then u.parent_unit_id else u.unit_id end
      where u.province_id = $1 and u.unit_id = $2`,
    values: [provinceId, unitId],
  });
  const [agency] = rows;
  if (!agency) throw new Error(`no unit ${unitId}`);
  return agency;
};

export const findTitle = async (db: PoolClient, provinceId: number, accountId: AccountId): Promise<string | undefined> => {
  const { rows } = await db.query<{ title: string }>({
    name: 'find-title',
    text: 'select title from motcua.account where province_id = $1 and account_id = $2',
    values: [provinceId, accountId],
  });
  return rows[0]?.title;
};
