import type { Pool, PoolClient } from 'pg';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { PlainDate } from '#core/kernel/moment.ts';

export type OfficerRow = {
  readonly accountId: AccountId;
  readonly fullName: string;
  readonly title: string;
  readonly pinHash: string | null;
};

/** Only a commune officer assigned to this very desk, today. */
export const findOfficerAtDesk = async (
  pool: Pool, provinceId: number, deskId: DeskId,
  name: { readonly accountId: AccountId } | { readonly login: string }, today: PlainDate,
): Promise<OfficerRow | undefined> => {
  const { rows } = await pool.query<OfficerRow>({
    name: 'find-officer-at-desk',
    text: `select a.account_id as "accountId", a.full_name as "fullName", a.title, a.pin_hash as "pinHash"
           from motcua.account a
           where a.province_id = $1 and a.disabled_at is null
             and (a.account_id = $3::uuid or a.login = $4)
             and exists (
               select 1 from motcua.assignment g
               where g.province_id = $1 and g.account_id = a.account_id and g.desk_id = $2 and g.role = 'commune-officer'
                 and g.valid_from <= $5 and (g.valid_to is null or g.valid_to > $5))`,
    values: [provinceId, deskId, 'accountId' in name ? name.accountId : null, 'login' in name ? name.login : null, today],
  });
  return rows[0];
};

export const updatePresence = async (
  db: PoolClient, provinceId: number, tokenHash: Buffer, presence: { readonly officerId: AccountId; readonly until: number } | null,
): Promise<void> => {
  await db.query({
    name: 'update-presence',
    text: `update motcua.sign_in_session set present_officer_id = $3, present_until = to_timestamp($4::float8 / 1000)
           where province_id = $1 and token_hash = $2`,
    values: [provinceId, tokenHash, presence?.officerId ?? null, presence?.until ?? null],
  });
};
