import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';

export type AccountLine = {
  readonly accountId: string; readonly login: string; readonly fullName: string; readonly title: string;
  readonly roles: readonly string[]; readonly mustChangePassword: boolean; readonly disabled: boolean;
};

export const listAccounts = async (pool: Pool, provinceId: number): Promise<readonly AccountLine[]> => {
  const { rows } = await pool.query<AccountLine>(
    `select a.account_id as "accountId", a.login, a.full_name as "fullName", a.title,
            a.must_change_password as "mustChangePassword", a.disabled_at is not null as disabled,
            array(select s.role || '@' || coalesce(s.desk_id, s.unit_id) from motcua.assignment s
                  where s.province_id = a.province_id and s.account_id = a.account_id order by s.assignment_no) as roles
     from motcua.account a where a.province_id = $1 order by a.login`,
    [provinceId],
  );
  return rows;
};

/** Subjects are keyed hashes: whose they are is known only to who knows the key. */
export const listLocked = async (pool: Pool, provinceId: number): Promise<ReadonlyMap<string, Moment>> => {
  const { rows } = await pool.query<{ subject: string; until: Moment }>(
    `select encode(substring(subject_hash for 16), 'hex') as subject, max(locked_until) as until
     from motcua.guess_limit where province_id = $1 and locked_until > now() group by 1`,
    [provinceId],
  );
  return new Map(rows.map((row) => [row.subject, row.until]));
};

export type NewAccount = {
  readonly accountId: string; readonly login: string; readonly fullName: string; readonly title: string;
  readonly passwordHash: string; readonly role: string; readonly unitId: string; readonly deskId: string | undefined;
};

export const insertAccount = async (db: PoolClient, provinceId: number, account: NewAccount): Promise<void> => {
  await db.query(
    `with made as (
       insert into motcua.account (province_id, account_id, login, full_name, title, password_hash, must_change_password)
       values ($1, $2, $3, $4, $5, $6, true)
     )
     insert into motcua.assignment (province_id, account_id, assignment_no, role, unit_id, desk_id, valid_from)
     select $1, $2, 1, $7, $8, $9, (now() + clock_offset_seconds * interval '1 second')::date from motcua.world where province_id = $1`,
    [provinceId, account.accountId, account.login, account.fullName, account.title, account.passwordHash, account.role, account.unitId, account.deskId ?? null],
  );
};

export const findAccountId = async (db: PoolClient, provinceId: number, login: string): Promise<string | undefined> => {
  const { rows } = await db.query<{ account_id: string }>(
    'select account_id from motcua.account where province_id = $1 and login = $2',
    [provinceId, login],
  );
  return rows[0]?.account_id;
};

export const forgetGuesses = async (db: PoolClient, provinceId: number, subjects: readonly Buffer[]): Promise<void> => {
  await db.query('delete from motcua.guess_limit where province_id = $1 and substring(subject_hash for 16) = any($2::bytea[])', [provinceId, subjects]);
};

/** Every session of this person ends with the old password. */
export const setPassword = async (db: PoolClient, provinceId: number, accountId: string, passwordHash: string): Promise<void> => {
  await db.query(
    `with ended as (delete from motcua.sign_in_session where province_id = $1 and account_id = $2)
     update motcua.account set password_hash = $3, must_change_password = true where province_id = $1 and account_id = $2`,
    [provinceId, accountId, passwordHash],
  );
};
