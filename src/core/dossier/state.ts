// The states of a dossier and the national status each of them is shown as: one place, one label.
// @law QĐ 985/QĐ-TTg 2018 (national portal statuses 1…10)

export const DOSSIER_STATES = [
  'filed-online', // filed on the portal, not yet received
  'received', // code and receipt given, at the desk
  'handed-over', // sent to the agency, not yet accepted
  'in-process',
  'supplement-asked',
  'awaiting-financial-duty',
  'outcome-recorded', // numbered, sealed and issued; still at the agency
  'outcome-sent', // on the way back to the desk
  'ready-to-return', // at the desk, waiting for the citizen
  'uncollected', // nobody came after two invitations: back to the agency
  'returned',
  'resolved-at-desk', // trả ngay
  'refused-at-desk',
  'refused-by-agency', // refusal issued, papers to be given back
  'withdrawn',
  'stopped',
  'cancelled', // entered by mistake, before any hand-over
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export const NATIONAL_STATUS_LABELS: Readonly<Record<NationalStatus, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};

const STATUS_OF: Readonly<Record<DossierState, NationalStatus>> = {
  'filed-online': 1,
  received: 2,
  'handed-over': 2,
  'in-process': 4,
  'supplement-asked': 5,
  'awaiting-financial-duty': 6,
  'outcome-recorded': 9,
  'outcome-sent': 9,
  'ready-to-return': 9,
  uncollected: 9,
  returned: 10,
  'resolved-at-desk': 10,
  'refused-at-desk': 3,
  'refused-by-agency': 8,
  withdrawn: 7,
  stopped: 8,
  cancelled: 3,
};

export const nationalStatusOf = (state: DossierState): NationalStatus => STATUS_OF[state];
export const nationalStatusLabel = (state: DossierState): string => NATIONAL_STATUS_LABELS[STATUS_OF[state]];

/** No act but printing follows. */
export const isClosed = (state: DossierState): boolean =>
  state === 'returned' || state === 'resolved-at-desk' || state === 'refused-at-desk' ||
  state === 'withdrawn' || state === 'stopped' || state === 'cancelled';

/** Finer than the national status: where the dossier is, for the people who work on it. */
export const STATE_LABELS: Readonly<Record<DossierState, string>> = {
  'filed-online': 'Nộp trực tuyến, chờ tiếp nhận', received: 'Đã tiếp nhận, chờ chuyển', 'handed-over': 'Đã chuyển, chờ cơ quan nhận',
  'in-process': 'Đang xử lý', 'supplement-asked': 'Chờ bổ sung', 'awaiting-financial-duty': 'Chờ thực hiện nghĩa vụ tài chính',
  'outcome-recorded': 'Đã có kết quả, chờ chuyển trả', 'outcome-sent': 'Kết quả đang chuyển về', 'ready-to-return': 'Chờ trả kết quả',
  uncollected: 'Không có người đến nhận, đã chuyển hoàn',
  returned: 'Đã trả kết quả', 'resolved-at-desk': 'Đã giải quyết ngay', 'refused-at-desk': 'Đã từ chối tiếp nhận',
  'refused-by-agency': 'Cơ quan từ chối giải quyết', withdrawn: 'Đã rút', stopped: 'Đã dừng giải quyết', cancelled: 'Đã hủy tiếp nhận',
};
