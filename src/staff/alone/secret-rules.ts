// A short PIN alone falls in hours to somebody who has the disk: the phrase guards the store, the PIN only re-opens a day.
import { isLongEnough } from '../offline/wrap.ts';

const PIN = /^\d{6}$/;

export const passphraseError = (phrase: string): string | undefined =>
  (isLongEnough(phrase) ? undefined : 'Câu mật khẩu cần ít nhất 20 ký tự hoặc 5 từ.');

/** Of one that is typed to open: which would be easy to guess is for the store to tell, as any wrong one. */
export const typedPinError = (pin: string): string | undefined => (PIN.test(pin) ? undefined : 'Mã PIN gồm đúng 6 chữ số.');

/** Of one that is chosen. */
export const pinError = (pin: string): string | undefined =>
  typedPinError(pin) ?? (/^(\d)\1{5}$/.test(pin) || '0123456789'.includes(pin) || '9876543210'.includes(pin) ? 'Mã PIN này quá dễ đoán; chọn dãy khác.' : undefined);

export const LEFT_BEHIND = 'Máy này còn kho dữ liệu của lần đăng ký trước. Báo quản trị hệ thống trước khi đăng ký lại, để việc chưa gửi trong kho đó không mất.';
