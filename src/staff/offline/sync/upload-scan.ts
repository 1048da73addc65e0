// A scan goes in pieces and goes on where it was: the server says how far it has it. It pauses while the clerk works.
import { filePieceAnswer } from '#wire/offline.wire.ts';
import type { Bytes } from '../bytes.ts';
import { type DeviceKey, openScan } from '../store.ts';
import { type Round, type Stop, deviceHeader, isStop } from './round.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export const PIECE_BYTES = 256 * 1024;
/** A server that takes nothing any more must not keep this machine sending. */
const MOST_STANDSTILLS = 3;

type Uploaded = { readonly kind: 'done' } | Stop | Exclude<Verdict, { readonly kind: 'done' }>;

const sendPiece = async ({ transport, ports }: Round, sha256: string, content: Bytes, offset: number, device: DeviceKey): Promise<Verdict> =>
  verdictOf(await transport({
    method: 'PUT', path: `/api/desk/offline/files/${sha256}?offset=${offset}&total=${content.length}`, bytes: content.slice(offset, offset + PIECE_BYTES),
    headers: { ...deviceHeader(device), 'idempotency-key': ports.newId() },
  }));

export const uploadScan = async (round: Round, sha256: string, device: DeviceKey): Promise<Uploaded> => {
  const { stored: { db }, whenIdle } = round;
  const row = await db.scans.get(sha256);
  // it was stored at the server before it was named here, or lies at another machine
  if (!row || row.sent >= row.bytes) return { kind: 'done' };
  // what this machine cannot read any more the server may still have: asked with the command, it says so
  const content = await openScan(round.stored, row).catch(() => undefined);
  if (!content) return { kind: 'done' };
  let offset = row.sent;
  for (let still = 0; still < MOST_STANDSTILLS;) {
    await whenIdle();
    const verdict = await sendPiece(round, sha256, content, offset, device);
    if (verdict.kind !== 'done') return verdict;
    const { received, complete } = filePieceAnswer.parse(verdict.body);
    await db.scans.update(sha256, { sent: complete ? row.bytes : received });
    if (complete) return { kind: 'done' };
    if (received <= offset) still += 1;
    offset = received;
  }
  return { kind: 'fault' };
};

/** Neither its place nor its content is left here. */
export const isScanLost = async ({ stored }: Round, sha256: string): Promise<boolean> => {
  const row = await stored.db.scans.get(sha256);
  return !row || (await openScan(stored, row).catch(() => undefined)) === undefined;
};

/** In the order named; the first that does not go ends it. */
export const uploadScans = async (round: Round, scans: readonly string[], device: DeviceKey): Promise<Uploaded> => {
  for (const sha256 of scans) {
    const uploaded = await uploadScan(round, sha256, device);
    if (uploaded.kind !== 'done' || isStop(uploaded)) return uploaded;
  }
  return { kind: 'done' };
};
