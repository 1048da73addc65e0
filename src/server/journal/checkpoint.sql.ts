import type { PoolClient } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { SignedHead } from './checkpoint-chain.ts';

export type CheckpointRow = {
  readonly checkpointNo: number;
  readonly madeAt: Moment;
  readonly heads: readonly SignedHead[];
  readonly prevSignature: Buffer | null;
  readonly publicKey: Buffer;
  readonly signature: Buffer;
};

const COLUMNS = `checkpoint_no as "checkpointNo", made_at as "madeAt", heads, prev_signature as "prevSignature",
  public_key as "publicKey", signature`;

export const loadCheckpointsAfter = async (
  db: PoolClient, provinceId: number, afterNo: number, limit: number,
): Promise<readonly CheckpointRow[]> => {
  const { rows } = await db.query<CheckpointRow>({
    name: 'load-checkpoints-after',
    text: `select ${COLUMNS} from motcua.journal_checkpoint
           where province_id = $1 and checkpoint_no > $2 order by checkpoint_no limit $3`,
    values: [provinceId, afterNo, limit],
  });
  return rows;
};

/** The latest checkpoint and those of the same local day. */
export const loadCheckpointsOfDay = async (
  db: PoolClient, provinceId: number, day: PlainDate,
): Promise<readonly CheckpointRow[]> => {
  const { rows } = await db.query<CheckpointRow>({
    name: 'load-checkpoints-of-day',
    text: `select ${COLUMNS} from motcua.journal_checkpoint
           where province_id = $1
             and (made_at >= ($2::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
               or checkpoint_no = (select max(checkpoint_no) from motcua.journal_checkpoint where province_id = $1))
           order by checkpoint_no`,
    values: [provinceId, day],
  });
  return rows;
};

/** False when another process made the checkpoint of this number. */
export const insertCheckpoint = async (db: PoolClient, provinceId: number, row: CheckpointRow): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'insert-checkpoint',
    text: `insert into motcua.journal_checkpoint (province_id, checkpoint_no, made_at, heads, prev_signature, public_key, signature)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [provinceId, row.checkpointNo, row.madeAt, JSON.stringify(row.heads), row.prevSignature, row.publicKey, row.signature],
  });
  return rowCount === 1;
};
