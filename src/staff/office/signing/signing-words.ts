// How signatures and certificates are called on the screen.
import type { SignableView } from '#wire/signatures.wire.ts';

type Signature = SignableView['signatures'][number];
type Mine = NonNullable<SignableView['mine']>;

export const SIGN_ACTS: Readonly<Record<Mine['as'], string>> = { leader: 'Ký số', 'agency-seal': 'Ký số cơ quan' };
export const SIGNED_WORDS: Readonly<Record<Signature['role'], string>> = { leader: 'Đã ký số', 'agency-seal': 'Đã ký số cơ quan' };
export const KEY_WORDS: Readonly<Record<Mine['service'], string>> = {
  'test-authority': 'Chứng thư KIỂM THỬ', pkcs11: 'Chứng thư trên thiết bị ký', remote: 'Chứng thư của dịch vụ ký số',
};

/** The PIN can be typed anew. */
export const PIN_REFUSALS: ReadonlySet<string> = new Set(['secret-missing', 'secret-wrong']);
export const TEST_WORDS = 'Chữ ký bằng chứng thư KIỂM THỬ chỉ để chạy thử, không có giá trị pháp lý.';
export const WAITING_WORDS = 'Đang chờ nơi giữ khóa ký. Nếu thiết bị hoặc ứng dụng ký hỏi, xác nhận ở đó; việc này có thể mất đến một phút.';

export const nextWords = ({ as }: Pick<Mine, 'as'>): string =>
  (as === 'leader' ? 'Đã ký số. Tiếp theo: văn thư ký số cơ quan.' : 'Đã ký số cơ quan. In hoặc tải giấy này là bản có đủ chữ ký số.');

export const nameOf = ({ title, number }: Pick<SignableView, 'title' | 'number'>): string => (number === undefined ? title : `${title} số ${number}`);

/** '01AB 23CD …': read out over the telephone, compared by eye. */
export const serialWords = (serial: string): string => serial.match(/.{1,4}/g)?.join(' ') ?? '';
