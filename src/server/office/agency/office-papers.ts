// The papers the agency makes: forms 02 and 03 (or the police's own slips) and the record back to the desk.
import type { AskSupplementCommand } from '#core/dossier/ask-supplement.ts';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import { addressText, ownerOf, partyLineOf, placeIn } from '#documents/kit/party-line.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { Letterhead, Tracking } from '#documents/kit/parts.ts';
import type { ResidencePerson } from '#documents/residence-slips/payload.ts';
import type { Agency } from './agency.sql.ts';
import type { LoadedDossier } from './office-dossier.sql.ts';

export type PaperFacts = {
  readonly dossier: LoadedDossier;
  readonly agency: Agency;
  readonly number: number;
  readonly issuedAt: Moment;
  readonly officer: { readonly name: string; readonly title?: string };
  readonly origin: string;
};

const numberText = (number: number): string => String(number).padStart(2, '0');

export const headOf = ({ agency, dossier }: Pick<PaperFacts, 'agency' | 'dossier'>): Letterhead => ({
  superiorAgency: agency.superiorName ?? undefined,
  agency: agency.name,
  deskName: dossier.deskName,
  place: placeIn(agency.name) ?? placeIn(agency.rootName) ?? placeIn(agency.superiorName ?? '') ?? '',
});

export const trackingOf = ({ dossier, origin }: Pick<PaperFacts, 'dossier' | 'origin'>): Tracking => ({
  code: dossier.code, url: `${origin}/q/${dossier.code}`, verify: `${origin}/x/`, ...(dossier.codeIsProvisional ? { provisional: true } : {}),
});

const whose = ({ dossier }: Pick<PaperFacts, 'dossier'>) => ({
  applicant: partyLineOf(dossier.parties.applicant),
  owner: dossier.parties.owner ? partyLineOf(dossier.parties.owner) : undefined,
});

const residencePersonOf = (dossier: LoadedDossier): ResidencePerson => {
  const person = ownerOf(dossier.parties);
  return {
    name: person.fullName, personalNumber: person.identity.number, currentAddress: addressText(person.address),
    phone: person.phone, email: person.email,
  };
};

const residenceHead = (facts: PaperFacts) => {
  const head = headOf(facts);
  return {
    version: 'v2023', issuedAt: facts.issuedAt, number: numberText(facts.number),
    superiorAgency: head.superiorAgency ?? '', agency: head.agency, place: head.place,
    person: residencePersonOf(facts.dossier), procedureName: facts.dossier.procedureName,
    hands: { receiverName: facts.officer.name, receiverTitle: facts.officer.title },
  } as const;
};

const itemText = (item: AskSupplementCommand['items'][number]): string => {
  const counts = [
    item.original > 0 ? `${item.original} bản chính` : '',
    item.certifiedCopy > 0 ? `${item.certifiedCopy} bản sao có chứng thực` : '',
    item.plainCopy > 0 ? `${item.plainCopy} bản chụp` : '',
  ].filter((part) => part !== '').join(', ');
  return [counts === '' ? item.name : `${item.name} (${counts})`, item.reason ?? ''].filter((part) => part !== '').join(': ');
};

export const supplementPaper = (
  facts: PaperFacts,
  asked: Pick<AskSupplementCommand, 'items' | 'reason'> & { readonly answerBy?: Moment; readonly contactPhone?: string },
): PaperPayload => {
  if (facts.dossier.slips === 'residence-police') {
    const toRewrite = asked.items.filter((item) => item.original + item.certifiedCopy + item.plainCopy === 0);
    return {
      kind: 'residence-guidance', ...residenceHead(facts), reason: asked.reason,
      papersToAdd: asked.items.filter((item) => !toRewrite.includes(item)).map(itemText),
      formsToRewrite: toRewrite.map(itemText),
    };
  }
  return {
    kind: 'supplement-request', version: formVersionOn(facts.agency.forms, 'supplement-request', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt,
    head: headOf(facts), number: numberText(facts.number), tracking: trackingOf(facts), ...whose(facts),
    procedureName: facts.dossier.procedureName, items: asked.items, reason: asked.reason, answerBy: asked.answerBy,
    contact: { name: facts.officer.name, phone: asked.contactPhone ?? facts.agency.phone ?? '' },
    guideName: facts.officer.name, guideTitle: facts.officer.title,
  };
};

export const refusalPaper = (
  facts: PaperFacts, refused: { readonly reason: string; readonly legalGround: string; readonly capacity: SigningCapacity },
): PaperPayload => {
  if (facts.dossier.slips === 'residence-police') {
    return { kind: 'residence-refusal', ...residenceHead(facts), reason: refused.reason, legalGround: refused.legalGround };
  }
  return {
    kind: 'refusal-notice', version: formVersionOn(facts.agency.forms, 'refusal-notice', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt, act: 'resolution',
    head: headOf(facts), number: numberText(facts.number), tracking: trackingOf(facts), ...whose(facts),
    procedureName: facts.dossier.procedureName, reason: refused.reason, legalGround: refused.legalGround,
    signer: { prefix: refused.capacity.prefix, title: refused.capacity.title, name: facts.officer.name },
  };
};

export type SentLine = {
  readonly dossier: LoadedDossier;
  readonly outcome?: { readonly name: string; readonly number: string; readonly hasPaper: boolean };
};

export const recordBackPaper = (
  facts: Omit<PaperFacts, 'dossier'> & { readonly lines: readonly SentLine[]; readonly first: LoadedDossier },
): PaperPayload => ({
  kind: 'hand-over-record', version: 'v2016', direction: 'to-desk', issuedAt: facts.issuedAt, sentAt: facts.issuedAt,
  head: headOf({ agency: facts.agency, dossier: facts.first }), number: numberText(facts.number),
  giver: { unitName: facts.agency.name, address: facts.agency.address ?? undefined, personName: facts.officer.name, personTitle: facts.officer.title },
  taker: { unitName: facts.first.deskName, address: facts.first.deskAddress },
  lines: facts.lines.map(({ dossier, outcome }) => ({
    code: dossier.code, ownerName: ownerOf(dossier.parties).fullName, procedureName: dossier.procedureName,
    original: outcome?.hasPaper === true ? 1 : 0, certifiedCopy: 0, plainCopy: 0,
    outcome: outcome ? `${outcome.name} số ${outcome.number}` : undefined, dueAt: dossier.due?.due,
  })),
});
