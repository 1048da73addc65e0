// What is filled in at a door, from the boxes to the command; and what is still to do before it may be confirmed.
import type { DossierId, Sha256 } from '#core/dossier/dossier.ts';
import { formatInteger, formatMoney } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeliverBody, RoundStop } from '#wire/courier.wire.ts';
import { newReturn, receivingOf, receivingToDo, receiverFrom, type Relation, type ReturnDraft } from '../../counter/return-outcome/return-draft.ts';
import { toSigning } from '../../counter/signing-draft.ts';
import type { Place } from '../proof/place.ts';

/** Each counted into her bag, or why not. */
export type RecalledPaper = { readonly dossierId: DossierId; readonly name: string; readonly collected: boolean; readonly note: string };
export type SigningWay = 'glass' | 'paper' | 'fingerprint';

export type DeliverDraft = {
  readonly who: ReturnDraft;
  readonly recalled: readonly RecalledPaper[];
  readonly amount: string;
  readonly counted: boolean;
  readonly amountNote: string;
  readonly way: SigningWay;
};

type Giving = RoundStop['giving'][number];
/** Several dossiers of one house have one receiver: the first one's people stand for all, and the core looks at each. */
const firstOf = ({ giving }: RoundStop): Giving | undefined => giving[0];
const NOBODY = { fullName: '', identity: { kind: 'old-identity-card', number: '' } } as const;

export const newDelivery = (stop: RoundStop): DeliverDraft => ({
  who: newReturn(firstOf(stop)?.applicant ?? NOBODY, []), recalled: [], amount: formatInteger(stop.amountDue), counted: false, amountNote: '', way: 'glass',
});

export const chosen = (draft: DeliverDraft, stop: RoundStop, relation: Relation): DeliverDraft => {
  const first = firstOf(stop);
  const known = relation === 'applicant' ? first?.applicant : relation === 'owner' ? first?.owner : undefined;
  return { ...draft, who: { ...draft.who, relation, checked: false, ...(known ? receiverFrom(known) : { fullName: '', number: '', phone: '', reason: '' }) } };
};

/** '120.000' as people write it. */
export const amountOf = (typed: string): number | undefined => {
  const digits = typed.replaceAll(/[\s.]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

export type Proofs = { readonly signature?: string | undefined; readonly photo?: string | undefined; readonly place?: Place | undefined };

export const toDeliverBody = (draft: DeliverDraft, { signature, photo, place }: Proofs, made: { readonly attemptId: string; readonly at: Moment }): DeliverBody => {
  const { receiver, receiptShown, lostReceiptNote } = receivingOf(draft.who);
  const signing = draft.way === 'fingerprint' ? toSigning(draft.who.signing) : undefined;
  return {
    ...made, receiver, receiptShown, ...(lostReceiptNote !== undefined && { lostReceiptNote }),
    recalledPapers: draft.recalled.map(({ dossierId, name, collected, note }) => ({ dossierId, name: name.trim(), collected, ...(note.trim() !== '' && { note: note.trim() }) })),
    ...(signing && { signing }), ...(signature !== undefined && { signature: signature as Sha256 }), ...(photo !== undefined && { photo: photo as Sha256 }),
    ...(place && { place }), amountCollected: amountOf(draft.amount) ?? 0, ...(draft.amountNote.trim() !== '' && { amountNote: draft.amountNote.trim() }),
  };
};

const moneyToDo = ({ amount, counted, amountNote }: DeliverDraft, due: number): readonly string[] => {
  const typed = amountOf(amount);
  if (typed === undefined) return ['ghi số tiền đã thu'];
  return [
    ...(typed !== due && amountNote.trim() === '' ? [`ghi lý do số tiền khác ${formatMoney(due)}`] : []),
    ...(typed > 0 && !counted ? ['đếm và xác nhận số tiền'] : []),
  ];
};

const signingToDo = ({ way }: DeliverDraft, { signature, photo }: Proofs): readonly string[] => {
  switch (way) {
    case 'glass': return signature === undefined ? ['người nhận ký vào khung'] : [];
    case 'paper': return signature === undefined ? ['chụp chữ ký trên giấy'] : [];
    case 'fingerprint': return photo === undefined ? ['chụp giấy đã điểm chỉ'] : [];
  }
};

export const deliveryToDo = (draft: DeliverDraft, proofs: Proofs, stop: RoundStop): readonly string[] => [
  ...receivingToDo(draft.way === 'fingerprint' ? draft.who : { ...draft.who, signing: undefined }),
  ...(draft.recalled.some(({ name }) => name.trim() === '') ? ['ghi tên giấy tờ thu hồi'] : []),
  ...(draft.recalled.some(({ collected, note }) => !collected && note.trim() === '') ? ['ghi lý do chưa thu hồi được'] : []),
  ...moneyToDo(draft, stop.amountDue),
  ...signingToDo(draft, proofs),
];
