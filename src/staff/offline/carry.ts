// When the line or the machine will not come back in time: what waits here goes into a file under a passphrase and is
// sent from another machine, by somebody of the same desk, with this machine's key. It stays here too: whichever comes
// second is answered from the stored answer, so nothing is done twice.
import { z } from 'zod';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import { isWholeAtOffice } from './at-office.ts';
import { fromBase64Url, fromUtf8, sha256Hex, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { importDataKey, newDataKey, openJson, sealJson } from './seal.ts';
import { type Queued, type Stored, openQueued, openScan, sealQueued, sealScan } from './store.ts';
import { ROUNDS, isLongEnough, unwrapByPassphrase, wrapByPassphrase } from './wrap.ts';

const PLACE = 'carried outbox 1';
const carriedFile = z.object({ motcua: z.literal('outbox'), version: z.literal(1), salt: z.string(), rounds: z.int(), wrapped: z.string(), sealed: z.string() });
const carried = z.object({
  commands: z.array(z.object({
    commandId: z.string(), act: z.enum(OFFLINE_ACTS), madeAt: z.string(), dossierIds: z.array(z.string()), scans: z.array(z.string()), bodyHash: z.string(), queued: z.unknown(),
  })),
  scans: z.array(z.object({ sha256: z.string(), mediaType: z.string(), storedAt: z.string(), content: z.string() })),
});
type Carried = z.output<typeof carried>;

/** Everything that the office does not have whole, in the order made. */
const waiting = async (stored: Stored): Promise<Carried> => {
  const { db } = stored;
  const rows = (await db.outbox.orderBy('seq').toArray()).filter((row) => row.state !== 'done' && !isWholeAtOffice(row));
  const commands = (await Promise.all(rows.map(async ({ commandId, act, madeAt, dossierIds, scans: named, bodyHash, ...row }) => {
    // what cannot be read any more holds back nothing else
    const queued = await openQueued(stored, { commandId, act, madeAt, dossierIds, scans: named, bodyHash, ...row }).catch(() => undefined);
    return queued && { commandId, act, madeAt, dossierIds: [...dossierIds], scans: [...named], bodyHash, queued };
  }))).filter((one) => one !== undefined);
  const kept = (await db.scans.bulkGet([...new Set(rows.flatMap((row) => row.scans))])).flatMap((scan) => (scan ? [scan] : []));
  const scans = await Promise.all(kept.map(async (scan) => {
    const content = await openScan(stored, scan).catch(() => undefined);
    return content && { sha256: scan.sha256, mediaType: scan.mediaType, storedAt: scan.storedAt, content: toBase64Url(content) };
  }));
  return { commands, scans: scans.filter((scan) => scan !== undefined) };
};

export const exportOutbox = async (stored: Stored, passphrase: string, rounds = ROUNDS): Promise<{ readonly file: Bytes; readonly commands: number } | 'too-short'> => {
  if (!isLongEnough(passphrase)) return 'too-short';
  const content = await waiting(stored);
  const raw = newDataKey();
  const { salt, wrapped } = await wrapByPassphrase(raw, passphrase, rounds);
  const sealed = await sealJson(await importDataKey(raw), PLACE, content);
  const file = { motcua: 'outbox', version: 1, salt: toBase64Url(salt), rounds, wrapped: toBase64Url(wrapped), sealed: toBase64Url(sealed) };
  return { file: utf8(JSON.stringify(file)), commands: content.commands.length };
};

export type Imported =
  | { readonly kind: 'imported'; readonly added: number; readonly known: number }
  | { readonly kind: 'wrong-passphrase' }
  /** Not such a file, or a part of it was changed. */
  | { readonly kind: 'unreadable' };

const read = async (file: Bytes, passphrase: string): Promise<Carried | 'wrong-passphrase' | 'unreadable'> => {
  const text = carriedFile.safeParse(await new Promise<unknown>((resolve) => resolve(JSON.parse(fromUtf8(file)))).catch(() => undefined));
  if (!text.success) return 'unreadable';
  const { salt, rounds, wrapped, sealed } = text.data;
  const raw = await unwrapByPassphrase({ kind: 'passphrase', salt: fromBase64Url(salt), rounds, wrapped: fromBase64Url(wrapped) }, passphrase);
  if (!raw) return 'wrong-passphrase';
  const content = carried.safeParse(await openJson(await importDataKey(raw), PLACE, fromBase64Url(sealed)).catch(() => undefined));
  return content.success ? content.data : 'unreadable';
};

export const importOutbox = async (stored: Stored, file: Bytes, passphrase: string): Promise<Imported> => {
  const content = await read(file, passphrase);
  if (typeof content === 'string') return { kind: content };
  const { db } = stored;
  const scans = await Promise.all(content.scans.map(async ({ content: text, ...scan }) => sealScan(stored, scan, fromBase64Url(text))));
  for (const [index, scan] of content.scans.entries()) {
    if (await sha256Hex(fromBase64Url(content.scans[index]?.content ?? '')) !== scan.sha256) return { kind: 'unreadable' };
  }
  const rows = await Promise.all(content.commands.map(async ({ queued, ...row }) => ({
    ...row, state: 'queued' as const, attempts: 0, sealed: await sealQueued(stored, queued as Queued),
  })));
  return db.transaction('rw', db.outbox, db.scans, async (): Promise<Imported> => {
    const known = new Set((await db.outbox.where('commandId').anyOf(rows.map((row) => row.commandId)).toArray()).map((row) => row.commandId));
    const added = rows.filter((row) => !known.has(row.commandId));
    for (const scan of scans) if (!(await db.scans.get(scan.sha256))) await db.scans.add(scan);
    await db.outbox.bulkAdd(added);
    return { kind: 'imported', added: added.length, known: rows.length - added.length };
  });
};
