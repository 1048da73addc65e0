// Every write is the same sentence: parse → load facts → decide → save (state + journal + outbox,
// one transaction) → answer. An act adds only its facts, decision and save.
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CustodyChange } from '#core/custody/change.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { AccountId, ProvinceId } from '#core/organisation/organisation.ts';

/** Who acts, with which command, at which business time; made by the route from the session. */
export type ActContext = {
  readonly provinceId: ProvinceId;
  readonly accountId: AccountId;
  readonly accountName: string;
  /** The Idempotency-Key. */
  readonly commandId: string;
  readonly fingerprint: Buffer;
  /** Business time of the act. */
  readonly now: Moment;
  readonly offline?: MadeOffline;
};

/** Done at a counter without a line and brought here afterwards: what was printed there is what is saved here. */
export type MadeOffline = {
  /** Numbers that the counter held and took; undefined: it held none of this series. */
  readonly takeLeased: (series: NumberSeries, howMany: number) => readonly number[] | undefined;
  readonly paperId?: string;
  readonly printedDue?: Moment;
  /** The receipt says what it replaces. */
  readonly supersedes?: { readonly number: string; readonly issuedAt: Moment; readonly reason: string };
  /** Since when the machine is one of the desk's. */
  readonly machineSince: Moment;
  /** The day on which the record reaches the server. */
  readonly arrivedOn: PlainDate;
};

/** Whoever acts without an account: an administrator at the command line, a citizen from afar. */
export const NOBODY = '00000000-0000-0000-0000-000000000000' as AccountId;

/** `desk:ky-bac`, `unit:so-tu-phap`, `admin` or `access:desk:ky-bac` (comings and goings): acts of two chains never wait for each other. */
export type ChainId = `desk:${string}` | `unit:${string}` | `access:${string}` | 'admin';

export type JournalEntry = {
  readonly act: string;
  readonly dossierId?: string;
  /** What happened, in the field's terms; no scans, no whole forms. */
  readonly data: Readonly<Record<string, unknown>>;
};

export type OutboxMessage = {
  readonly outboxId: string; // UUIDv7
  readonly topic: string; // 'citizen-notice', 'national-portal', …
  readonly dossierId?: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Saved<Answer> = {
  readonly answer: Answer;
  readonly chain: ChainId;
  readonly journal: readonly JournalEntry[];
  readonly outbox: readonly OutboxMessage[];
  /** What changed hands by it. */
  readonly custody?: CustodyChange;
};

export type Act<Command, Facts, Decision, Refusal, Answer> = {
  readonly name: string;
  /** Reads what the decision needs, locking the rows it will change; undefined = not there for this person. */
  readonly load: (db: PoolClient, context: ActContext, command: Command) => Promise<Facts | undefined>;
  readonly decide: (command: Command, facts: Facts, context: ActContext) => Result<Decision, Refusal>;
  readonly save: (
    db: PoolClient, context: ActContext, command: Command, decision: Decision, facts: Facts,
  ) => Promise<Saved<Answer>>;
};

export type Performed<Refusal, Answer> =
  | { readonly kind: 'done'; readonly answer: Answer; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-found' }
  /** The same key was sent with another body: 422. */
  | { readonly kind: 'key-reused' };

/** Covers the act, its target and the whole body. */
export const fingerprintOf = (act: string, target: string, command: unknown): Buffer =>
  createHash('sha256').update(`${act}\n${target}\n${canonicalJson(command)}`).digest();
