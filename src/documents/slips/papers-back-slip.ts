// The note of papers given back at the desk.
import type { DeskHands, DossierCode } from '#core/dossier/dossier.ts';
import type { PapersGivenBack, PapersTaken } from '#core/dossier/way-back.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import type { Replacing } from '#documents/kit/parts.ts';
import type { WithdrawalNotePayload } from '#documents/withdrawal-note/payload.ts';
import type { SlipPlace } from './desk-place.ts';
import { deskHead, handsPrinted } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';
import { withdrawalNote } from './withdrawal-note.ts';

export type LeavingDossier = {
  readonly code: DossierCode;
  readonly codeIsProvisional: boolean;
  readonly parties: Parties;
  readonly procedureName: string;
  readonly receivedAt: Moment;
};

export type PapersBackFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly hands: DeskHands;
  readonly dossier: LeavingDossier;
  readonly number: number;
  readonly now: Moment;
  readonly origin: string;
  readonly askedAt: Moment;
  readonly reason: string;
  readonly feeNote?: string;
  readonly supersedes?: Replacing['supersedes'];
};

export const papersBackSlip = (facts: PapersBackFacts, taken: PapersTaken, given: PapersGivenBack): WithdrawalNotePayload => {
  const { dossier, origin } = facts;
  return withdrawalNote({
    head: deskHead(facts.place), number: facts.number, parties: dossier.parties, procedureName: dossier.procedureName,
    receivedAt: dossier.receivedAt, issuedAt: facts.now, askedAt: facts.askedAt, reason: facts.reason, feeNote: facts.feeNote, supersedes: facts.supersedes,
    tracking: { code: dossier.code, url: `${origin}/q/${dossier.code}`, verify: `${origin}/x/`, ...(dossier.codeIsProvisional ? { provisional: true } : {}) },
    hands: handsPrinted(facts.hands, facts.actor),
  }, taken, given);
};
