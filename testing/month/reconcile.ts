// The month reconciled: what each desk, agency and courier sent is what was received, refused, explained by a case or still
// on its way; rows are what their events give; and the other book, piece by piece, says the same of every place.
import type { Pool } from 'pg';
import { findUnexplained } from '../custody-ledger.ts';
import { type MonthLedger, placeName } from './ledger.ts';

export type PlaceAccount = { readonly place: string; readonly sent: number; readonly received: number; readonly refused: number; readonly explained: number; readonly onTheWay: number; readonly held: number };

/** By who sent; what is lost counts as explained only with a case. */
const findAccounts = async (pool: Pool): Promise<readonly PlaceAccount[]> => {
  const { rows } = await pool.query<PlaceAccount>(
    `with under as (
       select e.record_id, max(e.sender_kind || ' ' || e.sender_id) filter (where e.kind = 'sent') as place,
         coalesce(sum(e.count) filter (where e.kind = 'sent'), 0) as sent,
         coalesce(sum(e.count) filter (where e.kind = 'received'), 0) as received, coalesce(sum(e.count) filter (where e.kind = 'refused'), 0) as refused,
         coalesce(sum(e.count) filter (where e.kind in ('taken-over', 'destroyed') or (e.kind = 'lost' and (t.dossier_id is null or exists (
           select from motcua.custody_case c where c.province_id = e.province_id and c.thing_id = e.thing_id)))), 0)
           + coalesce(sum(case when e.bound_kind is null then e.count else -e.count end) filter (where e.kind = 'corrected'), 0) as explained
       from motcua.custody_event e join motcua.custody_thing t using (province_id, thing_id) where e.record_id is not null group by e.record_id),
     way as (select t.holder_id, sum(t.count) as pieces from motcua.custody_thing t where t.holder_kind = 'transit' group by t.holder_id),
     ways as (
       select u.place, sum(u.sent) as sent, sum(u.received) as received, sum(u.refused) as refused, sum(u.explained) as explained, sum(coalesce(w.pieces, 0)) as on_the_way
       from under u left join way w on w.holder_id = u.record_id::text group by u.place),
     held as (select t.holder_kind || ' ' || t.holder_id as place, sum(t.count) as held from motcua.custody_thing t where t.holder_kind in ('desk', 'agency', 'courier') group by 1)
     select place, coalesce(sent, 0)::int as sent, coalesce(received, 0)::int as received, coalesce(refused, 0)::int as refused,
       coalesce(explained, 0)::int as explained, coalesce(on_the_way, 0)::int as "onTheWay", coalesce(held, 0)::int as held
     from ways full join held using (place) order by place`);
  return rows;
};

/** A bag and what lies in it are in the same hands. */
const findApart = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `select t.thing_id as id from motcua.custody_thing t join motcua.custody_thing b on b.province_id = t.province_id and b.thing_id = t.inside_id
     where (t.holder_kind, t.holder_id, t.bound_id) is distinct from (b.holder_kind, b.holder_id, b.bound_id)`);
  return rows.map(({ id }) => `apart from its bag: ${id}`);
};

const findMisplaced = async (pool: Pool, ledger: MonthLedger): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ kind: Parameters<typeof placeName>[0]['kind']; id: string; pieces: number }>(
    `select holder_kind as kind, case when holder_kind = 'transit' then '' else holder_id end as id, sum(count)::int as pieces
     from motcua.custody_thing where dossier_id is not null group by 1, 2`);
  const written = new Map(rows.map(({ kind, id, pieces }) => [placeName({ kind, id }), pieces]));
  const there = new Map<string, number>();
  for (const { pieces } of ledger.dossiers.values()) for (const { place } of pieces) there.set(place, (there.get(place) ?? 0) + 1);
  return [...new Set([...written.keys(), ...there.keys()])].flatMap((place) => {
    const [book, ledgerSays] = [there.get(place) ?? 0, written.get(place) ?? 0];
    return book === ledgerSays ? [] : [`${place}: ${ledgerSays} pieces in the ledger, ${book} in fact`];
  });
};

export const reconcile = async (pool: Pool, ledger: MonthLedger): Promise<{ readonly accounts: readonly PlaceAccount[]; readonly unexplained: readonly string[] }> => {
  const accounts = await findAccounts(pool);
  const unequal = accounts.flatMap(({ place, sent, received, refused, explained, onTheWay }) => {
    const left = sent - received - refused - explained - onTheWay;
    return left === 0 ? [] : [`${place}: ${left} of ${sent} sent are not explained`];
  });
  return { accounts, unexplained: [...unequal, ...await findMisplaced(pool, ledger), ...await findApart(pool), ...await findUnexplained(pool)] };
};
