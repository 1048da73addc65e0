// What waits on this machine, line by line, and the ways out of what was refused.
import { z } from 'zod';
import type { BagRefused } from '#core/custody/bag.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { QUARANTINE_REASONS } from '#core/offline/case-reason.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import type { PutRightAct } from '../counter/put-right/putting-right.ts';
import { isWholeAtOffice } from '../offline/at-office.ts';
import type { CounterDb, OutboxRow } from '../offline/counter-db.ts';
import { DEVICE } from '../offline/meta-keys.ts';
import { type DeviceKey, findDossier, findSecret, openQueued, type Queued, type Stored } from '../offline/store.ts';
import type { QueueRow } from './counter.ts';

/** What could not be believed is for the office alone. */
const isDoubted = ({ refusal }: OutboxRow): boolean => refusal?.atOffice === true && QUARANTINE_REASONS.some((reason) => reason === refusal.code);
/** Their own dialogs open them again; the rest is the office's. */
const PUT_RIGHT: Readonly<Record<PutRightAct | 'receive-dossier', true>> = {
  'receive-dossier': true, 'supersede-receipt': true, 'receive-supplement': true, 'forward-dossiers': true, 'accept-outcome': true, 'return-outcome': true,
  'accept-papers-back': true, 'give-back-papers': true, 'withdraw-dossier': true, 'cancel-entry': true,
  'give-guidance': true, 'refuse-reception': true, 'certify-copies': true, 'hand-over-filled-bag': true,
};
const isPutRight = (act: OfflineAct): act is keyof typeof PUT_RIGHT => Object.hasOwn(PUT_RIGHT, act);

/** A bag sent again says the same hour. */
const REFUSED_AGAIN: BagRefused['kind'] = 'begun-before-machine';

/** What only waits for another act of this list goes in with that. */
const waitsForAnother = (row: OutboxRow, rows: readonly OutboxRow[]): boolean => row.refusal?.code === NOT_ACCEPTED_BEFORE
  && rows.some((one) => (one.seq ?? 0) < (row.seq ?? 0) && one.dossierIds.some((id) => row.dossierIds.includes(id)));
export const mayCorrect = (row: OutboxRow, rows: readonly OutboxRow[]): boolean =>
  isPutRight(row.act) && row.state === 'refused' && row.refusal?.atOffice === true && !isDoubted(row) && row.refusal.code !== REFUSED_AGAIN && !waitsForAnother(row, rows);

/** What was brought from another machine is proven by that machine alone. */
export const isOwn = async (stored: Stored, queued: Queued | undefined): Promise<boolean> =>
  queued !== undefined && queued.device.deviceId === ((await findSecret(stored, DEVICE)) as DeviceKey | undefined)?.deviceId;

/** Of what no dossier bears the body names the person. */
const named = z.object({ personName: z.string().optional(), requester: z.object({ fullName: z.string() }).optional() });

/** A clerk with eleven acts in the list has to know them from each other. */
const aboutOf = async (stored: Stored, { dossierIds }: OutboxRow, queued: Queued | undefined): Promise<Pick<QueueRow, 'code' | 'who'>> => {
  const [only] = dossierIds;
  const view = only !== undefined && dossierIds.length === 1 ? await findDossier(stored, only).catch(() => undefined) : undefined;
  const said = named.safeParse(queued?.command.body).data;
  return { code: queued?.command.printed?.code ?? view?.code, who: view ? (view.parties.owner ?? view.parties.applicant).fullName : (said?.requester?.fullName ?? said?.personName) };
};

const rowOf = async (stored: Stored, row: OutboxRow, rows: readonly OutboxRow[]): Promise<QueueRow> => {
  const queued = await openQueued(stored, row).catch(() => undefined);
  return {
    commandId: row.commandId, act: row.act, state: row.state, madeAt: row.madeAt as Moment,
    ...(await aboutOf(stored, row, queued)), dossierCount: row.dossierIds.length, dossierId: row.dossierIds.length === 1 ? row.dossierIds[0] : undefined, reason: row.refusal?.text, atOffice: row.refusal?.atOffice ?? false,
    mayLeave: isWholeAtOffice(row),
    isDoubted: isDoubted(row), mayCorrect: mayCorrect(row, rows) && await isOwn(stored, queued),
  };
};

/** Whatever is not through. */
export const rowsWaiting = (db: CounterDb): Promise<OutboxRow[]> => db.outbox.where('state').notEqual('done').sortBy('seq');

export const listQueue = async (stored: Stored): Promise<readonly QueueRow[]> => {
  const rows = await rowsWaiting(stored.db);
  return Promise.all(rows.map((row) => rowOf(stored, row, rows)));
};

const change = (db: CounterDb, commandId: string, state: OutboxRow['state'], now: Moment): Promise<number> =>
  db.outbox.where('commandId').equals(commandId).and((row) => row.state === 'refused').modify((row: { state: OutboxRow['state']; settledAt?: string }) => {
    row.state = state;
    row.settledAt = state === 'done' ? now : undefined;
  });

/** The server may say otherwise now: what stood in its way was put right. */
export const sendAgain = async (db: CounterDb, commandId: string, now: Moment): Promise<void> => void (await change(db, commandId, 'queued', now));
/** It lies at the office whole; here it is done with. */
export const leaveToOffice = async (db: CounterDb, commandId: string, now: Moment): Promise<void> => void (await change(db, commandId, 'done', now));
