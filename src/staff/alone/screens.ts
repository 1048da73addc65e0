import { isAtDesk } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const aloneScreen: ScreenEntry = { path: '/mat-mang', label: 'Mất mạng', icon: 'offline', also: 'đăng ký máy này, việc chưa gửi, ngoại tuyến, kho dữ liệu, việc cần xem', inRail: false, for: isAtDesk };
