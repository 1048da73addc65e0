// A journal entry in one Vietnamese line: what was done, and the note that says why.
import { ACT_LABELS, type DossierAct } from '#core/dossier/life.ts';
import type { LateEntry } from '#core/dossier/late-entry.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { JournalRow } from './dossier-view.sql.ts';

const OTHER_ACTS: Readonly<Record<string, string>> = {
  'give-guidance': 'Hướng dẫn hồ sơ',
  'reprint-paper': 'In lại giấy tờ',
  'sign-paper': 'Ký số',
  'list-batch': 'Lập bảng kê',
  'file-online': 'Nộp hồ sơ trực tuyến',
  'answer-supplement': 'Gửi giấy tờ bổ sung trực tuyến',
  'note-doubled-paper': 'Ghi nhận giấy in thêm khi mất mạng',
  'keep-offline-command': 'Giữ lại việc làm khi mất mạng để xem xét',
  'settle-offline-case': 'Xử lý việc làm khi mất mạng',
  'settle-custody-case': 'Xử lý việc chênh lệch giao nhận',
  'not-in-stock': 'Không thấy khi kiểm kê',
  'short-in-stock': 'Thiếu bản khi kiểm kê',
  'found-in-stock': 'Thấy khi kiểm kê, ghi lại nơi giữ',
  'receive-complaint': 'Tiếp nhận khiếu nại dịch vụ bưu chính',
  'take-up-complaint': 'Nhận giải quyết khiếu nại',
  'add-complaint-proofs': 'Bổ sung chứng cứ khiếu nại',
  'end-complaint': 'Kết thúc giải quyết khiếu nại',
  'delivery-wrong': 'Ghi sự cố khi phát tại nhà',
  'count-back': 'Kiểm đếm kết quả chuyển hoàn',
  'lose-bag': 'Báo thất lạc túi hồ sơ',
  'find-bag': 'Báo đã tìm thấy túi thất lạc',
  'liability-minute': 'Lập biên bản xác định trách nhiệm',
  'reissue-done': 'Cấp lại giấy tờ',
  'compensation-paid': 'Trả tiền bồi thường',
  'late-case': 'Lập việc chuyển chậm',
  'assign-stops': 'Xếp vào chuyến phát của bưu tá',
  'unplan-stops': 'Bỏ khỏi chuyến phát, kết quả vẫn ở quầy',
  'recompute-due': 'Tính lại ngày hẹn trả theo lịch làm việc mới',
};

const isAct = (act: string): act is DossierAct => Object.hasOwn(ACT_LABELS, act);
const textIn = (data: JournalRow['data'], key: string): string | undefined => {
  const value = data?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Entered on one day, received on another: the line names both. */
const lateEntryWords = (data: JournalRow['data']): string | undefined => {
  const entry = data?.['lateEntry'] as LateEntry | undefined;
  return entry && `Nhập từ sổ giấy số ${entry.bookletNumber}, tiếp nhận ${formatMoment(entry.receivedAt)}: ${entry.reason}`;
};

/** Done on one hour, known here at another. */
const offlineWords = (data: JournalRow['data']): string | undefined => {
  const offline = data?.['offline'] as { readonly arrivedAt?: Moment } | undefined;
  return offline?.arrivedAt && `Làm khi mất mạng, về hệ thống ${formatMoment(offline.arrivedAt)}`;
};

const lostReceiptWords = (data: JournalRow['data']): string | undefined => {
  const note = textIn(data, 'lostReceiptNote');
  return note && `Mất giấy hẹn, trả theo giấy tờ tùy thân: ${note}`;
};

const differsWords = (data: JournalRow['data']): string | undefined =>
  (Array.isArray(data?.['differs']) ? 'Giấy tờ ghi khác nhau về cùng một người; giữ nguyên như giấy tờ' : undefined);

const fingerprintWords = (data: JournalRow['data']): string | undefined => {
  if (textIn(data, 'signing') !== 'fingerprint') return undefined;
  const witnesses = Number(data?.['witnessCount'] ?? 0);
  return witnesses > 0 ? `Điểm chỉ, có ${witnesses} người làm chứng` : 'Điểm chỉ';
};

export const journalLineOf = (row: JournalRow): DossierView['journal'][number] => {
  const assistant = textIn(row.data, 'assistantName');
  const receiver = textIn(row.data, 'receiverName');
  return {
    at: row.at, act: row.act,
    what: isAct(row.act) ? ACT_LABELS[row.act] : (OTHER_ACTS[row.act] ?? row.act),
    // the receiver stands for the act; who typed it beside her is named as the helper
    accountName: receiver !== undefined && assistant !== undefined ? `${receiver} (hỗ trợ: ${assistant})` : (row.accountName ?? ''),
    place: row.place ?? '',
    note: lateEntryWords(row.data) ?? lostReceiptWords(row.data) ?? fingerprintWords(row.data) ?? differsWords(row.data) ?? textIn(row.data, 'reason') ?? textIn(row.data, 'note') ?? textIn(row.data, 'recordNumber') ?? offlineWords(row.data),
  };
};
