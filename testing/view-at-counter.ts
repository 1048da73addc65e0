// A dossier as the server's view of it came in with the changes: nothing of it waits to be sent from this counter.
import { randomUUID } from 'node:crypto';
import type { Counter } from '#staff/offline/counter/counter.ts';
import type { Outcome } from '#staff/offline/queue-act.ts';
import { type Queued, type Stored, findDossier, openQueued, sealDossier } from '#staff/offline/store.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { OFFICER_ID, PIN } from './counter-machine.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';

const birth = procedureIn('kybac-2019', '1.001193');

export const CONFIRMED = { by: 'pin', accountId: OFFICER_ID, pin: PIN } as const;

export const storedOf = (counter: Counter): Stored => counter.stored() as Stored;
export const saidOf = (outcome: Outcome): unknown => (outcome.ok ? outcome.value.answer : outcome.refusal.code);

export const viewAt = async (counter: Counter, dossierId: string): Promise<DossierView> => {
  const view = await findDossier(storedOf(counter), dossierId);
  if (!view) throw new Error('no such dossier here');
  return view;
};

export const putView = async (counter: Counter, view: DossierView): Promise<void> => {
  await counter.db.dossiers.put(await sealDossier(storedOf(counter), view));
};

/** Received here, sent, and gone on elsewhere as `more` says. */
export const withView = async (counter: Counter, more: Partial<DossierView> | ((before: DossierView) => Partial<DossierView>)): Promise<DossierView> => {
  const body = receiveCommand('ky-bac', birth);
  const received = await counter.act({ path: '/api/desk/dossiers', body: { ...body, confirmation: CONFIRMED }, key: randomUUID() });
  if (!received.ok) throw new Error(received.refusal.code);
  const before = await viewAt(counter, body.dossierId);
  const view: DossierView = { ...before, revision: 6, ...(typeof more === 'function' ? more(before) : more) };
  await counter.db.outbox.clear();
  await counter.db.papers.clear();
  await putView(counter, view);
  return view;
};

/** Of the command that waits last: the envelope as it will be sent. */
export const lastCommand = async (counter: Counter): Promise<Queued['command']> => {
  const row = await counter.db.outbox.orderBy('seq').last();
  if (!row) throw new Error('nothing waits');
  return (await openQueued(storedOf(counter), row)).command;
};
/** How many commands wait, and how many papers were made. */
export const keptBy = async ({ db }: Counter): Promise<readonly number[]> => [await db.outbox.count(), await db.papers.count()];
