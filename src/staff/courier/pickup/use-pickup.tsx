// One door where papers are collected: on the screen as long as it is to be done, and in words where it is not.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PICKUP_WORDS } from '#wire/courier-words.ts';
import { EmptyState } from '../../design/frames.tsx';
import { CourierFrame, type Here } from '../frame.tsx';
import type { PickupHere } from '../here/pickup-here.ts';

export type AtPickup = Here & { readonly pickup: PickupHere };

const toRound = <Link className="button button-main" to="/buu-ta/chuyen-thu">Về chuyến thư</Link>;

export const PickupFrame = ({ children }: { readonly children: (at: AtPickup) => ReactNode }) => {
  const { pickupId } = useParams({ strict: false });
  return (
    <CourierFrame>
      {(here) => {
        const pickup = here.round.pickups.find((one) => one.pickupId === pickupId);
        if (!pickup) return <EmptyState whole icon="find" title="Việc nhận hồ sơ này không có trong chuyến hôm nay" act={toRound}>Có thể quầy đã cử bưu tá khác, hoặc đổi sang ngày khác.</EmptyState>;
        if (pickup.state !== 'planned') return <EmptyState whole icon="check" title={`Phong bì của ${pickup.person.name}: ${PICKUP_WORDS[pickup.state].toLocaleLowerCase('vi')}`} act={toRound}>{pickup.unsent ? 'Việc đã ghi tại máy này, đang chờ gửi.' : 'Xem lại ở chuyến thư.'}</EmptyState>;
        return children({ ...here, pickup });
      }}
    </CourierFrame>
  );
};
