// What a carrier brought back: each shipment is scanned or looked at, and is there, damaged, or not there. What is not counted
// now waits for another day.
import { useState } from 'react';
import { COUNTED_BACK, type CountedBack } from '#core/shipment/count-back.ts';
import { type CountedBackAnswer, type ShipmentView, countedBack } from '#wire/shipments.wire.ts';
import { focusFirstError } from '../api/use-act.ts';
import { useMe } from '../api/session.ts';
import { ScanField, type ScanSaid } from '../bags/scan-field.tsx';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { useShipmentAct } from './use-shipments.ts';

const WORDS: Readonly<Record<CountedBack, string>> = { there: 'Có, nguyên vẹn', damaged: 'Có, hư hỏng', missing: 'Không có' };
const NOTE_WORDS: Readonly<Record<Exclude<CountedBack, 'there'>, string>> = { damaged: 'Hư hỏng thế nào', missing: 'Vì sao không có' };
type Counts = Readonly<Record<string, CountedBack>>;

const numberOf = ({ itemNumber, orderNumber }: ShipmentView): string => itemNumber ?? orderNumber;
const isScanned = (row: ShipmentView, scanned: string): boolean => [row.itemNumber, row.orderNumber, ...row.dossiers.map(({ code }) => code)].some((one) => one?.toUpperCase() === scanned);

export const CountBackDialog = ({ shipments, onClose }: { readonly shipments: readonly ShipmentView[]; readonly onClose: () => void }) => {
  const me = useMe();
  // the list is read anew meanwhile
  const [listed] = useState(shipments);
  const [counts, setCounts] = useState<Counts>({});
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<ScanSaid>();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const act = useShipmentAct<object, CountedBackAnswer>('/count-back', countedBack, ({ there, damaged, missing }) => {
    onClose();
    toast([there + damaged > 0 && `Đã nhận lại ${there + damaged} bưu gửi.`, damaged + missing > 0 && `Đã lập ${damaged + missing} việc chênh lệch.`].filter(Boolean).join(' '));
  });
  const [first] = listed;
  if (!first) return null;
  const counted = listed.filter(({ shipmentId }) => counts[shipmentId]);
  const scan = (text: string): void => {
    const scanned = text.replaceAll(/\s/gu, '').toUpperCase();
    const row = listed.find((one) => isScanned(one, scanned));
    if (!row) return setSaid({ tone: 'red', text: `${text} không có trong danh sách ${first.carrierName} chuyển hoàn về quầy này. Xem lại số trên nhãn.` });
    if (counts[row.shipmentId]) return setSaid({ tone: 'red', text: `${numberOf(row)} đã đếm: ${WORDS[counts[row.shipmentId] ?? 'there']}.` });
    setCounts({ ...counts, [row.shipmentId]: 'there' });
    setSaid({ tone: 'good', text: `${numberOf(row)} · ${row.receiver.name}` });
  };
  const confirm = (): void => {
    const found = Object.fromEntries(counted.flatMap(({ shipmentId }) => (counts[shipmentId] !== 'there' && (notes[shipmentId] ?? '').trim() === '' ? [[shipmentId, 'Ghi rõ để cơ quan và người nhận biết.']] : [])));
    setWrong(found);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    void act.run({
      deskId: me.desk?.deskId, carrierId: first.carrierId,
      counts: counted.map(({ shipmentId }) => { const [result, note] = [counts[shipmentId], (notes[shipmentId] ?? '').trim()]; return { shipmentId, result, ...(result !== 'there' && { note }) }; }),
    });
  };
  return (
    <Dialog
      wide title={`Kiểm đếm ${first.carrierName} chuyển hoàn`} onClose={onClose}
      foot={<>
        <Button onClick={onClose}>Thôi</Button>
        <Button look="main" busy={act.busy} disabled={counted.length === 0} onClick={confirm}>{counted.length === 0 ? 'Ghi kiểm đếm' : `Ghi kiểm đếm ${counted.length} bưu gửi`}</Button>
      </>}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <ScanField label="Quét từng bưu gửi" hint="Số hiệu trên nhãn, số đơn hoặc mã hồ sơ. Bưu gửi quét được là có, nguyên vẹn." said={said} onScanned={scan} />
      <p className="soft" role="status">Đã đếm {counted.length}/{listed.length}. Bưu gửi chưa đếm vẫn ghi là đang trên đường về.</p>
      {listed.map((row) => {
        const { shipmentId, receiver, dossiers } = row;
        const result = counts[shipmentId];
        return (
          <div key={shipmentId} className="count-back">
            <div><strong className="code">{numberOf(row)}</strong> {receiver.name}{dossiers.map(({ dossierId, code }) => <div key={dossierId} className="faint code">{code}</div>)}</div>
            <RadioGroup
              legend={`Bưu gửi ${numberOf(row)}`} hideLegend value={result ?? ''} choices={COUNTED_BACK.map((value) => ({ value, label: WORDS[value] }))}
              onValue={(value) => { const next = COUNTED_BACK.find((one) => one === value); if (next) setCounts({ ...counts, [shipmentId]: next }); }}
            />
            {result !== undefined && result !== 'there' && (
              <Field label={`${NOTE_WORDS[result]}, ${numberOf(row)}`} name={shipmentId} maxLength={300} value={notes[shipmentId] ?? ''} onValue={(note) => setNotes({ ...notes, [shipmentId]: note })} error={wrong[shipmentId]} />
            )}
          </div>
        );
      })}
    </Dialog>
  );
};
