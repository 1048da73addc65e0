// What the core says about the draft, sorted by the section where it is put right.
import {
  assessReception,
  type ReceptionAssessed,
  type ReceptionFacts,
  type ReceptionRefused,
} from '#core/dossier/assess-reception.ts';
import { startRuleOf } from '#core/deadline/clock-start.ts';
import { computeDue } from '#core/deadline/compute-due.ts';
import type { Due } from '#core/deadline/due.ts';
import { cutoffOn } from '#core/dossier/desk-settings.ts';
import { validateAnswers } from '#core/form/validate-answers.ts';
import { witnessesAsked } from '#core/dossier/signing.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import type { Result } from '#core/kernel/result.ts';
import { differingAnswers } from '#core/people/same-person.ts';
import { validateParties } from '#core/people/validate-parties.ts';
import { type MissingPaper, missingPapers } from '#core/procedure/missing-papers.ts';
import { limitFor } from '#core/procedure/in-force.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { fieldErrorText, fieldWarningText } from '#wire/refusals/field-texts.ts';
import type { ReceiveDraft, SectionId } from './draft.ts';
import { signingMessages } from '../signing-draft.ts';
import { lateEntryMessages, realTimeOf } from './late-entry-draft.ts';
import { toContent, toPapers, toParties } from './draft-command.ts';

export type Messages = Readonly<Record<string, string>>;
export type DraftChecks = {
  readonly errors: Readonly<Record<SectionId, Messages>>;
  readonly warnings: Messages;
  /** Two papers write the same person differently: a correction may be needed, the officer says. */
  readonly namesDiffer: boolean;
  readonly missing: readonly MissingPaper[];
  /** The core's whole answer: due date, fees, or why not. */
  readonly assessed: Result<ReceptionAssessed, ReceptionRefused>;
  /** The date it would be if it were received now, complete or not. */
  readonly due: Due | undefined;
  /** An agency elsewhere decides, and the law lets time run from its receipt. */
  readonly startsAtAgency: boolean;
};

const returnErrors = ({ returnWish }: ReceiveDraft): Messages =>
  returnWish.kind !== 'home-delivery'
    ? {}
    : {
        ...(returnWish.address.trim() === '' && { 'returnWish.address': 'Ghi địa chỉ phát kết quả.' }),
        ...(returnWish.phone.trim() === '' && { 'returnWish.phone': 'Ghi số điện thoại người nhận.' }),
      };

const postingErrors = ({ byPost, posting }: ReceiveDraft): Messages =>
  !byPost
    ? {}
    : {
        ...(posting.itemNumber.trim() === '' && { 'posting.itemNumber': 'Ghi số hiệu bưu gửi trên nhãn.' }),
        ...(posting.postage === '' && { 'posting.postage': 'Ghi tiền cước; không thu thì ghi 0.' }),
      };

const startOf = (draft: ReceiveDraft, { desk, away }: ReceptionFacts, receivedAt: Moment) => startRuleOf({
  siteId: desk.siteId, channel: draft.byPost ? 'post' : 'counter', byPublicPost: draft.byPost, away, receivedAt,
  settings: desk.clockStart?.map((setting) => ({ ...setting, siteId: desk.siteId })),
});

/** The due moment counts from the hour in the booklet, where there is one; where the clock begins elsewhere it is not known yet. */
const dueNow = (draft: ReceiveDraft, procedure: ProcedureVersion, facts: ReceptionFacts, now: Moment): Due | undefined => {
  const limit = limitFor(procedure, draft.byPost ? 'post' : 'counter');
  if (!limit || draft.byPost || startOf(draft, facts, now) !== 'desk') return undefined;
  return computeDue({
    receivedAt: now,
    limit,
    siteId: facts.desk.siteId,
    calendar: facts.calendar,
    cutoffTime: cutoffOn(dateOf(now)),
    large: draft.isLarge,
  });
};

export const checkDraft = (draft: ReceiveDraft, procedure: ProcedureVersion, facts: ReceptionFacts): DraftChecks => {
  const receivedAt = realTimeOf(draft.lateEntry) ?? facts.now;
  const late = lateEntryMessages(draft.lateEntry, facts);
  const given = toParties(draft);
  const parties = validateParties(given, dateOf(receivedAt));
  const content = toContent(draft, procedure);
  const differing = differingAnswers(given, content.answers);
  const procedureCase = procedure.cases.find((c) => c.caseId === draft.caseId);
  const answerErrors = validateAnswers(procedure.eForm, content.answers);
  return {
    errors: {
      applicant: Object.fromEntries(parties.errors.map((e) => [`parties.${e.path}`, fieldErrorText(e)])),
      case: Object.fromEntries(answerErrors.map((e) => [e.path, fieldErrorText(e)])),
      papers: {},
      fees: postingErrors(draft),
      return: returnErrors(draft),
      confirm: { ...late, ...signingMessages(draft.signing, witnessesAsked(procedure), given) },
    },
    warnings: Object.fromEntries([
      ...parties.warnings.map((w) => [`parties.${w.path}`, fieldWarningText(w)]),
      ...differing.map((w) => [w.path, fieldWarningText(w)]),
    ]),
    namesDiffer: [...parties.warnings, ...differing].some((w) => w.code === 'name-differs' || w.code === 'birth-date-differs'),
    missing: procedureCase ? missingPapers(procedureCase, toPapers(draft, procedure)) : [],
    // a day that no calendar reaches is said at its box and not computed with
    assessed: assessReception(content, facts, late['lateEntry.date'] ? facts.now : receivedAt),
    startsAtAgency: startOf(draft, facts, receivedAt) === 'competent-agency',
    due: dueNow(draft, procedure, facts, late['lateEntry.date'] ? facts.now : receivedAt),
  };
};

/** The first section that still needs a hand, in the order of the screen. */
export const firstOpenSection = (checks: DraftChecks): SectionId | undefined => {
  if (Object.keys(checks.errors.applicant).length > 0) return 'applicant';
  if (Object.keys(checks.errors.case).length > 0) return 'case';
  if (checks.missing.length > 0) return 'papers';
  if (Object.keys(checks.errors.fees).length > 0) return 'fees';
  if (Object.keys(checks.errors.return).length > 0) return 'return';
  if (Object.keys(checks.errors.confirm).length > 0) return 'confirm';
  return undefined;
};
