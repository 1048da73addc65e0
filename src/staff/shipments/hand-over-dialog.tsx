// What the carrier takes along now: chosen, put on one record, the record printed for both to sign.
import { useState } from 'react';
import { type ShipmentView, type ShipmentsHandedOver, shipmentsHandedOver } from '#wire/shipments.wire.ts';
import { newId } from '../api/new-id.ts';
import { useMe } from '../api/session.ts';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Banner } from '../design/frames.tsx';
import { MadePaper } from '../dossier/made-paper.tsx';
import { useShipmentAct } from './use-shipments.ts';

export const HandOverShipments = ({ shipments, onClose }: { readonly shipments: readonly ShipmentView[]; readonly onClose: () => void }) => {
  const me = useMe();
  const [handOverId] = useState(newId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<ShipmentsHandedOver>();
  // the list is read anew meanwhile, and what was handed over is not in it any more
  const [listed] = useState(shipments);
  const act = useShipmentAct<object, ShipmentsHandedOver>('/hand-over', shipmentsHandedOver, setMade);
  const [first] = listed;
  if (!first) return null;
  const going = listed.filter(({ shipmentId }) => !left.has(shipmentId));
  if (made) return <MadePaper title={`Đã giao ${made.shipments} bưu gửi cho ${first.carrierName}`} name={`Biên bản giao nhận ${made.recordNumber}`} paperId={made.handOverId} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={`Giao bưu gửi cho ${first.carrierName}`} act={`Giao ${going.length} bưu gửi`} makes="Biên bản giao nhận hồ sơ" busy={act.busy} disabled={going.length === 0} onClose={onClose}
      onConfirm={() => void act.run({ handOverId, deskId: me.desk?.deskId, carrierId: first.carrierId, shipmentIds: going.map(({ shipmentId }) => shipmentId) })}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p>Cùng người của {first.carrierName} đếm từng bưu gửi. Bỏ chọn bưu gửi nào không đi chuyến này.</p>
      {listed.map(({ shipmentId, itemNumber, orderNumber, receiver }) => (
        <Check key={shipmentId} checked={!left.has(shipmentId)} onChecked={(on) => setLeft(new Set(on ? [...left].filter((id) => id !== shipmentId) : [...left, shipmentId]))}>
          <span className="code">{itemNumber ?? orderNumber}</span> {receiver.name}
        </Check>
      ))}
    </ConfirmDialog>
  );
};
