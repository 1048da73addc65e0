// Why a courier could not deliver: who caused it, whether it counts against the receiver, and what follows. What the post,
// the agency or the weather caused never brings a shipment nearer to being sent back.
// @law QĐ 45/2016/QĐ-TTg Đ.9, Đ.10, Đ.14; TT 17/2017/TT-BTTTT Đ.5.2
export const ATTEMPT_CAUSES = ['receiver', 'post', 'agency', 'force-majeure'] as const;
export type AttemptCause = (typeof ATTEMPT_CAUSES)[number];

export const ATTEMPT_REASONS = [
  'absent', 'asked-later', 'identity-unproven', 'not-paid', 'wrong-address', 'moved', 'refused',
  'no-time', 'vehicle', 'damaged',
  'wrong-document',
  'weather',
] as const;
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

/** 'again': on another day; 'to-desk': the desk looks into it; 'return': nothing more is tried. */
export type AfterReason = 'again' | 'to-desk' | 'return';

type About = {
  readonly cause: AttemptCause;
  readonly counts: boolean;
  readonly follows: AfterReason;
  /** The desk can do nothing without knowing more. */
  readonly needsNote: boolean;
  readonly words: string;
};

export const ABOUT_REASON: Readonly<Record<AttemptReason, About>> = {
  absent: { cause: 'receiver', counts: true, follows: 'again', needsNote: false, words: 'Không có người nhận ở nhà' },
  'asked-later': { cause: 'receiver', counts: true, follows: 'again', needsNote: false, words: 'Người nhận hẹn ngày khác' },
  'identity-unproven': { cause: 'receiver', counts: true, follows: 'again', needsNote: false, words: 'Người nhận chưa xuất trình được giấy tờ tùy thân' },
  'not-paid': { cause: 'receiver', counts: true, follows: 'again', needsNote: false, words: 'Người nhận chưa có tiền trả khoản thu hộ' },
  'wrong-address': { cause: 'receiver', counts: true, follows: 'to-desk', needsNote: true, words: 'Sai địa chỉ, không tìm được nhà' },
  moved: { cause: 'receiver', counts: true, follows: 'to-desk', needsNote: true, words: 'Người nhận đã chuyển đi nơi khác' },
  refused: { cause: 'receiver', counts: true, follows: 'return', needsNote: true, words: 'Người nhận từ chối nhận' },
  'no-time': { cause: 'post', counts: false, follows: 'again', needsNote: false, words: 'Bưu tá chưa kịp đến' },
  vehicle: { cause: 'post', counts: false, follows: 'again', needsNote: false, words: 'Phương tiện hỏng' },
  damaged: { cause: 'post', counts: false, follows: 'to-desk', needsNote: true, words: 'Bưu gửi hư hỏng, rách nát' },
  'wrong-document': { cause: 'agency', counts: false, follows: 'to-desk', needsNote: true, words: 'Kết quả bên trong không đúng' },
  weather: { cause: 'force-majeure', counts: false, follows: 'again', needsNote: false, words: 'Thời tiết, thiên tai, đường không đi được' },
};

export const CAUSE_WORDS: Readonly<Record<AttemptCause, string>> = {
  receiver: 'Do người nhận', post: 'Do bưu điện', agency: 'Do cơ quan giải quyết', 'force-majeure': 'Do bất khả kháng',
};
