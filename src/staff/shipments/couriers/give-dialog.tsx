// Giving shipments to a courier: each is scanned or ticked while both count; she signs for them on her own phone.
import { useState } from 'react';
import { type GiveToCourierBody, type GivenToCourier, MOST_AT_ONCE, givenToCourier } from '#wire/courier-desk.wire.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { newId } from '../../api/new-id.ts';
import { useMe } from '../../api/session.ts';
import { ScanField, type ScanSaid } from '../../bags/scan-field.tsx';
import { Button } from '../../design/button.tsx';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { type DeskCourier, type DeskStop, useCourierAct } from './use-couriers.ts';

/** As a scanner reads it or somebody types it. */
const plain = (text: string): string => text.replace(/[\s.]/gu, '').toUpperCase();
const isCalled = ({ itemNumber, orderNumber, dossiers }: DeskStop, text: string): boolean =>
  [itemNumber ?? '', orderNumber, ...dossiers.map(({ code }) => code)].some((name) => plain(name) === plain(text));

export const GiveDialog = ({ stops, couriers, now, onClose }: {
  readonly stops: readonly DeskStop[]; readonly couriers: readonly DeskCourier[]; readonly now: Moment; readonly onClose: () => void;
}) => {
  const me = useMe();
  // the list is read anew meanwhile, and what was given is not in it any more
  const [listed] = useState(stops.slice(0, MOST_AT_ONCE));
  const [recordId] = useState(newId);
  const [courierId, setCourierId] = useState(listed.find(({ courierId: planned }) => planned !== undefined)?.courierId ?? (couriers.length === 1 ? couriers[0]?.courierId : undefined) ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ScanSaid>();
  const [tried, setTried] = useState(false);
  const name = couriers.find((one) => one.courierId === courierId)?.name ?? '';
  const give = useCourierAct<Omit<GiveToCourierBody, 'courierId' | 'deskId'> & { courierId: string; deskId: string | undefined }, GivenToCourier>('courier-records', givenToCourier, ({ items }) => {
    onClose();
    toast(`Đã giao ${items} bưu gửi cho bưu tá ${name}. Chờ bưu tá kiểm đếm, ký nhận trên điện thoại.`);
  });
  const scan = (text: string): void => {
    const found = listed.find((stop) => isCalled(stop, text));
    if (!found) return setSaid({ tone: 'red', text: `“${text}” không phải bưu gửi chờ giao cho bưu tá ở quầy này. So lại từng ký tự với nhãn.` });
    if (chosen.has(found.shipmentId)) return setSaid({ tone: 'red', text: `${found.itemNumber ?? found.orderNumber} đã quét rồi.` });
    setChosen(new Set([...chosen, found.shipmentId]));
    setSaid({ tone: 'good', text: `${found.itemNumber ?? found.orderNumber} · ${found.receiver.name}. Đã chọn ${chosen.size + 1}/${listed.length}.` });
  };
  const confirm = (): void => {
    setTried(true);
    if (courierId !== '' && chosen.size > 0) void give.run({ recordId, deskId: me.desk?.deskId, courierId, day: dateOf(now), shipmentIds: [...chosen] });
  };
  return (
    <Dialog
      title="Giao bưu gửi cho bưu tá" wide locked={give.busy} onClose={onClose}
      foot={<><Button onClick={onClose} disabled={give.busy}>Quay lại</Button><Button look="main" busy={give.busy} disabled={chosen.size === 0} onClick={confirm}>Giao {chosen.size} bưu gửi</Button></>}
    >
      {give.error && <Banner tone="red">{give.error.message}</Banner>}
      <RadioGroup
        legend="Bưu tá" name="courierId" value={courierId} onValue={setCourierId} error={tried && courierId === '' ? 'Chọn bưu tá nhận bưu gửi.' : undefined}
        choices={couriers.map((one) => ({ value: one.courierId, label: `${one.name} – ${one.unitName}` }))}
      />
      {listed.length < stops.length && <Banner>Mỗi lần giao nhiều nhất {MOST_AT_ONCE} bưu gửi; ở đây là {MOST_AT_ONCE} bưu gửi đặt lâu nhất. Giao xong thì giao tiếp phần còn lại.</Banner>}
      <ScanField label="Quét từng bưu gửi" hint="Hoặc đánh dấu trong danh sách khi hai bên cùng đếm." said={said} onScanned={scan} />
      <fieldset className="choices">
        <legend>Bưu gửi giao chuyến này</legend>
        {listed.map(({ shipmentId, itemNumber, orderNumber, receiver, courierName }) => (
          <div key={shipmentId}><Check
            checked={chosen.has(shipmentId)}
            onChecked={(on) => setChosen(new Set(on ? [...chosen, shipmentId] : [...chosen].filter((id) => id !== shipmentId)))}
          ><span className="code">{itemNumber ?? orderNumber}</span> {receiver.name}{courierName !== undefined && <span className="faint"> · chuyến của {courierName}</span>}</Check></div>
        ))}
      </fieldset>
      {chosen.size < listed.length && <p><Button onClick={() => setChosen(new Set(listed.map(({ shipmentId }) => shipmentId)))}>Chọn cả {listed.length} bưu gửi</Button></p>}
    </Dialog>
  );
};
