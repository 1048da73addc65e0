// The books of a world while its past is written: rows by table, numbers without gaps, one hash chain per place.
import type { Moment } from '#core/kernel/moment.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { ChainId } from '#server/acts/act.ts';
import { type ChainHead, EMPTY_CHAIN, chainRows } from '#server/acts/journal-chain.ts';
import { uuidOf } from '../identifiers.ts';
import { type Row, bytes } from '../rows.ts';
import { HA_TINH } from '../worlds.ts';
import type { Worker } from './staffing.ts';

export type Books = {
  readonly world: string;
  /** What the clock was set forward by: real time of something that was written at a business moment. */
  readonly realTimeOf: (at: Moment) => string;
  readonly take: (series: NumberSeries) => number;
  readonly add: (table: string, row: Row) => void;
  readonly journal: (chain: ChainId, at: Moment, by: Worker, act: string, dossierId: string | undefined, data: Readonly<Record<string, unknown>>) => void;
  readonly rowsOf: (table: string) => readonly Row[];
  /** Counters and heads of the chains, once nothing more is written. */
  readonly close: () => void;
};

export const openBooks = (world: string, clockOffsetSeconds: number): Books => {
  const tables = new Map<string, Row[]>();
  const counters = new Map<string, { readonly series: NumberSeries; last: number }>();
  const heads = new Map<ChainId, ChainHead & { readonly prevHash: Buffer }>();
  const add = (table: string, row: Row): void => {
    const rows = tables.get(table) ?? [];
    rows.push({ province_id: HA_TINH, ...row });
    tables.set(table, rows);
  };
  const realTimeOf = (at: Moment): string => new Date(momentToEpoch(at) - clockOffsetSeconds * 1000).toISOString();
  return {
    world, add, realTimeOf,
    rowsOf: (table) => tables.get(table) ?? [],
    take: (series) => {
      const key = `${series.series} ${series.period}`;
      const counter = counters.get(key) ?? { series, last: 0 };
      counter.last += 1;
      counters.set(key, counter);
      return counter.last;
    },
    journal: (chain, at, by, act, dossierId, data) => {
      const head = heads.get(chain) ?? { ...EMPTY_CHAIN, prevHash: EMPTY_CHAIN.hash };
      const commandId = uuidOf(`${world}/${chain}/${head.seq + 1}`);
      const [row] = chainRows(head, chain, { accountId: by.accountId, accountName: by.name, commandId, now: at }, [{ act, data, ...(dossierId === undefined ? {} : { dossierId }) }]);
      if (row === undefined) throw new Error('no journal row');
      heads.set(chain, { seq: row.seq, hash: row.hash, prevHash: row.prevHash });
      add('journal', {
        chain_id: chain, seq: row.seq, act, dossier_id: row.dossierId, account_id: by.accountId, at, recorded_at: realTimeOf(at),
        body: row.body, prev_hash: bytes(row.prevHash), hash: bytes(row.hash),
      });
    },
    close: () => {
      for (const { series, last } of counters.values()) add('number_counter', { series: series.series, period: series.period, last_number: last });
      for (const [chain, head] of heads) add('journal_head', { chain_id: chain, seq: head.seq, prev_hash: bytes(head.prevHash), hash: bytes(head.hash) });
    },
  };
};
