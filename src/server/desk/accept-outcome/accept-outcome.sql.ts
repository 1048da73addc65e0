import type { PoolClient } from 'pg';
import type { OutcomeLine } from '#core/dossier/accept-outcome.ts';
import type { ActContext } from '../../acts/act.ts';

/** The record is complete when every line has its result. */
export const saveAccepted = async (
  db: PoolClient, context: ActContext, handOverId: string, lines: readonly OutcomeLine[], isComplete: boolean,
): Promise<void> => {
  await db.query({
    name: 'save-accepted',
    text: `with counted as (
             select * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as c (dossier_id, result, note, state)
           ), on_record as (
             update motcua.hand_over_line l set result = c.result, note = c.note from counted c
             where l.province_id = $1 and l.hand_over_id = $2 and l.dossier_id = c.dossier_id
           ), record as (
             update motcua.hand_over set received_at = $7, received_by = $8, received_by_name = $9
             where province_id = $1 and hand_over_id = $2 and $10
           )
           update motcua.dossier d set state = c.state, revision = d.revision + 1 from counted c
           where d.province_id = $1 and d.dossier_id = c.dossier_id`,
    values: [
      context.provinceId, handOverId, lines.map((l) => l.dossierId), lines.map((l) => l.result), lines.map((l) => l.note ?? null),
      lines.map((l) => l.state), context.now, context.accountId, context.accountName, isComplete,
    ],
  });
};
