// At the end of the round: what is still in her bag, and the money of others, go back to the desk they came from.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInteger, formatMoney } from '#core/kernel/format.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { HandInBody } from '#wire/courier.wire.ts';
import { NEXT_WORDS } from '#wire/courier-words.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { EmptyState } from '../../design/frames.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { amountOf } from '../deliver/deliver-draft.ts';
import { CourierFrame, CourierScreen, type Here } from '../frame.tsx';
import { type StopHere, stillHeld } from '../here/overlay.ts';
import { WaysOut } from '../stop/ways-out.tsx';

type Bag = { readonly deskId: DeskId; readonly deskName: string; readonly stops: readonly StopHere[]; readonly recalled: Here['round']['recalled']; readonly envelopes: Here['round']['pickups']; readonly held: number };

const bagsOf = ({ round }: Here): readonly Bag[] => {
  const desks = new Map([...round.stops, ...round.money, ...round.pickups].map(({ deskId, deskName }) => [deskId, deskName]));
  return [...desks].map(([deskId, deskName]): Bag => ({
    deskId, deskName, stops: stillHeld(round).filter((stop) => stop.deskId === deskId), recalled: round.recalled.filter((one) => one.deskId === deskId),
    envelopes: round.pickups.filter((one) => one.deskId === deskId && one.state === 'with-courier'),
    held: round.money.find((one) => one.deskId === deskId)?.held ?? 0,
  })).filter(({ stops, recalled, envelopes, held }) => stops.length + recalled.length + envelopes.length > 0 || held > 0);
};

const HandIn = ({ here: { phone }, bag }: { readonly here: Here; readonly bag: Bag }) => {
  const navigate = useNavigate();
  const [ids] = useState(() => ({ commandId: newId(), recordId: newId() }));
  const [typed, setTyped] = useState(formatInteger(bag.held));
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const amount = amountOf(typed);
  const wrong = amount === undefined ? 'Gõ số tiền bằng chữ số.' : amount > bag.held ? `Ông/bà đang giữ ${formatMoney(bag.held)}.` : undefined;
  const unsaid = amount !== undefined && amount < bag.held && note.trim() === '';
  const { stops, recalled, envelopes, deskId, deskName } = bag;
  const hand = async (): Promise<void> => {
    const body = {
      recordId: ids.recordId, deskId, at: businessNow(), shipmentIds: stops.map(({ shipmentId }) => shipmentId), amount: amount ?? 0, ...(note.trim() !== '' && { amountNote: note.trim() }),
    } as HandInBody;
    await phone.act({ commandId: ids.commandId, kind: 'hand-in', about: [deskId, ids.recordId, ...body.shipmentIds, ...envelopes.map(({ pickupId }) => pickupId)], files: [], act: { path: '/api/courier/hand-in', body } });
    toast(`Đã ghi nộp lại ${deskName}. Đưa bưu gửi, giấy tờ và tiền cho quầy đếm.`);
    void navigate({ to: '/buu-ta/chuyen-thu' });
  };
  return (
    <section className="courier-part" aria-label={deskName}>
      <h2>{deskName}</h2>
      {stops.length > 0 && (
        <ul className="courier-lines">
          {stops.map((stop) => <li key={stop.shipmentId}><strong>{stop.receiver.name}</strong><span>{stop.next ? NEXT_WORDS[stop.next] : 'Chưa đến'}</span>{stop.itemNumber && <span className="code">{stop.itemNumber}</span>}</li>)}
        </ul>
      )}
      {envelopes.length > 0 && <><p>Phong bì hồ sơ nhận tại nhà: {formatInteger(envelopes.length)}</p><ul className="courier-lines">{envelopes.map((one) => <li key={one.pickupId}><strong>{one.person.name}</strong><span>{one.procedureName}</span>{one.slipNumber && <span className="code">{one.slipNumber}</span>}</li>)}</ul></>}
      {recalled.length > 0 && <><p>Giấy tờ thu hồi: {formatInteger(recalled.length)}</p><ul className="courier-lines">{recalled.map((one) => <li key={one.thingId}><strong>{one.name}</strong><span className="code">{one.code}</span></li>)}</ul></>}
      {bag.held > 0 && (
        <>
          <p>Tiền thu hộ đang giữ<br /><span className="courier-big">{formatMoney(bag.held)}</span></p>
          <Field label="Số tiền nộp (đồng)" name="amount" inputMode="numeric" value={typed} onValue={setTyped} error={wrong} />
          {amount !== undefined && amount < bag.held && <Field label="Lý do nộp ít hơn" name="amountNote" value={note} onValue={setNote} />}
        </>
      )}
      <Button look="main" large disabled={wrong !== undefined || unsaid} onClick={() => setAsking(true)}>Nộp lại cho {deskName}</Button>
      {asking && (
        <ConfirmDialog act="Nộp lại quầy" title={`Nộp lại cho ${deskName}?`} makes={`biên bản giao nhận: ${formatInteger(stops.length)} bưu gửi, ${formatInteger(envelopes.length)} phong bì hồ sơ, ${formatInteger(recalled.length)} giấy tờ thu hồi, ${formatMoney(amount ?? 0)}`}
          onClose={() => setAsking(false)} onConfirm={() => void hand()}>
          <p>Quầy kiểm đếm và ký nhận; đến lúc đó ông/bà vẫn chịu trách nhiệm về những gì ghi ở đây.</p>
        </ConfirmDialog>
      )}
    </section>
  );
};

const Hand = ({ here }: { readonly here: Here }) => {
  const bags = bagsOf(here);
  const given = here.round.records.filter(({ direction, receivedAt }) => direction === 'to-desk' && !receivedAt);
  const refused = here.phone.state().acts.filter(({ row }) => row.kind === 'hand-in' && row.state === 'refused');
  return (
    <CourierScreen title="Nộp lại quầy">
      {refused.map(({ row }) => <WaysOut key={row.commandId} phone={here.phone} refused={{ commandId: row.commandId, kind: 'hand-in', text: row.refusal?.text ?? '' }} />)}
      {bags.length === 0 && <EmptyState icon="check" title="Không giữ gì của quầy nào">Bưu gửi chưa phát được, hồ sơ nhận tại nhà, giấy tờ thu hồi và tiền thu hộ đang giữ sẽ hiện ở đây.</EmptyState>}
      {bags.map((bag) => <HandIn key={`${bag.deskId} ${bag.held} ${bag.stops.length} ${bag.envelopes.length}`} here={here} bag={bag} />)}
      {given.length > 0 && (
        <section className="courier-part">
          <h2>Đã nộp, chờ quầy kiểm đếm</h2>
          <ul className="courier-lines">
            {given.map((record) => <li key={record.recordId}><strong>{record.deskName}</strong><span>{fullMoment(record.sentAt)}: {formatInteger(record.items.length)} mục, {formatMoney(record.amount)}</span></li>)}
          </ul>
        </section>
      )}
    </CourierScreen>
  );
};

export const HandInScreen = () => <CourierFrame>{(here) => <Hand here={here} />}</CourierFrame>;
