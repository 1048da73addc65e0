// A dossier is received: one code, one receipt, one due moment; also one that was filed online.
// The paper depends on the regime: form 01 at once, a posting slip with the public postal service,
// the police's own slip for residence, a provisional slip while another system gives the code.
// @law NĐ 61/2018/NĐ-CP Đ.17; QĐ 45/2016/QĐ-TTg Đ.6.4; TT 01/2018/TT-VPCP Đ.19
import { foldVietnamese } from '../kernel/fold.ts';
import { dateOf, type Moment, type PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { DeskId, Unit, UnitId } from '../organisation/organisation.ts';
import { agencyCodeOn, dossierCodePrefix, type CodeRefused } from '../numbering/dossier-code.ts';
import { type NumberSeries, dossierSeries, paperSeries, provisionalSeries, registerSeries } from '../numbering/series.ts';
import type { Parties } from '../people/person.ts';
import { type ReceptionAssessed, type ReceptionContent, type ReceptionFacts, type ReceptionRefused, assessReception } from './assess-reception.ts';
import { type DeskActor, type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierCode, DossierId, ReturnWish } from './dossier.ts';
import { type LateEntry, type LateEntryRefused, lateEntryRefusal } from './late-entry.ts';
import type { ChangedMeanwhile } from './office-work.ts';
import { type Signing, signingErrors, witnessesAsked } from './signing.ts';
import type { DossierState } from './state.ts';

/** What the public post adds: its item number from the label, its postage, its seal. */
export type Posting = { readonly itemNumber: string; readonly postage: number; readonly sealNumber?: string };

export type ReceiveDossier = ReceptionContent & {
  readonly dossierId: DossierId;
  readonly deskId: DeskId;
  readonly filedRevision?: number;
  readonly setCount: number;
  readonly returnWish: ReturnWish;
  readonly batchId?: string;
  readonly posting?: Posting;
  /** Entered from the paper booklet after a power cut. */
  readonly lateEntry?: LateEntry;
  /** How the declarant signs; absent: by hand. */
  readonly signing?: Signing;
  /** The due moment in large print, for people who read with difficulty. */
  readonly largePrint?: boolean;
};

export type ReceiveFacts = ReceptionFacts & {
  readonly actor: DeskActor;
  /** Whose identifier stands in the code. */
  readonly receivingUnit: Unit;
  /** The online filing of this id at this desk. */
  readonly filed?: { readonly state: DossierState; readonly revision: number; readonly code: DossierCode };
  /** The dossier that this sheet of the booklet was entered as before. */
  readonly enteredAs?: DossierCode;
  /** The desk's register of the year is closed and signed. */
  readonly registerClosed?: boolean;
  /** When the record reaches the server, if not at once. */
  readonly registeredOn?: PlainDate;
};

/** After the register of a year is closed nothing enters it. @law TT 01/2018/TT-VPCP Đ.10 */
export type RegisterClosed = { readonly kind: 'register-closed'; readonly year: string };

export type DossierReceived = {
  readonly assessed: ReceptionAssessed;
  readonly hands: DeskHands;
  readonly receivedAt: Moment;
  readonly number: NumberSeries;
  /** The code but its number: 'H27.18.60-261123-'. */
  readonly codePrefix: string;
  readonly codeIsProvisional: boolean;
  readonly slip: 'intake-receipt' | 'posting-slip' | 'residence-receipt' | 'provisional-slip';
  /** Of the form, the agency and the year; absent on the post's slip, which bears the number of its item. */
  readonly paperNumber?: NumberSeries;
  /** Of the desk and the year in which the record reaches the server. */
  readonly register: NumberSeries;
};

export type ReceiveRefusal =
  | HandsRefused
  | ReceptionRefused
  | ChangedMeanwhile
  | CodeRefused
  | LateEntryRefused
  | RegisterClosed
  | { readonly kind: 'posting-needed' };

export const slipOf = (facts: Pick<ReceptionAssessed, 'procedure'>, regime: ReceptionContent['regime']): DossierReceived['slip'] => {
  if (regime === 'public-post') return 'posting-slip';
  if (facts.procedure.numberSource === 'theirs') return 'provisional-slip';
  return facts.procedure.slips === 'residence-police' ? 'residence-receipt' : 'intake-receipt';
};

/** The post's slip bears the number of its item. */
export const receiptSeries = (slip: DossierReceived['slip'], unitId: UnitId, date: PlainDate): NumberSeries | undefined =>
  slip === 'posting-slip' ? undefined : paperSeries(slip === 'residence-receipt' ? slip : 'intake-receipt', unitId, date);

/** The real time, and why it may not be taken; without a late entry it is now. */
export const timeRefusal = (
  lateEntry: LateEntry | undefined, facts: ReceiveFacts, hands: DeskHands,
): LateEntryRefused | Extract<HandsRefused, { readonly kind: 'confirmation-needed' }> | undefined => {
  if (!lateEntry) return undefined;
  const { now, calendar, actor, desk, enteredAs } = facts;
  // a clerk without an officer beside her enters nothing of the past, whatever the desk's mode
  const isOfficers = hands.assistantId !== undefined || actor.roles.includes('commune-officer');
  if (!isOfficers) return { kind: 'confirmation-needed', how: desk.officerConfirmation };
  return lateEntryRefusal(lateEntry, { now, calendar, enteredAs, isFiledOnline: facts.filed !== undefined });
};

export const receiveDossier = (command: ReceiveDossier, facts: ReceiveFacts): Result<DossierReceived, ReceiveRefusal> => {
  const { filed, transfer, actor, desk, now } = facts;
  // With the public post the postal clerk is the receiver whatever the desk's mode.
  const mode = command.regime === 'public-post' ? 'postal-service' : (transfer?.mode ?? 'support');
  const hands = handsFor('receive-dossier', filed?.state ?? 'none', mode, actor, desk.officerConfirmation);
  if (!hands.ok) return hands;
  if (filed && filed.revision !== command.filedRevision) {
    return refuse({ kind: 'changed-meanwhile', code: filed.code, state: filed.state });
  }
  if (command.channel === 'online' && !filed) return refuse({ kind: 'channel-not-offered', channel: 'online' });
  if (command.regime === 'public-post' && !command.posting) return refuse({ kind: 'posting-needed' });
  // the agency sends the outcome back to where the dossier was received
  if (command.returnWish.kind === 'at-desk' && command.returnWish.deskId !== desk.deskId) {
    return refuse({ kind: 'fields-invalid', errors: [{ path: 'returnWish.deskId', code: 'not-in-list' }] });
  }
  const time = timeRefusal(command.lateEntry, facts, hands.value);
  if (time) return refuse(time);
  const receivedAt = command.lateEntry?.receivedAt ?? now;
  const assessed = assessReception(command, facts, receivedAt);
  if (!assessed.ok) return assessed;
  const errors = signingErrors(command.signing, witnessesAsked(assessed.value.procedure), command.parties);
  if (errors.length > 0) return refuse({ kind: 'fields-invalid', errors });

  const day = dateOf(receivedAt);
  const agencyCode = agencyCodeOn(facts.receivingUnit, day);
  if (!agencyCode.ok) return agencyCode;
  const codeIsProvisional = assessed.value.procedure.numberSource === 'theirs';
  const prefix = dossierCodePrefix(agencyCode.value, day);
  const slip = slipOf(assessed.value, command.regime);
  const register = registerSeries(desk.deskId, facts.registeredOn ?? dateOf(now));
  if (facts.registerClosed) return refuse({ kind: 'register-closed', year: register.period });
  return ok({
    assessed: assessed.value,
    hands: hands.value,
    receivedAt,
    number: (codeIsProvisional ? provisionalSeries : dossierSeries)(facts.receivingUnit.unitId, day),
    codePrefix: codeIsProvisional ? `TAM-${prefix}` : prefix,
    codeIsProvisional,
    slip,
    paperNumber: receiptSeries(slip, facts.receivingUnit.unitId, dateOf(now)),
    register,
  });
};

/** What a dossier is found by: names without tones, numbers as typed. */
export const searchKeysOf = (parties: Parties): { readonly namesFolded: string; readonly identityNumbers: readonly string[] } => {
  const people = parties.owner ? [parties.applicant, parties.owner] : [parties.applicant];
  const names = people.flatMap((person) => [person.fullName, ...(person.organisationName === undefined ? [] : [person.organisationName])]);
  return {
    namesFolded: [...new Set(names.map(foldVietnamese))].join(' | '),
    identityNumbers: [...new Set(people.map((person) => person.identity.number.trim()).filter((number) => number !== ''))],
  };
};
