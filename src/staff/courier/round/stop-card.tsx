import { Link } from '@tanstack/react-router';
import { formatMoney } from '#core/kernel/format.ts';
import { STOP_WORDS } from '#wire/courier-words.ts';
import type { StopHere } from '../here/overlay.ts';

export const StopChips = ({ stop }: { readonly stop: StopHere }) => (
  <span className="courier-chips">
    {stop.refused && <span className="chip chip-red">Cần xem lại</span>}
    {stop.unsent && <span className="chip chip-amber">Chưa gửi</span>}
    {stop.state !== 'with-courier' && <span className={stop.state === 'delivered' ? 'chip chip-green' : 'chip'}>{STOP_WORDS[stop.state]}</span>}
    {stop.state === 'with-courier' && stop.triedToday && <span className="chip chip-amber">Đã đến, chưa phát được</span>}
    {stop.state === 'with-courier' && stop.amountDue > 0 && <span className="chip">Thu hộ {formatMoney(stop.amountDue)}</span>}
    {stop.dossiers.length > 1 && <span className="chip">{stop.dossiers.length} kết quả</span>}
  </span>
);

export const StopCard = ({ stop, no, next = false }: { readonly stop: StopHere; readonly no?: number; readonly next?: boolean }) => (
  <Link className={next ? 'courier-stop courier-next' : 'courier-stop'} to="/buu-ta/don/$shipmentId" params={{ shipmentId: stop.shipmentId }}>
    <span className="courier-no" aria-hidden="true">{no ?? '·'}</span>
    <strong>{stop.receiver.name}</strong>
    <span>{stop.receiver.address}</span>
    <StopChips stop={stop} />
  </Link>
);
