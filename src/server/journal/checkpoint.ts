// Makes a checkpoint off the write path: it reads the heads of the chains and locks none of them.
// The first of each day names every chain, the others those that moved since.
import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { dateOf, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { publicKeyOf, type SignedHead, signCheckpoint } from './checkpoint-chain.ts';
import { type CheckpointRow, insertCheckpoint, loadCheckpointsOfDay } from './checkpoint.sql.ts';
import { loadHeads } from './verify.sql.ts';

export type CheckpointMade =
  | { readonly kind: 'made'; readonly checkpointNo: number; readonly heads: number }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'too-soon' }
  | { readonly kind: 'made-elsewhere' };

type Deps = { readonly pool: Pool; readonly provinceId: number; readonly key: KeyObject; readonly realNow: () => number };

const movedSince = (heads: readonly SignedHead[], checkpoints: readonly CheckpointRow[]): readonly SignedHead[] => {
  const signed = new Map(checkpoints.flatMap((c) => c.heads).map((head) => [head.chainId, head.hash]));
  return heads.filter((head) => signed.get(head.chainId) !== head.hash);
};

const make = async (db: PoolClient, deps: Deps, notBefore: number): Promise<CheckpointMade> => {
  const madeAt = momentFromEpoch(deps.realNow());
  const known = await loadCheckpointsOfDay(db, deps.provinceId, dateOf(madeAt));
  const latest = known.at(-1);
  if (latest && momentToEpoch(latest.madeAt) > notBefore) return { kind: 'too-soon' };
  const heads = (await loadHeads(db, deps.provinceId)).map(({ chainId, seq, hash }) => ({ chainId, seq, hash: hash.toString('hex') }));
  const moved = movedSince(heads, known);
  if (moved.length === 0) return { kind: 'nothing-new' };
  const firstOfDay = latest === undefined || dateOf(latest.madeAt) !== dateOf(madeAt);
  const checkpoint = {
    checkpointNo: (latest?.checkpointNo ?? 0) + 1, madeAt, heads: firstOfDay ? heads : moved,
    prevSignature: latest?.signature ?? null,
  };
  const signature = signCheckpoint({ provinceId: deps.provinceId, ...checkpoint }, deps.key);
  const inserted = await insertCheckpoint(db, deps.provinceId, { ...checkpoint, publicKey: publicKeyOf(deps.key), signature });
  return inserted ? { kind: 'made', checkpointNo: checkpoint.checkpointNo, heads: checkpoint.heads.length } : { kind: 'made-elsewhere' };
};

/** `notWithinSeconds` of the latest one, so that several processes with one timer each make one, not several. */
export const makeCheckpoint = async (deps: Deps, notWithinSeconds = 0): Promise<CheckpointMade> => {
  const db = await deps.pool.connect();
  try {
    await db.query('begin');
    const made = await make(db, deps, notWithinSeconds > 0 ? deps.realNow() - notWithinSeconds * 1000 : Infinity);
    await db.query('commit');
    return made;
  } catch (error) {
    await db.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    db.release();
  }
};
