// The words of the warning list: what it is about, how near it is, and what to do next.
import type { Urgency } from '#core/warning/standing-warnings.ts';
import type { NextStep } from '#core/warning/warned-of.ts';
import type { WarningSettings } from '#core/warning/warning-settings.ts';
import { WARNING_LISTS } from '#wire/list-names.ts';
import type { WarningList, WarningRow } from '#wire/warnings.wire.ts';

export const LIST_LABELS: Readonly<Record<WarningList, string>> = {
  all: 'Cần làm', due: 'Ngày hẹn trả', step: 'Hạn từng bước', apology: 'Phải xin lỗi hôm nay', supplement: 'Chờ bổ sung', uncollected: 'Kết quả chưa trả',
};

export const EMPTY_LISTS: Readonly<Record<WarningList, readonly [title: string, more: string]>> = {
  all: ['Không có việc nào sắp đến hạn', 'Hồ sơ sắp đến hạn, quá hạn sẽ hiện ở đây, việc gấp xếp trước.'],
  due: ['Không có hồ sơ nào sắp đến hạn trả', 'Hồ sơ sắp đến ngày hẹn trả kết quả sẽ hiện ở đây.'],
  step: ['Không có bước nào sắp đến hạn', 'Bước giải quyết sắp hết thời hạn riêng sẽ hiện ở đây.'],
  apology: ['Hôm nay không có hồ sơ nào phải xin lỗi', 'Hồ sơ không kịp hẹn phải có lời xin lỗi, hẹn lại trước ngày hẹn trả ít nhất 01 ngày.'],
  supplement: ['Không có hồ sơ nào sắp hết hạn bổ sung', 'Hồ sơ mà người dân sắp hết hạn bổ sung giấy tờ sẽ hiện ở đây.'],
  uncollected: ['Không còn kết quả nào tồn', 'Kết quả đã có mà quá ngày hẹn người dân chưa đến nhận sẽ hiện ở đây.'],
};

const two = (n: number): string => String(n).padStart(2, '0');
export const minutesInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(hours > 0 ? [`${two(hours)} giờ`] : []), ...(rest > 0 ? [`${rest} phút`] : [])].join(' ');
};

export const urgencyWords = (urgency: Urgency, { firstDays, secondDays, lastMinutes }: WarningSettings): string => {
  switch (urgency) {
    case 'overdue': return 'Quá hạn';
    case 'finished': return 'Đã xong, chưa chuyển trả';
    case 'last': return `Trong ${minutesInWords(lastMinutes)} làm việc tới`;
    case 'second': return `Trong ${two(secondDays)} ngày làm việc tới`;
    case 'first': return `Trong ${two(firstDays)} ngày làm việc tới`;
  }
};

/** Whoever finished in time is not late because the way back to the desk takes its time. */
export const finishedWords = ({ state, daysLate = 0 }: Pick<WarningRow, 'state' | 'daysLate'>): string =>
  `Xong ${daysLate > 0 ? `quá hạn ${daysLate} ngày` : 'đúng hạn'}, ${state === 'outcome-sent' ? 'đang chuyển về' : 'chưa chuyển trả'}`;

const ORDER: readonly Urgency[] = ['overdue', 'finished', 'last', 'second', 'first'];
/** As they are shown, and as the keys walk them. */
export const inGroups = (rows: readonly WarningRow[]): readonly WarningRow[] => ORDER.flatMap((urgency) => rows.filter((row) => row.urgency === urgency));

export const aboutWords = ({ kind, stepName }: WarningRow): string => {
  switch (kind) {
    case 'due': return stepName ?? 'Hẹn trả kết quả';
    case 'step': return `Hạn bước: ${stepName ?? 'đang giải quyết'}`;
    case 'apology': return 'Ký lời xin lỗi, hẹn lại ngày trả';
    case 'supplement': return 'Hạn người dân bổ sung';
    case 'uncollected': return 'Chưa đến nhận kết quả';
  }
};

export const NEXT_LABELS: Readonly<Record<NextStep, string>> = {
  forward: 'Chuyển hồ sơ', 'ask-agency': 'Xem hồ sơ', 'accept-outcome': 'Nhận kết quả về', return: 'Mời và trả kết quả', 'call-citizen': 'Nhắc người nộp',
  'await-stop': 'Xem hồ sơ', accept: 'Xác nhận đã nhận', work: 'Xử lý hồ sơ', sign: 'Ký duyệt', issue: 'Vào sổ, phát hành', send: 'Chuyển trả kết quả',
  apologise: 'Xin lỗi, hẹn lại', stop: 'Dừng giải quyết', 'take-back': 'Xem hồ sơ',
};

/** Where the next act is done. */
export const linkOf = (side: 'desk' | 'office', { nextStep, dossierId }: Pick<WarningRow, 'nextStep' | 'dossierId'>): string => {
  if (side === 'office') return `/co-quan/ho-so/${dossierId}`;
  if (nextStep === 'forward' || nextStep === 'accept-outcome') return '/hom-nay';
  return nextStep === 'return' ? `/tra-ket-qua/${dossierId}` : `/ho-so/${dossierId}`;
};

export type WarningSearch = { readonly muc?: WarningList; readonly toi?: '1' };
export const readWarningSearch = (search: Record<string, unknown>): WarningSearch => {
  const list = WARNING_LISTS.find((one) => one === search['muc']);
  return { ...(list ? { muc: list } : {}), ...(String(search['toi'] ?? '') === '1' ? { toi: '1' as const } : {}) };
};
