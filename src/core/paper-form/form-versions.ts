// Which regulation's version of a form is printed on a day, form by form: data of the province with its source,
// effective-dated, kept in versions. Before the first row the first one is used.
// @law TT 01/2018/TT-VPCP Đ.9; TT 03/2025/TT-VPCP
import type { PlainDate } from '../kernel/moment.ts';

export const ONE_STOP_FORMS = [
  'intake-receipt', 'supplement-request', 'refusal-notice', 'apology-notice', 'stop-notice', 'control-slip', 'dossier-register',
] as const;
export type OneStopForm = (typeof ONE_STOP_FORMS)[number];

export const ONE_STOP_VERSIONS = ['v2018', 'v2025'] as const;
export type OneStopVersion = (typeof ONE_STOP_VERSIONS)[number];

export const FORM_MARKS = ['verified', 'assumed'] as const;
export type FormVersionRow = {
  readonly form: OneStopForm;
  readonly version: OneStopVersion;
  readonly validFrom: PlainDate;
  readonly instrument: string;
  /** 'assumed': no source for the day was seen. */
  readonly mark: (typeof FORM_MARKS)[number];
  readonly note?: string;
};

export type FormTable = { readonly version: number; readonly rows: readonly FormVersionRow[] };

export const FORM_NAMES: Readonly<Record<OneStopForm, string>> = {
  'intake-receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'supplement-request': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  'refusal-notice': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  'apology-notice': 'Văn bản xin lỗi và hẹn lại ngày trả kết quả',
  'stop-notice': 'Thông báo dừng giải quyết hồ sơ',
  'control-slip': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'dossier-register': 'Sổ theo dõi hồ sơ',
};

/** How a layout is called where its circular may have changed: by the year of the circular it was made for. */
export const FORM_VERSION_NAMES: Readonly<Record<OneStopVersion, string>> = { v2018: 'Mẫu năm 2018', v2025: 'Mẫu năm 2025' };

export const rowsOf = (rows: readonly FormVersionRow[], form: OneStopForm): readonly FormVersionRow[] =>
  rows.filter((row) => row.form === form).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

export const formVersionOn = ({ rows }: Pick<FormTable, 'rows'>, form: OneStopForm, date: PlainDate): OneStopVersion => {
  const known = rowsOf(rows, form);
  return (known.findLast((row) => row.validFrom <= date) ?? known[0])?.version ?? 'v2018';
};
