// What a courier's phone keeps: the round of the day, and what was done and not sent yet. Names and states are plain,
// everything of a person is sealed under a key of whoever is signed in.
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { OutboxState } from '../../offline/counter-db.ts';
import type { Sealed } from '../../offline/seal.ts';

/** It can be used on this phone, and not be read out. Whoever deletes it has deleted all that lies under it. */
export type KeyRow = { readonly accountId: string; readonly key: CryptoKey };
export type KeptRow = { readonly accountId: string; readonly name: string; readonly day: string; readonly sealed: Sealed };
export type FileRow = { readonly sha256: string; readonly accountId: string; readonly mediaType: string; readonly sent: boolean; readonly sealed: Sealed };

export type PhoneActRow = {
  /** In the order made. */
  readonly seq?: number;
  readonly commandId: string;
  /** Sent only while this person is signed in: the server takes the session's person for whoever acted. */
  readonly accountId: string;
  readonly kind: string;
  readonly state: OutboxState;
  readonly madeAt: string;
  /** What it concerns: acts on the same never overtake each other. */
  readonly about: readonly string[];
  readonly files: readonly string[];
  readonly attempts: number;
  readonly refusal?: { readonly code: string; readonly text: string };
  readonly settledAt?: string;
  readonly sealed: Sealed;
};

export type PhoneDb = Dexie & {
  keys: EntityTable<KeyRow, 'accountId'>;
  kept: Table<KeptRow, [string, string]>;
  files: EntityTable<FileRow, 'sha256'>;
  outbox: EntityTable<PhoneActRow, 'seq'>;
};

export const phoneDbName = (world: string): string => `motcua-phone-${world}`;

export const openPhoneDb = (world: string): PhoneDb => {
  // on the disk, not only on its way: a phone's battery goes
  const db = new Dexie(phoneDbName(world), { chromeTransactionDurability: 'strict' }) as PhoneDb;
  db.version(1).stores({ keys: '&accountId', kept: '&[accountId+name]', files: '&sha256, accountId', outbox: '++seq, &commandId, [accountId+state]' });
  return db;
};
