// Read-only views for the administrator and the steering committee.
import type { Pool } from 'pg';
import type { z } from 'zod';
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { accountsView, journalOverview, TransferRegisterQuery, transferRegisterView } from '#wire/admin.wire.ts';

type Accounts = z.infer<typeof accountsView>['accounts'];
type Entries = z.infer<typeof transferRegisterView>['entries'];
type Found = z.infer<typeof transferRegisterView>['found'];

const PAGE = 200;

export const listAccounts = async (pool: Pool, provinceId: number): Promise<Accounts> => {
  const { rows } = await pool.query<Accounts[number]>(
    `select a.account_id as "accountId", a.login, a.full_name as "fullName", a.title, a.must_change_password as "mustChangePassword",
       a.disabled_at is not null as disabled,
       coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'unitName', u.name, 'deskName', d.short_name, 'validFrom', s.valid_from, 'validTo', s.valid_to)
         order by s.assignment_no) filter (where s.role is not null), '[]') as assignments
     from motcua.account a
     left join motcua.assignment s on s.province_id = a.province_id and s.account_id = a.account_id
     left join motcua.unit u on u.province_id = s.province_id and u.unit_id = s.unit_id
     left join motcua.desk d on d.province_id = s.province_id and d.desk_id = s.desk_id
     where a.province_id = $1
     group by a.province_id, a.account_id
     order by a.login
     limit 2000`,
    [provinceId],
  );
  return rows;
};

/** Letters with their marks, great and small, and the same without: the database folds as the screens do, whatever its locale makes of lower(). */
const MARKED = [...'aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ'].flatMap((letter) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (letter + tone).normalize('NFC')).filter((one) => one.length === 1));
const FROM = MARKED.join('');
const TO = MARKED.map((letter) => foldVietnamese(letter)).join('');

const FOUND = `
  select t.desk_id, d.name as "deskName", t.procedure_code as "procedureCode", coalesce(p.name, t.procedure_code) as "procedureName",
    u.name as "agencyName", t.mode, t.valid_from as "validFrom", t.valid_to as "validTo", t.decision, t.delegation,
    t.desk_id || '/' || t.procedure_code || '/' || t.valid_from as cursor
  from motcua.transfer_register t
  join motcua.desk d on d.province_id = t.province_id and d.desk_id = t.desk_id
  join motcua.unit u on u.province_id = t.province_id and u.unit_id = t.agency_unit_id
  left join lateral (select name from motcua.procedure_version v where v.province_id = t.province_id
    and v.procedure_code = t.procedure_code order by version desc limit 1) p on true
  where t.province_id = $1 and ($2::text is null or d.name = $2) and ($3::text is null or t.mode = $3)
    and translate(lower(concat_ws(' ', d.name, t.procedure_code, p.name, u.name, t.decision, t.delegation)), $5, $6) like all ($4::text[])`;

/** Each word of the question, as a part of some text. */
const patternsOf = (query: string | undefined): readonly string[] =>
  foldVietnamese(query ?? '').split(' ').filter((word) => word !== '').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

export const listTransferRegister = async (
  pool: Pool, provinceId: number, { after, q, desk, mode }: TransferRegisterQuery,
): Promise<z.infer<typeof transferRegisterView>> => {
  const asked = [provinceId, desk ?? null, mode ?? null, patternsOf(q), FROM, TO];
  const [page, totals, names] = await Promise.all([
    pool.query<Entries[number] & { cursor: string }>(
      `select * from (${FOUND}) f where $7::text is null or f.cursor > $7 order by f.cursor limit $8`, [...asked, after ?? null, PAGE + 1]),
    pool.query<Found>(
      `with f as (${FOUND}),
       desks as (select desk_id, "deskName" as name, count(*)::int as rows, case when min(decision) = max(decision) then min(decision) end as decision
         from f group by desk_id, "deskName")
       select (select count(*)::int from f) as rows, (select count(distinct "procedureCode")::int from f) as procedures,
         (select count(distinct "agencyName")::int from f) as agencies,
         coalesce((select jsonb_agg(jsonb_build_object('name', name, 'rows', rows, 'decision', decision) order by desk_id) from desks), '[]') as desks`, asked),
    pool.query<{ name: string }>(
      `select name from motcua.desk d where d.province_id = $1 and exists (select from motcua.transfer_register t where t.province_id = $1 and t.desk_id = d.desk_id)
       order by d.desk_id`, [provinceId]),
  ]);
  const entries = page.rows.slice(0, PAGE);
  return {
    entries, next: page.rows.length > PAGE ? (entries.at(-1)?.cursor ?? null) : null,
    found: totals.rows[0] ?? { rows: 0, procedures: 0, agencies: 0, desks: [] }, deskNames: names.rows.map(({ name }) => name),
  };
};

export const overviewOfJournal = async (pool: Pool, provinceId: number): Promise<z.infer<typeof journalOverview>> => {
  const [heads, checkpoints] = await Promise.all([
    pool.query<{ chainId: string; keeper: string | null; entries: number }>(
      `select h.chain_id as "chainId", coalesce(d.name, u.name) as keeper, h.seq::int as entries
       from motcua.journal_head h
       left join motcua.desk d on d.province_id = h.province_id and 'desk:' || d.desk_id = h.chain_id
       left join motcua.unit u on u.province_id = h.province_id and 'unit:' || u.unit_id = h.chain_id
       where h.province_id = $1 order by h.seq desc, h.chain_id limit 500`, [provinceId]),
    pool.query<{ number: number; madeAt: Moment }>(
      `select checkpoint_no::int as number, made_at as "madeAt" from motcua.journal_checkpoint
       where province_id = $1 order by checkpoint_no desc limit 1`, [provinceId]),
  ]);
  return { chains: heads.rows, checkpoint: checkpoints.rows[0] ?? null };
};
