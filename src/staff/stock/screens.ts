// Reached from what is held, and by its name.
import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const deskStockScreen: ScreenEntry = { path: '/kiem-ke', label: 'Kiểm kê', icon: 'paper', inRail: false, for: isAtDesk };
export const officeStockScreen: ScreenEntry = { path: '/co-quan/kiem-ke', label: 'Kiểm kê của cơ quan', icon: 'paper', inRail: false, for: isInOffice };
