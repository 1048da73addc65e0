// A checkpoint signs where every chain of the province stands, and the checkpoint before it.
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { type CheckpointRow, loadCheckpointsAfter } from './checkpoint.sql.ts';
import type { Finding } from './findings.ts';

export type SignedHead = { readonly chainId: string; readonly seq: number; readonly hash: string };

export type Unsigned = {
  readonly provinceId: number;
  readonly checkpointNo: number;
  readonly madeAt: Moment; // real time
  readonly heads: readonly SignedHead[];
  readonly prevSignature: Buffer | null;
};

const textOf = (c: Unsigned): Buffer =>
  Buffer.from(canonicalJson({ ...c, prevSignature: c.prevSignature?.toString('hex') ?? null }), 'utf8');

export const publicKeyOf = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' });

export const signCheckpoint = (checkpoint: Unsigned, key: KeyObject): Buffer => sign(null, textOf(checkpoint), key);

const isGenuine = (provinceId: number, row: CheckpointRow, trusted: KeyObject, trustedDer: Buffer): boolean =>
  row.publicKey.equals(trustedDer) &&
  verify(null, textOf({ provinceId, checkpointNo: row.checkpointNo, madeAt: row.madeAt, heads: row.heads, prevSignature: row.prevSignature }), trusted, row.signature);

const BATCH = 200;

/** Stops at the first one that is missing or forged: what follows hangs on it. */
export const verifyCheckpoints = async (
  db: PoolClient, provinceId: number, trusted: KeyObject,
): Promise<{ readonly count: number; readonly findings: readonly Finding[] }> => {
  const trustedDer = publicKeyOf(trusted);
  const publicKey = trusted.type === 'private' ? createPublicKey(trusted) : trusted;
  let count = 0;
  let before: Buffer | null = null;
  for (;;) {
    const batch = await loadCheckpointsAfter(db, provinceId, count, BATCH);
    for (const row of batch) {
      const checkpointNo = count + 1;
      if (row.checkpointNo !== checkpointNo) return { count, findings: [{ kind: 'checkpoint-missing', checkpointNo }] };
      const linked = before === null ? row.prevSignature === null : row.prevSignature?.equals(before) === true;
      if (!linked || !isGenuine(provinceId, row, publicKey, trustedDer)) {
        return { count, findings: [{ kind: 'checkpoint-forged', checkpointNo }] };
      }
      before = row.signature;
      count += 1;
    }
    if (batch.length < BATCH) return { count, findings: [] };
  }
};
