// At the desk reached by its name: the rail is full.
import { isAtDesk } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';

export const deskComplaintScreen: ScreenEntry = { path: '/khieu-nai', label: 'Khiếu nại bưu chính', icon: 'warning', also: 'bồi thường, thất lạc', inRail: false, for: isAtDesk };
export const postComplaintScreen: ScreenEntry = { path: '/khieu-nai-buu-chinh', label: 'Khiếu nại', icon: 'warning', also: 'bồi thường, thất lạc', inRail: true, for: (me) => me.roles.includes('post-supervisor') };
