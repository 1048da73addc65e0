// One door: who, where, what is brought and collected; and the two ways it can end.
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#core/kernel/format.ts';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { NEXT_WORDS, STOP_WORDS } from '#wire/courier-words.ts';
import { fullMoment } from '../../words/moment-words.ts';
import { CourierScreen } from '../frame.tsx';
import { type AtStop, StopFrame } from '../use-stop.tsx';
import { WaysOut } from './ways-out.tsx';

const Tried = ({ stop: { attempts } }: AtStop) =>
  attempts.length === 0 ? null : (
    <section className="courier-part">
      <h2>Những lần phát trước</h2>
      <ul className="courier-lines">
        {attempts.map(({ attemptId, attemptNo, at, reason, note, outcome, undone }) => (
          <li key={attemptId}>
            <strong>Lần {attemptNo}, {fullMoment(at)}</strong>
            <span>{undone ? `Ghi nhầm là đã phát: ${undone.byName} đã hủy` : outcome === 'delivered' ? 'Đã phát' : reason && ABOUT_REASON[reason].words}</span>
            {note && <span>{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );

const Stop = ({ at }: { readonly at: AtStop }) => {
  const { phone, stop } = at;
  const { shipmentId, receiver, dossiers } = stop;
  const isHeld = stop.state === 'with-courier';
  return (
    <CourierScreen
      title={receiver.name}
      back={<Link to="/buu-ta/chuyen-thu">‹ Chuyến thư</Link>}
      foot={isHeld && (
        <>
          <Link className="button button-main" to="/buu-ta/don/$shipmentId/phat" params={{ shipmentId }}>Phát cho người nhận</Link>
          <Link className="button" to="/buu-ta/don/$shipmentId/khong-phat-duoc" params={{ shipmentId }}>Không phát được</Link>
        </>
      )}
    >
      {stop.refused && <WaysOut phone={phone} refused={stop.refused} at={shipmentId} />}
      {!isHeld && <p className="courier-says">{STOP_WORDS[stop.state]}{stop.unsent && '. Đã ghi tại máy này, chờ có mạng để gửi.'}</p>}
      {isHeld && stop.next && <p className="courier-says">Lần này chưa phát được. {NEXT_WORDS[stop.next]}.{stop.unsent && ' Đã ghi tại máy này, chờ có mạng để gửi.'}</p>}
      <p>{receiver.address}{!receiver.address.includes(receiver.place) && `, ${receiver.place}`}</p>
      {receiver.phone !== '' && <a className="button" href={`tel:${receiver.phone.replaceAll(/[^\d+]/g, '')}`}>Gọi {receiver.phone}</a>}
      {stop.amountDue > 0
        ? <p>Thu hộ (COD)<br /><span className="courier-big">{formatMoney(stop.amountDue)}</span></p>
        : <p>Không thu tiền.</p>}
      <section className="courier-part">
        <h2>{dossiers.length === 1 ? 'Kết quả trong bưu gửi' : `${dossiers.length} kết quả trong bưu gửi`}</h2>
        <ul className="courier-lines">
          {dossiers.map(({ dossierId, code, ownerName, procedureName }) => (
            <li key={dossierId}><strong>{ownerName}</strong><span>{procedureName}</span><span className="code">{code}</span></li>
          ))}
        </ul>
        <p>Số hiệu bưu gửi: <span className="code">{stop.itemNumber ?? 'không có'}</span></p>
      </section>
      <Tried {...at} />
    </CourierScreen>
  );
};

export const StopScreen = () => <StopFrame>{(at) => <Stop at={at} />}</StopFrame>;
