import type { PoolClient } from 'pg';

export type Entry = {
  readonly chainId: string;
  readonly seq: number;
  readonly act: string;
  readonly dossierId: string | null;
  readonly accountId: string | null;
  readonly at: string;
  readonly body: string;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
};

/** The next entries in the order of chains and numbers. */
export const loadEntriesAfter = async (
  db: PoolClient, provinceId: number, after: { readonly chainId: string; readonly seq: number }, limit: number,
): Promise<readonly Entry[]> => {
  const { rows } = await db.query<Entry>({
    name: 'load-journal-after',
    text: `select chain_id as "chainId", seq, act, dossier_id as "dossierId", account_id as "accountId", at, body,
                  prev_hash as "prevHash", hash
           from motcua.journal where province_id = $1 and (chain_id, seq) > ($2, $3)
           order by chain_id, seq limit $4`,
    values: [provinceId, after.chainId, after.seq, limit],
  });
  return rows;
};

export type Head = { readonly chainId: string; readonly seq: number; readonly hash: Buffer };

export const loadHeads = async (db: PoolClient, provinceId: number): Promise<readonly Head[]> => {
  const { rows } = await db.query<Head>({
    name: 'load-journal-heads',
    text: `select chain_id as "chainId", seq, hash from motcua.journal_head
           where province_id = $1 and seq > 0 order by chain_id`,
    values: [provinceId],
  });
  return rows;
};

export type SignedDifference = {
  readonly checkpointNo: number;
  readonly chainId: string;
  readonly seq: number;
  readonly there: boolean;
};

/** Per chain the first signed head that the journal does not bear out. */
export const findSignedDifferences = async (db: PoolClient, provinceId: number): Promise<readonly SignedDifference[]> => {
  const { rows } = await db.query<SignedDifference>({
    name: 'find-signed-differences',
    text: `
      select distinct on (h."chainId") c.checkpoint_no as "checkpointNo", h."chainId", h.seq, j.hash is not null as there
      from motcua.journal_checkpoint c
      cross join lateral jsonb_to_recordset(c.heads) as h ("chainId" text, seq bigint, hash text)
      left join motcua.journal j on j.province_id = $1 and j.chain_id = h."chainId" and j.seq = h.seq
      where c.province_id = $1 and (j.hash is null or encode(j.hash, 'hex') <> h.hash)
      order by h."chainId", c.checkpoint_no`,
    values: [provinceId],
  });
  return rows;
};
