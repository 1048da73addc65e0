// A filing of the portal becomes a draft: what the citizen wrote is there, papers are checked again at the desk.
import type { Person } from '#core/people/person.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { NO_PAPER, type PaperDraft, type PersonDraft, type ReceiveDraft } from './draft.ts';

export const personDraft = (p: Person): PersonDraft => ({
  identityKind: p.identity.kind,
  number: p.identity.number,
  issuedOn: p.identity.issuedOn ?? '',
  issuedBy: p.identity.issuedBy ?? '',
  reason: p.identity.reason ?? '',
  fullName: p.fullName,
  birthDate: p.birthDate ?? '',
  sex: p.sex ?? '',
  phone: p.phone ?? '',
  email: p.email ?? '',
  organisationName: p.organisationName ?? '',
  line: p.address.line,
  communeName: p.address.communeName,
  districtName: p.address.districtName ?? '',
  provinceName: p.address.provinceName,
});

const FIELD = {
  original: 'original',
  'certified-copy': 'certifiedCopy',
  'plain-copy': 'plainCopy',
  'e-copy': 'original',
} as const;

const papersOf = (view: DossierView): Record<string, PaperDraft> => {
  const papers: Record<string, PaperDraft> = {};
  for (const paper of view.papers) {
    const known = papers[paper.itemId] ?? NO_PAPER;
    const scans = paper.scans.map((sha256) => ({
      sha256,
      name: paper.name,
      mediaType: 'application/octet-stream',
      bytes: 0,
      uploaded: true,
    }));
    papers[paper.itemId] = {
      ...known,
      [FIELD[paper.form]]: known[FIELD[paper.form]] + paper.count,
      scans: [...known.scans, ...scans],
    };
  }
  return papers;
};

export const filedDraft = (fresh: ReceiveDraft, view: DossierView): ReceiveDraft => ({
  ...fresh,
  draftId: view.dossierId,
  filedRevision: view.revision,
  caseId: view.caseId,
  answers: view.answers,
  setCount: view.setCount,
  applicant: personDraft(view.parties.applicant),
  ownerDiffers: view.parties.owner !== undefined,
  dossierOwner: view.parties.owner ? personDraft(view.parties.owner) : fresh.dossierOwner,
  representation: view.parties.representation
    ? {
        kind: view.parties.representation.kind,
        relation: view.parties.representation.relation,
        paperNumber: view.parties.representation.paperNumber ?? '',
        paperDate: view.parties.representation.paperDate ?? '',
      }
    : fresh.representation,
  papers: papersOf(view),
  returnWish: view.returnWish.kind === 'home-delivery' ? view.returnWish : { kind: view.returnWish.kind, address: '', phone: '' },
  section: 'papers',
});
