// Who receives, what is checked, what is taken back: from the boxes to the command.
import type { Sha256 } from '#core/dossier/dossier.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { IdentityKind, IdentityPaper, Person } from '#core/people/person.ts';
import type { ReturnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import { type SigningDraft, draftOfSigning, toSigning } from '../signing-draft.ts';

export type Relation = 'applicant' | 'owner' | 'family' | 'authorised';
export type ReturnDraft = {
  readonly relation: Relation;
  readonly fullName: string;
  readonly identityKind: IdentityKind;
  readonly number: string;
  readonly reason: string;
  readonly phone: string;
  readonly authorisationNumber: string;
  readonly authorisationDate: string;
  readonly authorisationBy: string;
  readonly checked: boolean;
  readonly receiptShown: boolean;
  readonly lostReceiptNote: string;
  readonly recalled: string;
  readonly originalsReturned: boolean;
  readonly collected: readonly number[];
  readonly signedOnPaper: boolean;
  /** Something stands in the frame on the screen. */
  readonly drawn: boolean;
  /** The receiver cannot sign. */
  readonly signing?: SigningDraft | undefined;
};

export type KnownPerson = Pick<Person, 'fullName' | 'phone'> & { readonly identity: Pick<IdentityPaper, 'kind' | 'number' | 'reason'> };

export const receiverFrom = (person: KnownPerson): Pick<ReturnDraft, 'fullName' | 'identityKind' | 'number' | 'phone' | 'reason'> => ({
  fullName: person.fullName,
  identityKind: person.identity.kind,
  number: person.identity.number,
  phone: person.phone ?? '',
  reason: person.identity.reason ?? '',
});

export const newReturn = (applicant: KnownPerson, unpaid: readonly number[]): ReturnDraft => ({
  relation: 'applicant',
  ...receiverFrom(applicant),
  authorisationNumber: '',
  authorisationDate: '',
  authorisationBy: '',
  checked: false,
  receiptShown: true,
  lostReceiptNote: '',
  recalled: '',
  originalsReturned: true,
  collected: unpaid,
  signedOnPaper: true,
  drawn: false,
});

/** As it was entered before. Whoever stands there again is looked at again. */
export const returnAsEntered = (draft: ReturnDraft, command: ReturnOutcomeCommand, parties: { readonly applicant: KnownPerson; readonly owner?: KnownPerson | undefined }): ReturnDraft => {
  const { receiver, signing, signature, recalledPapers } = command;
  const { relation, authorisation } = receiver;
  const isOf = (person: KnownPerson | undefined): boolean => person?.fullName === receiver.fullName && person.identity.number === receiver.identity.number;
  return {
    ...draft, ...receiverFrom(receiver),
    relation: relation !== 'self' ? relation : !isOf(parties.applicant) && isOf(parties.owner) ? 'owner' : 'applicant',
    authorisationNumber: authorisation?.number ?? '', authorisationDate: authorisation?.date ?? '', authorisationBy: authorisation?.madeBy ?? '',
    receiptShown: command.receiptShown, lostReceiptNote: command.lostReceiptNote ?? '', recalled: recalledPapers.map(({ name }) => name).join('\n'),
    originalsReturned: command.originalsReturned, collected: draft.collected.filter((line) => command.collectedFeeLines.includes(line)),
    signedOnPaper: signature === undefined, drawn: signature !== undefined, signing: draftOfSigning(signing),
  };
};

const some = <T extends string>(text: string): T | undefined => (text.trim() === '' ? undefined : (text.trim() as T));

/** Family shows the receipt; without it, and for all others, a written authorisation is asked. */
export const needsAuthorisation = (d: ReturnDraft): boolean =>
  d.relation === 'authorised' || (d.relation === 'family' && !d.receiptShown);

/** Who receives, and how the receipt stands: the same at the desk and at somebody's door. */
export const receivingOf = (d: ReturnDraft) => {
  const identity: IdentityPaper = { kind: d.identityKind, number: d.number.replace(/\s/g, ''), reason: some(d.reason) };
  return {
    receiver: {
      fullName: d.fullName,
      identity,
      phone: some(d.phone),
      relation: d.relation === 'applicant' || d.relation === 'owner' ? ('self' as const) : d.relation,
      authorisation:
        needsAuthorisation(d) || d.authorisationNumber !== ''
          ? { number: some(d.authorisationNumber), date: some<PlainDate>(d.authorisationDate), madeBy: some(d.authorisationBy) }
          : undefined,
    },
    receiptShown: d.receiptShown,
    lostReceiptNote: d.receiptShown ? undefined : some(d.lostReceiptNote),
  };
};

export const toReturnBody = (d: ReturnDraft, signature: Sha256 | undefined) => ({
  ...receivingOf(d),
  recalledPapers: d.recalled
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, collected: true })),
  originalsReturned: d.originalsReturned,
  collectedFeeLines: [...d.collected],
  signature,
  signing: toSigning(d.signing),
});

/** Of who receives: what is still to do, in the words of whoever hands it out. */
export const receivingToDo = (d: ReturnDraft): readonly string[] => [
  ...(d.fullName.trim() === '' ? ['ghi họ tên người nhận'] : []),
  ...(d.signing && !d.signing.readAloud ? ['đọc lại nội dung cho người điểm chỉ nghe'] : []),
  ...(d.checked ? [] : ['đối chiếu giấy tờ tùy thân']),
  ...(needsAuthorisation(d) &&
  d.authorisationNumber.trim() === '' &&
  d.authorisationDate === '' &&
  d.authorisationBy.trim() === ''
    ? ['ghi văn bản ủy quyền']
    : []),
  ...(!d.receiptShown && d.lostReceiptNote.trim() === '' ? ['ghi chú mất giấy hẹn'] : []),
];

/** What is still to do before the outcome may be handed over, in the clerk's words. */
export const stillToDo = (d: ReturnDraft, unpaid: readonly number[]): readonly string[] => [
  ...(!d.signedOnPaper && !d.drawn ? ['người nhận ký vào khung'] : []),
  ...receivingToDo(d),
  ...(unpaid.some((line) => !d.collected.includes(line)) ? ['thu đủ phí, lệ phí'] : []),
];
