// What a paper is called on a screen.
import { FORM_NAMES } from '#core/paper-form/form-versions.ts';
import { FORM_FACTS } from './form-facts.ts';

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
  'bag-label': 'Nhãn túi hồ sơ',
  'item-label': 'Nhãn bưu gửi',
  'complaint-receipt': 'Giấy tiếp nhận khiếu nại dịch vụ bưu chính',
  'complaint-notice': 'Thông báo giải quyết khiếu nại dịch vụ bưu chính',
  'stock-count-record': 'Biên bản kiểm kê hồ sơ đang giữ',
  'liability-minute': 'Biên bản xác định trách nhiệm',
  'remittance-slip': 'Bảng kê nộp tiền thu hộ',
};
