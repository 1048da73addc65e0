// One shipment: where it is, what its carrier said of it, what can still be done.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { COUNTED_BACK_WORDS, MEANING_WORDS } from '#wire/refusals/carriers.ts';
import { type ShipmentView, shipmentCancelled } from '#wire/shipments.wire.ts';
import { useMe } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog, Dialog } from '../design/dialog.tsx';
import { Banner, EmptyState, Loaded } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { paperUrl } from '../dossier/paper-pdf.tsx';
import { fullMoment, shortMoment } from '../words/moment-words.ts';
import { UndoDialog } from './couriers/undo-dialog.tsx';
import { itemLabelUrl, useShipment, useShipmentAct } from './use-shipments.ts';
import { WrongDialog } from './wrong-dialog.tsx';

const CancelDialog = ({ shipment, onClose }: { readonly shipment: ShipmentView; readonly onClose: () => void }) => {
  const me = useMe();
  const cancel = useShipmentAct(`/${shipment.shipmentId}/cancel`, shipmentCancelled, ({ state }) => {
    onClose();
    toast(state === 'cancelled' ? 'Đã hủy đơn.' : 'Đã yêu cầu hủy, chờ đơn vị chuyển phát trả lời.');
  });
  return (
    <ConfirmDialog title={`Hủy đơn ${shipment.orderNumber}`} act="Hủy đơn" red busy={cancel.busy} onClose={onClose} onConfirm={() => void cancel.run({ deskId: me.desk?.deskId })}>
      {cancel.error && <Banner tone="red">{cancel.error.message}</Banner>}
      <p>Kết quả ở lại quầy và trở về mục “Chờ gửi về nhà”. Số hiệu đã dán không dùng lại được: gỡ nhãn.</p>
    </ConfirmDialog>
  );
};

export const ShipmentDialog = ({ shipmentId, onClose }: { readonly shipmentId: string; readonly onClose: () => void }) => {
  const loaded = useShipment(shipmentId);
  const [cancelling, setCancelling] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const shipment = loaded.data?.shipment;
  if (cancelling && shipment) return <CancelDialog shipment={shipment} onClose={() => setCancelling(false)} />;
  if (undoing && shipment) return <UndoDialog shipmentId={shipmentId} receiverName={shipment.receiver.name} onDone={onClose} onClose={() => setUndoing(false)} />;
  if (isWrong && shipment) return <WrongDialog shipment={shipment} onClose={onClose} />;
  const mayCancel = shipment && shipment.handedOverAt === null && (shipment.state === 'waiting' || shipment.state === 'confirmed') && shipment.stands !== 'ended';
  return (
    <Dialog
      title={shipment ? `Bưu gửi ${shipment.itemNumber ?? shipment.orderNumber}` : 'Bưu gửi'} wide onClose={onClose}
      foot={<>
        {mayCancel && <Button look="red" onClick={() => setCancelling(true)}>Hủy đơn</Button>}
        {shipment?.isOwnNetwork === true && shipment.status === 'delivered' && <Button look="red" onClick={() => setUndoing(true)}>Hủy ghi phát (ghi nhầm)</Button>}
        {shipment?.status === 'delivered' && <Button onClick={() => setWrong(true)}>Báo sự cố khi phát</Button>}
        {shipment?.handOverId && <a className="button" href={paperUrl(shipment.handOverId)} target="_blank" rel="noreferrer">Biên bản {shipment.recordNumber}</a>}
        {shipment && <a className="button" href={itemLabelUrl(shipmentId)} target="_blank" rel="noreferrer">Nhãn bưu gửi</a>}
        <Button look="main" onClick={onClose}>Đóng</Button>
      </>}
    >
      <Loaded from={loaded} lines={6}>
        {({ shipment: row, events }) => (
          <div className="stack">
            {row.advice !== undefined && <Banner tone="red"><strong>{row.words}</strong>. {row.advice}</Banner>}
            <dl className="facts">
              <dt>Ở đâu</dt><dd><strong>{row.words}</strong>{row.statusSince && <span className="faint"> từ {shortMoment(row.statusSince)}</span>}</dd>
              <dt>Người nhận</dt><dd>{row.receiver.name}, {row.receiver.phone}<br />{row.receiver.address}</dd>
              <dt>Hồ sơ</dt><dd>{row.dossiers.map(({ dossierId, code }) => <div key={dossierId}><Link className="code" to="/ho-so/$dossierId" params={{ dossierId }}>{code}</Link></div>)}</dd>
              <dt>Đơn</dt><dd>{row.orderNumber} · {row.carrierName} · {row.madeByName} đặt {shortMoment(row.madeAt)}</dd>
              {row.collectOnDelivery > 0 && <><dt>Thu hộ</dt><dd>{formatMoney(row.collectOnDelivery)}</dd></>}
              {row.handedOverAt && <><dt>Đã giao</dt><dd>{shortMoment(row.handedOverAt)}, biên bản {row.recordNumber}</dd></>}
              {row.countedBackAt && row.countedBackAs && <><dt>Chuyển hoàn</dt><dd>{COUNTED_BACK_WORDS[row.countedBackAs]}{row.countedBackNote !== null && `: ${row.countedBackNote}`}<div className="faint">{row.countedBackByName} đếm {shortMoment(row.countedBackAt)}</div></dd></>}
            </dl>
            {events.length === 0 ? <EmptyState icon="clock" title="Đơn vị chuyển phát chưa báo gì">Hành trình hiện ở đây khi họ báo.</EmptyState> : (
              <Table
                caption="Đơn vị chuyển phát đã báo, mới nhất trước" rows={events} rowKey={(event) => `${event.at} ${event.code} ${event.place}`}
                columns={[
                  { head: 'Lúc', cell: (event) => <span className="nowrap">{fullMoment(event.at)}</span> },
                  { head: 'Nghĩa là', cell: (event) => (event.meaning ? MEANING_WORDS[event.meaning] : <span className="chip chip-red">chưa ai nói mã {event.code} nghĩa là gì</span>) },
                  { head: 'Lời của đơn vị chuyển phát', cell: (event) => <>{event.message || `mã ${event.code}`}{event.notes !== '' && <div className="faint">{event.notes}</div>}</> },
                  { head: 'Nơi', cell: (event) => event.place },
                ]}
              />
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
};
