// Reached from the head of the day, and by its name; the rail is full.
import { isAtDesk } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const shipmentScreen: ScreenEntry = { path: '/gui-di', label: 'Gửi đi', icon: 'send', also: 'chuyển phát, bưu gửi, phát tại nhà, nhận hồ sơ tại nhà, tiền thu hộ, nộp tiền', inRail: false, for: isAtDesk };
