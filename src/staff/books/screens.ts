import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const bookScreen: ScreenEntry = {
  path: '/so', label: 'Sổ', icon: 'list', also: 'sổ theo dõi hồ sơ, sổ chứng thực, mở sổ, khóa sổ, in sổ, xuất excel', inRail: true,
  for: (me) => isAtDesk(me) || isInOffice(me),
};
