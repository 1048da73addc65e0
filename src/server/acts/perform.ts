// Performs an act once, however often it is sent: replay? → facts → decide → save → answer.
import type { Pool, PoolClient } from 'pg';
import type { Act, ActContext, Performed } from './act.ts';
import { chainRows } from './journal-chain.ts';
import { findStoredAnswer, lockChainHead, saveClosing } from './perform.sql.ts';
import { saveCustody } from './save-custody.sql.ts';

const UNIQUE = '23505';
const TRANSIENT = new Set(['40001', '40P01', '57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'EPIPE']);
const MAX_TRIES = 4;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Deadlock, serialisation, a lost connection: safe to send again, because the key answers for it. */
const isTransient = (error: unknown): boolean =>
  TRANSIENT.has(codeOf(error)) || (error instanceof Error && error.message.startsWith('Connection terminated'));

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** The stored answer of a command already performed; 'key-reused' when its body, or its sender, was another. */
export const replayOf = async <Refusal, Answer>(
  db: Pool | PoolClient, context: ActContext, act: string,
): Promise<Performed<Refusal, Answer> | undefined> => {
  const stored = await findStoredAnswer(db, context.provinceId, context.commandId);
  if (!stored) return undefined;
  const isSame = stored.act === act && stored.accountId === context.accountId && stored.fingerprint.equals(context.fingerprint);
  if (!isSame) return { kind: 'key-reused' };
  return { kind: 'done', answer: stored.answer as Answer, replayed: true };
};

/** Tries again on transient faults and turns a lost race of one command into its replay. */
export const untilAnswered = async <Refusal, Answer>(
  pool: Pool, context: ActContext, act: string, once: () => Promise<Performed<Refusal, Answer>>,
): Promise<Performed<Refusal, Answer>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      // the same command came by two ways at once, and the other one won: on its key or on a record of its own
      if (codeOf(error) === UNIQUE) {
        const replay = await replayOf<Refusal, Answer>(pool, context, act);
        if (replay) return replay;
      }
      if (attempt >= MAX_TRIES || !isTransient(error)) throw error;
      await pause(20 * 2 ** attempt);
    }
  }
};

export const inTransaction = async <T>(pool: Pool, work: (db: PoolClient) => Promise<{ commit: boolean; value: T }>): Promise<T> => {
  const db = await pool.connect();
  let broken: Error | undefined;
  try {
    await db.query('begin');
    const { commit, value } = await work(db);
    await db.query(commit ? 'commit' : 'rollback');
    return value;
  } catch (error) {
    await db.query('rollback').catch((fault: Error) => { broken = fault; });
    throw error;
  } finally {
    db.release(broken);
  }
};

export const perform = <Command, Facts, Decision, Refusal, Answer>(
  pool: Pool, act: Act<Command, Facts, Decision, Refusal, Answer>, context: ActContext, command: Command,
): Promise<Performed<Refusal, Answer>> =>
  untilAnswered(pool, context, act.name, () =>
    inTransaction<Performed<Refusal, Answer>>(pool, async (db) => {
      const replay = await replayOf<Refusal, Answer>(db, context, act.name);
      if (replay) return { commit: false, value: replay };
      // loading waits for rows that the same command may just have changed: then it is a replay, not a refusal
      const unless = async (otherwise: Performed<Refusal, Answer>) =>
        ({ commit: false, value: (await replayOf<Refusal, Answer>(db, context, act.name)) ?? otherwise });
      const facts = await act.load(db, context, command);
      if (facts === undefined) return unless({ kind: 'not-found' });
      const decision = act.decide(command, facts, context);
      if (!decision.ok) return unless({ kind: 'refused', refusal: decision.refusal });
      const saved = await act.save(db, context, command, decision.value, facts);
      if (saved.custody) await saveCustody(db, context, saved.custody);
      const head = await lockChainHead(db, context.provinceId, saved.chain);
      const rows = chainRows(head, saved.chain, context, saved.journal);
      await saveClosing(db, context, act.name, saved.chain, rows, saved.outbox, saved.answer);
      return { commit: true, value: { kind: 'done', answer: saved.answer, replayed: false } };
    }));
