// Each state in plain words for the citizen: what it is, and what to do now.
import type { DossierState } from '#core/dossier/state.ts';

export type StatusWords = {
  /** One sentence, the heading of the answer. */
  readonly headline: string;
  readonly tone: 'going' | 'asked' | 'ready' | 'done' | 'ended';
  /** What the person does now; the page adds papers, place and phone where there are some. */
  readonly todo: string;
};

export const STATUS_WORDS: Readonly<Record<DossierState, StatusWords>> = {
  'filed-online': { headline: 'Hồ sơ nộp trực tuyến đang chờ tiếp nhận', tone: 'going', todo: 'Quý vị chưa phải làm gì. Bộ phận Một cửa sẽ kiểm tra và tiếp nhận hồ sơ.' },
  received: { headline: 'Hồ sơ đã được tiếp nhận', tone: 'going', todo: 'Quý vị chưa phải làm gì. Hồ sơ sẽ được chuyển đến cơ quan giải quyết.' },
  'handed-over': { headline: 'Hồ sơ đang được chuyển đến cơ quan giải quyết', tone: 'going', todo: 'Quý vị chưa phải làm gì.' },
  'in-process': { headline: 'Hồ sơ đang được giải quyết', tone: 'going', todo: 'Quý vị chưa phải làm gì. Mời quý vị đến nhận kết quả theo ngày hẹn.' },
  'supplement-asked': { headline: 'Cần bổ sung giấy tờ', tone: 'asked', todo: 'Mời quý vị mang đủ các giấy tờ sau đến nơi đã nộp hồ sơ. Chỉ cần bổ sung một lần.' },
  'awaiting-financial-duty': { headline: 'Cần thực hiện nghĩa vụ tài chính', tone: 'asked', todo: 'Mời quý vị nộp tiền theo thông báo của cơ quan có thẩm quyền, rồi mang chứng từ đến nơi đã nộp hồ sơ.' },
  'outcome-recorded': { headline: 'Đã có kết quả, đang chuyển về nơi trả', tone: 'going', todo: 'Quý vị chưa phải làm gì. Kết quả đang được chuyển về nơi trả kết quả.' },
  'outcome-sent': { headline: 'Đã có kết quả, đang chuyển về nơi trả', tone: 'going', todo: 'Quý vị chưa phải làm gì. Kết quả đang trên đường về nơi trả kết quả.' },
  'ready-to-return': { headline: 'Đã có kết quả, mời đến nhận', tone: 'ready', todo: 'Khi đến nhận, quý vị mang theo giấy tiếp nhận hồ sơ và hẹn trả kết quả, giấy tờ tùy thân; nhận thay thì mang thêm giấy ủy quyền.' },
  uncollected: { headline: 'Kết quả chưa có người nhận, đã chuyển lại cơ quan', tone: 'ended', todo: 'Mời quý vị báo nơi đã nộp hồ sơ hoặc cơ quan giải quyết để hẹn nhận kết quả.' },
  returned: { headline: 'Đã trả kết quả', tone: 'done', todo: 'Hồ sơ đã xong, quý vị không phải làm gì thêm.' },
  'resolved-at-desk': { headline: 'Đã giải quyết và trả kết quả ngay', tone: 'done', todo: 'Hồ sơ đã xong, quý vị không phải làm gì thêm.' },
  'refused-at-desk': { headline: 'Hồ sơ không được tiếp nhận', tone: 'ended', todo: 'Lý do ghi trong phiếu từ chối tiếp nhận giải quyết hồ sơ. Quý vị có thể hỏi lại nơi đã nộp hồ sơ.' },
  'refused-by-agency': { headline: 'Cơ quan giải quyết đã từ chối hồ sơ', tone: 'ended', todo: 'Văn bản nêu lý do và giấy tờ của quý vị sẽ được trả tại nơi đã nộp hồ sơ.' },
  withdrawn: { headline: 'Hồ sơ đã được rút theo yêu cầu', tone: 'ended', todo: 'Giấy tờ đã nộp mà chưa trả sẽ được trả lại tại nơi đã nộp hồ sơ. Khi cần, quý vị có thể nộp hồ sơ mới.' },
  stopped: { headline: 'Đã dừng giải quyết hồ sơ', tone: 'ended', todo: 'Lý do ghi trong thông báo dừng giải quyết hồ sơ. Quý vị có thể hỏi nơi đã nộp hồ sơ.' },
  cancelled: { headline: 'Lần tiếp nhận này đã được hủy', tone: 'ended', todo: 'Mã này không còn dùng. Xin hỏi nơi đã nộp hồ sơ về mã thay thế.' },
};
