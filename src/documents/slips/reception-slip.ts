// The paper a citizen gets for a dossier: form 01, the police's CT04, or the posting slip.
import type { Due } from '#core/deadline/due.ts';
import type { ReceptionAssessed } from '#core/dossier/assess-reception.ts';
import type { DeskHands, ReturnWish } from '#core/dossier/dossier.ts';
import type { DossierReceived, Posting } from '#core/dossier/receive-dossier.ts';
import { totalOf } from '#core/fees/fee-line.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { type NumberSeries, bookNameOf } from '#core/numbering/series.ts';
import type { Parties } from '#core/people/person.ts';
import { limitInWords } from '#core/procedure/limit-words.ts';
import { limitFor } from '#core/procedure/in-force.ts';
import type { Channel } from '#core/procedure/procedure.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import type { IntakeReceiptPayload } from '#documents/intake-receipt/payload.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { addressText, ownerOf, partyLineOf } from '#documents/kit/party-line.ts';
import { type SlipPlace, placesAway, unitOf } from './desk-place.ts';
import { deskHead, feesPrinted, handsPrinted, paperLinesOf, representationText, returnPlaceOf, unitHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

export type SlipFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly assessed: ReceptionAssessed;
  readonly hands: DeskHands;
  readonly slip: DossierReceived['slip'];
  readonly parties: Parties;
  readonly channel: Channel;
  readonly returnWish: ReturnWish;
  readonly setCount: number;
  readonly receivedAt: Moment;
  readonly issuedAt: Moment;
  readonly origin: string;
  readonly posting?: Posting;
  readonly largePrint?: boolean;
  readonly supersedes?: IntakeReceiptPayload['supersedes'];
  /** The register the dossier is entered in. */
  readonly register?: NumberSeries;
};

/** The code and its number as they are known; while they are not, marks that the saving statement replaces. */
export type CodeText = {
  readonly code: string; readonly number: string;
  readonly inRegister?: { readonly order: string; readonly volume: number | string };
};

const AFTER_CUTOFF = 'Hồ sơ tiếp nhận sau 15 giờ: trả kết quả trong ngày làm việc tiếp theo.';
const UNCONFIRMED = 'Lịch nghỉ trong thời gian này chưa được công bố chính thức; nếu ngày hẹn trả thay đổi sẽ được thông báo.';

export const dueNoteOf = (due: Due | undefined): string | undefined => {
  if (!due) return undefined;
  if (due.dependsOnUnconfirmed) return UNCONFIRMED;
  return due.explanation.some((line) => line.rule === 'after-cutoff') ? AFTER_CUTOFF : undefined;
};

const form01 = (facts: SlipFacts, { code, number, inRegister }: CodeText): IntakeReceiptPayload => {
  const { place, assessed, parties } = facts;
  const limit = limitFor(assessed.procedure, facts.channel);
  const agency = unitOf(place, assessed.transfer.agencyUnitId);
  return {
    kind: 'intake-receipt', version: formVersionOn(place.forms, 'intake-receipt', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt,
    head: deskHead(place), number,
    tracking: { code, url: `${facts.origin}/q/${code}`, verify: `${facts.origin}/x/`, ...(facts.slip === 'provisional-slip' ? { provisional: true } : {}) },
    applicant: partyLineOf(parties.applicant), owner: parties.owner && partyLineOf(parties.owner),
    representation: representationText(parties),
    procedureName: assessed.procedure.name, agencyName: agency.name, helpedAt: placesAway(place, agency.unitId)?.helped,
    papers: paperLinesOf(assessed.papers), setCount: facts.setCount,
    timeLimit: limit ? limitInWords(limit) : '',
    receivedAt: facts.receivedAt, dueAt: assessed.due?.due, dueNote: dueNoteOf(assessed.due),
    returnPlace: returnPlaceOf(facts.returnWish, place.desk, ownerOf(parties)),
    fees: feesPrinted(assessed.fees), hands: handsPrinted(facts.hands, facts.actor),
    register: facts.register && inRegister && { book: bookNameOf(facts.register, inRegister.volume), order: inRegister.order },
    supersedes: facts.supersedes, largePrint: facts.largePrint,
  };
};

const ct04 = (facts: SlipFacts, { code, number }: CodeText): PaperPayload => {
  const { place, assessed, parties } = facts;
  const head = unitHead(place, unitOf(place, assessed.transfer.agencyUnitId));
  const owner = ownerOf(parties);
  return {
    kind: 'residence-receipt', version: 'v2023', issuedAt: facts.issuedAt,
    superiorAgency: head.superiorAgency ?? '', agency: head.agency, place: head.place, number,
    person: {
      name: owner.fullName, personalNumber: owner.identity.number, currentAddress: addressText(owner.address),
      phone: owner.phone, email: owner.email,
    },
    procedureName: assessed.procedure.name, hands: handsPrinted(facts.hands, facts.actor),
    tracking: { code, url: `${facts.origin}/q/${code}`, verify: `${facts.origin}/x/` }, papers: paperLinesOf(assessed.papers),
    receivedAt: facts.receivedAt, dueAt: assessed.due?.due,
    outcomeBy: facts.returnWish.kind === 'online' ? 'electronic' : 'paper',
    returnPlace: returnPlaceOf(facts.returnWish, place.desk, owner),
  };
};

const postingSlip = (facts: SlipFacts, { code }: CodeText, posting: Posting): PaperPayload => {
  const { place, assessed, parties } = facts;
  const agency = unitOf(place, assessed.transfer.agencyUnitId);
  const office = unitOf(place, place.desk.postOfficeUnitId);
  const operator = office.parentUnitId === undefined ? office : unitOf(place, office.parentUnitId);
  return {
    kind: 'posting-slip', version: 'v2016', issuedAt: facts.issuedAt,
    operatorName: operator.name, postOfficeName: office.name, postOfficeAddress: office.address ?? place.desk.address,
    postOfficePhone: office.phone, place: deskHead(place).place, direction: 'dossier',
    itemNumber: posting.itemNumber, dossierCode: code,
    sender: partyLineOf(parties.applicant),
    receiver: { name: agency.name, address: agency.address ?? '', phone: agency.phone },
    procedureName: assessed.procedure.name, papers: paperLinesOf(assessed.papers),
    serviceMode: facts.returnWish.kind === 'home-delivery' ? 'Gửi hồ sơ và chuyển trả kết quả' : 'Gửi hồ sơ',
    transitTime: 'Trong tỉnh: chậm nhất 02 ngày làm việc kể từ ngày gửi (J+2)',
    postage: posting.postage, postagePayment: 'Người gửi trả bằng tiền mặt',
    collectedForAgency: totalOf(assessed.fees.filter((line) => line.collected)),
    sealNumber: posting.sealNumber, clerkName: facts.hands.receiverName,
    trackingUrl: `${facts.origin}/q/${code}`, verify: `${facts.origin}/x/`,
  };
};

export const receptionSlip = (facts: SlipFacts, text: CodeText): PaperPayload => {
  if (facts.slip === 'posting-slip' && facts.posting) return postingSlip(facts, text, facts.posting);
  return facts.slip === 'residence-receipt' ? ct04(facts, text) : form01(facts, text);
};
