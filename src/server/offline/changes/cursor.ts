// How far a counter has read: of each journal chain that can touch its dossiers the last entry seen. A chain's entries
// are numbered in the order in which they commit (its head is locked until then), so nothing can become visible later
// behind a number already passed, as it could behind a time. The first reading walks the dossiers themselves; its
// chains are noted before it begins, and whatever happens meanwhile comes again.
// It travels in an address: a chain stands in it by eight signs that its name gives, so that six hundred have room.
import { createHash } from 'node:crypto';

type ChainKey = string;
export type Cursor = {
  readonly chains: Readonly<Record<ChainKey, number>>;
  /** While the first reading goes on: the last dossier it gave. */
  readonly after?: string;
};

const KEY = 8;
export const chainKey = (chain: string): ChainKey => createHash('sha256').update(chain).digest('base64url').slice(0, KEY);

export const keyed = (heads: Readonly<Record<string, number>>): Cursor['chains'] =>
  Object.fromEntries(Object.entries(heads).map(([chain, seq]) => [chainKey(chain), seq]));

export const MOST_SIGNS = 8_000;

/** 'c1.kq3_x-A19z.…~019a…' */
export const writeCursor = ({ chains, after }: Cursor): string =>
  ['c1', ...Object.entries(chains).map(([key, seq]) => `.${key}${seq.toString(36)}`), ...(after === undefined ? [] : [`~${after}`])].join('');

const CURSOR = /^c1((?:\.[\w-]{8}[0-9a-z]{1,8})*)(?:~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

/** Undefined for a text that is no cursor of ours: the counter begins anew. */
export const readCursor = (text: string): Cursor | undefined => {
  const [found, chains = '', after] = CURSOR.exec(text) ?? [];
  if (found === undefined) return undefined;
  return {
    chains: Object.fromEntries(chains.split('.').slice(1).map((one) => [one.slice(0, KEY), Number.parseInt(one.slice(KEY), 36)])),
    ...(after !== undefined && { after }),
  };
};
