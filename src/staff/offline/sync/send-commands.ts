// What the counter did goes to the server: at least once sent, once done, for the server looks up the command's id first.
import { offlineCommandAnswer } from '#wire/offline.wire.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import { utf8 } from '../bytes.ts';
import type { CounterDb, OutboxRow, OutboxState } from '../counter-db.ts';
import { type Queued, openQueued, unsent } from '../store.ts';
import { type Round, tellServer } from './round.ts';
import { noteStale } from './stale.ts';
import { isScanLost, uploadScans } from './upload-scan.ts';
import { TOO_LARGE, type Verdict } from './verdict.ts';
import { type SendResult, walkQueue } from './walk-queue.ts';

const setState = async ({ stored: { db } }: Round, row: OutboxRow, state: OutboxState, more: Partial<OutboxRow> = {}): Promise<void> => {
  await db.outbox.where('commandId').equals(row.commandId).modify((kept: OutboxRow) => { Object.assign(kept, { state, ...more }); });
};

/** What the server misses is sent again from the start. */
const sendAgain = async ({ stored: { db } }: Round, scans: readonly string[]): Promise<void> => {
  await db.scans.where('sha256').anyOf([...scans]).modify((scan: { sent: number }) => { scan.sent = 0; });
};

const sendOne = async (round: Round, row: OutboxRow): Promise<Verdict> => {
  const queued = await openQueued(round.stored, row).catch(() => undefined);
  if (!queued) return parkedHere('row-unreadable');
  const verdict = await sendOpened(round, row, queued);
  // brought from a machine of another desk: that its people are not here holds up nothing of this one
  const isBrought = queued.device.deviceId !== round.device.deviceId && (verdict.kind === 'other-desk' || verdict.kind === 'revoked');
  return isBrought ? parkedHere('brought-from-another-desk') : verdict;
};

const sendOpened = async (round: Round, row: OutboxRow, { command, device }: Queued): Promise<Verdict> => {
  const uploaded = await uploadScans(round, row.scans, device);
  if (uploaded.kind !== 'done') return uploaded;
  await setState(round, row, 'sending', { attempts: row.attempts + 1 });
  const path = '/api/desk/offline/commands';
  const tell = async (query = ''): Promise<Verdict> => {
    const verdict = await tellServer(round, `${path}${query}`, command, device, command.commandId);
    if (verdict.kind !== 'refused' || verdict.code !== TOO_LARGE) return verdict;
    // it never passes: the office is told of it without its body
    const bodyBytes = utf8(JSON.stringify(command.body)).length;
    return tellServer(round, `${path}?bodyBytes=${bodyBytes}`, { ...command, body: {} }, device, command.commandId);
  };
  const verdict = await tell();
  if (verdict.kind !== 'scans') return verdict;
  await sendAgain(round, verdict.scans);
  const again = await uploadScans(round, verdict.scans, device);
  if (again.kind !== 'done') return again;
  const then = await tell();
  if (then.kind !== 'scans') return then;
  // neither side has them: waiting brings nothing, a person scans anew
  const areLost = (await Promise.all(then.scans.map((sha256) => isScanLost(round, sha256)))).every(Boolean);
  return areLost ? tell('?scans=lost') : then;
};

const PARKED_HERE = {
  'row-unreadable': 'Máy không đọc lại được việc này trong kho (ổ đĩa có thể đã hỏng), nên chưa gửi được. Nhập lại theo giấy đã in và báo quản trị hệ thống; các việc khác vẫn gửi.',
  'brought-from-another-desk': 'Việc này nhập từ máy của quầy khác. Người của quầy đó đăng nhập tại máy này rồi bấm “Gửi lại”, hoặc nhập tệp tại một máy của quầy đó; các việc khác vẫn gửi.',
} as const;
const parkedHere = (code: keyof typeof PARKED_HERE): Verdict => ({ kind: 'refused', code, text: PARKED_HERE[code], atOffice: false });

/** What was refused only for want of what it builds on is tried again as soon as something of the same dossiers was taken. */
export const releaseFollowers = async (db: CounterDb, dossierIds: readonly string[]): Promise<void> => {
  await db.outbox.where('dossierIds').anyOf([...dossierIds]).distinct().and(({ state, refusal }) => state === 'refused' && refusal?.code === NOT_ACCEPTED_BEFORE)
    .modify((row: { state: OutboxState; refusal?: unknown; settledAt?: string }) => {
      row.state = 'queued';
      delete row.refusal;
      delete row.settledAt;
    });
};

const settle = async (round: Round, row: OutboxRow, verdict: Verdict): Promise<void> => {
  const { stored: { db }, businessNow } = round;
  switch (verdict.kind) {
    case 'done':
      offlineCommandAnswer.parse(verdict.body);
      await setState(round, row, 'done', { settledAt: businessNow() });
      await releaseFollowers(db, row.dossierIds);
      return noteStale(db, row.dossierIds);
    case 'refused': {
      const { code, text, atOffice, fieldErrors } = verdict;
      await setState(round, row, 'refused', { settledAt: businessNow(), refusal: { code, text, atOffice, ...(fieldErrors ? { fieldErrors } : {}) } });
      return noteStale(db, row.dossierIds);
    }
    default: return setState(round, row, verdict.kind === 'scans' ? 'waiting-for-file' : 'queued');
  }
};

export const sendCommands = async (round: Round): Promise<SendResult> => walkQueue(await unsent(round.stored.db), {
  aboutOf: (row) => row.dossierIds,
  send: (row) => sendOne(round, row),
  settle: (row, verdict) => settle(round, row, verdict),
});
