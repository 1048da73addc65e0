import type { PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';

/** Whoever worked on it has nothing left to do, and who counts the bag it travels in finds it struck from the record. */
export const closeOpenWork = async (db: PoolClient, provinceId: number, dossierId: string, at: Moment, note: string): Promise<void> => {
  await db.query({
    name: 'close-open-work',
    text: `with struck as (
             update motcua.hand_over_line set result = 'rejected', note = $4
             where province_id = $1 and dossier_id = $2 and result is null)
           update motcua.dossier_step set finished_at = $3, note = $4
           where province_id = $1 and dossier_id = $2 and finished_at is null`,
    values: [provinceId, dossierId, at, note],
  });
};
