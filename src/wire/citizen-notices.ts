// Every message to a citizen, in one place: short, without names, procedures or reasons. Whoever reads it on a borrowed
// phone learns no more than that a dossier of this code exists and what is to be done.
// @law NĐ 61/2018/NĐ-CP Đ.19, Đ.20; NĐ 13/2023/NĐ-CP Đ.3
import { formatDate, formatHour } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';

export type CitizenNotice =
  | { readonly kind: 'received'; readonly due?: Moment }
  | { readonly kind: 'receipt-superseded'; readonly due?: Moment }
  | { readonly kind: 'supplement-asked'; readonly requestNo: number; readonly answerBy?: Moment }
  | { readonly kind: 'supplement-partial'; readonly missing: number }
  | { readonly kind: 'supplement-received'; readonly due?: Moment }
  /** Sent online: whoever did not send it hears of it. */
  | { readonly kind: 'supplement-sent'; readonly sentAt: Moment }
  | { readonly kind: 'supplement-turned-back'; readonly missing: number }
  | { readonly kind: 'financial-duty-asked'; readonly payBy?: PlainDate }
  | { readonly kind: 'financial-duty-settled'; readonly due?: Moment }
  | { readonly kind: 'reappointed'; readonly due: Moment; readonly oldDue: Moment }
  | { readonly kind: 'extended'; readonly due: Moment; readonly oldDue: Moment }
  /** A changed working calendar, not the work, moved it. */
  | { readonly kind: 'recomputed'; readonly due: Moment; readonly oldDue: Moment }
  | { readonly kind: 'refused-at-desk' }
  | { readonly kind: 'refused-by-agency' }
  | { readonly kind: 'stopped'; readonly papers: boolean }
  | { readonly kind: 'withdrawn'; readonly papers: 'agency' | 'given-back' }
  | { readonly kind: 'papers-to-collect' }
  | { readonly kind: 'papers-at-desk' }
  /** The agency’s record came without them. */
  | { readonly kind: 'papers-not-arrived' }
  | { readonly kind: 'papers-given-back' }
  | { readonly kind: 'outcome-recorded' }
  | { readonly kind: 'ready-to-return' }
  | { readonly kind: 'invited-to-collect'; readonly round: number; readonly until?: PlainDate }
  | { readonly kind: 'outcome-sent-back' }
  /** The courier came and brought nothing: she comes again, or it goes back to the desk. */
  | { readonly kind: 'not-delivered'; readonly again?: PlainDate }
  /** It was told as returned, and is not. */
  | { readonly kind: 'delivery-undone' }
  | { readonly kind: 'returned' };

export type CitizenNoticeKind = CitizenNotice['kind'];
type Of<K extends CitizenNoticeKind> = Extract<CitizenNotice, { readonly kind: K }>;

const at = (moment: Moment): string => `${formatHour(moment)} ngày ${formatDate(dateOf(moment))}`;
const due = (moment: Moment | undefined): string => (moment === undefined ? '' : ` Hẹn trả: ${at(moment)}.`);

const TEXTS: { readonly [K in CitizenNoticeKind]: (notice: Of<K>, code: string) => string } = {
  received: (n, code) => `Hồ sơ ${code} đã được tiếp nhận.${due(n.due)}`,
  'receipt-superseded': (n, code) => `Giấy tiếp nhận hồ sơ ${code} được cấp lại, thay giấy cũ.${due(n.due)}`,
  'supplement-asked': (n, code) => `Hồ sơ ${code} cần bổ sung giấy tờ${n.answerBy ? ` trước ${at(n.answerBy)}` : ''}. Xem phiếu yêu cầu hoặc trang tra cứu hồ sơ.`,
  'supplement-partial': (n, code) => `Hồ sơ ${code} mới nhận một phần bổ sung, còn thiếu ${n.missing} loại giấy tờ. Thời hạn vẫn tạm dừng.`,
  'supplement-received': (n, code) => `Hồ sơ ${code} đã nhận đủ giấy tờ bổ sung.${due(n.due)}`,
  'supplement-sent': (n, code) => `Đã nhận giấy tờ gửi trực tuyến cho hồ sơ ${code} lúc ${at(n.sentAt)}. Nếu không phải quý vị gửi, xin báo nơi nộp hồ sơ.`,
  'supplement-turned-back': (n, code) => `Hồ sơ ${code} còn thiếu ${n.missing} loại giấy tờ sau khi xem phần đã gửi trực tuyến. Xem lý do và gửi lại ở trang tra cứu hồ sơ.`,
  'financial-duty-asked': (n, code) => `Hồ sơ ${code} chờ thực hiện nghĩa vụ tài chính${n.payBy ? ` đến hết ngày ${formatDate(n.payBy)}` : ''}. Xem thông báo của cơ quan.`,
  'financial-duty-settled': (n, code) => `Hồ sơ ${code} đã thực hiện nghĩa vụ tài chính.${due(n.due)}`,
  reappointed: (n, code) => `Xin lỗi quý vị: hồ sơ ${code} chưa kịp trả đúng hẹn. Hẹn lại: ${at(n.due)}. Lý do ghi trong văn bản xin lỗi.`,
  extended: (n, code) => `Hồ sơ ${code} được gia hạn theo quy định của pháp luật. Hẹn trả mới: ${at(n.due)}.`,
  recomputed: (n, code) => `Ngày hẹn trả hồ sơ ${code} thay đổi theo lịch làm việc mới. Hẹn trả: ${at(n.due)}.`,
  'refused-at-desk': (_n, code) => `Hồ sơ trực tuyến ${code} không được tiếp nhận. Văn bản nêu lý do có tại nơi nộp hồ sơ.`,
  'refused-by-agency': (_n, code) => `Hồ sơ ${code} bị từ chối giải quyết. Văn bản nêu lý do được trả tại nơi nộp hồ sơ.`,
  stopped: (n, code) => `Hồ sơ ${code} đã dừng giải quyết do quá hạn thực hiện yêu cầu.${n.papers ? ' Giấy tờ được trả lại tại nơi nộp.' : ''}`,
  withdrawn: (n, code) => `Hồ sơ ${code} đã được rút theo yêu cầu.${n.papers === 'agency' ? ' Giấy tờ sẽ được chuyển về nơi nộp hồ sơ.' : ''}`,
  'papers-to-collect': (_n, code) => `Giấy tờ của hồ sơ ${code} đang chuyển về nơi nộp để trả lại quý vị.`,
  'papers-at-desk': (_n, code) => `Giấy tờ của hồ sơ ${code} đã về nơi nộp. Mời quý vị mang giấy tờ tùy thân đến nhận lại.`,
  'papers-not-arrived': (_n, code) => `Giấy tờ của hồ sơ ${code} chưa về nơi nộp; cơ quan đang tìm và chuyển lại. Có tin báo thì mời quý vị đến nhận.`,
  'papers-given-back': (_n, code) => `Giấy tờ của hồ sơ ${code} đã được trả lại. Nếu không phải quý vị nhận, xin báo ngay nơi nộp hồ sơ.`,
  'outcome-recorded': (_n, code) => `Hồ sơ ${code} đã có kết quả, đang chờ chuyển về nơi trả.`,
  'ready-to-return': (_n, code) => `Kết quả hồ sơ ${code} đã về nơi trả. Mời quý vị mang giấy hẹn và giấy tờ tùy thân đến nhận.`,
  'invited-to-collect': (n, code) => `Mời quý vị đến nhận kết quả hồ sơ ${code} (lần ${n.round}).${n.until ? ` Sau ngày ${formatDate(n.until)}, kết quả chuyển lại cơ quan.` : ''}`,
  'outcome-sent-back': (_n, code) => `Kết quả hồ sơ ${code} chưa có người nhận, đã chuyển lại cơ quan giải quyết. Xin báo nơi nộp hồ sơ khi cần nhận.`,
  'not-delivered': (n, code) => `Bưu tá chưa phát được kết quả hồ sơ ${code}${n.again ? `, sẽ phát lại từ ngày ${formatDate(n.again)}.` : '; kết quả được đưa về nơi trả. Xin liên hệ nơi nộp hồ sơ.'}`,
  'delivery-undone': (_n, code) => `Tin báo đã trả kết quả hồ sơ ${code} là ghi nhầm; bưu điện sẽ phát lại. Nếu quý vị đã nhận, xin báo nơi nộp hồ sơ.`,
  returned: (_n, code) => `Kết quả hồ sơ ${code} đã được trả. Nếu không phải quý vị nhận, xin báo ngay nơi nộp hồ sơ.`,
};

export const citizenNoticeText = (notice: CitizenNotice, code: string): string =>
  (TEXTS[notice.kind] as (notice: CitizenNotice, code: string) => string)(notice, code);
