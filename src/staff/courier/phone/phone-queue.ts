// What a courier did, in the order done: written before anything is said of it, sent when somebody answers, once.
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { storedFileAnswer } from '#wire/file.wire.ts';
import type { OutboxState } from '../../offline/counter-db.ts';
import type { RoundEnd } from '../../offline/sync/turns.ts';
import { type Verdict, verdictOf } from '../../offline/sync/verdict.ts';
import { walkQueue } from '../../offline/sync/walk-queue.ts';
import type { Transport } from '../../offline/transport.ts';
import type { PhoneActRow } from './phone-db.ts';
import { type PhoneAct, type PhoneFile, type PhoneStore, openAct, openFile, sealAct, sealFile, unsentActs } from './phone-store.ts';

export type ActAsked = Pick<PhoneActRow, 'commandId' | 'kind' | 'madeAt' | 'about'> & {
  readonly act: PhoneAct;
  readonly files: readonly PhoneFile[];
  /** Refused before, and by this done anew. */
  readonly insteadOf?: string | undefined;
};

/** Pressed twice it is one: the second finds the first. */
export const queuePhoneAct = async (store: PhoneStore, { act, files, insteadOf, ...head }: ActAsked): Promise<void> => {
  const { db, accountId } = store;
  const rows = await Promise.all(files.map((file) => sealFile(store, file)));
  const row: PhoneActRow = {
    ...head, accountId, state: 'queued', files: files.map(({ sha256 }) => sha256), attempts: 0, sealed: await sealAct(store, head.commandId, act),
  };
  await db.transaction('rw', db.outbox, db.files, async () => {
    if (await db.outbox.where('commandId').equals(head.commandId).count() > 0) return;
    for (const file of rows) if (!(await db.files.get(file.sha256))) await db.files.add(file);
    if (insteadOf !== undefined) await db.outbox.where('commandId').equals(insteadOf).and(({ state }) => state === 'refused').delete();
    await db.outbox.add(row);
  });
};

const setState = async ({ db }: PhoneStore, { commandId }: PhoneActRow, state: OutboxState, more: Partial<PhoneActRow> = {}): Promise<void> => {
  await db.outbox.where('commandId').equals(commandId).modify((row: PhoneActRow) => { Object.assign(row, { state, ...more }); });
};

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

export type PhoneLine = { readonly transport: Transport; readonly newId: () => string; readonly machineNow: () => number };

const sendFiles = async (store: PhoneStore, { transport, newId }: PhoneLine, hashes: readonly string[]): Promise<Verdict | undefined> => {
  for (const sha256 of hashes) {
    const row = await store.db.files.get(sha256);
    if (!row || row.sent) continue;
    const file = new File([await openFile(store, row)], `${sha256.slice(0, 12)}.${EXTENSIONS[row.mediaType] ?? 'bin'}`, { type: row.mediaType });
    const verdict = verdictOf(await transport({ method: 'POST', path: '/api/files', headers: { 'idempotency-key': newId() }, file }));
    if (verdict.kind !== 'done') return verdict;
    // whoever answered something else is not our server, or keeps another file
    if (storedFileAnswer.safeParse(verdict.body).data?.sha256 !== sha256) return { kind: 'fault' };
    await store.db.files.update(sha256, { sent: true });
  }
  return undefined;
};

const send = async (store: PhoneStore, line: PhoneLine, row: PhoneActRow): Promise<Verdict> => {
  const { path, body } = await openAct(store, row);
  const stuck = await sendFiles(store, line, row.files);
  if (stuck) return stuck;
  await setState(store, row, 'sending', { attempts: row.attempts + 1 });
  const tell = async (): Promise<Verdict> => verdictOf(await line.transport({ method: 'POST', path, json: body, headers: { 'idempotency-key': row.commandId } }));
  const verdict = await tell();
  if (verdict.kind !== 'scans') return verdict;
  await store.db.files.where('sha256').anyOf([...verdict.scans]).modify({ sent: false });
  return (await sendFiles(store, line, row.files)) ?? tell();
};

/** Files of what was taken are the server's now, unless another act names them too. */
const dropFiles = async ({ db }: PhoneStore, { commandId, files }: PhoneActRow): Promise<void> => {
  await db.transaction('rw', db.outbox, db.files, async () => {
    const others = new Set((await db.outbox.toArray()).flatMap((row) => (row.commandId === commandId || row.state === 'done' ? [] : row.files)));
    await db.files.bulkDelete(files.filter((sha256) => !others.has(sha256)));
  });
};

const settle = async (store: PhoneStore, { machineNow }: PhoneLine, row: PhoneActRow, verdict: Verdict): Promise<void> => {
  const settledAt = momentFromEpoch(machineNow());
  switch (verdict.kind) {
    case 'done':
      await setState(store, row, 'done', { settledAt });
      return dropFiles(store, row);
    case 'refused': return setState(store, row, 'refused', { settledAt, refusal: { code: verdict.code, text: verdict.text } });
    default: return setState(store, row, verdict.kind === 'scans' ? 'waiting-for-file' : 'queued');
  }
};

export const sendPhoneActs = async (store: PhoneStore, line: PhoneLine): Promise<RoundEnd> => {
  const { stop } = await walkQueue(await unsentActs(store), {
    aboutOf: (row) => row.about,
    send: (row) => send(store, line, row),
    settle: (row, verdict) => settle(store, line, row, verdict),
  });
  return stop ?? { kind: (await unsentActs(store)).length === 0 ? 'up-to-date' : 'some-wait' };
};

/** The server may say otherwise now: what stood in its way was put right. */
export const sendActAgain = ({ db }: PhoneStore, commandId: string): Promise<number> =>
  db.outbox.where('commandId').equals(commandId).and((row) => row.state === 'refused').modify((row: { state: OutboxState }) => { row.state = 'queued'; });

/** A person gave it up: only what was refused. */
export const giveUpAct = async (store: PhoneStore, commandId: string): Promise<void> => {
  const row = await store.db.outbox.where('commandId').equals(commandId).first();
  if (row?.state !== 'refused') return;
  await store.db.outbox.where('commandId').equals(commandId).delete();
  await dropFiles(store, row);
};
