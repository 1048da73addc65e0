import type { PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';

/** Whoever worked on it has nothing left to do. */
export const closeOpenStep = async (db: PoolClient, provinceId: number, dossierId: string, at: Moment, note: string): Promise<void> => {
  await db.query({
    name: 'close-open-step',
    text: `update motcua.dossier_step set finished_at = $3, note = $4
           where province_id = $1 and dossier_id = $2 and finished_at is null`,
    values: [provinceId, dossierId, at, note],
  });
};
