// Walks every chain of the journal and every checkpoint, and names what is first wrong in each.
// Reads one snapshot, so that desks at work neither wait nor look like damage.
import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { EMPTY_CHAIN, hashOf } from '../acts/journal-chain.ts';
import { verifyCheckpoints } from './checkpoint-chain.ts';
import type { Finding } from './findings.ts';
import { type Entry, findSignedDifferences, type Head, loadEntriesAfter, loadHeads } from './verify.sql.ts';

export type JournalReport = {
  readonly chains: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly findings: readonly Finding[];
};

const BATCH = 2_000;

type Place = { readonly seq: number; readonly hash: Buffer };

const bodyFacts = (body: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
};

const COLUMNS: readonly (keyof Entry & ('act' | 'dossierId' | 'accountId' | 'at' | 'chainId'))[] =
  ['chainId', 'act', 'dossierId', 'accountId', 'at'];

/** What is wrong with this entry after that one; its number first, then its body, then its place. */
const judge = (before: Place, entry: Entry): Finding | undefined => {
  const { chainId, seq } = entry;
  if (seq !== before.seq + 1) return { kind: 'missing', chainId, seq: before.seq + 1 };
  const intact = hashOf(entry.prevHash, entry.body).equals(entry.hash);
  const facts = bodyFacts(entry.body);
  if (intact && facts['seq'] !== seq) return { kind: 'reordered', chainId, seq };
  if (!intact) return { kind: 'changed', chainId, seq };
  if (!entry.prevHash.equals(before.hash)) return { kind: 'broken-link', chainId, seq };
  const column = COLUMNS.find((name) => name in facts && (facts[name] ?? null) !== (entry[name] ?? null));
  return column ? { kind: 'column-differs', chainId, seq, column } : undefined;
};

const judgeHead = (head: Head, last: Place): Finding | undefined => {
  if (head.seq > last.seq) return { kind: 'missing', chainId: head.chainId, seq: last.seq + 1 };
  return head.seq === last.seq && head.hash.equals(last.hash)
    ? undefined
    : { kind: 'head-differs', chainId: head.chainId, seq: head.seq };
};

const walk = async (db: PoolClient, provinceId: number): Promise<{ entries: number; lasts: Map<string, Place>; findings: Map<string, Finding> }> => {
  const lasts = new Map<string, Place>();
  const findings = new Map<string, Finding>();
  let entries = 0;
  let after = { chainId: '', seq: 0 };
  for (;;) {
    const batch = await loadEntriesAfter(db, provinceId, after, BATCH);
    for (const entry of batch) {
      entries += 1;
      const finding = findings.has(entry.chainId) ? undefined : judge(lasts.get(entry.chainId) ?? EMPTY_CHAIN, entry);
      if (finding) findings.set(entry.chainId, finding);
      lasts.set(entry.chainId, { seq: entry.seq, hash: entry.hash });
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return { entries, lasts, findings };
    after = { chainId: last.chainId, seq: last.seq };
  }
};

/** `trusted` is the public half of the key that signs this province's checkpoints. */
export const verifyJournal = async (pool: Pool, provinceId: number, trusted: KeyObject): Promise<JournalReport> => {
  const db = await pool.connect();
  try {
    await db.query('begin transaction isolation level repeatable read read only');
    const { entries, lasts, findings } = await walk(db, provinceId);
    for (const head of await loadHeads(db, provinceId)) {
      const finding = judgeHead(head, lasts.get(head.chainId) ?? EMPTY_CHAIN);
      if (finding && !findings.has(head.chainId)) findings.set(head.chainId, finding);
    }
    for (const { there, ...place } of await findSignedDifferences(db, provinceId)) {
      if (!findings.has(place.chainId)) findings.set(place.chainId, { kind: there ? 'not-as-signed' : 'missing-since-signed', ...place });
    }
    const checkpoints = await verifyCheckpoints(db, provinceId, trusted);
    await db.query('commit');
    return { chains: lasts.size, entries, checkpoints: checkpoints.count, findings: [...findings.values(), ...checkpoints.findings] };
  } finally {
    db.release();
  }
};
