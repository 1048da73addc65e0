import type { ScreenEntry } from '../shell/screens.ts';

export const supervisionScreen: ScreenEntry = {
  path: '/buu-dien', label: 'Giám sát', icon: 'bag', also: 'bản đồ quầy, túi trên đường, quá hạn chuyển, chênh lệch', inRail: true, for: (me) => me.roles.includes('post-supervisor'),
};
