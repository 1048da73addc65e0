// Sessions, accounts and presence. Times here are real time, in milliseconds.
import type { Pool, PoolClient } from 'pg';
import type { AccountId, DeskId, Role, UnitId } from '#core/organisation/organisation.ts';
import type { PlainDate } from '#core/kernel/moment.ts';

export type AccountSecrets = {
  readonly accountId: AccountId;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
};

export const findAccountByLogin = async (
  pool: Pool, provinceId: number, login: string,
): Promise<AccountSecrets | undefined> => {
  const { rows } = await pool.query<AccountSecrets>({
    name: 'find-account-by-login',
    text: `select account_id as "accountId", password_hash as "passwordHash", must_change_password as "mustChangePassword"
           from motcua.account where province_id = $1 and login = $2 and disabled_at is null`,
    values: [provinceId, login],
  });
  return rows[0];
};

export const findPasswordHash = async (pool: Pool, provinceId: number, accountId: AccountId): Promise<string | undefined> => {
  const { rows } = await pool.query<{ hash: string }>({
    name: 'find-password-hash',
    text: 'select password_hash as hash from motcua.account where province_id = $1 and account_id = $2',
    values: [provinceId, accountId],
  });
  return rows[0]?.hash;
};

/** 'desk:ky-bac', 'unit:so-tu-phap', or 'nowhere' for an account that has no place yet. */
export const findWorkplace = async (db: PoolClient, provinceId: number, accountId: AccountId): Promise<string> => {
  const { rows } = await db.query<{ place: string }>({
    name: 'find-workplace',
    text: `select coalesce('desk:' || desk_id, 'unit:' || unit_id) as place from motcua.assignment
           where province_id = $1 and account_id = $2 order by valid_to desc nulls first, assignment_no limit 1`,
    values: [provinceId, accountId],
  });
  return rows[0]?.place ?? 'nowhere';
};

export const insertSession = async (
  pool: Pool | PoolClient, provinceId: number,
  session: { readonly tokenHash: Buffer; readonly accountId: AccountId; readonly csrfToken: string; readonly now: number; readonly expiresAt: number },
): Promise<void> => {
  await pool.query({
    name: 'insert-session',
    text: `insert into motcua.sign_in_session (province_id, token_hash, account_id, csrf_token, created_at, last_seen_at, expires_at)
           values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000))`,
    values: [provinceId, session.tokenHash, session.accountId, session.csrfToken, session.now, session.expiresAt],
  });
};

export const deleteSession = async (pool: Pool | PoolClient, provinceId: number, tokenHash: Buffer): Promise<void> => {
  await pool.query({
    name: 'delete-session',
    text: 'delete from motcua.sign_in_session where province_id = $1 and token_hash = $2',
    values: [provinceId, tokenHash],
  });
};

export const deleteDeadSessions = async (pool: Pool, provinceId: number, now: number, idleBefore: number): Promise<void> => {
  await pool.query({
    name: 'delete-dead-sessions',
    text: `delete from motcua.sign_in_session where province_id = $1
           and (expires_at <= to_timestamp($2::float8 / 1000) or last_seen_at <= to_timestamp($3::float8 / 1000))`,
    values: [provinceId, now, idleBefore],
  });
};

/** Sets the new password and ends every other session of this person. */
export const updatePassword = async (
  pool: Pool, provinceId: number, accountId: AccountId, passwordHash: string, keepTokenHash: Buffer,
): Promise<void> => {
  await pool.query({
    name: 'update-password',
    text: `with others as (
             delete from motcua.sign_in_session where province_id = $1 and account_id = $2 and token_hash <> $4
           )
           update motcua.account set password_hash = $3, must_change_password = false
           where province_id = $1 and account_id = $2`,
    values: [provinceId, accountId, passwordHash, keepTokenHash],
  });
};

export type SessionRow = {
  readonly csrfToken: string;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly accountId: AccountId;
  readonly login: string;
  readonly fullName: string;
  readonly title: string;
  readonly mustChangePassword: boolean;
  readonly presentOfficerId: AccountId | null;
  readonly presentOfficerName: string | null;
  readonly presentOfficerTitle: string | null;
  readonly presentUntil: number | null;
  readonly assignments: readonly {
    readonly role: Role;
    readonly unitId: UnitId;
    readonly deskId: DeskId | null;
    readonly signingPrefix: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | '' | null;
    readonly signingTitle: string | null;
    readonly validFrom: PlainDate;
    readonly validTo: PlainDate | null;
  }[];
};

/**
 * The session with everything a request asks about its person, in one round trip. The officer beside the clerk is
 * there only while she serves the clerk's desk: an assignment that ends, of either of them, ends the presence.
 */
export const findSession = async (
  pool: Pool, provinceId: number, tokenHash: Buffer, today: PlainDate,
): Promise<SessionRow | undefined> => {
  const { rows } = await pool.query<SessionRow>({
    name: 'find-session',
    text: `
      select s.csrf_token as "csrfToken",
        (extract(epoch from s.last_seen_at) * 1000)::float8 as "lastSeenAt",
        (extract(epoch from s.expires_at) * 1000)::float8 as "expiresAt",
        a.account_id as "accountId", a.login, a.full_name as "fullName", a.title,
        a.must_change_password as "mustChangePassword",
        o.account_id as "presentOfficerId", o.full_name as "presentOfficerName", o.title as "presentOfficerTitle",
        (extract(epoch from s.present_until) * 1000)::float8 as "presentUntil",
        coalesce((
          select jsonb_agg(jsonb_build_object(
              'role', g.role, 'unitId', g.unit_id, 'deskId', g.desk_id,
              'signingPrefix', g.signing_prefix, 'signingTitle', g.signing_title,
              'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.assignment_no)
          from motcua.assignment g
          where g.province_id = $1 and g.account_id = a.account_id
            and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3)
        ), '[]'::jsonb) as assignments
      from motcua.sign_in_session s
      join motcua.account a on a.province_id = $1 and a.account_id = s.account_id and a.disabled_at is null
      left join motcua.account o on o.province_id = $1 and o.account_id = s.present_officer_id and o.disabled_at is null
        and exists (
          select from motcua.assignment h
          where h.province_id = $1 and h.account_id = o.account_id and h.role = 'commune-officer'
            and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
            and h.desk_id = (
              select c.desk_id from motcua.assignment c
              where c.province_id = $1 and c.account_id = a.account_id and c.desk_id is not null
                and c.valid_from <= $3 and (c.valid_to is null or c.valid_to > $3)
              order by c.assignment_no limit 1))
      where s.province_id = $1 and s.token_hash = $2`,
    values: [provinceId, tokenHash, today],
  });
  return rows[0];
};

export const touchSession = async (pool: Pool, provinceId: number, tokenHash: Buffer, now: number): Promise<void> => {
  await pool.query({
    name: 'touch-session',
    text: `update motcua.sign_in_session set last_seen_at = to_timestamp($3::float8 / 1000)
           where province_id = $1 and token_hash = $2`,
    values: [provinceId, tokenHash, now],
  });
};
