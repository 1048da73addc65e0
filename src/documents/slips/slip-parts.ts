// Pieces of the desk's papers: whose paper it is, who signs, which papers, where the outcome is fetched.
import type { DeskHands, FeeLine, PaperReceived, ReturnWish } from '#core/dossier/dossier.ts';
import type { Desk, Unit } from '#core/organisation/organisation.ts';
import { ancestorsOf } from '#core/organisation/units.ts';
import type { Parties, Person } from '#core/people/person.ts';
import { placeIn } from '#documents/kit/party-line.ts';
import type { FeeLinePrinted, HandsPrinted, Letterhead, PaperLine, ReturnPlace } from '#documents/kit/parts.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { type StandingActor, titleOf } from './standing-actor.ts';

/** The name the law gives the place in a heading: not the whole name of the desk. */
const legalNameOf = (deskName: string): string =>
  /Trung tâm Phục vụ hành chính công.*$/u.exec(deskName)?.[0] ?? (deskName.startsWith('Bộ phận') ? 'Bộ phận Tiếp nhận và Trả kết quả' : deskName);

/** The agency over the desk in the heading, its desk under it; a centre that receives by itself stands under its committee. */
export const deskHead = ({ desk, units }: Pick<SlipPlace, 'desk' | 'units'>): Letterhead => {
  const receiving = unitOf({ units }, desk.receivingUnitId);
  const agency = legalNameOf(desk.name);
  const over = receiving.name === agency ? ancestorsOf(units, receiving.unitId)[1] : receiving;
  return {
    superiorAgency: over?.name, agency, deskName: desk.name,
    place: placeIn(receiving.name) ?? placeIn(receiving.shortName) ?? receiving.shortName,
  };
};

export const unitHead = (place: Pick<SlipPlace, 'units'> & { readonly desk: Pick<Desk, 'name'> }, unit: Unit): Letterhead => {
  const [, superior] = ancestorsOf(place.units, unit.unitId);
  return {
    superiorAgency: superior?.name, agency: unit.name, deskName: place.desk.name,
    place: placeIn(unit.name) ?? placeIn(superior?.name ?? '') ?? unit.shortName,
  };
};

export const handsPrinted = (hands: DeskHands, actor: StandingActor): HandsPrinted => ({
  receiverName: hands.receiverName,
  receiverTitle: titleOf(actor, hands.receiverId),
  assistantName: hands.assistantName,
  assistantTitle: titleOf(actor, hands.assistantId),
});

/** One line a paper, its forms in three columns; what was only shown stays nowhere, an electronic copy says so. */
export const paperLinesOf = (papers: readonly PaperReceived[]): readonly PaperLine[] => {
  const lines = new Map<string, PaperLine>();
  for (const paper of papers) {
    const key = `${paper.itemId} ${paper.name}`;
    const line = lines.get(key) ?? { name: paper.name, original: 0, certifiedCopy: 0, plainCopy: 0 };
    const add = (form: PaperReceived['form']): number => (paper.form === form && !paper.shownOnly ? paper.count : 0);
    lines.set(key, {
      ...line,
      original: line.original + add('original'),
      certifiedCopy: line.certifiedCopy + add('certified-copy'),
      plainCopy: line.plainCopy + add('plain-copy'),
      ...(paper.shownOnly ? { shownOnly: true } : {}),
      ...(paper.form === 'e-copy' ? { note: 'Bản điện tử' } : {}),
    });
  }
  return [...lines.values()];
};

export const feesPrinted = (fees: readonly FeeLine[]): readonly FeeLinePrinted[] =>
  fees.map(({ kind, name, amount, exemption, collected }) => ({ kind, name, amount, exemption, collected }));

export const returnPlaceOf = (wish: ReturnWish, desk: Desk, owner: Person): ReturnPlace => {
  switch (wish.kind) {
    case 'at-desk': return { kind: 'at-desk', name: desk.name, address: desk.address, phone: desk.phone };
    case 'home-delivery': return { kind: 'home-delivery', name: owner.fullName, address: wish.address, phone: wish.phone };
    case 'online': return { kind: 'online', name: 'Cổng Dịch vụ công quốc gia', address: 'dichvucong.gov.vn' };
  }
};

const PAPER_OF_REPRESENTATION: Readonly<Record<NonNullable<Parties['representation']>['kind'], string>> = {
  family: '', authorisation: 'Giấy ủy quyền', 'introduction-letter': 'Giấy giới thiệu', 'legal-representative': 'người đại diện theo pháp luật',
};

/** 'con ruột', 'người được ủy quyền, Giấy ủy quyền số 12, ngày 01/11/2019'. */
export const representationText = (parties: Parties): string | undefined => {
  const given = parties.representation;
  if (!given) return undefined;
  const number = given.paperNumber ? ` số ${given.paperNumber}` : '';
  const date = given.paperDate ? `, ngày ${given.paperDate.split('-').reverse().join('/')}` : '';
  const paper = PAPER_OF_REPRESENTATION[given.kind];
  return [given.relation, ...(paper === '' ? [] : [`${paper}${number}${date}`])].join(', ');
};
