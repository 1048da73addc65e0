// What stands on the screen for one client and one dossier, from the first key to the code.
// A new client always starts from `newDraft`: nothing of the one before can be in it.
import type { IdentityKind, Representation } from '#core/people/person.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { feeItemsFor } from '#core/fees/fee-lines.ts';
import type { SigningDraft } from '../signing-draft.ts';
import type { LateEntryDraft } from './late-entry-draft.ts';

export type PersonDraft = {
  readonly identityKind: IdentityKind;
  readonly number: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly reason: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: '' | 'male' | 'female';
  readonly phone: string;
  readonly email: string;
  readonly organisationName: string;
  readonly line: string;
  readonly communeName: string;
  readonly districtName: string;
  readonly provinceName: string;
};
export type ScanDraft = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploaded: boolean;
};
export type PaperDraft = {
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  readonly scans: readonly ScanDraft[];
};
export type FeeDraft = { readonly quantity: number; readonly exemption: string; readonly collected: boolean };
export type ReturnDraft = {
  readonly kind: 'at-desk' | 'home-delivery' | 'online';
  readonly address: string;
  readonly phone: string;
};
/** What the public post adds, as typed: the label's number, the postage in dong, the seal. */
export type PostingDraft = { readonly itemNumber: string; readonly postage: string; readonly sealNumber: string };
export type Answer = string | number | boolean;

export const SECTIONS = ['applicant', 'case', 'papers', 'fees', 'return', 'confirm'] as const;
export type SectionId = (typeof SECTIONS)[number];

export type ReceiveDraft = {
  readonly draftId: string; // becomes the dossier's id
  readonly key: string; // idempotency key of the reception
  readonly owner: string; // account and desk whose draft this is
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly caseId: string;
  readonly applicant: PersonDraft;
  readonly ownerDiffers: boolean;
  readonly dossierOwner: PersonDraft;
  readonly representation: {
    readonly kind: Representation['kind'];
    readonly relation: string;
    readonly paperNumber: string;
    readonly paperDate: string;
  };
  readonly answers: Readonly<Record<string, Answer>>;
  readonly papers: Readonly<Record<string, PaperDraft>>;
  readonly isLarge: boolean;
  readonly byPost: boolean;
  readonly posting: PostingDraft;
  readonly fees: Readonly<Record<string, FeeDraft>>;
  readonly setCount: number;
  readonly returnWish: ReturnDraft;
  readonly section: SectionId;
  readonly startedAt: number;
  /** Entered from the paper booklet after a power cut. */
  readonly lateEntry?: LateEntryDraft | undefined;
  /** The declarant cannot sign. */
  readonly signing?: SigningDraft | undefined;
  readonly largePrint?: boolean;
  /** Filed online and not yet received: its revision as it was shown. */
  readonly filedRevision?: number;
  /** Printed here and refused by the server: the same dossier, put right. */
  readonly corrects?: CorrectsDraft;
  /** Sent and never answered: the same again, and nothing else, until the server has spoken. */
  readonly sent?: string;
};

export type CorrectsDraft = {
  readonly commandId: string;
  readonly code: string;
  readonly paperId: string;
  /** Why it was refused. */
  readonly text: string;
  readonly fieldErrors: readonly { readonly path: string; readonly message: string }[];
};

export type DraftFacts = {
  readonly draftId: string;
  readonly key: string;
  readonly owner: string;
  readonly startedAt: number;
  readonly procedure: ProcedureVersion;
  readonly place: { readonly communeName: string; readonly districtName?: string; readonly provinceName: string };
  readonly identityKind: IdentityKind;
  readonly onlyByPost: boolean;
};

export const newPerson = (facts: Pick<DraftFacts, 'place' | 'identityKind'>): PersonDraft => ({
  identityKind: facts.identityKind,
  number: '',
  issuedOn: '',
  issuedBy: '',
  reason: '',
  fullName: '',
  birthDate: '',
  sex: '',
  phone: '',
  email: '',
  organisationName: '',
  line: '',
  communeName: facts.place.communeName,
  districtName: facts.place.districtName ?? '',
  provinceName: facts.place.provinceName,
});

export const NO_POSTING: PostingDraft = { itemNumber: '', postage: '', sealNumber: '' };
export const NO_PAPER: PaperDraft = { original: 0, certifiedCopy: 0, plainCopy: 0, scans: [] };

export const newFees = (procedure: ProcedureVersion, byPost: boolean): Record<string, FeeDraft> => {
  const items = feeItemsFor(procedure.fees, byPost ? 'post' : 'counter');
  // one tariff line is what everybody pays; of several the clerk chooses
  const only = items.length === 1 ? items[0] : undefined;
  return Object.fromEntries(
    items.map((item) => [
      item.feeId,
      { quantity: item === only && item.amount !== undefined ? 1 : 0, exemption: '', collected: true },
    ]),
  );
};

export const newDraft = (facts: DraftFacts): ReceiveDraft => ({
  draftId: facts.draftId,
  key: facts.key,
  owner: facts.owner,
  startedAt: facts.startedAt,
  procedureCode: facts.procedure.code,
  procedureVersion: facts.procedure.version,
  procedureName: facts.procedure.name,
  caseId: facts.procedure.cases[0]?.caseId ?? '',
  applicant: newPerson(facts),
  ownerDiffers: false,
  dossierOwner: { ...newPerson(facts), identityKind: 'personal-number' },
  representation: { kind: 'family', relation: '', paperNumber: '', paperDate: '' },
  answers: {},
  papers: {},
  isLarge: false,
  byPost: facts.onlyByPost,
  posting: NO_POSTING,
  fees: newFees(facts.procedure, facts.onlyByPost),
  setCount: 1,
  returnWish: { kind: 'at-desk', address: '', phone: '' },
  section: 'applicant',
});

/** Has anything of a client been put in? An untouched draft is dropped without asking. */
export const isTouched = (draft: ReceiveDraft): boolean =>
  draft.applicant.number !== '' ||
  draft.applicant.fullName !== '' ||
  draft.dossierOwner.fullName !== '' ||
  Object.keys(draft.answers).length > 0 ||
  Object.values(draft.papers).some((p) => p.scans.length > 0) ||
  draft.sent !== undefined;

export const clientOf = (draft: ReceiveDraft): string => draft.applicant.fullName || draft.applicant.number || 'chưa ghi tên';
