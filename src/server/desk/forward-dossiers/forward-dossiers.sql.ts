import type { PoolClient } from 'pg';
import type { Thing } from '#core/custody/thing.ts';
import type { Enveloped } from '#documents/slips/hand-over-slip.ts';
import type { ForwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import type { ActContext } from '../../acts/act.ts';

/** What lies in each envelope: shown papers went back to the citizen, electronic ones weigh nothing. */
export const countPapers = async (db: PoolClient, provinceId: number, ids: readonly string[]): Promise<readonly Enveloped[]> => {
  const { rows } = await db.query<Enveloped>({
    name: 'count-papers',
    text: `select d.dossier_id as "dossierId",
             coalesce(sum(p.count) filter (where p.form = 'original'), 0)::int as original,
             coalesce(sum(p.count) filter (where p.form = 'certified-copy'), 0)::int as "certifiedCopy",
             coalesce(sum(p.count) filter (where p.form = 'plain-copy'), 0)::int as "plainCopy",
             (select i.payload->>'itemNumber' from motcua.issued_paper i
              where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1)
               as "postingNumber",
             (select i.payload->>'sealNumber' from motcua.issued_paper i
              where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1)
               as "sealNumber"
           from unnest($2::uuid[]) as d (dossier_id)
           left join motcua.dossier_paper p on p.province_id = $1 and p.dossier_id = d.dossier_id and not p.shown_only
           group by d.dossier_id`,
    values: [provinceId, ids],
  });
  return rows;
};

/** Papers that follow stand on the record in lines of their own; their dossiers are not touched. */
export const saveFollowing = async (db: PoolClient, provinceId: number, handOverId: string, papers: readonly Thing[]): Promise<void> => {
  await db.query({
    name: 'save-following',
    text: `insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count, follows)
           select $1, $2, p.dossier_id, sum(p.count), true from unnest($3::uuid[], $4::int[]) as p (dossier_id, count) group by p.dossier_id`,
    values: [provinceId, handOverId, papers.map(({ dossierId }) => dossierId), papers.map(({ kind, count }) => (kind === 'envelope' ? 0 : count))],
  });
};

export const saveForwarded = async (
  db: PoolClient, context: ActContext, command: ForwardDossiersCommand, recordNumber: string,
): Promise<ReadonlyMap<string, number>> => {
  const ids = command.dossiers.map((line) => line.dossierId);
  const { rows } = await db.query<{ id: string; revision: number }>({
    name: 'save-forwarded',
    text: `with record as (
             insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
             values ($1, $2, 'to-agency', $3, $4, $5, $6, $7, $8)
           ), lines as (
             insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count)
             select $1, $2, l.dossier_id, l.paper_count from unnest($9::uuid[], $10::smallint[]) as l (dossier_id, paper_count)
           )
           update motcua.dossier set state = 'handed-over', revision = revision + 1
           where province_id = $1 and dossier_id = any($9::uuid[])
           returning dossier_id as id, revision`,
    values: [
      context.provinceId, command.handOverId, command.deskId, command.agencyUnitId, recordNumber, context.now, context.accountId,
      context.accountName, ids, command.dossiers.map((line) => line.paperCount),
    ],
  });
  return new Map(rows.map((row) => [row.id, row.revision]));
};
