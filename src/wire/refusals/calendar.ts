// The words for a calendar that cannot stand and for a file that cannot be read: where, what, and how to put it right.
import { CSV_HEADS, type CsvFault, type CsvFaultKind } from '#core/deadline/calendar-csv.ts';
import { type CalendarFault, EARLIEST_YEAR, LATEST_YEAR } from '#core/deadline/calendar-faults.ts';
import { DAY_KIND_WORDS, DAY_STATUS_WORDS, ORDINARY_WORDS } from '#core/deadline/calendar-words.ts';
import type { CalendarRefused } from '#core/deadline/change-calendar.ts';
import type { BatchRefused, BatchState } from '#core/deadline/settle-batch.ts';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import type { Words } from './desk.ts';

const ERA = `Lịch chỉ có các năm ${EARLIEST_YEAR}–${LATEST_YEAR}`;
const KINDS = [...Object.values(DAY_KIND_WORDS), ORDINARY_WORDS].map((word) => `“${word}”`).join(', ');
const STATUSES = Object.values(DAY_STATUS_WORDS).map((word) => `“${word}”`).join(' hoặc ');
const said = (value: string | undefined): string => (value === undefined || value === '' ? 'ô trống' : `“${value}”`);

const CSV_TEXTS: Readonly<Record<CsvFaultKind, (fault: CsvFault) => string>> = {
  'file-empty': () => 'tệp không có dòng ngày nào.',
  'quote-open': () => 'dấu ngoặc kép mở ở dòng này không được đóng.',
  'column-missing': (f) => `thiếu cột “${f.column === undefined ? '' : CSV_HEADS[f.column]}” ở dòng tiêu đề.`,
  'column-unknown': (f) => `không có cột ${said(f.value)}; các cột là ${Object.values(CSV_HEADS).map((head) => `“${head}”`).join(', ')}.`,
  'column-twice': (f) => `cột “${f.column === undefined ? '' : CSV_HEADS[f.column]}” có hai lần.`,
  'too-many-cells': () => 'dòng có ô nằm ngoài các cột; nội dung có dấu phẩy phải đặt trong ngoặc kép.',
  'too-many-rows': () => 'tệp có nhiều dòng hơn một bộ lịch có thể có (3.000 dòng).',
  'date-shape': (f) => `${said(f.value)} không phải một ngày có thật; ghi ngày/tháng/năm đủ bốn chữ số, ví dụ 06/02/2027.`,
  'year-out-of-reach': (f) => `${said(f.value)}: năm ở ngoài lịch. ${ERA} dương lịch.`,
  'day-twice': (f) => `ngày ${f.value ?? ''} đã có ở dòng ${f.firstLine ?? ''}; mỗi ngày chỉ một dòng.`,
  'kind-unknown': (f) => `${said(f.value)} không phải loại ngày; ghi ${KINDS}.`,
  'status-unknown': (f) => `${said(f.value)} không phải trạng thái; ghi ${STATUSES}.`,
  'name-missing': () => 'chưa ghi tên ngày.',
  'text-too-long': () => 'nội dung dài quá 200 ký tự.',
  'text-unreadable': () => 'có ký tự không đọc được.',
  'source-missing': () => 'ngày đã công bố hoặc hoán đổi phải ghi số, ký hiệu văn bản.',
  'make-up-on-working-day': (f) => `${f.value ?? ''} vốn là ngày làm việc, không thể là ngày làm bù.`,
  'off-on-rest-day': (f) => `${f.value ?? ''} vốn là ngày nghỉ hằng tuần, không thể là ngày nghỉ bù hay nghỉ hoán đổi.`,
};

/** 'Dòng 5, cột “Loại ngày”: …' */
export const csvFaultText = (fault: CsvFault): string =>
  `Dòng ${fault.line}${fault.column === undefined || fault.kind.startsWith('column-') ? '' : `, cột “${CSV_HEADS[fault.column]}”`}: ${CSV_TEXTS[fault.kind](fault)}`;

export const NOT_UTF8_TEXT = 'Tệp không phải UTF-8 nên chữ có dấu không đọc được. Trong Excel, lưu lại bằng kiểu “CSV UTF-8 (Comma delimited)” rồi chọn lại.';

const day = (date: string): string => (isPlainDate(date) ? formatDate(date) : date);
const onDay = (monthDay: string): string => `${monthDay.slice(3)}/${monthDay.slice(0, 2)}`;

export const calendarFaultText = (fault: CalendarFault): string => {
  switch (fault.kind) {
    case 'no-such-day': return `Không có ngày “${fault.date}”.`;
    case 'year-out-of-reach': return `Ngày ${day(fault.date)}: năm ở ngoài lịch. ${ERA}.`;
    case 'day-twice': return `Ngày ${day(fault.date)} có hai quy định.`;
    case 'make-up-on-working-day': return `${day(fault.date)} vốn là ngày làm việc, không thể là ngày làm bù.`;
    case 'off-on-rest-day': return `${day(fault.date)} vốn là ngày nghỉ hằng tuần, không thể là ngày nghỉ bù hay nghỉ hoán đổi.`;
    case 'weekday-unknown': return `Không có thứ “${fault.weekday}” trong tuần; ghi 1 (thứ Hai) đến 7 (Chủ nhật).`;
    case 'no-working-weekday': return 'Lịch không có ngày làm việc nào trong tuần.';
    case 'no-site': return 'Lịch không có giờ làm việc của nơi nào.';
    case 'site-twice': return `Nơi “${fault.siteId}” có hai lần.`;
    case 'site-never-open': return `Nơi “${fault.siteId}” không mở cửa vào ngày làm việc nào.`;
    case 'site-closed-in-season': return `Nơi “${fault.siteId}” không có giờ làm việc từ ngày ${onDay(fault.monthDay)} trong năm.`;
    case 'season-unknown': return `“${fault.rule}”: ngày bắt đầu hoặc kết thúc mùa không có thật.`;
    case 'session-backwards': return `“${fault.rule}”: mỗi buổi phải có giờ bắt đầu trước giờ kết thúc, ghi dạng 07:30.`;
    case 'sessions-overlap': return fault.rules[0] === fault.rules[1]
      ? `“${fault.rules[0]}”: hai buổi chồng lên nhau.`
      : `“${fault.rules[0]}” và “${fault.rules[1]}” chồng lên nhau, ví dụ ngày ${onDay(fault.monthDay)}.`;
  }
};

const dates = (list: readonly PlainDate[]): string => list.map((date) => formatDate(date)).join(', ');

export const calendarRefusalText = (refusal: CalendarRefused): Words => {
  switch (refusal.kind) {
    case 'changed-meanwhile': return {
      title: 'Lịch vừa thay đổi',
      detail: `Lịch nay ở phiên bản ${refusal.version}${refusal.byName === undefined || refusal.at === undefined ? '' : `; ${refusal.byName} sửa ${formatMoment(refusal.at)}, lý do: ${refusal.reason ?? ''}`}. Vui lòng xem phiên bản mới rồi quyết định lại.`,
    };
    case 'nothing-changed': return { title: 'Lịch không thay đổi', detail: 'Nội dung gửi lên giống hệt lịch đang dùng nên không có phiên bản mới.' };
    case 'no-such-place': return { title: 'Không có nơi này trong lịch', detail: `Lịch không có giờ làm việc của “${refusal.siteId}”.` };
    case 'year-not-opened': return { title: `Năm ${refusal.year} chưa được mở`, detail: `Mở cả năm ${refusal.year} với các ngày nghỉ tạm tính rồi mới sửa từng ngày; các năm phải liền nhau.` };
    case 'source-missing': return { title: 'Thiếu căn cứ', detail: `Ngày đã công bố hoặc hoán đổi phải ghi số, ký hiệu văn bản: ${dates(refusal.dates)}.` };
    case 'calendar-unfit': return { title: 'Lịch chưa dùng được', detail: refusal.faults.map(calendarFaultText).join(' ') };
  }
};

const BATCH_WORDS: Readonly<Record<BatchState, string>> = {
  open: 'đang chờ quyết định', running: 'đang được áp dụng', applied: 'đã được áp dụng', left: 'đã được để nguyên', overtaken: 'đã gộp vào phiên bản lịch mới hơn',
};

export const batchRefusalText = ({ version, state, byName, at }: BatchRefused): Words => ({
  title: state === 'running' ? 'Đợt tính lại đang được áp dụng' : 'Đợt tính lại đã được quyết định',
  detail: `Đợt tính lại của phiên bản ${version} ${BATCH_WORDS[state]}${byName === undefined || at === undefined ? '' : `: ${byName}, ${formatMoment(at)}`}. Vui lòng xem tình trạng mới rồi quyết định lại.`,
});
