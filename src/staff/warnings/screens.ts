import { createElement } from 'react';
import { isAtDesk, isInOffice } from '../api/session.ts';
import type { ScreenEntry } from '../shell/screens.ts';
import { RailCount } from './rail-count.tsx';

const DeskCount = () => createElement(RailCount, { side: 'desk' });
const OfficeCount = () => createElement(RailCount, { side: 'office' });
const ALSO = 'sắp đến hạn, quá hạn, nhắc hạn, cảnh báo';

export const deskWarningScreen: ScreenEntry = { path: '/nhac-han', label: 'Nhắc hạn', icon: 'warning', also: ALSO, inRail: true, badge: DeskCount, for: isAtDesk };
export const officeWarningScreen: ScreenEntry = { path: '/co-quan/nhac-han', label: 'Nhắc hạn cơ quan', icon: 'warning', also: ALSO, inRail: true, badge: OfficeCount, for: isInOffice };
