// What waits on this machine, line by line, and the ways out of what was refused.
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import { QUARANTINE_REASONS } from '#core/offline/case-reason.ts';
import { receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { draftOfCommand } from '../counter/receive-dossier/draft-of-command.ts';
import type { ReceiveDraft } from '../counter/receive-dossier/draft.ts';
import { sectionOf } from '../counter/receive-dossier/section-of.ts';
import type { Reference } from '../offline/reference.ts';
import type { CounterDb, OutboxRow } from '../offline/counter-db.ts';
import { openQueued, type Stored } from '../offline/store.ts';
import type { QueueRow } from './counter.ts';

/** What could not be believed is for the office alone. */
const isDoubted = ({ refusal }: OutboxRow): boolean => refusal?.atOffice === true && QUARANTINE_REASONS.some((reason) => reason === refusal.code);
const mayCorrect = (row: OutboxRow): boolean =>
  row.act === 'receive-dossier' && row.state === 'refused' && row.refusal?.atOffice === true && !isDoubted(row);

const rowOf = async (stored: Stored, row: OutboxRow): Promise<QueueRow> => {
  const { command } = await openQueued(stored, row);
  return {
    commandId: row.commandId, act: row.act, state: row.state, madeAt: row.madeAt as Moment, code: command.printed?.code,
    dossierId: row.dossierIds.length === 1 ? row.dossierIds[0] : undefined, reason: row.refusal?.text, atOffice: row.refusal?.atOffice ?? false,
    isDoubted: isDoubted(row), mayCorrect: mayCorrect(row),
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

/** The refused reception as a draft: its boxes as they were sent, its reason beside them. */
export const correctionOf = async (
  stored: Stored, reference: Reference | undefined, commandId: string, begun: Pick<ReceiveDraft, 'key' | 'owner' | 'startedAt'>,
): Promise<ReceiveDraft | undefined> => {
  const row = await stored.db.outbox.where('commandId').equals(commandId).first();
  if (!row || !mayCorrect(row) || !reference) return undefined;
  const { command } = await openQueued(stored, row);
  const body = receiveDossierCommand.parse(command.body);
  const procedure = reference.procedureOn(body.procedureCode, dateOf(command.madeAt));
  if (!procedure) return undefined;
  const fieldErrors = row.refusal?.fieldErrors ?? [];
  const [first] = fieldErrors;
  return {
    ...draftOfCommand(body, procedure, begun),
    section: first ? sectionOf(first.path) : row.refusal?.code === 'papers-missing' ? 'papers' : 'applicant',
    corrects: { commandId, code: command.printed?.code ?? '', paperId: command.printed?.paperId ?? '', text: row.refusal?.text ?? '', fieldErrors },
  };
};
