// The hottest acts: facts from memory, decision, and one statement that checks the facts again, numbers, saves,
// journals and stores the answer. Whatever memory says against the person is read again before it is said.
import type { Pool } from 'pg';
import type { Result } from '#core/kernel/result.ts';
import type { ActContext, Performed } from './act.ts';
import { replayOf, untilAnswered } from './perform.ts';

export type OneStatementAct<Command, Facts, Decision, Refusal, Answer> = {
  readonly name: string;
  /** From memory; 'read-again' reads all anew. Undefined = not there for this person. */
  readonly load: (context: ActContext, command: Command, again?: 'read-again') => Promise<Facts | undefined>;
  readonly decide: (command: Command, facts: Facts, context: ActContext) => Result<Decision, Refusal>;
  /** 'facts-changed': a row the decision rests on is no longer so, or the command was already performed. */
  readonly save: (pool: Pool, context: ActContext, command: Command, decision: Decision, facts: Facts) => Promise<Answer | 'facts-changed'>;
};

const MAX_READS = 5;

export const performInOneStatement = <Command, Facts, Decision, Refusal, Answer extends object>(
  pool: Pool, act: OneStatementAct<Command, Facts, Decision, Refusal, Answer>, context: ActContext, command: Command,
): Promise<Performed<Refusal, Answer>> =>
  untilAnswered(pool, context, act.name, async () => {
    let performed: Performed<Refusal, Answer> = { kind: 'not-found' };
    for (let read = 0; read < MAX_READS; read += 1) {
      const facts = await act.load(context, command, read === 0 ? undefined : 'read-again');
      const decision = facts && act.decide(command, facts, context);
      if (facts && decision?.ok) {
        const answer = await act.save(pool, context, command, decision.value, facts);
        if (answer !== 'facts-changed') return { kind: 'done', answer, replayed: false };
      } else {
        performed = decision && !decision.ok ? { kind: 'refused', refusal: decision.refusal } : { kind: 'not-found' };
      }
      // the same command may have been performed while this one read
      const replay = await replayOf<Refusal, Answer>(pool, context, act.name);
      if (replay) return replay;
      if (read > 0 && !decision?.ok) return performed;
    }
    throw new Error(`${act.name}: facts kept changing`);
  });
