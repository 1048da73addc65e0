import type { Pool, PoolClient } from 'pg';
import type { ReturnWish } from '#core/dossier/dossier.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { ListedRow } from '#wire/answers/dossier-row.ts';
import { ROW_COLUMNS } from '../../dossier-view/dossier-row.sql.ts';

export type BatchRow = ListedRow & {
  readonly totalFee: number;
  readonly receiptPaperId: string | null;
  readonly parties: Parties;
  readonly wish: ReturnWish;
  readonly receiverName: string;
  readonly assistantName: string | null;
};

/** One person's dossiers, in the order of their codes. */
export const findBatch = async (db: Pool | PoolClient, provinceId: number, deskIds: readonly DeskId[], batchId: string): Promise<readonly BatchRow[]> => {
  const { rows } = await db.query<BatchRow>({
    name: 'find-batch',
    text: `select ${ROW_COLUMNS}, d.parties, d.return_wish as wish, d.receiver_name as "receiverName", d.assistant_name as "assistantName",
             (select coalesce(sum(f.amount), 0) from motcua.dossier_fee f where f.province_id = $1 and f.dossier_id = d.dossier_id) as "totalFee",
             (select i.paper_id from motcua.issued_paper i where i.province_id = $1 and i.dossier_id = d.dossier_id
                and i.kind in ('intake-receipt', 'residence-receipt', 'posting-slip') and i.superseded_at is null
              order by i.issued_at desc limit 1) as "receiptPaperId"
           from motcua.dossier d
           where d.province_id = $1 and d.batch_id = $3 and d.desk_id = any($2::text[])
           order by d.received_at, d.code`,
    values: [provinceId, deskIds, batchId],
  });
  return rows;
};

export const findBatchList = async (pool: Pool, provinceId: number, deskId: DeskId, batchId: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ paperId: string }>({
    name: 'find-batch-list',
    text: `select paper_id as "paperId" from motcua.issued_paper
           where province_id = $1 and batch_id = $2 and desk_id = $3 and superseded_at is null order by issued_at desc limit 1`,
    values: [provinceId, batchId, deskId],
  });
  return rows[0]?.paperId;
};

/** A list printed again after more were added takes the place of the first. */
export const markList = async (
  db: PoolClient, provinceId: number, deskId: DeskId, batchId: string, paperId: string, at: string,
): Promise<void> => {
  await db.query({
    name: 'supersede-batch-list',
    text: `update motcua.issued_paper set superseded_at = $3
           where province_id = $1 and batch_id = $2 and desk_id = $4 and superseded_at is null`,
    values: [provinceId, batchId, at, deskId],
  });
  await db.query({
    name: 'mark-batch-list',
    text: 'update motcua.issued_paper set batch_id = $2 where province_id = $1 and paper_id = $3',
    values: [provinceId, batchId, paperId],
  });
};
