// Reached from the head of the day and of the inbox, and by its name; the rail is full.
import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

const ALSO = 'giấy tờ đang giữ, giao nhận, đang đến, đã gửi, thiếu, chênh lệch';

export const deskCustodyScreen: ScreenEntry = { path: '/giao-nhan', label: 'Giấy tờ đang giữ', icon: 'paper', also: ALSO, inRail: false, for: isAtDesk };
export const officeCustodyScreen: ScreenEntry = { path: '/co-quan/giao-nhan', label: 'Giấy tờ cơ quan đang giữ', icon: 'paper', also: ALSO, inRail: false, for: isInOffice };
