// Every act without a line is the same sentence: parse → facts from the store → the same core decides → one transaction
// writes the numbers taken, the dossiers, the paper and the command that waits to be sent. Done once however often asked.
import type { z } from 'zod';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type OfflineAct, proofText, provenPart } from '#core/offline/offline-act.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DeskRefusal } from '#wire/refusals/desk.ts';
import type { Acting, Correcting, Granted } from './acting.ts';
import { sha256Hex, utf8 } from './bytes.ts';
import type { CounterDb, DossierRow, OutboxRow, PaperRow } from './counter-db.ts';
import { buildsOnParked, correctingOf, isParked, makesDossier, numbersFor, paperAgain, settleParked } from './correct-act.ts';
import { type CounterRefusal, counterProblem } from './counter-refusals.ts';
import { type Ground, groundOf, standsOn } from './ground.ts';
import { type Taken, type Wanted, leasesAfter } from './lease-hand.ts';
import { type KeptPaper, openQueued, sealDossier, sealPaper, sealQueued } from './store.ts';
import { unknownScans } from './unknown-scans.ts';

export type EffectPaper = KeptPaper & { readonly paperId: string; readonly dossierId?: string; readonly supersedesPaperId?: string };
export type Effect = {
  readonly answer: unknown;
  /** The dossiers as the act leaves them. */
  readonly dossiers: readonly DossierView[];
  readonly paper?: EffectPaper;
  /** Printed with it, and no record of its own: the label of a bag. */
  readonly label?: EffectPaper;
  readonly printed?: OfflineCommand['printed'];
  readonly basis?: Readonly<Record<string, string>>;
};

export type QueueSpec<Body, Facts, Decision, Refusal = DeskRefusal> = {
  readonly act: OfflineAct;
  readonly body: z.ZodType<Body, unknown>;
  /** Of an act on one dossier the envelope names it. */
  readonly onOne: boolean;
  /** The target is a record of a hand-over, and so says the envelope. */
  readonly onRecord?: true;
  /** What it is about: commands on one dossier are sent in the order made. */
  readonly about: (body: Body, target: string | undefined) => readonly string[];
  /** Those that the server may not have yet. */
  readonly scans?: (body: Body, facts: Facts) => readonly string[];
  /** Undefined: not at hand on this machine. */
  readonly load: (acting: Acting, body: Body, target: string | undefined) => Promise<Facts | undefined>;
  readonly decide: (acting: Acting, body: Body, facts: Facts) => Result<Decision, Refusal>;
  readonly numbers: (decision: Decision, facts: Facts, acting: Acting, body: Body) => readonly Wanted[];
  /** Gone under its seal: it is put right as the same thing or not at all, and what was printed stands. */
  readonly isSameSealed?: (before: unknown, now: Body) => boolean;
  readonly effect: (acting: Acting, body: Body, facts: Facts, decision: Decision, taken: readonly Taken[]) => Effect;
};

export type Asked = {
  readonly commandId: string;
  /** The dossier of an act on one. */
  readonly target?: string;
  readonly body: unknown;
  /** It was sent to the server first, and no answer came. */
  readonly afterUnsettled: boolean;
  /** The refused act that this one puts right. */
  readonly corrects?: string;
};
export type Outcome = Result<{ readonly answer: unknown }, Problem>;

const MOST_TRIES = 8;
const NO_GROUND = { ground: [], follows: [] };
const counter = (refusal: CounterRefusal): Outcome => refuse(counterProblem(refusal));

/** Whoever acted and whoever confirmed vouch for the whole of it. */
export const proven = async (clerk: Granted, officer: Granted | undefined, command: Omit<OfflineCommand, 'by' | 'officer'>): Promise<OfflineCommand> => {
  const text = proofText(command, await sha256Hex(utf8(canonicalJson(provenPart(command)))));
  const by = async ({ accountId, grantId, prove }: Granted): Promise<OfflineCommand['by']> => ({ accountId, grantId, proof: await prove(text) });
  const [acted, confirmed] = await Promise.all([by(clerk), officer && by(officer)]);
  return { ...command, by: acted, ...(confirmed ? { officer: confirmed } : {}) };
};

/** As it was answered before: the same key with another body is another act, and is refused. */
const answeredBefore = async ({ stored }: Acting, commandId: string, bodyHash: string): Promise<Outcome | undefined> => {
  const row = await stored.db.outbox.where('commandId').equals(commandId).first();
  if (!row) return undefined;
  if (row.bodyHash !== bodyHash) return counter({ kind: 'key-reused' });
  return ok({ answer: (await openQueued(stored, row)).answer });
};

type Rows = {
  readonly command: OutboxRow; readonly dossiers: readonly DossierRow[]; readonly paper?: PaperRow; readonly label?: PaperRow;
  readonly ground: readonly Ground[];
  /** In the citizen's hand already. */
  readonly paperStands?: true;
  /** Refused, and by this put right. */
  readonly corrected?: Correcting;
};

/** All of it or nothing: where another tab was quicker, nothing is written and it is decided again. */
const saveAll = (db: CounterDb, taken: readonly Taken[], { command, dossiers, paper, label, corrected, ground, paperStands }: Rows): Promise<boolean> =>
  db.transaction('rw', [db.leases, db.dossiers, db.papers, db.scans, db.outbox], async () => {
    // asked at once and not one after the other: each answer crosses to the browser's own process and back
    const [queued, isWaiting, stands, known, missing, leases] = await Promise.all([
      db.outbox.where('commandId').equals(command.commandId).count(), corrected ? isParked(db, corrected.commandId) : true, standsOn(db, ground),
      db.dossiers.bulkGet(dossiers.map((row) => row.dossierId)), unknownScans(db, command.scans), leasesAfter(db, taken),
    ]);
    if (queued > 0 || !isWaiting || !stands || missing.length > 0 || !leases) return false;
    const isNext = ({ revision }: DossierRow, i: number): boolean => (known[i]?.revision ?? 0) === revision - 1;
    const isAnew = corrected !== undefined && makesDossier(command.act);
    if (!isAnew && !dossiers.every(isNext)) return false;
    await Promise.all([
      db.leases.bulkPut([...leases]), db.dossiers.bulkPut([...dossiers]), db.outbox.add(command),
      // what stands keeps the count of its prints
      paper && !paperStands ? db.papers.put(paper) : undefined, label && !paperStands ? db.papers.put(label) : undefined,
      corrected ? settleParked(db, corrected, paper?.paperId) : undefined,
    ]);
    return true;
  });

/** `problemOf`: the words of what this act may refuse. */
export const queueAct = async <Body extends object, Facts, Decision, Refusal>(
  spec: QueueSpec<Body, Facts, Decision, Refusal>, asking: Acting, asked: Asked, problemOf: (refusal: Refusal) => Problem,
): Promise<Outcome> => {
  const { stored, ports, clerk, officer, device } = asking;
  const said = spec.body.safeParse(asked.body);
  if (!said.success) return counter({ kind: 'fields-unreadable', paths: said.error.issues.map((issue) => issue.path.join('.')) });
  for (const person of [clerk, ...(officer ? [officer] : [])]) {
    if (person.validUntil <= asking.now) return counter({ kind: 'grant-over', fullName: person.fullName, until: person.validUntil });
  }
  const { confirmation: _confirmation, ...rest } = said.data as Body & { readonly confirmation?: unknown };
  const body = JSON.parse(JSON.stringify(rest)) as Record<string, unknown>;
  const bodyHash = await sha256Hex(utf8(canonicalJson(body)));
  const about = spec.about(said.data, asked.target);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [before, acting, { ground, follows }] = await Promise.all([
      answeredBefore(asking, asked.commandId, bodyHash),
      asked.corrects === undefined ? asking : correctingOf(asking, asked.corrects, { act: spec.act, dossierIds: about, handOverId: spec.onRecord && asked.target, isSame: (before) => spec.isSameSealed?.(before, said.data) ?? true }),
      asked.corrects !== undefined && makesDossier(spec.act) ? NO_GROUND : groundOf(stored.db, about),
    ]);
    if (before) return before;
    if (!acting) return counter({ kind: 'not-parked' });
    const { now, correcting } = acting;
    const head = { commandId: asked.commandId, act: spec.act, madeAt: now };
    if (correcting && await buildsOnParked(stored.db, follows)) return counter({ kind: 'not-at-hand' });
    const facts = await spec.load(acting, said.data, asked.target);
    if (facts === undefined) return counter({ kind: 'not-at-hand' });
    const decided = spec.decide(acting, said.data, facts);
    if (!decided.ok) return refuse(problemOf(decided.refusal));
    const numbers = await numbersFor(acting, spec.numbers(decided.value, facts, acting, said.data));
    if ('kind' in numbers) return counter(numbers);
    const { taken, anew, spare } = numbers;
    const { answer, dossiers, paper, label, printed, basis, paperStands } = await paperAgain(acting, (as) => spec.effect(as, said.data, facts, decided.value, taken), spec.isSameSealed !== undefined);
    const command = await proven(clerk, officer, {
      ...head, ...(spec.onOne ? { dossierId: about[0] as OfflineCommand['dossierId'] } : {}), ...(spec.onRecord ? { handOverId: asked.target } : {}), body, machineAt: momentFromEpoch(ports.machineNow()),
      leased: [...taken, ...spare].map(({ leaseId, series, period, number }) => ({ leaseId, series, period, number })), ...(printed ? { printed: { ...printed, ...(paper && printed.paperId === paper.paperId ? { formVersion: paper.payload.version } : {}) } } : {}),
      basis: { ...acting.reference.basis, ...basis }, afterUnsettled: asked.afterUnsettled,
      ...(follows.length > 0 ? { follows: [...follows] } : {}),
      ...(correcting ? { corrects: { commandId: correcting.commandId, at: correcting.at } } : {}),
    });
    const sealIssued = (one: EffectPaper | undefined) => one && sealPaper(stored, { paperId: one.paperId, dossierId: one.dossierId, issuedAt: now }, { number: one.number, payload: one.payload });
    const [sealed, sealedDossiers, sealedPaper, sealedLabel] = await Promise.all([
      sealQueued(stored, { command, answer, device }), Promise.all(dossiers.map((view) => sealDossier(stored, view))), sealIssued(paper), sealIssued(label),
    ]);
    const isSaved = await saveAll(stored.db, anew, {
      corrected: correcting, dossiers: sealedDossiers.map((row) => ({ ...row, madeBy: asked.commandId })), paper: sealedPaper, label: sealedLabel, ground, paperStands,
      command: {
        commandId: asked.commandId, act: spec.act, state: 'queued', madeAt: now, dossierIds: about, scans: [...new Set(spec.scans?.(said.data, facts) ?? [])],
        bodyHash, attempts: 0, sealed,
      },
    });
    if (isSaved) return ok({ answer });
  }
  throw new Error('the counter’s records kept changing');
};
