import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

const ALSO = 'sắp đến hạn, quá hạn, nhắc hạn, cảnh báo';

export const deskWarningScreen: ScreenEntry = { path: '/nhac-han', label: 'Nhắc hạn', icon: 'warning', also: ALSO, inRail: true, warns: 'desk', for: isAtDesk };
export const officeWarningScreen: ScreenEntry = { path: '/co-quan/nhac-han', label: 'Nhắc hạn cơ quan', icon: 'warning', also: ALSO, inRail: true, warns: 'office', for: isInOffice };
