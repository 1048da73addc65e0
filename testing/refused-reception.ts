// A reception printed at a counter and refused by the law when it came in, and the same put right an hour later.
import { randomUUID } from 'node:crypto';
import { papersFor, procedureIn, receiveCommand } from './desk-commands.ts';
import type { Counter, Envelope } from './offline-counter.ts';
import type { Caller, ServedWorld } from './served-world.ts';

const birth = procedureIn('kybac-2019', '1.001193');
type Grant = Counter['clerk'];
type Kept = { readonly code: string; readonly refusal: { readonly caseId: string; readonly caseKind: string } };

export type RefusedReceptions = {
  readonly refused: () => Promise<{ readonly envelope: Envelope; readonly code: string; readonly dossierId: string }>;
  /** By whoever is granted then. */
  readonly putRight: (first: Envelope, more?: Record<string, unknown>, body?: object) => Promise<Envelope>;
  readonly caseOf: (commandId: string) => Promise<unknown>;
};

export const refusedReceptions = (world: ServedWorld, clerk: Caller, counter: Counter): RefusedReceptions => {
  const { pool } = world.database;
  return {
    // a paper is missing that the counter thought was not asked for
    refused: async () => {
      const command = receiveCommand('ky-bac', birth, { papers: [] });
      const leased = [counter.take('dossier:xa-ky-bac', '191118'), counter.take('paper:intake-receipt:xa-ky-bac', '2019')];
      const code = `000.22.36.H27-191118-${String(leased[0]?.number).padStart(4, '0')}`;
      const envelope = counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { code, paperId: randomUUID() } });
      const answer = await counter.send(envelope);
      if (answer.status !== 422 || answer.json<Kept>().refusal.caseKind !== 'refused') throw new Error(`not refused: ${answer.status} ${answer.text}`);
      return { envelope, code, dossierId: command.dossierId };
    },
    putRight: async (first, more = {}, body = {}) => {
      world.wait(3600);
      const { rows } = await pool.query<{ id: string }>("select account_id as id from motcua.account where login = 'tuphap.kybac'");
      const granted = async (asked: object): Promise<Grant> => (await clerk.send('POST', '/api/desk/offline/grants', asked, counter.header)).json<Grant>();
      const [by, officer] = [await granted({}), await granted({ officer: { accountId: rows[0]?.id, pin: '246810' } })];
      const whole = { papers: papersFor(birth, birth.cases[0]?.caseId ?? ''), ...body };
      return counter.proven({
        ...first, commandId: randomUUID(), machineAt: counter.now(), body: { ...(first['body'] as object), ...whole }, corrects: { commandId: first.commandId, at: counter.now() }, ...more,
      }, { by, officer });
    },
    caseOf: async (commandId) =>
      (await pool.query("select kind, reason, settled_how as how from motcua.offline_case where command_id = $1 and kind <> 'correction'", [commandId])).rows[0],
  };
};
