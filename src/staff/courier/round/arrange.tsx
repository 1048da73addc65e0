import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import type { Here } from '../frame.tsx';
import { CourierScreen } from '../frame.tsx';
import type { StopHere } from '../here/overlay.ts';

const moved = (ids: readonly string[], from: number, by: -1 | 1): readonly string[] => {
  const next = [...ids];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(from + by, 0, one);
  return next;
};

/** Her own order: she knows the lanes. Two buttons a stop, for a thumb drags nothing while it rains. */
export const Arrange = ({ here: { phone, round }, stops, onClose }: { readonly here: Here; readonly stops: readonly StopHere[]; readonly onClose: () => void }) => {
  const [ids, setIds] = useState<readonly string[]>(stops.map(({ shipmentId }) => shipmentId));
  const save = async (): Promise<void> => {
    await phone.act({ kind: 'arrange', about: ['order'], files: [], act: { path: '/api/courier/round/order', body: { day: round.day, shipmentIds: ids } } });
    onClose();
  };
  return (
    <CourierScreen title="Sắp lại thứ tự" foot={<div className="courier-pair"><Button onClick={onClose}>Bỏ</Button><Button look="main" onClick={() => void save()}>Lưu thứ tự</Button></div>}>
      <ol className="courier-list">
        {ids.map((id, i) => {
          const stop = stops.find(({ shipmentId }) => shipmentId === id);
          const name = stop?.receiver.name ?? '';
          return (
            <li key={id} className="courier-move">
              <span><strong>{i + 1}. {name}</strong><br />{stop?.receiver.address}</span>
              <Button aria-label={`Đưa ${name} lên trước`} disabled={i === 0} onClick={() => setIds(moved(ids, i, -1))}>↑</Button>
              <Button aria-label={`Đưa ${name} ra sau`} disabled={i === ids.length - 1} onClick={() => setIds(moved(ids, i, 1))}>↓</Button>
            </li>
          );
        })}
      </ol>
    </CourierScreen>
  );
};
