// What a source of the catalogue did not say clearly, and how an administrator completes it.
// Nothing is guessed silently: until answered, the gap stays listed in the procedure's `incomplete`.
// @law NĐ 61/2018/NĐ-CP Đ.15; QĐ 45/2016/QĐ-TTg Đ.6
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Channel, ChecklistItem, FeeItem, FeeKind, ProcedureVersion, TimeLimit } from './procedure.ts';

export type QuestionKind =
  | 'limit-unit-missing' // a bare "1"
  | 'limit-hours-kind' // "8 Giờ": working hours or clock hours
  | 'limit-not-stated'
  | 'limit-not-understood'
  | 'channel-missing'
  | 'fee-province-decides' // "Miễn phí" that only means that the province decides
  | 'fee-not-stated'
  | 'fee-not-understood'
  | 'fee-kind' // phí or lệ phí
  | 'copy-kind' // "bản sao": certified or plain
  | 'quantity-unclear'
  | 'checklist-missing'
  | 'paper-unclear' // a line of the list that may be a remark, not a paper
  | 'authority-missing'
  | 'outcome-missing';

export type Question = {
  readonly kind: QuestionKind;
  /** Where in the procedure: 'limits.counter', 'fees.counter-1', 'cases[0].checklist[2]'. */
  readonly path: string;
  readonly raw: string;
};

export const QUESTION_TEXTS: Readonly<Record<QuestionKind, string>> = {
  'limit-unit-missing': 'Thời hạn chỉ có con số, chưa rõ là ngày làm việc, ngày hay giờ',
  'limit-hours-kind': 'Thời hạn tính bằng giờ: chưa rõ giờ làm việc hay giờ liên tục',
  'limit-not-stated': 'Nguồn không ghi thời hạn giải quyết',
  'limit-not-understood': 'Chưa hiểu được thời hạn giải quyết',
  'channel-missing': 'Chưa đọc được hình thức nộp hồ sơ',
  'fee-province-decides': 'Nguồn ghi “Miễn phí” nhưng mức thu do Hội đồng nhân dân tỉnh quyết định',
  'fee-not-stated': 'Nguồn không ghi phí, lệ phí',
  'fee-not-understood': 'Chưa hiểu được mức phí, lệ phí',
  'fee-kind': 'Chưa rõ là phí hay lệ phí',
  'copy-kind': 'Nguồn ghi “bản sao”: chưa rõ bản sao có chứng thực hay bản chụp',
  'quantity-unclear': 'Số lượng giấy tờ viết liền với chữ số khác, cần xem lại',
  'checklist-missing': 'Chưa đọc được thành phần hồ sơ',
  'paper-unclear': 'Dòng này không có số lượng: là giấy tờ hay chỉ là ghi chú?',
  'authority-missing': 'Nguồn không ghi cơ quan có thẩm quyền giải quyết',
  'outcome-missing': 'Nguồn không ghi kết quả giải quyết',
};

/** Known only to the province, so always open after a first import. */
export const UNKNOWN_AT_FIRST: readonly string[] = [
  'Chưa có quy trình nội bộ (các bước và số giờ của từng bước).',
  'Chưa có biểu mẫu điện tử.',
  'Chưa rõ người yêu cầu có phải có mặt và ký sổ hay không.',
];

export type QuestionAnswer =
  | { readonly kind: 'limit'; readonly limit: TimeLimit }
  | { readonly kind: 'fee'; readonly feeKind: FeeKind; readonly name: string; readonly amount: number; readonly legalGround?: string }
  | { readonly kind: 'copies'; readonly as: 'certified-copy' | 'plain-copy' }
  | { readonly kind: 'paper'; readonly required: boolean; readonly original: number; readonly certifiedCopy: number; readonly plainCopy: number }
  | { readonly kind: 'not-a-paper' }
  | { readonly kind: 'text'; readonly text: string }
  /** Looked at, nothing to change: the note says why. */
  | { readonly kind: 'noted'; readonly note: string };

export type AnswerRefusal =
  | { readonly kind: 'answer-does-not-fit'; readonly question: QuestionKind }
  | { readonly kind: 'place-gone'; readonly path: string };

const FITS: Readonly<Record<QuestionKind, readonly QuestionAnswer['kind'][]>> = {
  'limit-unit-missing': ['limit'], 'limit-hours-kind': ['limit'], 'limit-not-stated': ['limit', 'noted'], 'limit-not-understood': ['limit', 'noted'],
  'channel-missing': ['noted'],
  'fee-province-decides': ['fee', 'noted'], 'fee-not-stated': ['fee', 'noted'], 'fee-not-understood': ['fee', 'noted'], 'fee-kind': ['fee'],
  'copy-kind': ['copies'], 'quantity-unclear': ['paper', 'noted'], 'checklist-missing': ['noted'], 'paper-unclear': ['paper', 'not-a-paper', 'noted'],
  'authority-missing': ['text'], 'outcome-missing': ['text', 'noted'],
};

/** Which answers a question takes; the screen offers just these. */
export const answersFor = (kind: QuestionKind): readonly QuestionAnswer['kind'][] => FITS[kind];

const channelOf = (path: string): Channel | undefined => /^(?:limits|fees)\.(counter|online|post)/u.exec(path)?.[1] as Channel | undefined;

const withPaper = (
  version: ProcedureVersion, path: string, change: (item: ChecklistItem) => ChecklistItem | undefined,
): Result<ProcedureVersion, AnswerRefusal> => {
  const place = /^cases\[(\d+)\]\.checklist\[(\d+)\]$/u.exec(path);
  const [caseIndex, itemIndex] = [Number(place?.[1] ?? -1), Number(place?.[2] ?? -1)];
  if (!version.cases[caseIndex]?.checklist[itemIndex]) return refuse({ kind: 'place-gone', path });
  const cases = version.cases.map((one, c) => (c !== caseIndex ? one : {
    ...one,
    // a line that is no paper stays in its place, asking for nothing, so that other questions keep their paths
    checklist: one.checklist.map((item, i) => (i === itemIndex ? (change(item) ?? { ...item, required: false, original: 0, certifiedCopy: 0, plainCopy: 0, shownOnly: true }) : item)),
  }));
  return ok({ ...version, cases });
};

/** Applies an answer to the procedure; the caller decides whether this is the same version or a new one. */
export const applyAnswer = (version: ProcedureVersion, question: Question, answer: QuestionAnswer): Result<ProcedureVersion, AnswerRefusal> => {
  if (!FITS[question.kind].includes(answer.kind)) return refuse({ kind: 'answer-does-not-fit', question: question.kind });
  const channel = channelOf(question.path);
  switch (answer.kind) {
    case 'limit':
      if (channel === undefined) return refuse({ kind: 'place-gone', path: question.path });
      return ok({ ...version, limits: [...version.limits.filter((line) => line.channel !== channel), { channel, limit: answer.limit }] });
    case 'fee': {
      if (channel === undefined) return refuse({ kind: 'place-gone', path: question.path });
      const feeId = question.path.slice('fees.'.length);
      const fee: FeeItem = { feeId, kind: answer.feeKind, name: answer.name, amount: answer.amount, channel, ...(answer.legalGround === undefined ? {} : { legalGround: answer.legalGround }) };
      return ok({ ...version, fees: [...version.fees.filter((line) => line.feeId !== feeId), fee] });
    }
    case 'copies':
      return ok({ ...version, cases: version.cases.map((one) => ({ ...one, checklist: one.checklist.map((item) => {
        const { note: _asked, ...rest } = item;
        if (item.plainCopy === 0) return item;
        return answer.as === 'certified-copy' ? { ...rest, certifiedCopy: item.plainCopy, plainCopy: 0 } : rest;
      }) })) });
    case 'paper':
      return withPaper(version, question.path, (item) => ({ ...item, required: answer.required, original: answer.original, certifiedCopy: answer.certifiedCopy, plainCopy: answer.plainCopy }));
    case 'not-a-paper':
      return withPaper(version, question.path, () => undefined);
    case 'text':
      return ok(question.kind === 'authority-missing' ? { ...version, authority: answer.text } : { ...version, outcomes: [...version.outcomes, { outcomeId: `outcome-${version.outcomes.length + 1}`, name: answer.text }] });
    case 'noted':
      return ok(version);
  }
};

/** The gaps still listed once these questions are open; what only the province knows stays until given. */
export const incompleteAfter = (version: ProcedureVersion, open: readonly QuestionKind[]): readonly string[] => {
  const texts = Object.values(QUESTION_TEXTS).map((text) => `${text}.`);
  return [...new Set(open.map((kind) => `${QUESTION_TEXTS[kind]}.`)), ...version.incomplete.filter((line) => !texts.includes(line))];
};
