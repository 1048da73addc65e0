// What may befall a counter without a line, as commands of a model: the real store on one side, a real server on the
// other, and between them a line that loses, doubles and delays. Each keeps book of what was printed.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { TAKEN_BACK, WITHDRAWAL, answersTo, certifyCommand, farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { sha256Hex, utf8 } from '#staff/offline/bytes.ts';
import type { Counter } from '#staff/offline/counter/counter.ts';
import type { Outcome } from '#staff/offline/queue-act.ts';
import { keepScan } from '#staff/offline/store.ts';
import type { Reply, Sent } from '#staff/offline/transport.ts';

/** The server however it runs, and the machine with all that lies in its memory. */
export type Real = {
  readonly counter: () => Counter;
  readonly line: Line;
  readonly killTab: () => Promise<void>;
  readonly killServer: () => Promise<void>;
  readonly revoke: () => Promise<void>;
  readonly jump: (milliseconds: number) => void;
  /** The machine's clock as the server's, and business time set by it anew if the line lets it. */
  readonly setRight: () => void;
  /** What is made now would be kept for its time. */
  readonly isTimeDoubtful: () => Promise<boolean>;
  readonly officer: { readonly accountId: string; readonly pin: string };
  /** What the agency left with this desk before the line was cut. */
  readonly left: { readonly asked: string; readonly bag: string; readonly incoming: string };
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
  readonly commandId: string; readonly path: string; readonly body: object; readonly dossierId: string; readonly code: string; fee: number;
  revision: number; state: 'received' | 'handed-over' | 'cancelled' | 'withdrawn' | 'resolved-at-desk';
  /** Its receipt says another sum since. */
  isCorrected?: true;
  /** After this the server may keep it for a person instead of taking it. */
  readonly doubtful: boolean;
  /** A later act on it may be kept instead of taken. */
  unsure: boolean;
};
export type Book = { readonly printed: Printed[]; readonly moved: { readonly commandId: string; readonly dossierId: string; readonly doubtful: boolean }[]; steps: number; doubtful: boolean; revoked: boolean };
export const newBook = (): Book => ({ printed: [], moved: [], steps: 0, doubtful: false, revoked: false });

type Step = fc.AsyncCommand<Book, Real>;
const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const extract = procedureIn('kybac-2019', '2.000635');

const confirmation = ({ officer }: Real) => ({ by: 'pin' as const, ...officer });
const STANDS_OTHERWISE = ['not-forwardable', 'changed-meanwhile', 'act-not-possible'];
const must = (outcome: Outcome, book: Book, unsure = false): unknown => {
  if (outcome.ok) return outcome.value.answer;
  const { code } = outcome.refusal;
  // an earlier act on it waits for a person: what was pulled since shows the dossier without it
  if (unsure && STANDS_OTHERWISE.includes(code)) return undefined;
  // a machine that knows that it was revoked has forgotten everybody; one whose clock ran days ahead takes their word to be over
  if (code === 'lease-run-out' || (book.revoked && code === 'not-enrolled') || (book.doubtful && code === 'grant-over')) return undefined;
  throw new Error(`refused at the counter: ${outcome.refusal.code} ${outcome.refusal.detail}`);
};
type Said = { readonly dossierId: string; readonly code: string; readonly revision: number; readonly totalFee: number; readonly state: Printed['state'] };

const print = async (book: Book, real: Real, path: string, body: object, commandId: string, afterUnsettled = false): Promise<void> => {
  const said = must(await real.counter().act({ path, body, key: commandId, afterUnsettled }), book) as Said | undefined;
  if (said) {
    book.printed.push({
      commandId, path, body, dossierId: said.dossierId, code: said.code, fee: said.totalFee, revision: said.revision, state: said.state, doubtful: book.doubtful, unsure: book.doubtful,
    });
  }
};

/** Says which step it was that failed. */
const step = (name: string, run: (book: Book, real: Real) => Promise<void>, check: (book: Readonly<Book>) => boolean = () => true): Step => ({
  check, toString: () => name,
  run: async (book, real) => {
    book.steps += 1;
    book.doubtful = book.revoked || await real.isTimeDoubtful();
    await run(book, real).catch((error: unknown) => {
      throw new Error(`step ${book.steps}, ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  },
});
const pick = (book: Readonly<Book>, index: number, state: Printed['state']): Printed | undefined => {
  const there = book.printed.filter((one) => one.state === state);
  return there[index % Math.max(1, there.length)];
};

const receive = step('receive', (book, real) =>
  print(book, real, '/api/desk/dossiers', receiveCommand('ky-bac', birth, { confirmation: confirmation(real) } as never), randomUUID()));
/** Two pieces, so that the line can break between them. */
const SCAN_BYTES = 256 * 1024 + 5_000;
const receiveScanned = step('receive with a scan', async (book, real) => {
  const stored = real.counter().stored();
  if (!stored) return;
  const page = new Uint8Array(SCAN_BYTES);
  page.set(utf8(`%PDF-1.7 ${randomUUID()}`));
  const sha256 = await sha256Hex(page);
  await keepScan(stored, { sha256, mediaType: 'application/pdf', storedAt: await real.counter().businessNow() }, page);
  const papers = receiveCommand('ky-bac', birth).papers.map((paper, index) => (index === 0 ? { ...paper, scans: [sha256] } : paper));
  await print(book, real, '/api/desk/dossiers', receiveCommand('ky-bac', birth, { papers, confirmation: confirmation(real) } as never), randomUUID());
});
const certify = (lines: number) => step(`certify ${lines}`, (book, real) => print(book, real, '/api/desk/certifications', certifyCommand('ky-bac', copies, {
  lines: Array.from({ length: lines }, (_line, index) => ({ paperName: `Giấy số ${index + 1}`, pages: index + 2, copies: 2 })), confirmation: confirmation(real),
} as never), randomUUID()));
/** First to the act's own route, where the line breaks before or after the server took it; then here, under the same key. */
const unsettled = (isTaken: boolean) => step(`unsettled, ${isTaken ? 'taken' : 'not taken'}`, async (book, real) => {
  const commandId = randomUUID();
  const body = receiveCommand('ky-bac', birth, { confirmation: confirmation(real) } as never);
  real.line.faults = [isTaken ? 'answer-lost' : 'request-lost'];
  await real.counter().parts.transport({ method: 'POST', path: '/api/desk/dossiers', json: body, headers: { 'idempotency-key': commandId } });
  await print(book, real, '/api/desk/dossiers', body, commandId, true);
});
const again = (index: number) => step(`again ${index}`, async (book, real) => {
  const before = book.printed[index % book.printed.length];
  if (!before) return;
  const said = must(await real.counter().act({ path: before.path, body: before.body, key: before.commandId }), book) as Said | undefined;
  if (said && said.code !== before.code) throw new Error(`${before.code} became ${said.code}`);
}, (book) => book.printed.length > 0);
const forward = (index: number) => step(`forward ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (!dossier) return;
  const [commandId, wasUnsure] = [randomUUID(), dossier.unsure];
  const said = must(await real.counter().act({
    path: '/api/desk/hand-overs', key: commandId,
    body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: dossier.dossierId, revision: dossier.revision, paperCount: 1 }] },
  }), book, wasUnsure);
  if (!said) return;
  Object.assign(dossier, { state: 'handed-over', revision: dossier.revision + 1, unsure: dossier.unsure || book.doubtful });
  book.moved.push({ commandId, dossierId: dossier.dossierId, doubtful: book.doubtful || dossier.doubtful || wasUnsure });
}, (book) => pick(book, index, 'received') !== undefined);
const cancel = (index: number) => step(`cancel ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (!dossier) return;
  const [commandId, wasUnsure] = [randomUUID(), dossier.unsure];
  const said = must(await real.counter().act({
    path: `/api/desk/dossiers/${dossier.dossierId}/cancel-entry`, key: commandId,
    body: { deskId: 'ky-bac', revision: dossier.revision, reason: 'Nhập nhầm', confirmation: confirmation(real) },
  }), book, wasUnsure);
  if (!said) return;
  Object.assign(dossier, { state: 'cancelled', revision: dossier.revision + 1, unsure: dossier.unsure || book.doubtful });
  book.moved.push({ commandId, dossierId: dossier.dossierId, doubtful: book.doubtful || dossier.doubtful || wasUnsure });
}, (book) => pick(book, index, 'received') !== undefined);
/** An act on one dossier of this counter, after which it stands as `after` says. */
const moveOn = async (book: Book, real: Real, dossier: Printed, path: string, body: object, after: (said: Said) => Partial<Printed>): Promise<void> => {
  const [commandId, wasUnsure] = [randomUUID(), dossier.unsure];
  const said = must(await real.counter().act({
    path: `/api/desk/dossiers/${dossier.dossierId}/${path}`, key: commandId, body: { deskId: 'ky-bac', revision: dossier.revision, confirmation: confirmation(real), ...body },
  }), book, wasUnsure) as Said | undefined;
  if (!said) return;
  Object.assign(dossier, { revision: said.revision, unsure: wasUnsure || book.doubtful, ...after(said) });
  book.moved.push({ commandId, dossierId: dossier.dossierId, doubtful: book.doubtful || dossier.doubtful || wasUnsure });
};
const correct = (index: number, copiesAsked: number) => step(`correct ${index}`, async (book, real) => {
  const dossier = pick(book, index, index % 2 === 0 ? 'received' : 'handed-over');
  const caseId = extract.cases[0]?.caseId ?? '';
  if (dossier?.path !== '/api/desk/dossiers') return;
  await moveOn(book, real, dossier, 'supersede-receipt', {
    reason: 'Ghi nhầm thủ tục', procedureCode: extract.code, procedureVersion: extract.version, caseId, parties: { applicant: farmer },
    answers: answersTo(extract.eForm), papers: papersFor(extract, caseId), fees: [{ feeId: 'copy', quantity: copiesAsked, collected: true }],
  }, ({ totalFee }) => ({ fee: totalFee, isCorrected: true }));
});
const withdraw = (index: number) => step(`withdraw ${index}`, async (book, real) => {
  const dossier = pick(book, index, 'received');
  if (dossier) await moveOn(book, real, dossier, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK }, () => ({ state: 'withdrawn' }));
}, (book) => pick(book, index, 'received') !== undefined);
/** Once, while the machine knows it: what came from the agency before the line was cut. */
const once = (name: string, path: (real: Real) => string, body: (real: Real) => object, dossierOf: (real: Real) => string) => step(name, async (book, real) => {
  const commandId = randomUUID();
  const outcome = await real.counter().act({ path: path(real), key: commandId, body: { deskId: 'ky-bac', confirmation: confirmation(real), ...body(real) } });
  // it was done before
  if (!outcome.ok && ['changed-meanwhile', 'act-not-possible', 'not-on-record'].includes(outcome.refusal.code)) return;
  if (must(outcome, book)) book.moved.push({ commandId, dossierId: dossierOf(real), doubtful: book.doubtful });
});
const bring = once('bring what was asked for', ({ left }) => `/api/desk/dossiers/${left.asked}/receive-supplement`,
  () => ({ revision: 2, papers: [{ itemId: 'khac', name: 'Giấy thử', form: 'original', count: 1 }] }), ({ left }) => left.asked);
const count = once('count the bag', ({ left }) => `/api/desk/incoming/${left.bag}/accept`, ({ left }) => ({ received: [left.incoming] }), ({ left }) => left.incoming);
export const sendNow = async ({ counter, line }: Pick<Real, 'counter' | 'line'>): Promise<void> => {
  line.sends = true;
  await counter().sync.poke();
  line.sends = false;
};
const sync = (faults: readonly (Fault | undefined)[]) => step(`sync [${faults.map((fault) => fault ?? 'through').join(' ')}]`, async (_book, real) => {
  real.line.faults = [...faults];
  await sendNow(real);
  real.line.faults = [];
});
const line = (isUp: boolean) => step(isUp ? 'line back' : 'line cut', async (_book, real) => { real.line.isUp = isUp; });
const killTab = step('kill tab', (_book, real) => real.killTab());
const killServer = step('kill server', (_book, real) => real.killServer());
const jump = (minutes: number) => step(`clock ${minutes} min`, async (_book, real) => { real.jump(minutes * 60_000); });
const setRight = step('clock put right', async (_book, real) => {
  real.setRight();
  await sendNow(real);
});
const runOut = step('numbers run out', async (_book, real) => {
  for (const lease of await real.counter().db.leases.toArray()) await real.counter().db.leases.update(lease.leaseId, { next: lease.to + 1 });
});
const revoke = step('revoked', async (book, real) => {
  Object.assign(book, { doubtful: true, revoked: true });
  // what was printed before and is not known to have arrived is kept for a person as well
  const arrived = new Set((await real.counter().db.outbox.where('state').equals('done').toArray()).map((row) => row.commandId));
  const waiting = [...book.printed, ...book.moved].filter((one) => !arrived.has(one.commandId));
  for (const one of waiting) Object.assign(one, { doubtful: true });
  for (const one of book.printed) if (waiting.some((late) => late.dossierId === one.dossierId)) one.unsure = true;
  await real.revoke();
}, (book) => !book.revoked);

const faults = fc.array(fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 2 }), { maxLength: 8 });
const acts = [
  fc.constant(receive), fc.constant(receiveScanned), fc.integer({ min: 1, max: 3 }).map(certify), fc.boolean().map(unsettled), fc.nat(9).map(again),
  fc.nat(9).map(forward), fc.nat(9).map(cancel), fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 3 })).map(([index, asked]) => correct(index, asked)), fc.nat(9).map(withdraw),
  fc.constant(bring), fc.constant(count),
];
const mishaps = [
  faults.map(sync), faults.map(sync), fc.boolean().map(line), fc.constant(killTab), fc.constant(killServer),
  fc.integer({ min: -4, max: 4 }).map(jump), fc.constantFrom(-9 * 24 * 60, 90).map(jump), fc.constant(setRight), fc.constant(runOut),
];

export const counterSteps = (most: number): fc.Arbitrary<Iterable<Step>> => fc.commands([...acts, ...mishaps, fc.constant(revoke)], { maxCommands: most, size: '+1' });

const DAY_STEPS = { minLength: 110, maxLength: 150, size: 'max' } as const;
/** A whole day, more work than mishaps; revoked, if at all, near its end, since after that a machine prints nothing. */
export const counterDay = (): fc.Arbitrary<readonly Step[]> => {
  const [work, mishap] = [fc.oneof(...acts), fc.oneof(...mishaps)];
  const hours = fc.array(fc.oneof({ weight: 2, arbitrary: work }, { weight: 1, arbitrary: mishap }), DAY_STEPS);
  const end = fc.option(fc.array(fc.oneof(work, mishap), { maxLength: 8 }), { nil: undefined });
  return fc.tuple(hours, end).map(([day, after]) => (after ? [...day, revoke, ...after] : day));
};
