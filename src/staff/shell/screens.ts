// Every screen a person may open: the rail, the palette and the F-keys read this one list.
import type { Me } from '#wire/session.wire.ts';
import { adminScreens } from '../admin/screens.ts';
import { aloneScreen } from '../alone/screens.ts';
import { isAtDesk } from '../api/session.ts';
import { bagScreen } from '../bags/screens.ts';
import { bookScreen } from '../books/screens.ts';
import { courierScreens } from '../courier/screens.ts';
import { deskComplaintScreen, postComplaintScreen } from '../complaints/screens.ts';
import { deskCustodyScreen, officeCustodyScreen } from '../custody/screens.ts';
import type { IconName } from '../design/icon.tsx';
import { officeScreens } from '../office/screens.ts';
import { shipmentScreen } from '../shipments/screens.ts';
import { deskStockScreen, officeStockScreen } from '../stock/screens.ts';
import { supervisionScreen } from '../supervision/screens.ts';
import { deskWarningScreen, officeWarningScreen } from '../warnings/screens.ts';
import type { Side } from '../warnings/use-warnings.ts';

export type ScreenEntry = {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly key?: string;
  /** Words people look for it by. */
  readonly also?: string;
  readonly inRail: boolean;
  /** Whose warnings are counted beside the name. */
  readonly warns?: Side;
  readonly for: (me: Me) => boolean;
};

const counterScreens: readonly ScreenEntry[] = [
  {
    path: '/hom-nay',
    label: 'Hôm nay',
    icon: 'today',
    key: 'F1',
    also: 'chuyển hồ sơ, bàn giao, kết quả về',
    inRail: true,
    for: isAtDesk,
  },
  {
    path: '/tiep-nhan',
    label: 'Tiếp nhận',
    icon: 'receive',
    key: 'F2',
    also: 'tiếp nhận mới, tìm thủ tục',
    inRail: true,
    for: isAtDesk,
  },
  { path: '/tra-ket-qua', label: 'Trả kết quả', icon: 'return', key: 'F4', inRail: true, for: isAtDesk },
  {
    path: '/chung-thuc',
    label: 'Chứng thực',
    icon: 'stamp',
    key: 'F6',
    also: 'chứng thực nhanh bản sao từ bản chính',
    inRail: true,
    for: isAtDesk,
  },
  {
    path: '/danh-sach',
    label: 'Danh sách',
    icon: 'people',
    also: 'tiếp nhận theo danh sách, hàng loạt',
    inRail: true,
    for: isAtDesk,
  },
  { path: '/tim', label: 'Tìm hồ sơ', icon: 'find', key: 'F3', inRail: true, for: isAtDesk },
];

const ALL: readonly ScreenEntry[] = [
  ...counterScreens, aloneScreen, deskWarningScreen, deskCustodyScreen, ...officeScreens, officeWarningScreen, officeCustodyScreen, deskStockScreen, officeStockScreen, bagScreen, shipmentScreen, bookScreen, deskComplaintScreen, supervisionScreen, postComplaintScreen, ...adminScreens, ...courierScreens,
];

export const screensOf = (me: Me): readonly ScreenEntry[] => ALL.filter((s) => s.for(me));

const area = (path: string): string | undefined => path.split('/')[1];

/** An address typed or kept from another account: it opens only for those whose work its screen, or its area, is. */
export const mayOpen = (me: Me, path: string): boolean => {
  const near = ALL.filter((s) => area(s.path) === area(path));
  const [named] = near.filter((s) => path === s.path || path.startsWith(`${s.path}/`)).sort((a, b) => b.path.length - a.path.length);
  return named ? named.for(me) : near.length === 0 || near.some((s) => s.for(me));
};
