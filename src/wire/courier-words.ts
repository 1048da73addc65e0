// A courier's acts as their carrier's feed tells them, and where a shipment stands in her round.
import { ABOUT_REASON, ATTEMPT_REASONS, type AttemptReason } from '#core/shipment/attempt-reasons.ts';
import type { CourierCode } from '#core/shipment/courier-codes.ts';
import type { StopState } from '#core/shipment/courier-round.ts';
import type { PickupState } from '#core/shipment/pickup.ts';
import type { ToldDifference } from '#core/shipment/told-again.ts';
import type { NextStep } from '#core/shipment/next-attempt.ts';

const OTHER_CODES: Readonly<Record<Exclude<CourierCode, `failed:${AttemptReason}`>, string>> = {
  given: 'Quầy đã giao cho bưu tá', out: 'Bưu tá đang đi phát', delivered: 'Đã phát', 'turned-back': 'Đang chuyển hoàn về quầy', 'back-at-desk': 'Bưu tá đã nộp lại quầy',
  returned: 'Đã chuyển hoàn về quầy', lost: 'Thất lạc trên đường bưu tá',
};
const FAILED_CODES: ReadonlyMap<string, string> = new Map(ATTEMPT_REASONS.map((reason) => [`failed:${reason}`, `Phát chưa thành công: ${ABOUT_REASON[reason].words}`]));

export const courierCodeWords = (code: CourierCode): string => FAILED_CODES.get(code) ?? OTHER_CODES[code as keyof typeof OTHER_CODES];

export const STOP_WORDS: Readonly<Record<StopState, string>> = {
  planned: 'Đã xếp vào chuyến, còn ở quầy', given: 'Quầy đã giao, bưu tá chưa ký nhận', 'with-courier': 'Bưu tá đang giữ', 'handed-in': 'Bưu tá đã nộp lại, quầy chưa kiểm đếm',
  'at-desk': 'Ở quầy, chờ quầy xử lý', delivered: 'Đã phát', returned: 'Đã chuyển hoàn về quầy', lost: 'Thất lạc',
};

export const PICKUP_WORDS: Readonly<Record<PickupState, string>> = {
  planned: 'Chờ đến nhận', 'with-courier': 'Bưu tá đang giữ', 'handed-in': 'Bưu tá đã nộp, quầy chưa kiểm đếm', 'at-desk': 'Ở quầy, chờ tiếp nhận hồ sơ',
  received: 'Đã tiếp nhận hồ sơ', 'handed-back': 'Đã trả lại người gửi', 'given-up': 'Không nhận được', lost: 'Thất lạc',
};

export const NEXT_WORDS: Readonly<Record<NextStep['kind'], string>> = {
  again: 'Phát lại', 'to-desk': 'Nộp lại quầy để xử lý', return: 'Nộp lại quầy để chuyển hoàn',
};

export const DIFFERENCE_WORDS: Readonly<Record<ToldDifference, string>> = {
  outcome: 'phát được hay không', day: 'ngày phát', receiver: 'người nhận', amount: 'số tiền thu', 'old-papers': 'giấy tờ thu hồi', reason: 'lý do chưa phát được',
};
