// The courier's screens; the first is her home.
import type { Me } from '#wire/session.wire.ts';
import type { ScreenEntry } from '../shell/screens.ts';

const isCourier = (me: Me): boolean => me.roles.includes('courier');

export const courierScreens: readonly ScreenEntry[] = [
  { path: '/buu-ta/chuyen-thu', label: 'Chuyến thư', icon: 'list', also: 'việc của bưu tá, phát, điểm tiếp theo', inRail: true, for: isCourier },
  { path: '/buu-ta/nop-lai', label: 'Nộp lại quầy', icon: 'bag', also: 'bưu tá đang giữ, tiền thu hộ', inRail: true, for: isCourier },
  { path: '/buu-ta/chua-gui', label: 'Chưa gửi', icon: 'send', also: 'bưu tá mất mạng, việc chưa gửi', inRail: true, for: isCourier },
];
