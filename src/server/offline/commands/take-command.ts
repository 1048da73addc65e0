// One act done without a line, taken: replayed, believed, performed as it was printed, or kept for a person.
import type { QuarantineReason } from '#core/offline/case-reason.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import { mayBeVouchedFor } from '#core/offline/settle-case.ts';
import type { FieldError } from '#wire/problem.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import type { DeskRefusal } from '#wire/refusals/desk.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import { NOT_ACCEPTED_BEFORE_TEXT, NOT_HERE_TEXT, keptRefusalText, quarantineText, scansLostText } from '#wire/refusals/offline.ts';
import { type StoredAnswer, findStoredAnswer } from '../../acts/perform.sql.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { unprintableFields } from '../../papers/printable.ts';
import { type CaseRow, type NewCase, type Settled, findCorrectionsOf, findKeptOf, findNotAccepted } from '../kept/cases.sql.ts';
import { believe, unbornNumbers } from './believe.ts';
import { correctsKept } from './corrects-kept.ts';
import { noteDoubled } from './doubled.act.ts';
import { keepCommand } from './keep-command.act.ts';
import { keepTooLarge } from './keep-too-large.ts';
import { type Prepared, prepareAct } from './offline-acts.ts';
import { type AsPrinted, CORRECTED_MEANWHILE, SETTLED_MEANWHILE, fingerprintOfPrepared, performAsPrinted } from './perform-as-printed.ts';
import { type Sending, caseOf } from './sending.ts';

export type Taken =
  | { readonly kind: 'taken'; readonly answer: unknown; readonly replayed: boolean; readonly cases: readonly string[] }
  /** For a person to judge; one who wanted it taken finds it judged by another. */
  | { readonly kind: 'kept'; readonly kept: CaseRow; readonly fieldErrors?: readonly FieldError[] }
  /** Its scans are not here yet: nothing is wrong. */
  | { readonly kind: 'waits'; readonly refusal: Extract<DeskRefusal, { readonly kind: 'scans-missing' }> }
  /** A person wanted it taken, and it cannot be. */
  | { readonly kind: 'not-taken'; readonly why: string }
  /** A person wanted it taken who may not vouch for what is not believed, or is no longer. */
  | { readonly kind: 'needs-officer' };

/** A person's word that it be taken. */
export type Reviewed = Settled & { readonly mayBelieve: boolean };

type Kept = Omit<NewCase, 'caseId'>;

const BUILDS_ON_NOTHING: Kept = { kind: 'refused', reason: NOT_ACCEPTED_BEFORE, detail: NOT_ACCEPTED_BEFORE_TEXT };

/** Another act bears the number, the code or the paper. */
const REASON_OF_CONSTRAINT: ReadonlyMap<string, QuarantineReason> = new Map([
  ['leased_number_pkey', 'number-used'], ['dossier_province_id_code_key', 'number-used'], ['issued_paper_pkey', 'paper-used'],
  ['bag_label', 'number-used'],
]);
const reasonOf = (error: unknown): QuarantineReason | undefined =>
  (error instanceof Error && 'constraint' in error ? REASON_OF_CONSTRAINT.get(String(error.constraint)) : undefined);

const doubted = (reason: QuarantineReason, act: OfflineAct): Kept => ({ kind: 'quarantined', reason, detail: quarantineText(reason, act) });

const keptAs = (performed: Exclude<AsPrinted, { readonly kind: 'done' }>, act: OfflineAct): Kept => {
  switch (performed.kind) {
    case 'refused': return { kind: 'refused', reason: performed.refusal.kind, detail: keptRefusalText(bagRefusalText(performed.refusal), act) };
    case 'not-found': return { kind: 'refused', reason: 'not-found', detail: NOT_HERE_TEXT };
    case 'key-reused': return doubted('key-reused', act);
    case 'basis-unknown': return doubted('basis-unknown', act);
  }
};

const isDisbelieved = ({ kind, reason }: CaseRow): boolean => kind === 'quarantined' && reason !== 'body-too-large';

/** Another code was printed, or another moment told, than the act that stands says. */
const saysOtherwise = ({ printed }: Sending['command'], answer: unknown): boolean => {
  const said = answer as { readonly code?: string; readonly due?: { readonly due: string } } | null;
  return (printed?.code !== undefined && printed.code !== said?.code) || (printed?.due !== undefined && said?.due !== undefined && printed.due !== said.due.due);
};

export const takeCommand = async (deps: DeskDeps, sending: Sending, reviewed?: Reviewed): Promise<Taken> => {
  const { pool, world: { provinceId } } = deps;
  const { command, device, sender, arrivedAt, bodyBytes } = sending;
  if (bodyBytes !== undefined) return { kind: 'kept', kept: await keepTooLarge(deps, sending, bodyBytes) };
  const keep = async (one: Kept): Promise<Taken> =>
    (reviewed ? { kind: 'not-taken', why: one.detail } : { kind: 'kept', kept: await keepCommand(deps, sender, caseOf(sending), one) });
  const quarantined = (reason: QuarantineReason): Kept => doubted(reason, command.act);
  const taken = async (answer: unknown, replayed: boolean): Promise<Taken> =>
    ({ kind: 'taken', answer, replayed, cases: await findCorrectionsOf(pool, provinceId, command.commandId) });

  /** The line broke after the act: it stands, whatever was printed since. */
  const replay = async (stored: StoredAnswer, prepared: Prepared, before: CaseRow | undefined): Promise<Taken> => {
    const isSame = stored.act === prepared.actName && stored.accountId === command.by.accountId && stored.fingerprint.equals(fingerprintOfPrepared(prepared));
    if (!isSame) return keep(quarantined('key-reused'));
    const unborn = before ? [] : await unbornNumbers(pool, provinceId, device, command);
    if (unborn.length > 0 || (!before && saysOtherwise(command, stored.answer))) {
      const cases = await findCorrectionsOf(pool, provinceId, command.commandId);
      if (cases.length > 0 && unborn.length === 0) return taken(stored.answer, true);
      const { reason, numbers } = await believe(deps, device, command, prepared.body.deskId, arrivedAt);
      if (reason) return keep(quarantined(reason));
      await noteDoubled(deps, { sending, answer: stored.answer, numbers });
    }
    return taken(stored.answer, true);
  };

  const prepared = prepareAct(command, pool);
  if (!prepared || unprintableFields(prepared.body).length > 0) return keep(quarantined('body-unreadable'));
  const before = await findKeptOf(pool, provinceId, command.commandId);
  const stored = await findStoredAnswer(pool, provinceId, command.commandId);
  if (stored) return replay(stored, prepared, before);
  // a refusal may have lost its cause meanwhile, and what was too large be here; what was not believed, and what a person settled, stays
  if (!reviewed && before && (isDisbelieved(before) || before.settledAt !== null)) return { kind: 'kept', kept: before };
  if (!reviewed && !(await correctsKept(deps, sending))) return keep(quarantined('corrects-unknown'));
  const believed = await believe(deps, device, command, prepared.body.deskId, arrivedAt);
  if (believed.reason && !(reviewed && mayBeVouchedFor(believed.reason))) return keep(quarantined(believed.reason));
  if (believed.reason && !reviewed?.mayBelieve) return { kind: 'needs-officer' };
  const missing = await findNotAccepted(pool, provinceId, command.follows ?? []);
  // whoever takes it all the same knows what became of what it builds on
  if (missing.length > 0 && (!reviewed || missing.some(({ isOpen }) => isOpen))) return keep(BUILDS_ON_NOTHING);
  if (missing.length > 0 && !reviewed?.mayBelieve) return { kind: 'needs-officer' };
  try {
    const performed = await performAsPrinted(deps, sending, prepared, believed, reviewed ?? {
      at: arrivedAt, by: sender.accountId, byName: sender.accountName, how: 'taken', note: 'Gửi lại và đã được ghi nhận.',
    }, { own: before !== undefined, corrected: !reviewed });
    if (performed.kind === 'done') return await taken(performed.answer, performed.replayed);
    if (performed.kind === 'refused' && performed.refusal.kind === 'scans-missing') {
      return sending.scansLost ? await keep({ kind: 'refused', reason: performed.refusal.kind, detail: scansLostText(performed.refusal.scans.length, command.act) }) : { kind: 'waits', refusal: performed.refusal };
    }
    const kept = await keep(keptAs(performed, command.act));
    // which boxes to put right, for the counter that has them
    const fieldErrors = performed.kind === 'refused' ? bagRefusalText(performed.refusal).fieldErrors : undefined;
    return kept.kind === 'kept' && fieldErrors ? { ...kept, fieldErrors } : kept;
  } catch (error) {
    if (error === CORRECTED_MEANWHILE) return keep(quarantined('corrects-unknown'));
    if (error === SETTLED_MEANWHILE) {
      const [now, answered] = await Promise.all([findKeptOf(pool, provinceId, command.commandId), findStoredAnswer(pool, provinceId, command.commandId)]);
      // settled by the same command, which came by two ways
      if (answered) return replay(answered, prepared, now);
      if (now) return { kind: 'kept', kept: now };
    }
    const reason = reasonOf(error);
    if (!reason) throw error;
    return keep(quarantined(reason));
  }
};
