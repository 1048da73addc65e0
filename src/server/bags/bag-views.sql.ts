// Lists of bags and of what waits for one; each within what this side may see.
import type { Pool } from 'pg';
import { bagStands } from '#core/custody/bag.ts';
import { FOLLOWED_IN } from '#core/custody/papers-after.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { BagDossier, BagLine, BagRow } from '#wire/bags.wire.ts';
import { PIECES, goingOut, inScope, scopeValues } from './bag-content.sql.ts';
import { type BagScope, ofSide, placesOf } from './bag.sql.ts';

const MOST_LISTED = 300;
const MOST_RECEIVED = 20;

const FOLLOWED = `('${FOLLOWED_IN.join("', '")}')`;
const OWNER = `coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName')`;
const POSTING = `(select i.payload->>'itemNumber' from motcua.issued_paper i
  where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1)`;

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };

type RawBag = Nullable<Omit<BagRow, 'stands'>> & { readonly givenUpAt: Moment | null };
const BAG_COLUMNS = `
  b.bag_id as "bagId", b.label, b.direction, b.desk_id as "deskId", k.name as "deskName", b.agency_unit_id as "agencyUnitId", u.name as "agencyName",
  b.opened_at as "openedAt", b.opened_by_name as "openedByName", b.seal_number as "sealNumber", b.closed_at as "closedAt",
  b.hand_over_id as "handOverId", h.record_number as "recordNumber", h.sent_at as "sentAt", h.sent_by_name as "sentByName", h.signed_by as "signedBy", h.signature_file as "signatureFile", h.transit_due::text as "transitDue",
  b.received_at as "receivedAt", b.received_by_name as "receivedByName", b.seal_broken as "sealBroken", b.seal_note as "sealNote", b.lost_at as "lostAt", b.lost_by_name as "lostByName", b.given_up_at as "givenUpAt",
  (select c.case_id from motcua.custody_case c where c.province_id = $1 and c.thing_id = b.bag_id and c.kind in ('bag-lost', 'seal-broken') order by c.opened_at desc limit 1) as "caseId",
  case when b.hand_over_id is null
    then (select count(distinct t.dossier_id) from motcua.custody_thing t where t.province_id = $1 and t.inside_id = b.bag_id)
    else (select count(*) from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = b.hand_over_id) end::int as "dossierCount",
  case when b.direction = 'to-desk' then 0 when b.hand_over_id is null
    then (select count(distinct t.dossier_id) from motcua.custody_thing t join motcua.dossier f on f.province_id = $1 and f.dossier_id = t.dossier_id
      where t.province_id = $1 and t.inside_id = b.bag_id and f.state in ${FOLLOWED})
    else (select count(*) from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = b.hand_over_id and l.follows) end::int as "followCount"`;
const FROM_BAG = `motcua.bag b
  join motcua.desk k on k.province_id = $1 and k.desk_id = b.desk_id
  join motcua.unit u on u.province_id = $1 and u.unit_id = b.agency_unit_id
  left join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = b.hand_over_id`;

const bagOf = (raw: RawBag): BagRow => {
  const { receivedAt, receivedByName, lostAt, givenUpAt, ...row } = present(raw);
  const lost = lostAt && { lost: { at: lostAt, byName: row.lostByName ?? '', givenUp: givenUpAt !== undefined } };
  const stands = bagStands({ closedAt: row.closedAt, sentAt: row.sentAt, ...lost, ...(receivedAt && { received: { at: receivedAt, byName: receivedByName ?? '' } }) });
  return { ...row, receivedAt, receivedByName, lostAt, stands };
};

export const findBags = async (pool: Pool, provinceId: number, scope: BagScope, which: 'open' | 'received'): Promise<readonly BagRow[]> => {
  const { rows } = await pool.query<RawBag>({
    name: `find-bags-${scope.side}-${which}`,
    text: `select ${BAG_COLUMNS} from ${FROM_BAG} where b.province_id = $1 and ${ofSide(scope, '$2')} and b.received_at is ${which === 'open' ? '' : 'not '}null${which === 'open' ? ' and b.given_up_at is null' : ''}
           order by ${which === 'open' ? 'b.opened_at' : 'b.received_at desc, b.label desc'}, b.bag_id limit ${which === 'open' ? MOST_LISTED : MOST_RECEIVED}`,
    values: [provinceId, placesOf(scope)],
  });
  return rows.map(bagOf);
};

export const findBag = async (pool: Pool, provinceId: number, scope: BagScope, by: { readonly bagId: string } | { readonly label: string }): Promise<BagRow | undefined> => {
  const [column, value] = 'bagId' in by ? ['bag_id', by.bagId] : ['label', by.label];
  const { rows: [row] } = await pool.query<RawBag>({
    name: `find-bag-${scope.side}-${column}`,
    text: `select ${BAG_COLUMNS} from ${FROM_BAG} where b.province_id = $1 and b.${column} = $3 and ${ofSide(scope, '$2')}`,
    values: [provinceId, placesOf(scope), value],
  });
  return row && bagOf(row);
};

export type WaitingRow = BagDossier & { readonly deskId: DeskId; readonly deskName: string; readonly agencyUnitId: UnitId; readonly agencyName: string };

/** Paper that may go out and lies in no bag. */
export const findWaiting = async (pool: Pool, provinceId: number, scope: BagScope): Promise<readonly WaitingRow[]> => {
  const { states, kinds } = goingOut(scope);
  const { rows } = await pool.query<Nullable<WaitingRow>>({
    name: `find-waiting-for-bags-${scope.side}`,
    text: `select d.dossier_id as "dossierId", d.code, ${OWNER} as "ownerName", d.procedure_name as "procedureName", d.desk_id as "deskId", k.name as "deskName",
             d.agency_unit_id as "agencyUnitId", u.name as "agencyName", p.pieces, ${POSTING} as "postingNumber", d.revision
           from motcua.dossier d
           join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           cross join lateral (
             select sum(t.count)::int as pieces from motcua.custody_thing t
             where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind = any($3::text[])
               and (t.inside_id is null or exists (
                 select from motcua.custody_thing e where e.province_id = $1 and e.thing_id = t.inside_id and e.kind = 'envelope' and e.inside_id is null))
               and t.holder_kind = '${scope.side}' and t.holder_id = ${scope.side === 'desk' ? 'd.desk_id' : 'd.agency_unit_id'}) p
           where d.province_id = $1 and d.state = any($2::text[]) and d.closed_at is null and ${inScope(scope, 4)} and p.pieces > 0
           order by u.name, k.name, d.code limit ${MOST_LISTED}`,
    values: [provinceId, states, kinds, ...scopeValues(scope)],
  });
  return rows.map((row) => present(row));
};

/** What lies in a bag that is here; of one that was sent, what its record lists. */
export const findBagLines = async (pool: Pool, provinceId: number, scope: BagScope, bag: Pick<BagRow, 'bagId' | 'handOverId'>): Promise<readonly BagLine[]> => {
  const { rows } = await pool.query<Nullable<BagLine>>({
    name: `find-bag-lines-${scope.side}-${bag.handOverId === undefined ? 'packed' : 'sent'}`,
    text: `select d.dossier_id as "dossierId", d.code, ${OWNER} as "ownerName", d.procedure_name as "procedureName", c.pieces, c.counted, nullif(c.follows, false) as follows, ${POSTING} as "postingNumber",
             coalesce((select json_agg(json_build_object('lineNo', p.line_no, 'name', p.name, 'count', p.count) order by p.line_no)
               from motcua.dossier_paper p where p.province_id = $1 and p.dossier_id = d.dossier_id and not p.shown_only and p.form <> 'e-copy' and exists (
                 select from motcua.custody_thing t where t.province_id = $1 and t.dossier_id = d.dossier_id and p.line_no = any(t.lines) and (t.inside_id = $2 or exists (
                   select from motcua.custody_thing e where e.province_id = $1 and e.thing_id = t.inside_id and e.inside_id = $2)))), '[]') as papers
           from ${bag.handOverId === undefined
    ? `(select t.dossier_id, sum(${PIECES})::int as pieces, null::text as counted, ${scope.side === 'desk' ? `max(p.state) in ${FOLLOWED}` : 'false'} as follows
       from motcua.custody_thing t join motcua.dossier p on p.province_id = $1 and p.dossier_id = t.dossier_id
       where t.province_id = $1 and t.inside_id = $2 and $3::uuid is null group by t.dossier_id) c`
    : `(select l.dossier_id, l.paper_count::int as pieces, l.result as counted, l.follows from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = $3) c`}
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id and ${inScope(scope, 4)}
           order by d.code`,
    values: [provinceId, bag.bagId, bag.handOverId ?? null, ...scopeValues(scope)],
  });
  return rows.map((row) => present(row));
};

