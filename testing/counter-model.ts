// What may befall a counter without a line, as commands of a model: the real store on one side, a real server on the
// other, and between them a line that loses, doubles and delays. Each keeps book of what was printed.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type fc from 'fast-check';
import type { Counter } from '#staff/offline/counter/counter.ts';
import type { Outcome } from '#staff/offline/queue-act.ts';
import { findDossier } from '#staff/offline/store.ts';
import type { Reply, Sent } from '#staff/offline/transport.ts';
import type { Left, Others } from './left-at-desk.ts';

/** The server however it runs, and the machine with all that lies in its memory. */
export type Real = {
  readonly counter: () => Counter;
  readonly line: Line;
  readonly killTab: () => Promise<void>;
  /** What lies here was written by the release before this one. */
  readonly upgrade: () => Promise<void>;
  readonly killServer: () => Promise<void>;
  readonly revoke: () => Promise<void>;
  /** By its own word; given back it is an ordinary machine, and enrolled anew. */
  readonly giveBack: () => Promise<boolean>;
  readonly isRevokedThere: () => Promise<boolean>;
  readonly jump: (milliseconds: number) => void;
  /** The machine's clock as the server's, and business time set by it anew if the line lets it. */
  readonly setRight: () => void;
  /** What is made now would be kept for its time. */
  readonly isTimeDoubtful: () => Promise<boolean>;
  readonly officer: { readonly accountId: string; readonly pin: string };
  readonly clerkId: string;
  /** Of another machine, whose line is whole; undefined: the server was killed over it. */
  readonly elsewhere: (sent: Sent) => Promise<Reply | undefined>;
  /** A number that a machine of another desk holds. */
  readonly others: Others;
  /** What the agency left with this desk before the line was cut. */
  readonly left: Left;
};

export const FAULTS = ['request-lost', 'answer-lost', 'doubled', 'late'] as const;
export type Fault = (typeof FAULTS)[number];
/** `sends`: only then does the queue send, so that a run that fails can be repeated. */
export type Line = { faults: (Fault | undefined)[]; isUp: boolean; late: Sent[]; sends: boolean };
export const newLine = (): Line => ({ faults: [], isUp: true, late: [], sends: false });

/** Loses, doubles and delays as told; `late`: the answer is lost and the same comes in once more, after others. */
export const faultyTransport = (line: Line, reach: (sent: Sent) => Promise<Reply | undefined>) => async (sent: Sent): Promise<Reply | undefined> => {
  if (!line.isUp) return undefined;
  const fault = line.faults.shift();
  if (fault === 'request-lost') return undefined;
  const delayed = line.late.shift();
  const reply = await reach(sent);
  if (delayed) await reach(delayed);
  if (fault === 'doubled') await reach(sent);
  if (fault === 'late') line.late.push(sent);
  return fault === 'answer-lost' || fault === 'late' ? undefined : reply;
};

export type Printed = {
  commandId: string; readonly path: string; body: object; readonly dossierId: string; readonly code: string; fee: number;
  /** `refused`: by the law, until it is put right. */
  revision: number; state: 'received' | 'handed-over' | 'cancelled' | 'withdrawn' | 'resolved-at-desk' | 'refused' | 'in-refused-bag';
  /** Its receipt says another sum since. */
  isCorrected?: true;
  /** After this the server may keep it for a person instead of taking it. */
  doubtful: boolean;
  /** A later act on it may be kept instead of taken. */
  unsure: boolean;
};
/** Refused by the law until it is put right, and how that is done. */
export type Parked = { readonly kind: 'bag' } | { readonly kind: 'slip'; readonly path: string; readonly body: object; readonly changed: () => object };
export type Moved = {
  commandId: string;
  /** A bag's are several. */
  readonly dossierIds: readonly string[];
  doubtful: boolean;
  /** Of a paper that no dossier bears, or the label of a bag. */
  readonly number?: string;
  parked?: Parked;
};
export type Book = {
  readonly printed: Printed[];
  readonly moved: Moved[];
  /** What nobody here did, and no server may do. */
  readonly forged: { readonly commandId: string; readonly dossierId: string }[];
  /** Taken by the server before the machine was given back, which forgot them then. */
  readonly broughtIn: Set<string>;
  steps: number; doubtful: boolean; revoked: boolean;
};
export const newBook = (): Book => ({ printed: [], moved: [], forged: [], broughtIn: new Set(), steps: 0, doubtful: false, revoked: false });
/** What the citizen, or the post's car, left with. */
export const acts = ({ printed, moved }: Readonly<Book>): readonly (Printed | Moved)[] => [...printed, ...moved];
export const dossiersOf = (one: Printed | Moved): readonly string[] => ('dossierIds' in one ? one.dossierIds : [one.dossierId]);

export type Step = fc.AsyncCommand<Book, Real>;
export const confirmation = ({ officer }: Real) => ({ by: 'pin' as const, ...officer });
const STANDS_OTHERWISE = ['not-forwardable', 'changed-meanwhile', 'act-not-possible', 'not-to-go-out'];
type May = { readonly unsure?: boolean; readonly isOld?: boolean };
export const must = (outcome: Outcome, book: Book, { unsure, isOld }: May = {}): unknown => {
  if (outcome.ok) return outcome.value.answer;
  const { code } = outcome.refusal;
  // the release before wrote less of it, and it was not read anew yet
  if (isOld && code === 'not-at-hand') return undefined;
  // an earlier act on it waits for a person: what was pulled since shows the dossier without it
  if (unsure && STANDS_OTHERWISE.includes(code)) return undefined;
  // a machine that knows that it was revoked has forgotten everybody; one whose clock ran days ahead takes their word to be over
  if (code === 'lease-run-out' || (book.revoked && code === 'not-enrolled') || (book.doubtful && code === 'grant-over')) return undefined;
  throw new Error(`refused at the counter: ${outcome.refusal.code} ${outcome.refusal.detail}`);
};
export type Said = { readonly dossierId: string; readonly code: string; readonly revision: number; readonly totalFee: number; readonly state: Printed['state'] };

export const print = async (book: Book, real: Real, path: string, body: object, more: Partial<Printed & { afterUnsettled: boolean }> = {}): Promise<void> => {
  const { afterUnsettled = false, commandId = randomUUID(), ...as } = more;
  const said = must(await real.counter().act({ path, body, key: commandId, afterUnsettled }), book) as Said | undefined;
  if (said) {
    const { dossierId, code, totalFee, revision, state } = said;
    book.printed.push({ commandId, path, body, dossierId, code, fee: totalFee, revision, state, doubtful: book.doubtful, unsure: book.doubtful, ...as });
  }
};
export const isOld = async (real: Real, dossierId: string): Promise<boolean> => {
  const stored = real.counter().stored();
  const view = stored && await findDossier(stored, dossierId);
  return view !== undefined && view.clock === undefined;
};

/** Says which step it was that failed. */
export const step = (name: string, run: (book: Book, real: Real) => Promise<void>, check: (book: Readonly<Book>) => boolean = () => true): Step => ({
  check, toString: () => name,
  run: async (book, real) => {
    book.steps += 1;
    book.doubtful = book.revoked || await real.isTimeDoubtful();
    await run(book, real).catch((error: unknown) => {
      throw new Error(`step ${book.steps}, ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  },
});
export const pick = (book: Readonly<Book>, index: number, state: Printed['state']): Printed | undefined => {
  const there = book.printed.filter((one) => one.state === state);
  return there[index % Math.max(1, there.length)];
};

export const sendNow = async ({ counter, line }: Pick<Real, 'counter' | 'line'>): Promise<void> => {
  line.sends = true;
  await counter().sync.poke();
  line.sends = false;
};
