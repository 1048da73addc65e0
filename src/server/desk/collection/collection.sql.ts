// Outcomes that lie at the desk as papers and wait for the citizen: since when, invited on which days, and whether
// somebody is bringing them home.
import type { Pool, PoolClient } from 'pg';
import type { CollectionFacts } from '#core/dossier/collection.ts';
import type { DossierId, ReturnWish } from '#core/dossier/dossier.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../../acts/act.ts';

const MOST_LISTED = 300;

type Row = {
  readonly dossierId: DossierId; readonly code: string; readonly revision: number; readonly procedureName: string; readonly applicantName: string;
  readonly phone: string | null; readonly dueAt: Moment | null; readonly since: Moment; readonly invitedOn: readonly PlainDate[] | null;
  readonly wish: ReturnWish['kind']; readonly isUnderWay: boolean; readonly cameBack: boolean;
};
export type CollectionRow = Omit<Row, 'invitedOn' | 'wish' | 'isUnderWay' | 'cameBack' | 'dueAt' | 'phone'> & {
  readonly phone?: string; readonly dueAt?: Moment; readonly facts: CollectionFacts;
};

const rowOf = ({ invitedOn, wish, isUnderWay, cameBack, dueAt, phone, ...row }: Row): CollectionRow => ({
  ...row, ...(phone !== null && { phone }), ...(dueAt !== null && { dueAt }),
  facts: {
    readyOn: dateOf(row.since), ...(dueAt !== null && { dueOn: dateOf(dueAt) }), invitedOn: invitedOn ?? [], wish,
    shipment: isUnderWay ? 'under-way' : cameBack ? 'came-back' : 'none',
  },
});

const SELECT = `
  select d.dossier_id as "dossierId", d.code, d.revision, d.procedure_name as "procedureName", d.parties->'applicant'->>'fullName' as "applicantName",
    coalesce(d.parties->'applicant'->>'phone', d.parties->'owner'->>'phone') as phone, d.due_at as "dueAt", lies.since,
    d.return_wish->>'kind' as wish, coalesce(sent.under_way, false) as "isUnderWay", coalesce(sent.back, false) as "cameBack",
    (select json_agg(i.invited_on::text order by i.invited_on) from motcua.invitation i
     where i.province_id = $1 and i.dossier_id = d.dossier_id and i.invited_at >= lies.since) as "invitedOn"
  from motcua.dossier d
  join lateral (
    select max(t.since) as since from motcua.custody_thing t
    where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind = 'outcome' and t.holder_kind = 'desk' and t.holder_id = $2 and t.inside_id is null
    having count(*) > 0) lies on true
  left join lateral (
    select bool_or(o.state not in ('refused', 'cancelled') and coalesce(o.status, '') not in ('returned', 'cancelled', 'lost') and h.counted_back_at is null) as under_way,
      bool_or(o.status = 'returned' or h.counted_back_at is not null) as back
    from motcua.shipment_dossier s join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
    join motcua.shipment h on h.province_id = $1 and h.shipment_id = s.shipment_id
    where s.province_id = $1 and s.dossier_id = d.dossier_id) sent on true
  where d.province_id = $1 and d.desk_id = $2 and d.state = 'ready-to-return' and d.closed_at is null`;

/** The longest awaited first. */
export const findWaiting = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly CollectionRow[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-waiting-outcomes', text: `${SELECT} order by d.due_at, d.code limit ${MOST_LISTED}`, values: [provinceId, deskId],
  });
  return rows.map(rowOf);
};

export const findCollection = async (db: PoolClient, provinceId: number, deskId: DeskId, dossierId: string): Promise<CollectionFacts | undefined> => {
  const { rows } = await db.query<Row>({ name: 'find-collection', text: `${SELECT} and d.dossier_id = $3`, values: [provinceId, deskId, dossierId] });
  return rows[0] && rowOf(rows[0]).facts;
};

export const insertInvitation = async (
  db: PoolClient, { provinceId, now }: Pick<ActContext, 'provinceId' | 'now'>, dossierId: string,
  made: { readonly paperId: string; readonly round: number; readonly number: string; readonly by: { readonly accountId: string; readonly name: string } },
): Promise<void> => {
  await db.query({
    name: 'insert-invitation',
    text: `insert into motcua.invitation (province_id, dossier_id, paper_id, round_no, invited_on, invited_at, number, by_account, by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [provinceId, dossierId, made.paperId, made.round, dateOf(now), now, made.number, made.by.accountId, made.by.name],
  });
};
