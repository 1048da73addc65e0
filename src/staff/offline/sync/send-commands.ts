// The queue in the order made. Commands on one dossier never overtake each other; one that waits or fails holds back
// only its own dossiers. At least once sent, once done: the server looks up the command's id first.
import { offlineCommandAnswer } from '#wire/offline.wire.ts';
import type { OutboxRow, OutboxState } from '../counter-db.ts';
import { openQueued, unsent } from '../store.ts';
import { type Round, type Stop, isStop, tellServer } from './round.ts';
import { noteStale } from './stale.ts';
import { uploadScans } from './upload-scan.ts';
import type { Verdict } from './verdict.ts';

export type SendResult = { readonly stop?: Stop; readonly sent: number; readonly parked: number; readonly waiting: number };

const setState = async ({ stored: { db } }: Round, row: OutboxRow, state: OutboxState, more: Partial<OutboxRow> = {}): Promise<void> => {
  await db.outbox.where('commandId').equals(row.commandId).modify((kept: OutboxRow) => { Object.assign(kept, { state, ...more }); });
};

/** What the server misses is sent again from the start. */
const sendAgain = async ({ stored: { db } }: Round, scans: readonly string[]): Promise<void> => {
  await db.scans.where('sha256').anyOf([...scans]).modify((scan: { sent: number }) => { scan.sent = 0; });
};

const sendOne = async (round: Round, row: OutboxRow): Promise<Verdict> => {
  const { command, device } = await openQueued(round.stored, row);
  const uploaded = await uploadScans(round, row.scans, device);
  if (uploaded.kind !== 'done') return uploaded;
  await setState(round, row, 'sending', { attempts: row.attempts + 1 });
  const verdict = await tellServer(round, '/api/desk/offline/commands', command, device, command.commandId);
  if (verdict.kind !== 'scans') return verdict;
  await sendAgain(round, verdict.scans);
  const again = await uploadScans(round, verdict.scans, device);
  return again.kind === 'done' ? tellServer(round, '/api/desk/offline/commands', command, device, command.commandId) : again;
};

export const sendCommands = async (round: Round): Promise<SendResult> => {
  const held = new Set<string>();
  const count = { sent: 0, parked: 0, waiting: 0 };
  for (const row of await unsent(round.stored.db)) {
    if (row.dossierIds.some((id) => held.has(id))) {
      for (const id of row.dossierIds) held.add(id);
      count.waiting += 1;
      continue;
    }
    const verdict = await sendOne(round, row);
    if (verdict.kind === 'done') {
      offlineCommandAnswer.parse(verdict.body);
      await setState(round, row, 'done', { settledAt: round.businessNow() });
      await noteStale(round.stored.db, row.dossierIds);
      count.sent += 1;
    } else if (verdict.kind === 'refused') {
      await setState(round, row, 'refused', { settledAt: round.businessNow(), refusal: { code: verdict.code, text: verdict.text, atOffice: verdict.atOffice, ...(verdict.fieldErrors ? { fieldErrors: verdict.fieldErrors } : {}) } });
      await noteStale(round.stored.db, row.dossierIds);
      count.parked += 1;
    } else {
      await setState(round, row, verdict.kind === 'scans' ? 'waiting-for-file' : 'queued');
      count.waiting += 1;
      if (isStop(verdict)) return { ...count, stop: verdict };
      for (const id of row.dossierIds) held.add(id);
    }
  }
  return count;
};
