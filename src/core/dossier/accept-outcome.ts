// What comes back from the agency is counted against its record: taken over piece by piece, or not taken
// (it then counts as still at the agency, with the reason on the record).
// @law NĐ 61/2018/NĐ-CP Đ.20; QĐ 45/2016/QĐ-TTg Đ.8, Đ.9
import type { SignRefused } from '../custody/sign-for.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, Desk } from '../organisation/organisation.ts';
import type { DeskDossier } from './desk-dossier.ts';
import { type DeskActor, type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierCode, DossierId } from './dossier.ts';
import type { DossierState } from './state.ts';

export type AcceptOutcome = {
  readonly received: readonly DossierId[];
  readonly rejected: readonly { readonly dossierId: DossierId; readonly note: string }[];
};

export type IncomingLine = DeskDossier & {
  /** Already counted on this record. */
  readonly result?: 'received' | 'rejected';
  readonly lastOutcome: 'outcome' | 'refusal';
  /** Came in a bag: whoever pressed the button and whoever signed for the agency, of whom none counts it here. */
  readonly bagGivenBy?: readonly AccountId[];
};

export type AcceptOutcomeFacts = { readonly actor: DeskActor; readonly desk: Desk; readonly lines: readonly IncomingLine[] };

export type OutcomeLine = {
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  readonly result: 'received' | 'rejected';
  readonly note?: string;
  readonly state: DossierState;
};
export type OutcomeAccepted = { readonly hands: DeskHands; readonly lines: readonly OutcomeLine[]; readonly open: number };

export type AcceptOutcomeRefusal =
  | HandsRefused
  | { readonly kind: 'nothing-counted' }
  | Extract<SignRefused, { readonly kind: 'signed-as-giver' }>
  | { readonly kind: 'counted-twice'; readonly dossierIds: readonly DossierId[] }
  | { readonly kind: 'not-on-record'; readonly dossierIds: readonly DossierId[] };

export const acceptOutcome = (command: AcceptOutcome, facts: AcceptOutcomeFacts): Result<OutcomeAccepted, AcceptOutcomeRefusal> => {
  const hands = handsFor('accept-outcome', 'outcome-sent', 'support', facts.actor, facts.desk.officerConfirmation);
  if (!hands.ok) return hands;
  const counted = [
    ...command.received.map((dossierId) => ({ dossierId, result: 'received' as const, note: undefined })),
    ...command.rejected.map(({ dossierId, note }) => ({ dossierId, result: 'rejected' as const, note })),
  ];
  if (counted.length === 0) return refuse({ kind: 'nothing-counted' });
  const ids = counted.map((line) => line.dossierId);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) return refuse({ kind: 'counted-twice', dossierIds: twice });
  const waiting = new Map(facts.lines
    .filter((line) => line.result === undefined && line.state === 'outcome-sent')
    .map((line) => [line.dossierId, line]));
  const unknown = ids.filter((id) => !waiting.has(id));
  if (unknown.length > 0) return refuse({ kind: 'not-on-record', dossierIds: unknown });
  const own = ids.flatMap((id) => waiting.get(id) ?? []).find(({ bagGivenBy }) => bagGivenBy?.some((one) => one === facts.actor.accountId || one === hands.value.receiverId));
  if (own) return refuse({ kind: 'signed-as-giver', codes: [own.code] });
  const lines = counted.flatMap((line): readonly OutcomeLine[] => {
    const dossier = waiting.get(line.dossierId);
    if (!dossier) return [];
    const back: DossierState = dossier.lastOutcome === 'refusal' ? 'refused-by-agency' : 'outcome-recorded';
    return [{ ...line, code: dossier.code, state: line.result === 'received' ? 'ready-to-return' : back }];
  });
  return ok({ hands: hands.value, lines, open: waiting.size - lines.length });
};
