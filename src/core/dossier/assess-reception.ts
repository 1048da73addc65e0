// May this desk receive this today, and what does the law make of it: place, person, papers, money, clock.
// The same questions are asked on screen and again on the server; the screen is never trusted.
// In the public postal service no clock runs before the hand-over record is signed.
// @law NĐ 61/2018/NĐ-CP Đ.16, Đ.17, Đ.22; QĐ 45/2016/QĐ-TTg Đ.1.2, Đ.6, Đ.7.4, Đ.9, Đ.13; NĐ 309/2026/NĐ-CP Đ.17.3
import { startRuleOf } from '../deadline/clock-start.ts';
import { forwardBy } from '../deadline/forward-by.ts';
import type { Due } from '../deadline/due.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import { type FeeRefused, feeItemsFor, feeLines } from '../fees/fee-lines.ts';
import { validateAnswers } from '../form/validate-answers.ts';
import type { FieldError } from '../kernel/field-error.ts';
import { type Moment, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { validateParties } from '../people/validate-parties.ts';
import type { Parties } from '../people/person.ts';
import { limitFor } from '../procedure/in-force.ts';
import type { Channel, ProcedureCase, ProcedureCode, ProcedureVersion, TransferEntry } from '../procedure/procedure.ts';
import { type PaperGiven, type PapersRefused, checkPapers } from './check-papers.ts';
import { cutoffOn, supplementPolicyOn } from './desk-settings.ts';
import type { FeeLine, PaperReceived, Regime } from './dossier.ts';
import { type ClockMoved, openClock } from './kept-clock.ts';

export type FeeChosen = {
  readonly feeId: string;
  readonly quantity: number;
  readonly exemption?: string;
  readonly collected: boolean;
};

/** What the clerk says about one dossier, whatever act says it. */
export type ReceptionContent = {
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly caseId: string;
  readonly channel: Channel;
  readonly regime: Regime;
  readonly parties: Parties;
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  readonly papers: readonly PaperGiven[];
  readonly fees: readonly FeeChosen[];
  readonly isLarge: boolean;
};

export type ReceptionFacts = {
  readonly now: Moment;
  readonly desk: Desk;
  /** In force today at this desk for this procedure. */
  readonly transfer?: TransferEntry;
  /** The version in force on the day of reception. */
  readonly procedure?: ProcedureVersion;
  /** An agency of another commune decides: since its day the law lets time run from that agency's receipt. */
  readonly away?: boolean;
  readonly calendar: AnyCalendar;
  /** Scans named by the command that nobody stored at this desk. */
  readonly unknownScans: readonly string[];
};

export type ReceptionRefused =
  | PapersRefused
  | FeeRefused
  | { readonly kind: 'not-received-here'; readonly procedureCode: ProcedureCode }
  | { readonly kind: 'procedure-not-in-force'; readonly procedureCode: ProcedureCode }
  | { readonly kind: 'procedure-changed'; readonly version: number }
  | { readonly kind: 'regime-not-allowed'; readonly regime: Regime }
  | { readonly kind: 'channel-not-offered'; readonly channel: Channel }
  | { readonly kind: 'must-be-present'; readonly why: 'by-post' | 'represented' }
  | { readonly kind: 'authorisation-needed'; readonly why: 'signs-register-by-post' }
  | { readonly kind: 'case-unknown'; readonly caseId: string }
  | { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'scans-missing'; readonly scans: readonly string[] }
  | { readonly kind: 'time-limit-unknown'; readonly procedureName: string };

export type ReceptionAssessed = {
  readonly procedure: ProcedureVersion;
  readonly procedureCase: ProcedureCase;
  readonly transfer: TransferEntry;
  readonly papers: readonly PaperReceived[];
  readonly fees: readonly FeeLine[];
  readonly due?: Due;
  readonly clock: ClockMoved;
  readonly forwardBy: Moment;
  readonly calendarVersion: string;
};

const placeRefusal = (content: ReceptionContent, facts: ReceptionFacts): ReceptionRefused | undefined => {
  const { transfer, procedure } = facts;
  const { procedureCode, regime, channel } = content;
  if (!transfer) return { kind: 'not-received-here', procedureCode };
  if (!procedure) return { kind: 'procedure-not-in-force', procedureCode };
  if (procedure.version !== content.procedureVersion) return { kind: 'procedure-changed', version: procedure.version };
  if (transfer.mode === 'postal-service' && regime !== 'public-post') return { kind: 'regime-not-allowed', regime };
  if (regime === 'public-post' && channel !== 'post') return { kind: 'channel-not-offered', channel };
  if (!procedure.channels.includes(channel)) return { kind: 'channel-not-offered', channel };
  return undefined;
};

/** A step that must be done in person cannot come by post, nor by somebody else. */
const presenceRefusal = (content: ReceptionContent, procedure: ProcedureVersion): ReceptionRefused | undefined => {
  const { representation } = content.parties;
  if (procedure.mustBePresent) {
    if (content.channel === 'post') return { kind: 'must-be-present', why: 'by-post' };
    if (representation && representation.kind !== 'legal-representative') return { kind: 'must-be-present', why: 'represented' };
  }
  if (procedure.signsRegister && content.channel === 'post' && representation?.kind !== 'authorisation') {
    return { kind: 'authorisation-needed', why: 'signs-register-by-post' };
  }
  return undefined;
};

export const assessReception = (
  content: ReceptionContent, facts: ReceptionFacts, receivedAt: Moment = facts.now,
): Result<ReceptionAssessed, ReceptionRefused> => {
  const { transfer, procedure, desk, calendar } = facts;
  const place = placeRefusal(content, facts);
  if (place) return refuse(place);
  if (!transfer || !procedure) return refuse({ kind: 'procedure-not-in-force', procedureCode: content.procedureCode });
  const presence = presenceRefusal(content, procedure);
  if (presence) return refuse(presence);

  const procedureCase = procedure.cases.find((candidate) => candidate.caseId === content.caseId);
  if (!procedureCase) return refuse({ kind: 'case-unknown', caseId: content.caseId });
  const errors = [
    ...validateParties(content.parties, dateOf(receivedAt)).errors.map((error) => ({ ...error, path: `parties.${error.path}` })),
    ...validateAnswers(procedure.eForm, content.answers),
  ];
  if (errors.length > 0) return refuse({ kind: 'fields-invalid', errors });

  const papers = checkPapers(procedureCase, content.papers);
  if (!papers.ok) return papers;
  if (facts.unknownScans.length > 0) return refuse({ kind: 'scans-missing', scans: facts.unknownScans });

  const priced = feeLines(feeItemsFor(procedure.fees, content.channel), content.fees, transfer.agencyUnitId);
  if (!priced.ok) return priced;
  const fees = priced.value.map((line, index) => ({ ...line, collected: content.fees[index]?.collected === true }));

  const limit = limitFor(procedure, content.channel);
  if (!limit) return refuse({ kind: 'time-limit-unknown', procedureName: procedure.name });
  const cutoffTime = cutoffOn(dateOf(receivedAt));
  const clock = openClock({
    receivedAt, limit, linked: procedure.linked, large: content.isLarge, siteId: desk.siteId, channel: content.channel, cutoffTime,
    startRule: startRuleOf({
      siteId: desk.siteId, channel: content.channel, byPublicPost: content.regime === 'public-post', away: facts.away, receivedAt,
      settings: desk.clockStart?.map((setting) => ({ ...setting, siteId: desk.siteId })),
    }),
    policy: supplementPolicyOn(dateOf(receivedAt)), calendar,
  });
  return ok({
    procedure, procedureCase, transfer, papers: papers.value, fees,
    due: clock.reading, clock,
    forwardBy: forwardBy({ receivedAt, calendar, siteId: desk.siteId, cutoffTime }),
    calendarVersion: clock.clock.calendar,
  });
};
