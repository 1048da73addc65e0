// A province's years of dossiers, written straight into the tables: spread over desks, agencies, names and states.
import type { Pool } from '#server/db/pool.ts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phan', 'Võ', 'Hồ', 'Đặng', 'Bùi', 'Dương', 'Hoàng', 'Phạm', 'Trương'];
const MIDDLE = ['Văn', 'Thị', 'Đình', 'Hữu', 'Thị Mai', 'Xuân', 'Quốc', 'Thị Hồng', 'Đức', 'Ngọc', 'Trọng', 'Thị Thu'];
const GIVEN = ['Sen', 'Lúa', 'Trúc', 'Bưởi', 'Đào', 'Hường', 'Nghệ', 'Lài', 'Quýt', 'Sim', 'Muối', 'Thác', 'Suối', 'Mây', 'Sương', 'Trăng', 'Én', 'Yến', 'Sáo', 'Cầu', 'Đò', 'Lưới', 'Buồm', 'Sóng', 'Ổi', 'Mận', 'Khế', 'Dừa', 'Tre', 'Nứa'];
const fold = (words: readonly string[]): string[] => words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd'));

/** Grows with time, as the identifiers made at the desks do. */
const idOf = (no: string): string => `('019a0000-0000-7000-8000-' || lpad(to_hex(${no}), 12, '0'))::uuid`;

/** Rows from..to (exclusive); indexes that are no constraint are made anew after the load, checks of references rest meanwhile. */
export const loadManyDossiers = async (owner: Pool, from: number, to: number): Promise<void> => {
  const { rows: definitions } = await owner.query<{ name: string; indexdef: string }>(
    `select i.indexname as name, i.indexdef from pg_indexes i
     where i.schemaname = 'motcua' and i.tablename = 'dossier'
       and not exists (select from pg_constraint c where c.conrelid = 'motcua.dossier'::regclass and c.conname = i.indexname)`);
  for (const { name } of definitions) await owner.query(`drop index motcua.${name}`);
  await owner.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
  // nothing is read back from this load after a crash: the disk is not waited for
  for (const rest of ['fsync = off', 'full_page_writes = off', "max_wal_size = '4GB'"]) await owner.query(`alter system set ${rest}`);
  await owner.query('select pg_reload_conf()');
  const CHUNK = 100_000;
  for (let first = from; first < to; first += CHUNK) {
    await owner.query(
      `with place as (
         select d.desk_id, d.receiving_unit_id, t.agency_unit_id, t.procedure_code, p.name as procedure_name, p.version, u.agency_code_2025 as agency,
           row_number() over (order by d.desk_id, t.procedure_code) - 1 as no, count(*) over () as places
         from motcua.desk d
         join motcua.unit u on u.province_id = d.province_id and u.unit_id = d.receiving_unit_id
         join motcua.transfer_register t on t.province_id = d.province_id and t.desk_id = d.desk_id
         join motcua.procedure_version p on p.province_id = d.province_id and p.procedure_code = t.procedure_code and p.valid_to is null
         where d.province_id = 42
       ), numbered as (
         select i, place.*, '2026-11-20T09:00:00+07:00'::timestamptz - make_interval(mins => (i % 1000000)::int) as at,
           1 + abs(hashint8(i)::bigint) % 12 as a, 1 + abs(hashint8(i + 7919)::bigint) % 12 as b, 1 + abs(hashint8(i + 104729)::bigint) % 30 as c, abs(hashint8(i + 1299709)::bigint) % 1000 as lot
         from generate_series($1::bigint, $2::bigint - 1) i
         join place on place.no = (i * 31) % place.places
       )
       insert into motcua.dossier (province_id, dossier_id, code, procedure_code, procedure_version, procedure_name, case_id, channel, regime, mode, desk_id,
         receiving_unit_id, agency_unit_id, parties, answers, return_wish, set_count, receiver_id, receiver_name, state, revision, received_at, recorded_at,
         due_at, calendar_version, closed_at, names_folded, identity_numbers)
       select 42, ${idOf('i')}, agency || '-' || to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || lpad(i::text, 7, '0'), procedure_code, version, procedure_name, 'chung', 'counter', 'one-stop', 'support', desk_id,
         receiving_unit_id, agency_unit_id,
         jsonb_build_object('applicant', jsonb_build_object('fullName', ($3::text[])[a] || ' ' || ($4::text[])[b] || ' ' || ($5::text[])[c],
           'identity', jsonb_build_object('kind', 'identity-card-2024', 'number', '042' || lpad(i::text, 9, '0')), 'phone', '0912' || lpad((i % 1000000)::text, 6, '0'),
           'address', jsonb_build_object('line', 'thôn ' || (i % 20), 'communeName', 'xã mẫu', 'provinceName', 'tỉnh Hà Tĩnh'))),
         '{}', jsonb_build_object('kind', 'at-desk', 'deskId', desk_id), 1, md5('r')::uuid, 'Người tiếp nhận mẫu',
         case when lot < 960 then 'returned' when lot < 968 then 'handed-over' when lot < 985 then 'in-process' when lot < 990 then 'supplement-asked' when lot < 995 then 'outcome-recorded' else 'ready-to-return' end,
         3, at, at, at + interval '5 days', 'hatinh@1', case when lot < 960 then at + interval '4 days' end,
         ($6::text[])[a] || ' ' || ($7::text[])[b] || ' ' || ($8::text[])[c], array['042' || lpad(i::text, 9, '0')]
       from numbered`,
      [first, Math.min(first + CHUNK, to), FAMILY, MIDDLE, GIVEN, fold(FAMILY), fold(MIDDLE), fold(GIVEN)],
    );
  }
  for (const { indexdef } of definitions) await owner.query(indexdef);
  await owner.query('vacuum analyze motcua.dossier');
  await owner.query('set session_replication_role = default');
  for (const name of ['fsync', 'full_page_writes', 'max_wal_size']) await owner.query(`alter system reset ${name}`);
  await owner.query('select pg_reload_conf()');
};

export const codeOf = async (pool: Pool, i: number): Promise<string> => {
  const { rows } = await pool.query<{ code: string }>(`select code from motcua.dossier where province_id = 42 and dossier_id = ${idOf('$1::bigint')}`, [i]);
  return rows[0]?.code ?? '';
};
