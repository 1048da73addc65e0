// What waits here for a person and was settled meanwhile, at the office or by another machine, leaves the list by itself.
import { judgedAnswer } from '#wire/offline.wire.ts';
import type { OutboxRow } from '../counter-db.ts';
import { type Round, type Stop, askServer, isStop } from './round.ts';
import { releaseFollowers } from './send-commands.ts';
import { noteStale } from './stale.ts';

const MOST_ASKED = 50;

const leave = async ({ stored: { db }, businessNow }: Round, row: OutboxRow, isTaken: boolean): Promise<void> => {
  const left = await db.outbox.where('commandId').equals(row.commandId).and(({ state }) => state === 'refused')
    .modify((kept: { state: OutboxRow['state']; settledAt?: string }) => {
      kept.state = 'done';
      kept.settledAt = businessNow();
    });
  // put right or sent again in the meantime
  if (left === 0) return;
  if (isTaken) await releaseFollowers(db, row.dossierIds);
  await noteStale(db, row.dossierIds);
};

export const readJudged = async (round: Round): Promise<Stop | undefined> => {
  const parked = await round.stored.db.outbox.where('state').equals('refused').and(({ refusal }) => refusal?.atOffice === true).sortBy('seq');
  for (let from = 0; from < parked.length; from += MOST_ASKED) {
    const some = parked.slice(from, from + MOST_ASKED);
    const verdict = await askServer(round, `/api/desk/offline/judged?commands=${some.map(({ commandId }) => commandId).join()}`);
    if (isStop(verdict)) return verdict;
    if (verdict.kind !== 'done') return undefined;
    const how = new Map(judgedAnswer.parse(verdict.body).judged.map((one) => [one.commandId, one.how]));
    for (const row of some) if (how.has(row.commandId)) await leave(round, row, how.get(row.commandId) === 'taken');
  }
  return undefined;
};
