import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';

/** Chains that can touch a dossier of this desk: its own, the administrator's, and of every agency it receives for. */
const CHAINS = `
  select 'desk:' || $2::text as chain union select 'admin'
  union select 'unit:' || v.id from (
    select t.agency_unit_id as id from motcua.transfer_register t where t.province_id = $1 and t.desk_id = $2
    union select d.agency_unit_id from motcua.dossier d where d.province_id = $1 and d.desk_id = $2) a
  join motcua.unit u on u.province_id = $1 and u.unit_id = a.id
  cross join lateral (values (u.unit_id), (u.parent_unit_id)) as v (id) where v.id is not null`;

export const findHeads = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await pool.query<{ chain: string; seq: number }>({
    name: 'find-chain-heads',
    text: `select h.chain_id as chain, h.seq from motcua.journal_head h where h.province_id = $1 and h.chain_id in (${CHAINS}) order by 1`,
    values: [provinceId, deskId],
  });
  return Object.fromEntries(rows.map(({ chain, seq }) => [chain, seq]));
};

/** In the order of ids; of what is through, only what is still kept at the counter, and papers that are not given back yet. */
export const findDossiersAfter = async (
  pool: Pool, provinceId: number, deskId: DeskId, after: string | undefined, closedSince: Moment, limit: number,
): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find-dossiers-after',
    text: `select dossier_id as id from motcua.dossier
           where province_id = $1 and desk_id = $2 and ($3::uuid is null or dossier_id > $3) and (closed_at is null or closed_at >= $4 or papers_at in ('on-the-way', 'at-desk'))
           order by dossier_id limit $5`,
    values: [provinceId, deskId, after ?? null, closedSince, limit],
  });
  return rows.map(({ id }) => id);
};

export type ChainRead = { readonly chain: string; readonly seq: number; readonly dossierIds: readonly string[]; readonly isFull: boolean };

/** Of each chain the next entries, and which dossiers of this desk they are about. */
export const readChains = async (
  pool: Pool, provinceId: number, deskId: DeskId, known: Readonly<Record<string, number>>, entries: number,
): Promise<readonly ChainRead[]> => {
  const { rows } = await pool.query<ChainRead>({
    name: 'read-chains',
    text: `select k.chain, max(j.seq) as seq, count(*) = $5 as "isFull",
             coalesce(array_agg(distinct d.dossier_id) filter (where d.dossier_id is not null), '{}') as "dossierIds"
           from unnest($3::text[], $4::bigint[]) as k (chain, seq)
           cross join lateral (
             select e.seq, e.dossier_id from motcua.journal e
             where e.province_id = $1 and e.chain_id = k.chain and e.seq > k.seq order by e.seq limit $5) j
           left join motcua.dossier d on d.province_id = $1 and d.dossier_id = j.dossier_id and d.desk_id = $2
           group by k.chain order by k.chain`,
    values: [provinceId, deskId, Object.keys(known), Object.values(known), entries],
  });
  return rows;
};
