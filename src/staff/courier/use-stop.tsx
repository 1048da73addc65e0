// One stop of the round: on the screen as long as it is in it, and in words where it is not.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../design/frames.tsx';
import { CourierFrame, type Here } from './frame.tsx';
import type { StopHere } from './here/overlay.ts';

export type AtStop = Here & { readonly stop: StopHere };

const toRound = <Link className="button button-main" to="/buu-ta/chuyen-thu">Về chuyến thư</Link>;

export const StopFrame = ({ children, onlyHeld = false }: {
  readonly children: (at: AtStop) => ReactNode;
  /** What is done at the door needs the thing in hand. */
  readonly onlyHeld?: boolean;
}) => {
  const { shipmentId } = useParams({ strict: false });
  return (
    <CourierFrame>
      {(here) => {
        const stop = here.round.stops.find((one) => one.shipmentId === shipmentId);
        if (!stop) return <EmptyState whole icon="find" title="Bưu gửi này không có trong chuyến hôm nay" act={toRound}>Có thể quầy đã xếp cho bưu tá khác, hoặc sang ngày khác.</EmptyState>;
        if (onlyHeld && stop.state !== 'with-courier') {
          return <EmptyState whole icon="info" title="Bưu gửi này không còn trong tay ông/bà" act={toRound}>{stop.unsent ? 'Việc đã ghi tại máy này, đang chờ gửi.' : 'Xem lại ở chuyến thư.'}</EmptyState>;
        }
        return children({ ...here, stop });
      }}
    </CourierFrame>
  );
};
