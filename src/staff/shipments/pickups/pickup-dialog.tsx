// One pick-up: the person, what was to be ready, what the courier counted, and what was said when she brought nothing.
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import { PICKUP_WORDS } from '#wire/courier-words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { Checklist, CountedPapers } from './checklist.tsx';

export const PickupDialog = ({ pickup, onClose }: { readonly pickup: DeskPickup; readonly onClose: () => void }) => (
  <Dialog title={`Nhận hồ sơ tại nhà: ${pickup.person.name}`} wide onClose={onClose} foot={<Button look="main" onClick={onClose}>Đóng</Button>}>
    <dl className="facts">
      <dt>Ở đâu</dt><dd><strong>{PICKUP_WORDS[pickup.state]}</strong></dd>
      <dt>Người gửi</dt><dd>{pickup.person.name}, {pickup.person.phone}<br />{pickup.person.address}</dd>
      <dt>Thủ tục</dt><dd>{pickup.procedureName}</dd>
      <dt>Bưu tá</dt><dd>{pickup.courierName}, ngày {formatDate(pickup.day)}<span className="faint"> · cử {shortMoment(pickup.madeAt)}</span></dd>
      {pickup.note !== undefined && <><dt>Dặn bưu tá</dt><dd>{pickup.note}</dd></>}
      {pickup.slipNumber !== undefined && <><dt>Phiếu gửi</dt><dd className="code">{pickup.slipNumber}</dd></>}
      {pickup.lastReason && <><dt>Lần trước</dt><dd>{ABOUT_REASON[pickup.lastReason].words}</dd></>}
      {pickup.lastNote !== undefined && <><dt>Ghi chú</dt><dd>{pickup.lastNote}</dd></>}
    </dl>
    {pickup.papers && <CountedPapers papers={pickup.papers} />}
    <Checklist title="Thành phần hồ sơ đã công bố" items={pickup.checklist} />
  </Dialog>
);
