// The words around a question: what the source wrote, what kinds of answer there are, what was done.
import { QUESTION_TEXTS, type QuestionAnswer, type QuestionKind } from '#core/procedure/catalogue-question.ts';
import type { AnswerQuestionAnswer, CatalogueQuestion } from '#wire/admin.wire.ts';

export const ANSWER_LABELS: Readonly<Record<QuestionAnswer['kind'], string>> = {
  limit: 'Ghi thời hạn', fee: 'Ghi mức thu', copies: 'Chọn loại bản sao', paper: 'Là giấy tờ của hồ sơ',
  'not-a-paper': 'Chỉ là ghi chú', text: 'Ghi nội dung', noted: 'Giữ nguyên, ghi lý do',
};

/** Short, for the list; the whole sentence stands at the editor. */
export const KIND_LABELS: Readonly<Record<QuestionKind, string>> = {
  'limit-unit-missing': 'Thời hạn: thiếu đơn vị', 'limit-hours-kind': 'Thời hạn: loại giờ', 'limit-not-stated': 'Thời hạn: nguồn không ghi',
  'limit-not-understood': 'Thời hạn: chưa hiểu được', 'channel-missing': 'Hình thức nộp', 'fee-province-decides': 'Mức thu do tỉnh quyết định',
  'fee-not-stated': 'Phí, lệ phí: nguồn không ghi', 'fee-not-understood': 'Phí, lệ phí: chưa hiểu được', 'fee-kind': 'Phí hay lệ phí',
  'copy-kind': 'Loại bản sao', 'quantity-unclear': 'Số lượng giấy tờ', 'checklist-missing': 'Thành phần hồ sơ',
  'paper-unclear': 'Giấy tờ hay ghi chú', 'authority-missing': 'Cơ quan có thẩm quyền', 'outcome-missing': 'Kết quả giải quyết',
};

/** What the source wrote at this place, as it was crawled. */
export const rawWords = ({ kind, raw }: Pick<CatalogueQuestion, 'kind' | 'raw'>): string => {
  if (kind === 'copy-kind') return raw === '' ? 'Các giấy tờ ghi “bản sao”' : `${raw} giấy tờ ghi “bản sao”`;
  if (kind === 'quantity-unclear') {
    const at = raw.lastIndexOf('|');
    return at < 0 ? raw : `…${raw.slice(0, at)}${raw.slice(at + 1)}`;
  }
  return raw;
};

export const resultWords = (question: CatalogueQuestion, { openQuestions, version }: AnswerQuestionAnswer): string => {
  const left = openQuestions === 0 ? 'Thủ tục này đã được bổ sung đủ.' : `Thủ tục này còn ${openQuestions} chỗ chờ bổ sung.`;
  const succeeded = version === question.version ? '' : ` Phiên bản ${version} áp dụng từ hôm nay; hồ sơ đã tiếp nhận vẫn theo phiên bản ${question.version}.`;
  return `Đã bổ sung “${KIND_LABELS[question.kind]}” của thủ tục ${question.procedureCode}. ${left}${succeeded}`;
};

/** The heading of the editor for assistive readers and the tab order: kind and place. */
export const questionTitle = (question: Pick<CatalogueQuestion, 'kind'>): string => QUESTION_TEXTS[question.kind];
