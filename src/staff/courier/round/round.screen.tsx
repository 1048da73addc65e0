// The day's round: what the desk gave, where to go next, what is left, what is done.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatInteger, formatMoney } from '#core/kernel/format.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/frames.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { CourierFrame, CourierScreen, type Here } from '../frame.tsx';
import { Arrange } from './arrange.tsx';
import { FindField } from './find-field.tsx';
import { holdsSomething, type StopHere, toCollect, toGo } from '../here/overlay.ts';
import { StopCard } from './stop-card.tsx';

const Group = ({ title, stops, open = false }: { readonly title: string; readonly stops: readonly StopHere[]; readonly open?: boolean }) =>
  stops.length === 0 ? null : (
    <details open={open}>
      <summary>{title} ({formatInteger(stops.length)})</summary>
      <ul className="courier-list">{stops.map((stop) => <li key={stop.shipmentId}><StopCard stop={stop} /></li>)}</ul>
    </details>
  );

const FromDesk = ({ round: { records } }: Here) => {
  const waiting = records.filter(({ direction, receivedAt }) => direction === 'to-courier' && !receivedAt);
  return waiting.length === 0 ? null : (
    <ul className="courier-lines" aria-label="Quầy giao, chờ kiểm đếm">
      {waiting.map((record) => (
        <li key={record.recordId} className="courier-next">
          <strong>{record.deskName} giao {formatInteger(record.items.length)} bưu gửi</strong>
          <span>{record.sentByName}, {fullMoment(record.sentAt)}</span>
          <Link className="button button-main" to="/buu-ta/nhan/$recordId" params={{ recordId: record.recordId }}>Kiểm đếm và nhận</Link>
        </li>
      ))}
    </ul>
  );
};

const ToCollect = ({ round }: Here) => {
  const doors = toCollect(round);
  return doors.length === 0 ? null : (
    <section className="courier-list" aria-label="Nhận hồ sơ tại nhà">
      <h2>Nhận hồ sơ tại nhà ({formatInteger(doors.length)})</h2>
      {doors.map(({ pickupId, person, procedureName, refused }) => (
        <Link key={pickupId} className="courier-stop" to="/buu-ta/nhan-tai-nha/$pickupId" params={{ pickupId }}>
          <span className="courier-no" aria-hidden="true">↑</span>
          <strong>{person.name}</strong>
          <span>{person.address}</span>
          <span className="soft">{procedureName}</span>
          {refused && <span className="courier-chips"><span className="chip chip-red">Cần xem lại</span></span>}
        </Link>
      ))}
    </section>
  );
};

const Nothing = ({ round }: Here) => {
  const atDesk = round.stops.filter(({ state }) => state === 'planned' || state === 'given').length;
  if (atDesk > 0) return <EmptyState icon="inbox" title={`${formatInteger(atDesk)} bưu gửi còn ở quầy`}>Đến quầy nhận; quầy giao xong thì kiểm đếm và ký nhận ở đây.</EmptyState>;
  return round.stops.length + round.pickups.length === 0
    ? <EmptyState icon="check" title="Hôm nay chưa có bưu gửi nào">Quầy giao bưu gửi thì danh sách hiện ở đây. Chuyến đã tải về vẫn xem và làm được khi mất mạng.</EmptyState>
    : <EmptyState icon="check" title="Đã đến hết các điểm">Nộp lại quầy những gì còn giữ: bưu gửi chưa phát được, giấy tờ nhận về và tiền thu hộ.</EmptyState>;
};

const Round = ({ here }: { readonly here: Here }) => {
  const [arranging, setArranging] = useState(false);
  const { round } = here;
  const next = toGo(round);
  const [first, ...rest] = next;
  const of = (is: (stop: StopHere) => boolean): readonly StopHere[] => round.stops.filter(is);
  const waiting = round.records.some(({ direction, receivedAt }) => direction === 'to-courier' && !receivedAt);
  if (arranging) return <Arrange here={here} stops={next} onClose={() => setArranging(false)} />;
  const money = round.money.reduce((sum, { held }) => sum + held, 0);
  return (
    <CourierScreen
      title={`Chuyến thư ngày ${formatDate(round.day)}`}
      foot={first
        ? <Link className="button button-main" to="/buu-ta/don/$shipmentId" params={{ shipmentId: first.shipmentId }}>Đến: {first.receiver.name}</Link>
        : holdsSomething(round) && !waiting && toCollect(round).length === 0 && <Link className="button button-main" to="/buu-ta/nop-lai">Nộp lại quầy</Link>}
    >
      <p className="courier-sum">
        <span>Còn {formatInteger(next.length)} điểm</span>
        <span>Đã phát {formatInteger(of(({ state }) => state === 'delivered').length)}</span>
        <span>Giữ {formatMoney(money)}</span>
      </p>
      <FromDesk {...here} />
      {first ? <section aria-label="Điểm phát tiếp theo"><StopCard stop={first} no={1} next /></section> : !waiting && toCollect(round).length === 0 && <Nothing {...here} />}
      {rest.length > 0 && <ol className="courier-list" start={2}>{rest.map((stop, i) => <li key={stop.shipmentId}><StopCard stop={stop} no={i + 2} /></li>)}</ol>}
      <ToCollect {...here} />
      {next.length > 1 && <Button onClick={() => setArranging(true)}>Sắp lại thứ tự</Button>}
      {round.stops.length > 0 && <FindField stops={round.stops} />}
      <Group title="Đã đến, chưa phát được" stops={of(({ state, triedToday }) => state === 'with-courier' && triedToday)} open />
      <Group title="Còn ở quầy" stops={of(({ state }) => state === 'planned' || state === 'given')} />
      <Group title="Đã xong" stops={of(({ state }) => !['planned', 'given', 'with-courier'].includes(state))} />
    </CourierScreen>
  );
};

export const RoundScreen = () => <CourierFrame>{(here) => <Round here={here} />}</CourierFrame>;
