// Why a machine cannot be given back yet: told before anybody presses, and to whoever pressed.
import type { CounterStanding } from './counter.ts';

export const NOT_YET = {
  'something-waits': 'Máy này còn việc chưa gửi hoặc cần xem. Gửi hết và giải quyết từng việc ở “Việc chưa gửi” rồi trả máy.',
  'no-line': 'Trả máy cần có mạng và người của quầy đang đăng nhập. Máy vẫn như trước; có mạng rồi bấm lại.',
  shut: 'Kho dữ liệu đang khóa. Mở kho rồi trả máy.',
} as const;

export const notYet = ({ waiting, parked, vault }: Pick<CounterStanding, 'waiting' | 'parked' | 'vault'>, online: boolean): string | undefined => {
  if (vault !== 'open') return NOT_YET.shut;
  if (waiting > 0 || parked > 0) return NOT_YET['something-waits'];
  return online ? undefined : NOT_YET['no-line'];
};
