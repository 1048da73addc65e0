// One hash chain per desk or agency. The body is the canonical text that was hashed, kept as it was.
import { createHash } from 'node:crypto';
import type { ActContext, ChainId, JournalEntry } from './act.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';

export type ChainHead = { readonly seq: number; readonly hash: Buffer };
export type JournalRow = {
  readonly seq: number;
  readonly act: string;
  readonly dossierId: string | null;
  readonly body: string;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
};

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

export const hashOf = (prevHash: Buffer, body: string): Buffer =>
  createHash('sha256').update(prevHash).update(body, 'utf8').digest();

/** The part of a body after its sequence number; the one-statement acts prepend `{"seq":N,` in SQL. */
export const bodyAfterSeq = (
  chain: ChainId, context: Pick<ActContext, 'accountId' | 'accountName' | 'commandId' | 'now'>, entry: JournalEntry,
): string =>
  canonicalJson({
    chainId: chain, act: entry.act, at: context.now, accountId: context.accountId, accountName: context.accountName,
    commandId: context.commandId, dossierId: entry.dossierId ?? null, data: entry.data,
  }).slice(1);

export const bodyOf = (seq: number, afterSeq: string): string => `{"seq":${seq},${afterSeq}`;

export const chainRows = (
  head: ChainHead, chain: ChainId,
  context: Pick<ActContext, 'accountId' | 'accountName' | 'commandId' | 'now'>, entries: readonly JournalEntry[],
): readonly JournalRow[] => {
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    const body = bodyOf(seq, bodyAfterSeq(chain, context, entry));
    const prevHash = hash;
    hash = hashOf(prevHash, body);
    return { seq, act: entry.act, dossierId: entry.dossierId ?? null, body, prevHash, hash };
  });
};
