// An act done at the command line: journalled like any other, by no account.
import { randomUUID } from 'node:crypto';
import { ok } from '#core/kernel/result.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import type { PoolClient } from 'pg';
import { fingerprintOf, NOBODY, type ActContext } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { findClockOffset } from '../http/clock.sql.ts';
import type { OpenWorld } from '../startup/open-world.ts';

export type HandWork<T extends object> = {
  readonly act: string;
  /** for the journal: no passwords */
  readonly data: Readonly<Record<string, unknown>>;
  /** undefined: what it is about does not exist */
  readonly work: (db: PoolClient, provinceId: number) => Promise<T | undefined>;
};

/** Who acts at the command line, at which business time. */
export const handContext = async ({ pool, row }: OpenWorld, act: string, command: unknown): Promise<ActContext> => {
  const offset = await findClockOffset(pool, row.provinceId);
  return {
    provinceId: row.provinceId as ProvinceId, accountId: NOBODY, accountName: 'Quản trị viên (dòng lệnh)',
    commandId: randomUUID(), fingerprint: fingerprintOf(act, '', command), now: momentFromEpoch(Date.now() + offset * 1000),
  };
};

export const performByHand = async <T extends object>(open: OpenWorld, hand: HandWork<T>): Promise<T | undefined> => {
  const { pool, row } = open;
  const context = await handContext(open, hand.act, hand.data);
  const performed = await perform(pool, {
    name: hand.act,
    load: (db) => hand.work(db, row.provinceId),
    decide: (_command: null, result: T) => ok(result),
    save: (_db, _context, _command, result: T) =>
      Promise.resolve({ answer: result, chain: 'admin' as const, journal: [{ act: hand.act, data: hand.data }], outbox: [] }),
  }, context, null);
  return performed.kind === 'done' ? performed.answer : undefined;
};
