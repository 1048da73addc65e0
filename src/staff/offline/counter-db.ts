// What a counter keeps without a line. Keys, states and numbers are plain, everything of a person is sealed.
// Strict durability: what was answered is on the disk.
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { FieldError } from '#wire/problem.wire.ts';
import type { TypedRow } from '../kept/drawer.ts';
import { COUNTER_STORES } from './counter-name.ts';
import type { Sealed } from './seal.ts';
import type { PassphraseWrap, PinWrap, PrfWrap } from './wrap.ts';

export type MetaRow = { readonly key: string; readonly value: unknown };
/** Whoever may open this machine, with her grant sealed. */
export type PersonRow = {
  readonly accountId: string;
  readonly fullName: string;
  readonly wraps: readonly (PassphraseWrap | PrfWrap)[];
  readonly pin?: PinWrap;
  readonly wrongPins: number;
};
/** An officer's secret is sealed by her PIN inside the seal of the machine. */
export type GrantRow = {
  readonly accountId: string; readonly grantId: string; readonly validUntil: string; readonly wrongPins: number;
  /** Of an officer who confirms by PIN. */
  readonly byPin: boolean;
  readonly sealed: Sealed;
};
export type LeaseRow = {
  readonly leaseId: string; readonly series: string; readonly period: string; readonly from: number; readonly to: number;
  /** The first that no paper bears yet. */
  readonly next: number;
  /** Of a book; without it the first. */
  readonly volume?: number;
};
export type ReferenceRow = { readonly key: string; readonly version: string; readonly sealed: Sealed };
export type DossierRow = {
  readonly dossierId: string; readonly code: string; readonly state: string; readonly revision: number;
  readonly closedAt?: string;
  /** The act done here that made it what it is; without it the server said it. */
  readonly madeBy?: string;
  readonly sealed: Sealed;
};
export type ScanRow = {
  readonly sha256: string; readonly mediaType: string; readonly bytes: number; readonly storedAt: string;
  /** How much of it the server has; equal to `bytes`: all of it. */
  readonly sent: number;
  readonly sealed: Sealed;
};
export type PaperRow = { readonly paperId: string; readonly dossierId?: string; readonly kind: string; readonly issuedAt: string; readonly printCount: number; readonly sealed: Sealed };

/** Typed and not received yet; a scan says its media type. */
export type SealedTypedRow = Omit<TypedRow, 'content'> & {
  readonly mediaType?: string; readonly sealed: Sealed;
  /** By the machine's clock, when it was first found older than the retention; saved again, it is not. */
  oldSince?: number;
};

export const OUTBOX_STATES = ['queued', 'sending', 'waiting-for-file', 'refused', 'done'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
export type OutboxRow = {
  /** In the order made. */
  readonly seq?: number;
  readonly commandId: string; readonly act: OfflineAct; readonly state: OutboxState; readonly madeAt: string;
  readonly dossierIds: readonly string[]; readonly scans: readonly string[];
  readonly bodyHash: string;
  readonly attempts: number;
  /** Why it is parked, in words for the clerk, and the case at the office. */
  readonly refusal?: { readonly code: string; readonly text: string; readonly atOffice: boolean; readonly fieldErrors?: readonly FieldError[] };
  readonly settledAt?: string;
  /** The envelope, its answer, and the device it goes by. */
  readonly sealed: Sealed;
};

export type CounterDb = Dexie & {
  meta: EntityTable<MetaRow, 'key'>;
  people: EntityTable<PersonRow, 'accountId'>;
  grants: EntityTable<GrantRow, 'accountId'>;
  leases: EntityTable<LeaseRow, 'leaseId'>;
  reference: EntityTable<ReferenceRow, 'key'>;
  dossiers: EntityTable<DossierRow, 'dossierId'>;
  scans: EntityTable<ScanRow, 'sha256'>;
  papers: EntityTable<PaperRow, 'paperId'>;
  outbox: EntityTable<OutboxRow, 'seq'>;
  typed: Table<SealedTypedRow, [SealedTypedRow['kind'], string]>;
};

export const dbName = (world: string): string => `${COUNTER_STORES}${world}`;

export const openCounterDb = (world: string): CounterDb => {
  const db = new Dexie(dbName(world), { chromeTransactionDurability: 'strict' }) as CounterDb;
  db.version(1).stores({
    meta: '&key', people: '&accountId', grants: '&accountId', leases: '&leaseId, [series+period]', reference: '&key',
    dossiers: '&dossierId, code, state', scans: '&sha256', papers: '&paperId, dossierId', outbox: '++seq, &commandId, state, *dossierIds',
  });
  // a table or an index is taken away one release after the last that used it: a tab of that one still keeps here what is typed
  db.version(2).stores({ typed: '&[kind+id], [kind+group], savedAt' });
  return db;
};
