// From what stands on the screen to the command of the wire; empty boxes are absent, never ''.
import type { ReceptionContent } from '#core/dossier/assess-reception.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Parties, Person } from '#core/people/person.ts';
import type { ChecklistItem, PaperForm, ProcedureCode, ProcedureVersion } from '#core/procedure/procedure.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import { NO_PAPER, type PaperDraft, type PersonDraft, type ReceiveDraft } from './draft.ts';

const some = <T extends string>(text: string): T | undefined => (text.trim() === '' ? undefined : (text.trim() as T));

export const toPerson = (p: PersonDraft): Person => ({
  fullName: p.fullName.trim(),
  birthDate: some(p.birthDate),
  sex: p.sex === '' ? undefined : p.sex,
  identity: {
    kind: p.identityKind,
    number: p.number.replace(/\s/g, ''),
    issuedOn: some<PlainDate>(p.issuedOn),
    issuedBy: some(p.issuedBy),
    reason: some(p.reason),
  },
  phone: some(p.phone),
  email: some(p.email),
  organisationName: some(p.organisationName),
  address: {
    line: p.line.trim(),
    communeName: p.communeName.trim(),
    districtName: some(p.districtName),
    provinceName: p.provinceName.trim(),
  },
});

export const toParties = (draft: ReceiveDraft): Parties => ({
  applicant: toPerson(draft.applicant),
  owner: draft.ownerDiffers ? toPerson(draft.dossierOwner) : undefined,
  representation: draft.ownerDiffers
    ? {
        kind: draft.representation.kind,
        relation: draft.representation.relation.trim(),
        paperNumber: some(draft.representation.paperNumber),
        paperDate: some<PlainDate>(draft.representation.paperDate),
      }
    : undefined,
});

export type PaperGivenInput = {
  readonly itemId: string;
  readonly form: PaperForm;
  readonly count: number;
  readonly shownOnly: boolean;
  readonly scans: Sha256[];
};

export const givenOf = (item: ChecklistItem, paper: PaperDraft): readonly PaperGivenInput[] => {
  const counts: readonly (readonly [PaperForm, number])[] = [
    ['original', paper.original],
    ['certified-copy', paper.certifiedCopy],
    ['plain-copy', paper.plainCopy],
  ];
  const scans = paper.scans.map((s) => s.sha256 as Sha256);
  return counts
    .filter(([, count]) => count > 0)
    .map(([form, count], i) => ({
      itemId: item.itemId,
      form,
      count,
      shownOnly: item.shownOnly === true,
      scans: i === 0 ? scans : [],
    }));
};

export const toPapers = (draft: Pick<ReceiveDraft, 'papers' | 'caseId'>, procedure: ProcedureVersion): PaperGivenInput[] =>
  (procedure.cases.find((c) => c.caseId === draft.caseId)?.checklist ?? []).flatMap((item) =>
    givenOf(item, draft.papers[item.itemId] ?? NO_PAPER),
  );

/** All that the checklist asks of one paper, as "Đủ hồ sơ" ticks it. */
export const fullPaper = (item: ChecklistItem, scans: PaperDraft['scans'] = []): PaperDraft => {
  const asked = item.original + item.certifiedCopy + item.plainCopy;
  return {
    original: item.shownOnly || asked === 0 ? Math.max(1, item.original) : item.original,
    certifiedCopy: item.certifiedCopy,
    plainCopy: item.plainCopy,
    scans,
  };
};

export const isGiven = (paper: PaperDraft | undefined): boolean =>
  paper !== undefined && paper.original + paper.certifiedCopy + paper.plainCopy > 0;

/** As the checklist counts: kinds of paper that are here, and copies that stay. */
export const papersHere = (draft: Pick<ReceiveDraft, 'papers' | 'caseId'>, procedure: ProcedureVersion): { readonly kinds: number; readonly kept: number } => {
  const given = toPapers(draft, procedure);
  return {
    kinds: new Set(given.map((paper) => paper.itemId)).size,
    kept: given.filter((paper) => !paper.shownOnly).reduce((sum, paper) => sum + paper.count, 0),
  };
};

export const scansWaiting = (draft: Pick<ReceiveDraft, 'papers'>): number =>
  Object.values(draft.papers)
    .flatMap((p) => p.scans)
    .filter((s) => !s.uploaded).length;

export const toFees = (draft: Pick<ReceiveDraft, 'fees'>) =>
  Object.entries(draft.fees)
    .filter(([, f]) => f.quantity > 0)
    .map(([feeId, f]) => ({
      feeId,
      quantity: f.quantity,
      exemption: some(f.exemption),
      collected: f.exemption === '' && f.collected,
    }));

const toAnswers = (draft: ReceiveDraft) =>
  Object.fromEntries(
    Object.entries(draft.answers)
      .map(([k, v]) => [k, typeof v === 'string' ? v.trim() : v] as const)
      .filter(([, v]) => v !== ''),
  );

export const toContent = (draft: ReceiveDraft, procedure: ProcedureVersion): ReceptionContent => ({
  procedureCode: draft.procedureCode as ProcedureCode,
  procedureVersion: draft.procedureVersion,
  caseId: draft.caseId,
  channel: draft.filedRevision !== undefined ? 'online' : draft.byPost ? 'post' : 'counter',
  regime: draft.byPost ? 'public-post' : 'one-stop',
  parties: toParties(draft),
  answers: toAnswers(draft),
  papers: toPapers(draft, procedure),
  fees: toFees(draft),
  isLarge: draft.isLarge,
});

const toPosting = ({ posting }: ReceiveDraft) => ({
  itemNumber: posting.itemNumber.replace(/\s/g, '').toUpperCase(),
  postage: Number(posting.postage),
  sealNumber: some(posting.sealNumber),
});

export const toCommand = (
  draft: ReceiveDraft,
  procedure: ProcedureVersion,
  deskId: string,
  confirmation: Confirmation | undefined,
): ReceiveDossierInput => {
  const { kind, address, phone } = draft.returnWish;
  const content = toContent(draft, procedure);
  return {
    ...content,
    papers: toPapers(draft, procedure),
    fees: toFees(draft),
    dossierId: draft.draftId,
    filedRevision: draft.filedRevision,
    deskId,
    setCount: draft.setCount,
    returnWish:
      kind === 'home-delivery'
        ? { kind, address: address.trim(), phone: phone.trim() }
        : kind === 'at-desk'
          ? { kind, deskId }
          : { kind },
    posting: draft.byPost ? toPosting(draft) : undefined,
    confirmation,
  };
};
