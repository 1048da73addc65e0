// What is typed as an answer, and the answer it makes: nothing is chosen before the administrator chooses it.
import { answersFor, type QuestionAnswer, type QuestionKind } from '#core/procedure/catalogue-question.ts';
import type { FeeKind, TimeLimit } from '#core/procedure/procedure.ts';

export type AnswerDraft = {
  readonly kind: QuestionAnswer['kind'];
  readonly unit: TimeLimit['kind'] | '';
  readonly time: string;
  readonly feeKind: FeeKind | '';
  readonly feeName: string;
  readonly amount: string;
  readonly legalGround: string;
  readonly copies: 'certified-copy' | 'plain-copy' | '';
  readonly required: 'yes' | 'no' | '';
  readonly original: string;
  readonly certifiedCopy: string;
  readonly plainCopy: string;
  readonly text: string;
  readonly note: string;
};

export type Answered = { readonly ok: true; readonly answer: QuestionAnswer } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export const FEE_NAMES: Readonly<Record<FeeKind, string>> = { fee: 'Phí', charge: 'Lệ phí' };

const numberOf = (typed: string): number | undefined => {
  const digits = typed.replaceAll(/[.,\s]|đồng$|đ$/gu, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : undefined;
};
/** Đồng as people type it: '8000', '8.000', '8.000 đồng'. */
export const moneyOf = numberOf;

/** Numbers that the source states plainly are filled in; a unit or a kind never is. */
export const startDraft = (kind: QuestionKind, raw: string): AnswerDraft => ({
  kind: answersFor(kind)[0] ?? 'noted', unit: '', time: kind === 'limit-unit-missing' || kind === 'limit-hours-kind' ? (/^\d+/u.exec(raw)?.[0] ?? '') : '',
  feeKind: '', feeName: '', amount: kind === 'fee-kind' ? String(numberOf(/^\d[\d.,]*/u.exec(raw)?.[0] ?? '') ?? '') : '', legalGround: '',
  copies: '', required: '', original: '', certifiedCopy: '', plainCopy: '', text: '', note: '',
});

/** The name follows the kind until somebody writes another. */
export const withFeeKind = (draft: AnswerDraft, feeKind: FeeKind): AnswerDraft => {
  const untouched = draft.feeName === '' || Object.values(FEE_NAMES).includes(draft.feeName);
  return { ...draft, feeKind, feeName: untouched ? FEE_NAMES[feeKind] : draft.feeName };
};

const wrong = (errors: Readonly<Record<string, string | false>>): Extract<Answered, { readonly ok: false }> | undefined => {
  const said = Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== false);
  return said.length === 0 ? undefined : { ok: false, errors: Object.fromEntries(said) };
};
const done = (answer: QuestionAnswer): Answered => ({ ok: true, answer });

/** A limit as it is typed; also of an agency that works after the deciding one. */
export const limitTyped = (
  { unit, time }: Pick<AnswerDraft, 'unit' | 'time'>,
): { readonly ok: true; readonly limit: TimeLimit } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } => {
  const long = numberOf(time) ?? 0;
  const errors = wrong({
    'limit.kind': unit === '' && 'Chọn cách tính thời hạn.',
    'limit.time': unit !== 'same-day' && (long < 1 || long > 3650) && 'Nhập số lớn hơn 0.',
  });
  if (errors) return errors;
  switch (unit) {
    case 'working-days': case 'calendar-days': return { ok: true, limit: { kind: unit, days: long } };
    case 'working-hours': case 'clock-hours': return { ok: true, limit: { kind: unit, hours: long } };
    default: return { ok: true, limit: { kind: 'same-day' } };
  }
};
const limitAnswer = (draft: AnswerDraft): Answered => {
  const typed = limitTyped(draft);
  return typed.ok ? done({ kind: 'limit', limit: typed.limit }) : typed;
};

const feeAnswer = ({ feeKind, feeName, amount, legalGround }: AnswerDraft): Answered => {
  const dong = moneyOf(amount);
  const ground = legalGround.trim();
  return wrong({
    feeKind: feeKind === '' && 'Chọn phí hoặc lệ phí.',
    name: feeName.trim() === '' && 'Ghi tên khoản thu.',
    amount: dong === undefined && 'Nhập số đồng, ví dụ 8.000; không thu thì nhập 0.',
  }) ?? done({ kind: 'fee', feeKind: feeKind as FeeKind, name: feeName.trim(), amount: dong ?? 0, ...(ground === '' ? {} : { legalGround: ground }) });
};

const countOf = (typed: string): number | undefined => (typed.trim() === '' ? 0 : numberOf(typed));

const paperAnswer = (draft: AnswerDraft): Answered => {
  const [original, certifiedCopy, plainCopy] = [countOf(draft.original), countOf(draft.certifiedCopy), countOf(draft.plainCopy)];
  const bad = (count: number | undefined) => (count === undefined || count > 99) && 'Nhập số từ 0 đến 99.';
  const none = (original ?? 1) + (certifiedCopy ?? 1) + (plainCopy ?? 1) === 0;
  return wrong({
    required: draft.required === '' && 'Chọn bắt buộc hay không.',
    original: bad(original) || (draft.required === 'yes' && none && 'Giấy tờ bắt buộc cần ít nhất một bản.'),
    certifiedCopy: bad(certifiedCopy), plainCopy: bad(plainCopy),
  }) ?? done({ kind: 'paper', required: draft.required === 'yes', original: original ?? 0, certifiedCopy: certifiedCopy ?? 0, plainCopy: plainCopy ?? 0 });
};

export const toAnswer = (draft: AnswerDraft): Answered => {
  switch (draft.kind) {
    case 'limit': return limitAnswer(draft);
    case 'fee': return feeAnswer(draft);
    case 'copies': return wrong({ as: draft.copies === '' && 'Chọn loại bản sao.' }) ?? done({ kind: 'copies', as: draft.copies as 'plain-copy' });
    case 'paper': return paperAnswer(draft);
    case 'not-a-paper': return done({ kind: 'not-a-paper' });
    case 'text': return wrong({ text: draft.text.trim() === '' && 'Ghi nội dung bổ sung.' }) ?? done({ kind: 'text', text: draft.text.trim() });
    case 'noted': return wrong({ note: draft.note.trim() === '' && 'Ghi lý do giữ nguyên.' }) ?? done({ kind: 'noted', note: draft.note.trim() });
  }
};
