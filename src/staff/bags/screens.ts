import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

/** One screen for both sides: who works at both finds them as its tabs. */
export const bagScreen: ScreenEntry = {
  path: '/tui-ho-so', label: 'Túi hồ sơ', icon: 'bag', also: 'túi thư, niêm phong, bàn giao, nhận túi, quét nhãn', inRail: true, for: (me) => isAtDesk(me) || isInOffice(me),
};
