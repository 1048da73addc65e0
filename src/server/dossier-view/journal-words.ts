// A journal entry in one Vietnamese line: what was done, and the note that says why.
import { ACT_LABELS, type DossierAct } from '#core/dossier/life.ts';
import type { LateEntry } from '#core/dossier/late-entry.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { FORM_NAMES } from '#core/paper-form/form-versions.ts';
import { FORM_FACTS } from '#documents/kit/form-facts.ts';
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

/** As the circular of its day calls it. */
export const paperTitleOf = (kind: string, version: string): string | undefined =>
  (kind === 'apology-notice' && (version === 'v2018' || version === 'v2025') ? FORM_FACTS[kind][version].title : PAPER_TITLES[kind]);

const PAPER_TITLES: Readonly<Record<string, string>> = {
  ...FORM_NAMES,
  'residence-receipt': 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả (CT04)',
  'residence-guidance': 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ (CT05)',
  'residence-refusal': 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ (CT06)',
  'posting-slip': 'Phiếu gửi hồ sơ',
  'guidance-slip': 'Phiếu hướng dẫn',
  'hand-over-record': 'Biên bản giao nhận hồ sơ',
  'batch-list': 'Bảng kê hồ sơ',
  'return-note': 'Giấy xác nhận đã nhận kết quả',
  'withdrawal-note': 'Giấy trả lại hồ sơ',
  invitation: 'Giấy mời nhận kết quả',
  authorisation: 'Giấy ủy quyền',
  'fee-receipt': 'Biên lai thu phí, lệ phí',
  'certification-book': 'Sổ chứng thực',
};
