// What waits on this machine, line by line, and the ways out of what was refused.
import type { Moment } from '#core/kernel/moment.ts';
import type { CounterDb, OutboxRow } from '../offline/counter-db.ts';
import { openQueued, type Stored } from '../offline/store.ts';
import type { QueueRow } from './counter.ts';

const rowOf = async (stored: Stored, row: OutboxRow): Promise<QueueRow> => {
  const { command } = await openQueued(stored, row);
  return {
    commandId: row.commandId, act: row.act, state: row.state, madeAt: row.madeAt as Moment, code: command.printed?.code,
    dossierId: row.dossierIds.length === 1 ? row.dossierIds[0] : undefined, reason: row.refusal?.text, atOffice: row.refusal?.atOffice ?? false,
  };
};

export const listQueue = async (stored: Stored): Promise<readonly QueueRow[]> =>
  Promise.all((await stored.db.outbox.where('state').notEqual('done').sortBy('seq')).map((row) => rowOf(stored, row)));

const change = (db: CounterDb, commandId: string, state: OutboxRow['state'], now: Moment): Promise<number> =>
  db.outbox.where('commandId').equals(commandId).and((row) => row.state === 'refused').modify((row: { state: OutboxRow['state']; settledAt?: string }) => {
    row.state = state;
    row.settledAt = state === 'done' ? now : undefined;
  });

/** The server may say otherwise now: what stood in its way was put right. */
export const sendAgain = async (db: CounterDb, commandId: string, now: Moment): Promise<void> => void (await change(db, commandId, 'queued', now));
/** It lies at the office whole; here it is done with. */
export const leaveToOffice = async (db: CounterDb, commandId: string, now: Moment): Promise<void> => void (await change(db, commandId, 'done', now));
