// One shipment ordered: for whom, whither, with whom, how much to collect; then its label.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type ShipmentOrdered, shipmentOrdered } from '#wire/shipments.wire.ts';
import { newId } from '../api/new-id.ts';
import { useMe } from '../api/session.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog, Dialog } from '../design/dialog.tsx';
import { Field, SelectField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type Carrier, type OrderDraft, type ReadyGroup, newOrder, orderBody, orderErrors, placeFor } from './order-draft.ts';
import { itemLabelUrl, useShipmentAct } from './use-shipments.ts';

export const OrderDialog = ({ group, carriers, itemNumbersLeft, onClose }: {
  readonly group: ReadyGroup; readonly carriers: readonly Carrier[]; readonly itemNumbersLeft: number; readonly onClose: () => void;
}) => {
  const me = useMe();
  const [shipmentId] = useState(newId);
  const [draft, setDraft] = useState(() => newOrder(group, carriers, itemNumbersLeft));
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [made, setMade] = useState<ShipmentOrdered>();
  const order = useShipmentAct<object, ShipmentOrdered>('', shipmentOrdered, setMade);
  const set = (change: Partial<OrderDraft>) => setDraft({ ...draft, ...change });
  const errors = { ...order.errors, ...missing };
  const carrier = carriers.find(({ carrierId }) => carrierId === draft.carrierId);
  const submit = () => {
    const found = orderErrors(draft);
    setMissing(found);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    void order.run(orderBody(draft, group, shipmentId, me.desk?.deskId));
  };
  if (made) return <Ordered made={made} onClose={onClose} />;
  return (
    <ConfirmDialog title={`Gửi kết quả cho ${group.first.receiverName}`} act="Đặt đơn chuyển phát" makes="Nhãn bưu gửi" busy={order.busy} wide onConfirm={submit} onClose={onClose}>
      {order.error && Object.keys(order.errors).length === 0 && <Banner tone="red">{order.error.message}</Banner>}
      <fieldset className="choices" data-path="dossiers">
        <legend>Kết quả gửi cùng</legend>
        {group.outcomes.map(({ dossierId, code, procedureName }) => (
          <Check
            key={dossierId} checked={draft.chosen.has(dossierId)}
            onChecked={(on) => set({ chosen: new Set(on ? [...draft.chosen, dossierId] : [...draft.chosen].filter((id) => id !== dossierId)) })}
          ><span className="code">{code}</span> {procedureName}</Check>
        ))}
        {errors['dossiers'] && <p className="field-error">{errors['dossiers']}</p>}
      </fieldset>
      <div className="fields">
        <SelectField
          width="w6" label="Đơn vị chuyển phát" name="carrierId" value={draft.carrierId} placeholder="Chọn đơn vị" error={errors['carrierId']}
          onValue={(carrierId) => set({ carrierId, place: placeFor(draft.address, carriers.find((one) => one.carrierId === carrierId)) })}
          options={carriers.map(({ carrierId, name }) => ({ value: carrierId, label: name }))}
        />
        <Field width="w6" label="Người nhận" name="receiver.name" value={draft.name} onValue={(name) => set({ name })} maxLength={120} error={errors['receiver.name']} />
        <Field width="w4" label="Điện thoại" name="receiver.phone" type="tel" value={draft.phone} onValue={(phone) => set({ phone })} maxLength={20} error={errors['receiver.phone']} />
        <Field width="w8" label="Địa chỉ phát" name="receiver.address" value={draft.address} onValue={(address) => set({ address })} maxLength={300} error={errors['receiver.address']} hint="Theo nguyện vọng ghi trong hồ sơ; hỏi lại người dân nếu chưa rõ." />
        <SelectField
          width="w6" label="Địa bàn phát" name="receiver.place" value={draft.place} placeholder={carrier ? 'Chọn địa bàn' : 'Chọn đơn vị trước'} onValue={(place) => set({ place })} error={errors['receiver.place']}
          options={(carrier?.places ?? []).map((place) => ({ value: place, label: place }))}
        />
        <Field
          width="w6" label="Thu hộ khi phát (đồng)" name="collectOnDelivery" inputMode="numeric" value={draft.collect} onValue={(collect) => set({ collect: collect.replace(/\D/g, '').slice(0, 9) })}
          error={errors['collectOnDelivery']} hint={group.outcomes.some(({ toPay }) => toPay > 0) ? 'Phí, lệ phí chưa thu đã được cộng sẵn.' : 'Để 0 nếu không thu gì.'}
        />
      </div>
      <Check checked={draft.withItemNumber} onChecked={(withItemNumber) => set({ withItemNumber })} disabled={itemNumbersLeft === 0}>
        {itemNumbersLeft > 0 ? `Lấy số hiệu bưu gửi của quầy (còn ${itemNumbersLeft} số)` : 'Quầy đã hết số hiệu bưu gửi; nhãn mang số đơn'}
      </Check>
      {draft.collect !== '' && draft.collect !== '0' && <p className="soft">Bưu tá thu của người nhận {formatMoney(Number(draft.collect))}.</p>}
    </ConfirmDialog>
  );
};

const Ordered = ({ made, onClose }: { readonly made: ShipmentOrdered; readonly onClose: () => void }) => (
  <Dialog
    title={`Đã đặt đơn ${made.orderNumber}`} onClose={onClose}
    foot={<><Button onClick={onClose}>Đóng</Button><a className="button button-main" href={itemLabelUrl(made.shipmentId)} target="_blank" rel="noreferrer">In nhãn bưu gửi</a></>}
  >
    <p>{made.itemNumber === null ? 'Nhãn mang số đơn.' : <>Số hiệu bưu gửi <strong className="code">{made.itemNumber}</strong>.</>} Dán nhãn lên bưu gửi rồi để vào nơi chờ giao.</p>
    <p className="soft">Đơn được chuyển cho đơn vị chuyển phát trong ít giây; khi họ nhận đơn, bưu gửi hiện ở “Chờ giao cho đơn vị chuyển phát”.</p>
  </Dialog>
);
