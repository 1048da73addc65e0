// What the desk gave is counted by whoever takes it: everything on the record is there, or it is said what is not.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import type { CourierRecord } from '#wire/courier-parts.wire.ts';
import type { TakeRecordBody } from '#wire/courier.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { EmptyState } from '../../design/frames.tsx';
import { Field } from '../../design/field.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { CourierFrame, CourierScreen, type Here } from '../frame.tsx';

type Count = { readonly is: 'here' | 'missing'; readonly note: string };

const Take = ({ here: { phone }, record }: { readonly here: Here; readonly record: CourierRecord }) => {
  const navigate = useNavigate();
  const { recordId, items } = record;
  const [commandId] = useState(newId);
  const [counts, setCounts] = useState<Readonly<Record<string, Count>>>({});
  const put = (itemId: string, count: Partial<Count>): void => setCounts({ ...counts, [itemId]: { is: 'here', note: '', ...counts[itemId], ...count } });
  const uncounted = items.filter(({ itemId }) => !counts[itemId]).length;
  const unsaid = items.some(({ itemId }) => counts[itemId]?.is === 'missing' && counts[itemId].note.trim() === '');
  const take = async (): Promise<void> => {
    const is = (which: Count['is']) => items.filter(({ itemId }) => counts[itemId]?.is === which);
    const body = {
      at: businessNow(), received: is('here').map(({ itemId }) => itemId), missing: is('missing').map(({ itemId }) => ({ itemId, note: counts[itemId]?.note.trim() ?? '' })),
    } as TakeRecordBody;
    await phone.act({ commandId, kind: 'take', about: [recordId, ...items.map(({ itemId }) => itemId)], files: [], act: { path: `/api/courier/records/${recordId}/take`, body } });
    void navigate({ to: '/buu-ta/chuyen-thu' });
  };
  return (
    <CourierScreen
      title={`Nhận từ ${record.deskName}`}
      back={<Link to="/buu-ta/chuyen-thu">‹ Chuyến thư</Link>}
      foot={
        <>
          {(uncounted > 0 || unsaid) && <p className="courier-todo" role="status">{uncounted > 0 ? `Còn ${formatInteger(uncounted)} bưu gửi chưa đếm.` : 'Ghi rõ bưu gửi nào không có.'}</p>}
          <Button look="main" disabled={uncounted > 0 || unsaid} onClick={() => void take()}>Xác nhận đã nhận</Button>
        </>
      }
    >
      <p>{record.sentByName} giao {formatInteger(items.length)} bưu gửi, {fullMoment(record.sentAt)}. Cầm từng bưu gửi lên rồi đánh dấu.</p>
      <Button onClick={() => setCounts(Object.fromEntries(items.map(({ itemId }) => [itemId, { is: 'here', note: '' }])))}>Đủ cả {formatInteger(items.length)} bưu gửi</Button>
      <ul className="courier-lines">
        {items.map(({ itemId, name, itemNumber }) => (
          <li key={itemId}>
            <strong>{name}</strong>
            {itemNumber && <span className="code">{itemNumber}</span>}
            <RadioGroup
              legend={name} hideLegend value={counts[itemId]?.is ?? ''} onValue={(is) => put(itemId, { is: is as Count['is'] })}
              choices={[{ value: 'here', label: 'Có' }, { value: 'missing', label: 'Không có' }]}
            />
            {counts[itemId]?.is === 'missing' && <Field label="Ghi rõ" value={counts[itemId].note} onValue={(note) => put(itemId, { note })} name={`missing.${itemId}`} />}
          </li>
        ))}
      </ul>
    </CourierScreen>
  );
};

export const TakeScreen = () => {
  const { recordId } = useParams({ strict: false });
  return (
    <CourierFrame>
      {(here) => {
        const record = here.round.records.find((one) => one.recordId === recordId && one.direction === 'to-courier' && !one.receivedAt);
        return record
          ? <Take here={here} record={record} />
          : <EmptyState whole icon="check" title="Biên bản này đã kiểm đếm xong" act={<Link className="button button-main" to="/buu-ta/chuyen-thu">Về chuyến thư</Link>}>Bưu gửi đã nhận nằm ở chuyến thư.</EmptyState>;
      }}
    </CourierFrame>
  );
};
