// Reception is refused on paper: form 03, or the police's CT06 for residence.
import type { DossierCode } from '#core/dossier/dossier.ts';
import type { ReceptionRefusedAtDesk } from '#core/dossier/refuse-reception.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import type { Replacing } from '#documents/kit/parts.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { deskHead, handsPrinted, unitHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

/** Whom reception is refused, and in which words. */
export type RefusedPerson = {
  readonly personName: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly reason: string;
  readonly ground: string;
};

export type RefusalFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly agencyUnitId?: UnitId;
  /** Of the online filing that is not received. */
  readonly filedCode?: DossierCode;
  readonly issuedAt: Moment;
  /** Only the number: '05'. */
  readonly number: string;
  readonly origin: string;
  readonly supersedes?: Replacing['supersedes'];
};

export const refusalSlip = (person: RefusedPerson, { procedure, hands, paper }: ReceptionRefusedAtDesk, facts: RefusalFacts): PaperPayload => {
  const { place, issuedAt, number, origin, filedCode, supersedes } = facts;
  const printed = handsPrinted(hands, facts.actor);
  if (paper === 'residence-refusal') {
    const head = unitHead(place, unitOf(place, facts.agencyUnitId ?? place.desk.receivingUnitId));
    return {
      kind: 'residence-refusal', version: 'v2023', issuedAt, superiorAgency: head.superiorAgency ?? '', agency: head.agency, place: head.place,
      number, person: { name: person.personName, personalNumber: '', currentAddress: person.address, phone: person.phone, email: person.email },
      procedureName: procedure.name, hands: printed, reason: person.reason, legalGround: person.ground, supersedes,
    };
  }
  return {
    kind: 'refusal-notice', version: formVersionOn(place.forms, 'refusal-notice', dateOf(issuedAt)), act: 'reception', issuedAt, head: deskHead(place), number,
    tracking: filedCode && { code: filedCode, url: `${origin}/q/${filedCode}`, verify: `${origin}/x/` },
    applicant: { name: person.personName, address: person.address ?? '', phone: person.phone, email: person.email },
    procedureName: procedure.name, reason: person.reason, legalGround: person.ground,
    contact: { name: printed.receiverName, phone: place.desk.phone }, hands: printed, supersedes,
  };
};
