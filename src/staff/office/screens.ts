// The agency's screens in rail, palette and keys.
import { isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const officeScreens: readonly ScreenEntry[] = [
  { path: '/co-quan/ho-so', label: 'Xử lý hồ sơ', icon: 'inbox', key: 'F7', also: 'hồ sơ chờ xử lý, chờ tiếp nhận, chờ ký, chờ phát hành, quá hạn, cơ quan', inRail: true, for: isInOffice },
  { path: '/co-quan/tim', label: 'Tìm ở cơ quan', icon: 'find', key: 'F8', also: 'tìm hồ sơ của cơ quan', inRail: true, for: isInOffice },
];
