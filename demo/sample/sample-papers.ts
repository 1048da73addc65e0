// Papers of the sample, each with the payload that the product itself would store.
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries, type NumberedPaper } from '#core/numbering/series.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { ownerOf, partyLineOf, placeIn } from '#documents/kit/party-line.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { Letterhead } from '#documents/kit/parts.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { receptionSlip } from '#documents/slips/reception-slip.ts';
import { timedUuidOf } from '../identifiers.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import type { Books } from './books.ts';
import type { DossierFile } from './dossier-file.ts';
import type { Happening, ReceivedVisit } from './plan.ts';
import type { Worker } from './staffing.ts';

export const ORIGINS: Readonly<Record<string, string>> = { 'kybac-2019': 'http://localhost:8080', 'hatinh-2026': 'http://localhost:8081' };
export const originOf = (visit: ReceivedVisit): string => ORIGINS[visit.stage.world.name] ?? '';

export const issuePaper = (
  books: Books, key: string, at: Moment, by: Worker, paper: { readonly dossierId?: string; readonly deskId: string; readonly number: string; readonly payload: PaperPayload; readonly paperId?: string },
): void => {
  books.add('issued_paper', {
    paper_id: paper.paperId ?? timedUuidOf(momentToEpoch(at), `${books.world}/paper/${key}`), dossier_id: paper.dossierId ?? null, desk_id: paper.deskId,
    kind: paper.payload.kind, form_version: paper.payload.version, number: paper.number, payload: paper.payload,
    issued_at: at, issued_by: by.accountId, print_count: 1,
  });
};

export const takePaperNumber = (books: Books, paper: NumberedPaper, unitId: UnitId, at: Moment): { readonly count: number; readonly number: string } => {
  const count = books.take(paperSeries(paper, unitId, dateOf(at)));
  return { count, number: formatPaperNumber(paper, count) };
};

export const agencyHead = (visit: ReceivedVisit): Letterhead => {
  const agency = unitOf(visit.stage.place, visit.transfer.agencyUnitId);
  const superior = agency.parentUnitId === undefined ? undefined : unitOf(visit.stage.place, agency.parentUnitId);
  return {
    ...(superior === undefined ? {} : { superiorAgency: superior.name }),
    agency: agency.name, deskName: visit.stage.place.desk.name, place: placeIn(agency.name) ?? placeIn(superior?.name ?? '') ?? agency.shortName,
  };
};

const trackingOf = (file: DossierFile, visit: ReceivedVisit) => ({ code: file.code, url: `${originOf(visit)}/q/${file.code}` });
const numberText = (count: number): string => String(count).padStart(2, '0');

export const receiptPaper = (file: DossierFile, visit: ReceivedVisit, number: string, order: string): PaperPayload => {
  const { assessed, hands, slip, register } = visit.received;
  return receptionSlip({
    place: visit.stage.place, actor: visit.stage.actor, assessed, hands, slip, parties: visit.parties, channel: visit.command.channel,
    returnWish: visit.command.returnWish, setCount: 1, receivedAt: visit.at, issuedAt: visit.at, origin: originOf(visit), register,
    ...(visit.command.posting === undefined ? {} : { posting: visit.command.posting }),
  }, { code: file.code, number, inRegister: { order, volume: 1 } });
};

export const supplementPaper = (
  file: DossierFile, visit: ReceivedVisit, count: number, asked: Extract<Happening, { kind: 'ask-supplement' }>, items: readonly { readonly name: string; readonly original: number; readonly certifiedCopy: number; readonly plainCopy: number; readonly reason?: string }[], reason: string,
): PaperPayload => ({
  kind: 'supplement-request', version: formVersionOn(SHIPPED_FORMS, 'supplement-request', dateOf(asked.at)), issuedAt: asked.at, head: agencyHead(visit), number: numberText(count),
  tracking: trackingOf(file, visit), applicant: partyLineOf(visit.parties.applicant), ...(visit.parties.owner === undefined ? {} : { owner: partyLineOf(visit.parties.owner) }),
  procedureName: visit.procedure.name, items, reason, answerBy: asked.answerBy,
  contact: { name: visit.agency.officer.name, phone: unitOf(visit.stage.place, visit.transfer.agencyUnitId).phone ?? '' },
  guideName: visit.agency.officer.name, guideTitle: visit.agency.officer.title,
});

export const refusalPaper = (
  file: DossierFile, visit: ReceivedVisit, count: number, at: Moment, signer: ReceivedVisit['agency']['signers'][number], reason: string, legalGround: string,
): PaperPayload => ({
  kind: 'refusal-notice', version: formVersionOn(SHIPPED_FORMS, 'refusal-notice', dateOf(at)), issuedAt: at, act: 'resolution', head: agencyHead(visit), number: numberText(count),
  tracking: trackingOf(file, visit), applicant: partyLineOf(visit.parties.applicant), ...(visit.parties.owner === undefined ? {} : { owner: partyLineOf(visit.parties.owner) }),
  procedureName: visit.procedure.name, reason, legalGround, signer: { prefix: signer.capacity.prefix, title: signer.capacity.title, name: signer.name },
});

export const ownerNameOf = (visit: ReceivedVisit): string => ownerOf(visit.parties).fullName;
