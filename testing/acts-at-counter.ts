// Acts on one dossier by the counter's own front door, and what became of each in its outbox.
import { randomUUID } from 'node:crypto';
import { openQueued } from '#staff/offline/store.ts';
import { farmer, procedureIn, receiveCommand } from './desk-commands.ts';
import type { Bench } from './model-bench.ts';
import { saidOf, storedOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');

export const confirmedAt = ({ officer: { accountId, pin } }: Bench) => ({ confirmation: { by: 'pin', accountId, pin } });

/** The receipt anew, under another name. */
export const renamed = (fullName: string) => {
  const { answers, papers } = receiveCommand('ky-bac', birth);
  return { deskId: 'ky-bac', reason: 'Ghi nhầm tên', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, parties: { applicant: { ...farmer, fullName } }, answers, papers, fees: [] };
};

/** Done on the dossier as the counter shows it; the key it goes by. */
export const actAt = async (at: Bench, dossierId: string, path: string, body: object, more: { readonly corrects?: string } = {}): Promise<string> => {
  const key = randomUUID();
  const { revision } = await viewAt(at.counter(), dossierId);
  const outcome = await at.counter().act({ path: `/api/desk/dossiers/${dossierId}/${path}`, key, body: { deskId: 'ky-bac', revision, ...body, ...confirmedAt(at) }, ...more });
  if (!outcome.ok) throw new Error(String(saidOf(outcome)));
  return key;
};

export const queuedAt = async (at: Bench, key: string) => {
  const row = await at.counter().db.outbox.where('commandId').equals(key).first();
  if (!row) throw new Error('not in the outbox');
  const { command } = await openQueued(storedOf(at.counter()), row);
  return { state: row.state, code: row.refusal?.code, follows: command.follows, command };
};
