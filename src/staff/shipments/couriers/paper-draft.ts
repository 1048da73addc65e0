// What is read off a courier's paper, from the boxes to the command; and what is still to do before it may be written down.
import type { DossierId, Sha256 } from '#core/dossier/dossier.ts';
import { formatMoney } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { ABOUT_REASON, type AttemptReason } from '#core/shipment/attempt-reasons.ts';
import type { RecordDeliveryBody, RecordFailureBody } from '#wire/courier-paper.wire.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { type Relation, type ReturnDraft, newReturn, receiverFrom, receivingOf, receivingToDo } from '../../counter/return-outcome/return-draft.ts';

export type PaperDraft = {
  readonly end: 'delivered' | 'failed' | '';
  readonly day: string;
  readonly time: string;
  readonly ground: string;
  readonly paper?: string | undefined;
  readonly hasNone: boolean;
  readonly noPaper: string;
  readonly who: ReturnDraft;
  /** One a line. */
  readonly recalled: string;
  readonly collected: string;
  readonly amountNote: string;
  readonly counted: string;
  readonly countedNote: string;
  readonly reason?: AttemptReason | undefined;
  readonly askedFor: string;
  readonly note: string;
};

const NOBODY = { fullName: '', identity: { kind: 'old-identity-card', number: '' } } as const;

export const newPaper = (stop: RoundStop, now: Moment): PaperDraft => ({
  end: '', day: dateOf(now), time: '', ground: '', hasNone: false, noPaper: '', who: newReturn(stop.giving[0]?.applicant ?? NOBODY, []), recalled: '',
  collected: String(stop.amountDue), amountNote: '', counted: stop.amountDue === 0 ? '0' : '', countedNote: '', askedFor: '', note: '',
});

export const receiverChosen = (draft: PaperDraft, stop: RoundStop, relation: Relation): PaperDraft => {
  const [first] = stop.giving;
  const known = relation === 'applicant' ? first?.applicant : relation === 'owner' ? first?.owner : undefined;
  return { ...draft, who: { ...draft.who, relation, checked: false, ...(known ? receiverFrom(known) : { fullName: '', number: '', phone: '', reason: '' }) } };
};

/** As people write a time: '9:05', '9h05', '0905', '9 giờ 05'. */
const timeOf = (time: string): string | undefined => {
  const read = /^(\d{1,2})\s*(?:[:h.]|giờ)?\s*(\d{2})$/iu.exec(time.trim());
  const [hours, minutes] = [Number(read?.[1]), Number(read?.[2])];
  return read && hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined;
};
export const momentOf = ({ day, time }: Pick<PaperDraft, 'day' | 'time'>): Moment | undefined => {
  const at = timeOf(time);
  return at !== undefined && isPlainDate(day) ? `${day}T${at}:00+07:00` as Moment : undefined;
};

export const isSameSum = (collected: string, counted: string): boolean => Number(collected) === Number(counted);
const UNENDED = 'Ghi đủ ngày, tháng, năm.';

const written = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

export const paperToDo = (draft: PaperDraft, stop: RoundStop): Readonly<Record<string, string>> => {
  const { end, reason, collected, counted } = draft;
  const failed = end === 'failed';
  const delivered = end === 'delivered';
  const todo: Readonly<Record<string, string | false>> = {
    end: end === '' && 'Chọn đã phát được hay chưa.',
    day: !isPlainDate(draft.day) && UNENDED,
    time: timeOf(draft.time) === undefined && 'Ghi giờ trên giấy, ví dụ 9:05.',
    ground: draft.ground.trim() === '' && 'Ghi vì sao ghi từ giấy.',
    paper: !draft.hasNone && draft.paper === undefined && 'Đính kèm bản quét, hoặc đánh dấu không có giấy.',
    noPaper: draft.hasNone && draft.noPaper.trim() === '' && 'Ghi vì sao không có giấy.',
    receiver: delivered && receivingToDo(draft.who).length > 0 && `Còn phải: ${receivingToDo(draft.who).join(', ')}.`,
    amountCollected: delivered && collected === '' && 'Ghi số tiền bưu tá đã thu.',
    amountNote: delivered && collected !== '' && Number(collected) !== stop.amountDue && draft.amountNote.trim() === '' && `Ghi lý do khác ${formatMoney(stop.amountDue)}.`,
    amountCounted: delivered && counted === '' && 'Đếm tiền rồi ghi số đếm được; chưa nộp thì ghi 0.',
    countedNote: delivered && counted !== '' && !isSameSum(collected, counted) && draft.countedNote.trim() === '' && 'Ghi lý do chênh lệch.',
    reason: failed && reason === undefined && 'Chọn lý do.',
    askedFor: failed && reason === 'asked-later' && draft.askedFor !== '' && !isPlainDate(draft.askedFor) && UNENDED,
    note: failed && reason !== undefined && ABOUT_REASON[reason].needsNote && draft.note.trim() === '' && 'Ghi rõ để quầy biết phải làm gì tiếp.',
  };
  return Object.fromEntries(Object.entries(todo).filter((entry): entry is [string, string] => entry[1] !== false));
};

type Made = { readonly attemptId: string; readonly moneyId: string; readonly deskId: DeskId; readonly at: Moment };

const told = (draft: PaperDraft, { attemptId, deskId, at }: Made) => {
  const [note, noPaper] = [written(draft.note), draft.hasNone ? written(draft.noPaper) : undefined];
  return {
    attemptId, deskId, at, ground: draft.ground.trim(), ...(!draft.hasNone && draft.paper !== undefined && { paper: draft.paper as Sha256 }),
    ...(noPaper !== undefined && { noPaper }), ...(note !== undefined && { note }),
  };
};

export const toDelivery = (draft: PaperDraft, stop: RoundStop, made: Made): RecordDeliveryBody => {
  const { receiver, receiptShown, lostReceiptNote } = receivingOf(draft.who);
  const [amountNote, countedNote] = [written(draft.amountNote), written(draft.countedNote)];
  const dossierId = stop.dossiers[0]?.dossierId as DossierId;
  return {
    ...told(draft, made), receiver, receiptShown, ...(lostReceiptNote !== undefined && { lostReceiptNote }),
    recalledPapers: draft.recalled.split('\n').map((name) => name.trim()).filter((name) => name !== '').map((name) => ({ dossierId, name, collected: true })),
    moneyId: made.moneyId, amountCollected: Number(draft.collected), ...(amountNote !== undefined && { amountNote }), amountCounted: Number(draft.counted), ...(countedNote !== undefined && { countedNote }),
  };
};

export const toFailure = (draft: PaperDraft, reason: AttemptReason, made: Made): RecordFailureBody =>
  ({ ...told(draft, made), reason, ...(reason === 'asked-later' && draft.askedFor !== '' && { askedFor: draft.askedFor as PlainDate }) });
