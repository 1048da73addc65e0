// The statements every act shares: the stored answer, the head of the chain, and the closing write.
import type { Pool, PoolClient } from 'pg';
import type { ActContext, ChainId, OutboxMessage } from './act.ts';
import type { ChainHead, JournalRow } from './journal-chain.ts';
import { EMPTY_CHAIN } from './journal-chain.ts';

export type StoredAnswer = { readonly fingerprint: Buffer; readonly act: string; readonly accountId: string; readonly answer: unknown };

export const findStoredAnswer = async (
  db: Pool | PoolClient, provinceId: number, commandId: string,
): Promise<StoredAnswer | undefined> => {
  const { rows } = await db.query<StoredAnswer>({
    name: 'find-stored-answer',
    text: `select fingerprint, act, account_id as "accountId", answer from motcua.command where province_id = $1 and command_id = $2`,
    values: [provinceId, commandId],
  });
  return rows[0];
};

/** Takes the chain's row lock until commit: the order of entries is the order of commits. */
export const lockChainHead = async (db: PoolClient, provinceId: number, chain: ChainId): Promise<ChainHead> => {
  const lock = () => db.query<{ seq: number; hash: Buffer }>({
    name: 'lock-chain-head',
    text: 'select seq, hash from motcua.journal_head where province_id = $1 and chain_id = $2 for update',
    values: [provinceId, chain],
  });
  const first = await lock();
  if (first.rows[0]) return first.rows[0];
  await db.query(
    `insert into motcua.journal_head (province_id, chain_id, seq, prev_hash, hash)
     values ($1, $2, 0, $3, $3) on conflict do nothing`,
    [provinceId, chain, EMPTY_CHAIN.hash],
  );
  const second = await lock();
  return second.rows[0] ?? EMPTY_CHAIN;
};

export const saveClosing = async (
  db: PoolClient, context: ActContext, act: string, chain: ChainId,
  rows: readonly JournalRow[], outbox: readonly OutboxMessage[], answer: unknown,
): Promise<void> => {
  const last = rows.at(-1);
  await db.query({
    name: 'save-closing',
    text: `
      with head as (
        update motcua.journal_head set seq = $3, prev_hash = $4, hash = $5
        where province_id = $1 and chain_id = $2 and $3::bigint is not null
      ), entries as (
        insert into motcua.journal (province_id, chain_id, seq, act, dossier_id, account_id, at, recorded_at, body, prev_hash, hash)
        select $1, $2, e.seq, e.act, e.dossier_id, $6, $7, now(), e.body, e.prev_hash, e.hash
        from unnest($8::bigint[], $9::text[], $10::uuid[], $11::text[], $12::bytea[], $13::bytea[])
          as e (seq, act, dossier_id, body, prev_hash, hash)
      ), messages as (
        insert into motcua.outbox (province_id, outbox_id, topic, dossier_id, payload, created_at, next_attempt_at)
        select $1, o.outbox_id, o.topic, o.dossier_id, o.payload, now(), now()
        from unnest($14::uuid[], $15::text[], $16::uuid[], $17::jsonb[]) as o (outbox_id, topic, dossier_id, payload)
      )
      insert into motcua.command (province_id, command_id, act, fingerprint, account_id, answer, at)
      values ($1, $18, $19, $20, $6, $21, now())`,
    values: [
      context.provinceId, chain, last?.seq ?? null, last?.prevHash ?? null, last?.hash ?? null,
      context.accountId, context.now,
      rows.map((r) => r.seq), rows.map((r) => r.act), rows.map((r) => r.dossierId), rows.map((r) => r.body),
      rows.map((r) => r.prevHash), rows.map((r) => r.hash),
      outbox.map((o) => o.outboxId), outbox.map((o) => o.topic), outbox.map((o) => o.dossierId ?? null),
      outbox.map((o) => JSON.stringify(o.payload)),
      context.commandId, act, context.fingerprint, JSON.stringify(answer),
    ],
  });
};
