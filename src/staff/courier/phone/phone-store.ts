// Reading, keeping and forgetting on the phone. Nothing here opens a transaction while it encrypts: IndexedDB would close it.
import { openBytes, openJson, sealBytes, sealJson } from '../../offline/seal.ts';
import type { Bytes } from '../../offline/bytes.ts';
import type { FileRow, PhoneActRow, PhoneDb } from './phone-db.ts';

/** The phone, opened by whoever is signed in. */
export type PhoneStore = { readonly db: PhoneDb; readonly accountId: string; readonly key: CryptoKey };

const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export const openStore = async (db: PhoneDb, accountId: string): Promise<PhoneStore> => {
  const known = await db.keys.get(accountId);
  if (known) return { db, accountId, key: known.key };
  const made = await newKey();
  // of two tabs the first one's stands
  const key = await db.transaction('rw', db.keys, async () => {
    const other = await db.keys.get(accountId);
    if (!other) await db.keys.add({ accountId, key: made });
    return other?.key ?? made;
  });
  return { db, accountId, key };
};

const placeOf = { kept: (name: string) => `kept ${name}`, file: (sha256: string) => `file ${sha256}`, act: (id: string) => `act ${id}` };

export const keep = async ({ db, accountId, key }: PhoneStore, name: string, day: string, value: unknown): Promise<void> => {
  await db.kept.put({ accountId, name, day, sealed: await sealJson(key, placeOf.kept(name), value) });
};
export const findKept = async ({ db, accountId, key }: PhoneStore, name: string): Promise<unknown> => {
  const row = await db.kept.get([accountId, name]);
  return row && openJson(key, placeOf.kept(name), row.sealed);
};

export type PhoneFile = { readonly sha256: string; readonly mediaType: string; readonly content: Bytes };
export const sealFile = async ({ accountId, key }: PhoneStore, { sha256, mediaType, content }: PhoneFile): Promise<FileRow> =>
  ({ sha256, accountId, mediaType, sent: false, sealed: await sealBytes(key, placeOf.file(sha256), content) });
export const openFile = ({ key }: PhoneStore, row: FileRow): Promise<Bytes> => openBytes(key, placeOf.file(row.sha256), row.sealed);

/** What is sent: as it was made, whatever stands on the screen by then. */
export type PhoneAct = {
  readonly path: string;
  readonly body: unknown;
  /** What was said of it here before it was confirmed; not sent. */
  readonly here?: unknown;
};
export const sealAct = ({ key }: PhoneStore, commandId: string, act: PhoneAct): Promise<PhoneActRow['sealed']> => sealJson(key, placeOf.act(commandId), act);
export const openAct = async ({ key }: PhoneStore, row: PhoneActRow): Promise<PhoneAct> =>
  (await openJson(key, placeOf.act(row.commandId), row.sealed)) as PhoneAct;

export type OpenAct = { readonly row: PhoneActRow; readonly act: PhoneAct };
export const openActs = (store: PhoneStore, rows: readonly PhoneActRow[]): Promise<readonly OpenAct[]> =>
  Promise.all(rows.map(async (row) => ({ row, act: await openAct(store, row) })));

const UNSENT = ['queued', 'sending', 'waiting-for-file'] as const;
const inStates = ({ db, accountId }: PhoneStore, states: readonly string[]) => db.outbox.where('[accountId+state]').anyOf(states.map((state) => [accountId, state]));
export const unsentActs = (store: PhoneStore): Promise<PhoneActRow[]> => inStates(store, UNSENT).sortBy('seq');
export const ownActs = (store: PhoneStore): Promise<PhoneActRow[]> => inStates(store, [...UNSENT, 'refused', 'done']).sortBy('seq');

/** What the server has: what it is asked from now on speaks of it. */
export const doneActs = async (store: PhoneStore): Promise<readonly number[]> => (await inStates(store, ['done']).primaryKeys()).filter((seq) => seq !== undefined);
/** What was sent before the server was asked stands in its answer, and no more over it. */
export const forgetDone = (store: PhoneStore, seqs: readonly number[]): Promise<void> => store.db.outbox.bulkDelete([...seqs]);

/** Names and addresses of another day have no business on a phone. */
export const forgetOtherDays = async ({ db, accountId }: PhoneStore, today: string): Promise<void> => {
  await db.kept.where('[accountId+name]').between([accountId, ''], [accountId, '\uffff']).and((row) => row.day !== today).delete();
};

/** Whoever signs out leaves nothing behind but what the server does not have yet, sealed until she comes back. */
export const leave = async (store: PhoneStore): Promise<void> => {
  const { db, accountId } = store;
  await db.transaction('rw', [db.keys, db.kept, db.files, db.outbox], async () => {
    await db.kept.where('[accountId+name]').between([accountId, ''], [accountId, '\uffff']).delete();
    if (await inStates(store, [...UNSENT, 'refused']).count() > 0) return;
    await db.outbox.where('[accountId+state]').between([accountId, ''], [accountId, '\uffff']).delete();
    await db.files.where('accountId').equals(accountId).delete();
    await db.keys.delete(accountId);
  });
};
