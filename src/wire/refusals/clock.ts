// The words for a limit that is none, and for an event that a clock cannot have had: which, why, and the way out.
import type { ClockEventKind } from '#core/deadline/clock-event.ts';
import type { ClockRefusal, ClosedBy, WaitKind } from '#core/deadline/clock-reading.ts';
import type { LimitFault } from '#core/deadline/parse-limit.ts';
import { formatDate, formatDay, formatMoment } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';

export const EVENT_WORDS: Readonly<Record<ClockEventKind, string>> = {
  'supplement-asked': 'yêu cầu bổ sung', supplied: 'tiếp nhận bổ sung', 'financial-duty-asked': 'yêu cầu thực hiện nghĩa vụ tài chính',
  'financial-duty-settled': 'đã thực hiện nghĩa vụ tài chính', 'outage-began': 'hệ thống bị gián đoạn', 'outage-ended': 'hệ thống hoạt động trở lại',
  extended: 'gia hạn', reappointed: 'xin lỗi và hẹn lại ngày trả', stopped: 'dừng giải quyết', withdrawn: 'rút hồ sơ', refused: 'từ chối giải quyết',
  finished: 'giải quyết xong',
};
const WAIT_WORDS: Readonly<Record<WaitKind, string>> = {
  supplement: 'bổ sung giấy tờ', 'financial-duty': 'thực hiện nghĩa vụ tài chính', outage: 'hệ thống hoạt động trở lại',
};
const CLOSED_WORDS: Readonly<Record<ClosedBy, string>> = {
  finished: 'đã giải quyết xong', stopped: 'đã dừng giải quyết', withdrawn: 'đã được rút', refused: 'đã bị từ chối giải quyết',
};

/** A moment that does not exist is said as it was written. */
const when = (at: Moment | PlainDate): string => {
  if (at.length === 10) return isPlainDate(at) ? formatDate(at) : at;
  return isPlainDate(dateOf(at as Moment)) ? formatMoment(at as Moment) : at;
};

export const limitFaultText = ({ kind, written }: LimitFault): string => {
  switch (kind) {
    case 'limit-without-unit': return `Thời hạn "${written}" không có đơn vị; ghi rõ ${written}wd (ngày làm việc), ${written}d (ngày), ${written}h (giờ làm việc) hoặc ${written}H (giờ liên tục).`;
    case 'limit-of-nothing': return `Thời hạn "${written}" phải từ 1 trở lên.`;
    case 'extra-days-misplaced': return `Thời hạn "${written}": số ngày thêm chỉ đi với ngày làm việc hoặc same-day, ví dụ 2wd+2.`;
    case 'limit-unknown': return `Không hiểu thời hạn "${written}"; ghi số kèm đơn vị: 3wd, 15d, 8h, 24H hoặc same-day.`;
  }
};

const why = (r: ClockRefusal): string => {
  switch (r.kind) {
    case 'intake-in-wrong-era': return `Thời điểm ${when(r.at)} nằm ngoài các năm của lịch ${r.calendarVersion}; kiểm tra lại năm dương lịch.`;
    case 'start-before-intake': return `Thời hạn không thể bắt đầu (${when(r.at)}) trước khi hồ sơ được nộp (${when(r.receivedAt)}).`;
    case 'limit-beyond-calendar': return `Thời hạn dài quá phạm vi của lịch ${r.calendarVersion}.`;
    case 'event-before-intake': return `không thể xảy ra lúc ${when(r.at)}, trước khi hồ sơ được nộp (${when(r.since)}).`;
    case 'events-out-of-order': return `xảy ra lúc ${when(r.at)}, trước sự kiện đứng trên (${when(r.after)}); ghi các sự kiện theo thứ tự thời gian.`;
    case 'wrong-era': return `${when(r.at)} nằm ngoài các năm của lịch ${r.calendarVersion}; kiểm tra lại năm dương lịch.`;
    case 'supplied-without-asked': return 'chưa có yêu cầu bổ sung nào đang chờ; ghi yêu cầu bổ sung trước.';
    case 'settled-without-asked': return 'chưa có yêu cầu thực hiện nghĩa vụ tài chính nào đang chờ; ghi yêu cầu trước.';
    case 'outage-not-begun': return 'chưa ghi lúc hệ thống bắt đầu gián đoạn.';
    case 'already-waiting': return `hồ sơ đang chờ ${WAIT_WORDS[r.waitingFor]} từ ${when(r.since)}; phải xong việc đó trước.`;
    case 'finished-while-waiting': return `hồ sơ còn chờ ${WAIT_WORDS[r.waitingFor]}; ghi việc đó đã xong trước, hoặc dừng giải quyết.`;
    case 'already-closed': return `hồ sơ ${CLOSED_WORDS[r.closedBy]} lúc ${when(r.closedAt)}; sau đó không còn sự kiện nào.`;
    case 'citizen-limit-before-asked': return `thời hạn của người nộp (${when(r.citizenUntil)}) ở trước ngày yêu cầu bổ sung.`;
    case 'second-apology': return 'chỉ được hẹn lại ngày trả không quá một lần (NĐ 61/2018/NĐ-CP Đ.19.9).';
    case 'apology-too-late': return `phải trước ngày hẹn trả (${when(r.due)}) ít nhất 01 ngày, chậm nhất ${formatDay(r.by)} (NĐ 61/2018/NĐ-CP Đ.19.9).`;
    case 'apology-while-paused': return `hồ sơ đang tạm dừng tính thời gian, chờ ${WAIT_WORDS[r.waitingFor]}, nên chưa phải hẹn lại.`;
    case 'extended-after-due': return `thời hạn đã hết (${when(r.due)}) nên không gia hạn được nữa.`;
    case 'extension-without-length': return 'gia hạn phải nói rõ thêm bao lâu: 5wd, 10d, 8h hoặc 24H.';
    case 'new-due-not-later': return `ngày mới (${when(r.newDue)}) phải sau ngày đang hẹn (${when(r.due)}).`;
    case 'new-due-on-rest-day': return `ngày mới (${when(r.newDue)}) là ngày nghỉ; chọn một ngày làm việc.`;
    case 'new-due-outside-sessions': return `ngày mới (${when(r.newDue)}) không vào giờ làm việc; có thể hẹn ${when(r.next)}.`;
    case 'beyond-calendar': return `thời gian chờ hoặc gia hạn vượt quá phạm vi của lịch ${r.calendarVersion}.`;
  }
};

/** 'Sự kiện thứ 2 (tiếp nhận bổ sung): …' */
export const clockRefusalText = (refusal: ClockRefusal): string =>
  'event' in refusal ? `Sự kiện thứ ${refusal.event + 1} (${EVENT_WORDS[refusal.eventKind]}): ${why(refusal)}` : why(refusal);

/** Which field to put right: 'received', 'limit', 'events.1.newDue'. */
export const clockRefusalField = (refusal: ClockRefusal): string => {
  switch (refusal.kind) {
    case 'intake-in-wrong-era': return 'received';
    case 'start-before-intake': return 'started';
    case 'limit-beyond-calendar': return 'limit';
    case 'citizen-limit-before-asked': return `events.${refusal.event}.citizenUntil`;
    case 'new-due-not-later':
    case 'new-due-on-rest-day':
    case 'new-due-outside-sessions': return `events.${refusal.event}.newDue`;
    case 'extension-without-length': return `events.${refusal.event}.by`;
    case 'wrong-era': return `events.${refusal.event}.${refusal.field}`;
    case 'event-before-intake':
    case 'events-out-of-order':
    case 'apology-too-late':
    case 'extended-after-due': return `events.${refusal.event}.at`;
    default: return `events.${refusal.event}.kind`;
  }
};
