// What the source did not say clearly: kept with its raw text for an administrator, never guessed silently.
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
  /** Where in the procedure: 'limits.counter', 'cases[0].checklist[2]'. */
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
