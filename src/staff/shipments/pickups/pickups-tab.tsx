// Papers collected at home, as the desk follows them: asked for, with the courier, in the desk's hands, opened.
import { useState } from 'react';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { DeskCouriersView, DeskPickup } from '#wire/courier-desk.wire.ts';
import { PICKUP_WORDS } from '#wire/courier-words.ts';
import { Button } from '../../design/button.tsx';
import { Banner, EmptyState, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { CountDialog } from '../couriers/count-dialog.tsx';
import type { DeskRecord } from '../couriers/use-couriers.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CloseDialog, OpenedDialog } from './close-dialogs.tsx';
import { PickupDialog } from './pickup-dialog.tsx';
import { useReceiveFrom } from './use-receive-from.ts';

const OPEN = new Set<DeskPickup['state']>(['planned', 'with-courier', 'handed-in', 'at-desk']);
export const isOpen = ({ state }: DeskPickup): boolean => OPEN.has(state);

const whenOf = ({ state, day, collectedAt, courierName }: DeskPickup): string =>
  (state === 'planned' ? `${courierName} đến ngày ${formatDate(day)}` : `${courierName}${collectedAt === undefined ? '' : ` nhận ${shortMoment(collectedAt)}`}`);
const lastTry = ({ lastReason, lastNote }: DeskPickup): string => [lastReason && ABOUT_REASON[lastReason].words, lastNote].filter((part) => part !== undefined).join(' – ');

type Doing = { readonly what: 'look' | 'give-up' | 'hand-back' | 'opened'; readonly pickup: DeskPickup };

const Acts = ({ pickup, record, receive, onCount, onDo }: {
  readonly pickup: DeskPickup; readonly record: DeskRecord | undefined; readonly receive: ReturnType<typeof useReceiveFrom>;
  readonly onCount: (record: DeskRecord) => void; readonly onDo: (doing: Doing) => void;
}) => {
  const whose = <span className="hidden-label"> của {pickup.person.name}</span>;
  switch (pickup.state) {
    case 'planned': return <Button onClick={() => onDo({ what: 'give-up', pickup })}>Thôi đến nhận{whose}</Button>;
    case 'handed-in': return record ? <Button look="main" onClick={() => onCount(record)}>Kiểm đếm{whose}</Button> : null;
    case 'at-desk': return (
      <div className="row">
        {pickup.dossier
          ? <Button look="main" onClick={() => onDo({ what: 'opened', pickup })}>Ghi đã mở phong bì{whose}</Button>
          : <Button look="main" icon="receive" busy={receive.busy} onClick={() => receive.open(pickup)}>Mở phong bì, tiếp nhận{whose}</Button>}
        {!pickup.dossier && <Button onClick={() => onDo({ what: 'hand-back', pickup })}>Trả lại{whose}</Button>}
      </div>
    );
    default: return null;
  }
};

export const PickupsTab = ({ view }: { readonly view: DeskCouriersView }) => {
  const [asking, setAsking] = useState(false);
  const [counting, setCounting] = useState<DeskRecord>();
  const [doing, setDoing] = useState<Doing>();
  const receive = useReceiveFrom();
  const done = (): void => setDoing(undefined);
  const [open, ended] = [view.pickups.filter(isOpen), view.pickups.filter((one) => !isOpen(one))];
  const table = (caption: string, rows: readonly DeskPickup[]) => (
    <Table
      caption={caption} rows={rows} rowKey={({ pickupId }) => pickupId}
      columns={[
        { head: 'Người gửi', cell: (one) => <><Button look="plain" onClick={() => setDoing({ what: 'look', pickup: one })}>{one.person.name}</Button><div className="faint">{one.person.phone} · {one.person.address}</div></> },
        { head: 'Thủ tục', cell: (one) => <>{one.procedureName}{one.slipNumber !== undefined && <div className="faint">phiếu gửi <span className="code">{one.slipNumber}</span></div>}</> },
        { head: 'Bưu tá', cell: whenOf },
        { head: 'Ở đâu', cell: (one) => <><span className={one.state === 'lost' ? 'due-late' : undefined}>{PICKUP_WORDS[one.state]}</span><div className="faint">{one.dossier ? <>hồ sơ <span className="code">{one.dossier.code}</span></> : lastTry(one)}</div></> },
        { head: 'Việc', cell: (one) => <Acts pickup={one} record={view.records.find(({ receivedAt, items }) => receivedAt === undefined && items.some(({ itemId }) => itemId === one.pickupId))} receive={receive} onCount={setCounting} onDo={setDoing} /> },
      ]}
    />
  );
  return (
    <div className="stack">
      <Panel
        title="Nhận hồ sơ tại nhà" count={open.length} flush
        acts={<Button look="main" icon="send" disabled={view.couriers.length === 0} onClick={() => setAsking(true)}>Cử bưu tá đến nhận</Button>}
      >
        {view.couriers.length === 0 && <Banner>Bưu cục của quầy hôm nay chưa có bưu tá. Nhờ quản trị hệ thống phân công.</Banner>}
        {open.length === 0
          ? <EmptyState icon="receive" title="Không có hồ sơ nào chờ nhận tại nhà">Người dân gọi điện nhờ đến nhận: bấm “Cử bưu tá đến nhận”, đọc cho họ giấy tờ cần chuẩn bị.</EmptyState>
          : table('Hồ sơ nhận tại nhà chưa xong', open)}
      </Panel>
      {ended.length > 0 && <Panel title="Xong hôm nay" count={ended.length} flush>{table('Hồ sơ nhận tại nhà xong hôm nay', ended)}</Panel>}
      {asking && <AskDialog couriers={view.couriers} now={view.now} onClose={() => setAsking(false)} />}
      {counting && <CountDialog record={counting} onClose={() => setCounting(undefined)} />}
      {doing?.what === 'look' && <PickupDialog pickup={doing.pickup} onClose={done} />}
      {doing?.what === 'give-up' && <CloseDialog how="given-up" pickup={doing.pickup} onClose={done} />}
      {doing?.what === 'hand-back' && <CloseDialog how="handed-back" pickup={doing.pickup} onClose={done} />}
      {doing?.what === 'opened' && doing.pickup.dossier && <OpenedDialog pickup={doing.pickup} dossier={doing.pickup.dossier} onClose={done} />}
    </div>
  );
};
