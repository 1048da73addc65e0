// What no counter sends: forged, replayed and broken, with this machine's own token and its people's secrets where a
// thief of the machine would have them. Each is turned away with a reason and does nothing; the honest queue goes on.
import { randomBytes, randomUUID } from 'node:crypto';
import type { DossierId } from '#core/dossier/dossier.ts';
import { momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import type { Granted } from '#staff/offline/acting.ts';
import { findGrant, openOfficer } from '#staff/offline/grants.ts';
import { proven } from '#staff/offline/queue-act.ts';
import { type DeviceKey, type Stored, openQueued } from '#staff/offline/store.ts';
import { deviceHeader } from '#staff/offline/sync/round.ts';
import type { Reply } from '#staff/offline/transport.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { type Book, type Real, step } from './counter-model.ts';

type Maker = { readonly clerk: Granted; readonly officer: Granted };
type Source = Maker & { readonly real: Real; readonly command: OfflineCommand; readonly device: DeviceKey; readonly isTaken: boolean };

const OFF = 49 * 3_600_000;
const as = (command: OfflineCommand, commandId: string, dossierId: string, more: object = {}): OfflineCommand =>
  ({ ...command, commandId, dossierId: dossierId as DossierId, body: { ...(command.body as object), dossierId }, ...more });
/** Proven by the people of this machine themselves. */
const by = ({ clerk, officer }: Maker, { by: _by, officer: _officer, ...command }: OfflineCommand): Promise<OfflineCommand> => proven(clerk, officer, command);

type Forgery = (source: Source, commandId: string, dossierId: string) => OfflineCommand | Promise<OfflineCommand> | undefined;
const ENVELOPES = {
  'another act under the proof of one': ({ command }, commandId, dossierId) => as(command, commandId, dossierId),
  'replayed under another key': ({ command }, commandId) => ({ ...command, commandId }),
  'what was printed exchanged': ({ command }, commandId, dossierId) => as(command, commandId, dossierId, { printed: { ...command.printed, totalFee: 1 } }),
  'by a grant that nobody gave': async (source, commandId, dossierId) => {
    const made = await by(source, as(source.command, commandId, dossierId));
    return { ...made, by: { ...made.by, grantId: randomUUID() } };
  },
  'confirmed by herself': (source, commandId, dossierId) => by({ ...source, officer: source.clerk }, as(source.command, commandId, dossierId)),
  'a lease of another desk': (source, commandId, dossierId) => by(source, as(source.command, commandId, dossierId, { leased: [source.real.others, ...source.command.leased.slice(1)] })),
  'the numbers of an act that was taken': (source, commandId, dossierId) => (source.isTaken ? by(source, as(source.command, commandId, dossierId)) : undefined),
  'at another desk': (source, commandId, dossierId) => {
    const moved = as(source.command, commandId, dossierId);
    return by(source, { ...moved, body: { ...(moved.body as object), deskId: 'ky-phong' } });
  },
  'by a clock two days off': (source, commandId, dossierId) =>
    by(source, as(source.command, commandId, dossierId, { machineAt: momentFromEpoch(momentToEpoch(source.command.madeAt) - OFF) })),
} satisfies Record<string, Forgery>;

const makerAt = async (stored: Stored, { clerkId, officer }: Real): Promise<Maker | undefined> => {
  const clerk = await findGrant(stored, clerkId);
  const beside = await openOfficer(stored, officer.accountId, officer.pin);
  return clerk && beside.kind === 'verified' ? { clerk, officer: beside.officer } : undefined;
};
/** A reception of this machine, as it went or will go. */
const sourceAt = async (real: Real): Promise<Source | undefined> => {
  const stored = real.counter().stored();
  const row = stored && (await stored.db.outbox.toArray()).findLast((one) => one.act === 'receive-dossier');
  const maker = stored && await makerAt(stored, real);
  return stored && row && maker && { real, ...maker, ...await openQueued(stored, row), isTaken: row.state === 'done' };
};

const send = ({ real, device }: Source, json: object): Promise<Reply | undefined> =>
  real.elsewhere({ method: 'POST', path: '/api/desk/offline/commands', json, headers: deviceHeader(device) });
const turnedAway = (reply: Reply | undefined, statuses: readonly number[]): void => {
  // undefined: the server was killed over it
  if (reply && !statuses.includes(reply.status)) throw new Error(`answered ${reply.status} ${JSON.stringify(reply.body)}`);
};
const forgeEnvelope = async (kind: keyof typeof ENVELOPES, book: Book, source: Source): Promise<void> => {
  const forged = { commandId: randomUUID(), dossierId: randomUUID() };
  const envelope = await ENVELOPES[kind](source, forged.commandId, forged.dossierId);
  if (!envelope) return;
  book.forged.push(forged);
  turnedAway(await send(source, envelope), [422]);
};

const OTHERS = {
  'replayed as it was': async (source: Source) => turnedAway(await send(source, source.command), [200, 409, 422]),
  'a body over the limit': async (source: Source) => turnedAway(await send(source, { ...source.command, commandId: randomUUID(), body: { reason: 'x'.repeat(1_100_000) } }), [413]),
  'a scan with another hash': async ({ real, device }: Source) => {
    const [name, bytes] = [randomBytes(32).toString('hex'), new Uint8Array(randomBytes(2_000))];
    turnedAway(await real.elsewhere({
      method: 'PUT', path: `/api/desk/offline/files/${name}?offset=0&total=${bytes.length}`, bytes, headers: { ...deviceHeader(device), 'idempotency-key': randomUUID() },
    }), [422]);
  },
  'by a machine that nobody enrolled': async (source: Source) => turnedAway(await send({ ...source, device: { deviceId: randomUUID(), token: source.device.token } }, source.command), [404]),
};

type Kind = keyof typeof ENVELOPES | keyof typeof OTHERS;
export const FORGERIES = [...Object.keys(ENVELOPES), ...Object.keys(OTHERS)] as readonly Kind[];
export const forge = (kind: Kind) => step(`forged: ${kind}`, async (book, real) => {
  const source = await sourceAt(real);
  if (!source) return;
  if (kind in ENVELOPES) await forgeEnvelope(kind as keyof typeof ENVELOPES, book, source);
  else await OTHERS[kind as keyof typeof OTHERS](source);
});
