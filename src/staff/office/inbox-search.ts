// Which tab the address names; words of the law in Vietnamese, as the person reads them.
import type { Role } from '#core/organisation/organisation.ts';
import { INBOX_TABS } from '#wire/list-names.ts';
import type { InboxTab } from '#wire/office-inbox.wire.ts';

export const TAB_LABELS: Readonly<Record<InboxTab, string>> = {
  new: 'Chờ tiếp nhận', 'due-today': 'Đến hạn hôm nay', overdue: 'Quá hạn', waiting: 'Chờ bổ sung',
  answered: 'Đã gửi bổ sung',
  'answer-over': 'Hết hạn bổ sung', mine: 'Của tôi', apologies: 'Chờ ký xin lỗi', signing: 'Chờ ký', issuing: 'Chờ phát hành',
  'to-send': 'Chờ chuyển trả', 'papers-back': 'Chờ trả giấy tờ', 'came-back': 'Không có người nhận', all: 'Tất cả',
};

export const EMPTY_WORDS: Readonly<Record<InboxTab, readonly [title: string, more: string]>> = {
  new: ['Không có hồ sơ nào chờ tiếp nhận', 'Hồ sơ Bộ phận Một cửa chuyển đến sẽ hiện ở đây.'],
  'due-today': ['Không còn hồ sơ nào đến hạn hôm nay', 'Hồ sơ hẹn trả trong ngày sẽ hiện ở đây.'],
  overdue: ['Không có hồ sơ quá hạn', 'Hồ sơ qua giờ hẹn trả mà chưa có kết quả sẽ hiện ở đây.'],
  waiting: ['Không có hồ sơ nào chờ người dân', 'Hồ sơ chờ bổ sung giấy tờ hoặc chờ nghĩa vụ tài chính sẽ hiện ở đây; thời hạn giải quyết tạm dừng.'],
  answered: ['Không có giấy tờ bổ sung nào chờ xem', 'Giấy tờ người dân gửi ở trang tra cứu hồ sơ sẽ hiện ở đây; nhận, hoặc trả lại kèm lý do.'],
  'answer-over': ['Không có hồ sơ nào hết hạn bổ sung', 'Hồ sơ quá hạn bổ sung hoặc quá hạn nộp tiền sẽ hiện ở đây, đề nghị dừng giải quyết; lãnh đạo quyết định.'],
  mine: ['Không có hồ sơ nào đang phân công cho ông/bà', 'Nhận xử lý ở mục Chờ tiếp nhận, hoặc chờ lãnh đạo phân công.'],
  apologies: ['Không có phiếu xin lỗi nào chờ ký', 'Phiếu xin lỗi và hẹn lại do người thụ lý lập sẽ hiện ở đây; phải ký trước ngày hẹn trả ít nhất 01 ngày.'],
  signing: ['Không có hồ sơ nào chờ ký', 'Hồ sơ đã soát xét, trình ký sẽ hiện ở đây.'],
  issuing: ['Không có kết quả nào chờ phát hành', 'Kết quả đã ký duyệt, chờ vào sổ, cấp số, đóng dấu sẽ hiện ở đây.'],
  'to-send': ['Không có kết quả nào chờ chuyển trả', 'Kết quả đã phát hành sẽ hiện ở đây, xếp theo nơi nhận.'],
  'papers-back': ['Không có giấy tờ nào phải trả lại', 'Giấy tờ của hồ sơ đã rút hoặc đã dừng giải quyết, còn ở cơ quan, sẽ hiện ở đây.'],
  'came-back': ['Không có kết quả nào chuyển hoàn', 'Kết quả không có người đến nhận sau hai lần mời, quầy chuyển hoàn cơ quan, sẽ hiện ở đây.'],
  all: ['Cơ quan chưa giữ hồ sơ nào', 'Hồ sơ đang ở cơ quan, mọi trạng thái, sẽ hiện ở đây.'],
};

export type InboxSearch = { readonly muc?: InboxTab };
export const readInboxSearch = (search: Record<string, unknown>): InboxSearch => {
  const tab = INBOX_TABS.find((one) => one === search['muc']);
  return tab ? { muc: tab } : {};
};

const BEGINNINGS: readonly (readonly [Role, readonly InboxTab[]])[] = [
  ['agency-officer', ['new', 'answered', 'mine', 'overdue']],
  ['section-head', ['new', 'mine', 'overdue']],
  ['signing-leader', ['signing', 'apologies', 'overdue', 'due-today']],
  ['records-clerk', ['issuing', 'to-send', 'new']],
];

/** Where each role's day begins, and where it goes on when there is nothing. */
export const firstTabsOf = (roles: readonly Role[]): readonly InboxTab[] =>
  BEGINNINGS.find(([role]) => roles.includes(role))?.[1] ?? ['new'];

/** The first of them that holds work; the first of all when none does. */
export const tabWithWork = (tabs: readonly InboxTab[], counts: Partial<Readonly<Record<InboxTab, number>>>): InboxTab =>
  tabs.find((tab) => (counts[tab] ?? 0) > 0) ?? tabs[0] ?? 'new';

/** '1000+' says enough. */
export const countWords = (count: number, cap: number): string => (count > cap ? `${cap}+` : String(count));
