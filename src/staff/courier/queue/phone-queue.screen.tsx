// What waits on this phone, what the server did not take and why, and every way out.
import { Link } from '@tanstack/react-router';
import type { Moment } from '#core/kernel/moment.ts';
import { useOnline } from '../../api/use-online.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/frames.tsx';
import type { OutboxState } from '../../offline/counter-db.ts';
import { useKept } from '../../worker/keep-worker.ts';
import { UpdateButton } from '../../worker/update-button.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { CourierFrame, CourierScreen, type Here } from '../frame.tsx';
import type { OpenAct } from '../phone/phone-store.ts';
import type { CourierAct } from '../here/overlay.ts';
import { ACT_WORDS, WaysOut } from '../stop/ways-out.tsx';

const STATES: Readonly<Record<OutboxState, string>> = { queued: 'Chờ gửi', sending: 'Đang gửi', 'waiting-for-file': 'Chờ gửi ảnh', refused: 'Hệ thống chưa nhận', done: 'Đã gửi' };

const Line = ({ here: { phone, round }, one: { row } }: { readonly here: Here; readonly one: OpenAct }) => {
  const kind = row.kind as CourierAct;
  const stop = round.stops.find(({ shipmentId }) => row.about.includes(shipmentId));
  const single = kind === 'deliver' || kind === 'fail' ? stop : undefined;
  const pickup = kind === 'collect' || kind === 'fail-pickup' ? round.pickups.find(({ pickupId }) => row.about.includes(pickupId)) : undefined;
  const person = pickup?.person.name ?? single?.receiver.name;
  return (
    <li>
      <strong>{ACT_WORDS[kind]}{person && `: ${person}`}</strong>
      <span>{fullMoment(row.madeAt as Moment)} · {STATES[row.state]}</span>
      {row.state === 'refused' && <WaysOut phone={phone} refused={{ commandId: row.commandId, kind, text: row.refusal?.text ?? '' }} at={pickup?.pickupId ?? single?.shipmentId} />}
    </li>
  );
};

const Queue = ({ here }: { readonly here: Here }) => {
  const online = useOnline();
  const { shell, updateReady } = useKept();
  const acts = here.phone.state().acts.filter(({ row }) => row.state !== 'done');
  return (
    <CourierScreen
      title="Việc chưa gửi"
      back={<Link to="/buu-ta/chuyen-thu">‹ Chuyến thư</Link>}
      foot={acts.length > 0 && <Button look="main" disabled={!online} onClick={() => void here.phone.sendNow()}>Gửi ngay</Button>}
    >
      {acts.length === 0
        ? <EmptyState icon="check" title="Mọi việc đã gửi">Hệ thống đã nhận đủ những gì ghi tại máy này.</EmptyState>
        : <ul className="courier-lines">{acts.map((one) => <Line key={one.row.commandId} here={here} one={one} />)}</ul>}
      <section className="courier-part">
        <h2>Máy này</h2>
        <p>{shell === 'held' ? 'Mở được khi không có mạng.' : 'Đang tải màn hình về máy để mở được khi không có mạng; giữ mạng thêm ít phút.'}</p>
        <p>Chuyến trong ngày được cất trên máy này, đã mã hóa; đăng xuất hoặc sang ngày khác thì bị xóa. Việc chưa gửi vẫn ở lại và được gửi khi ông/bà đăng nhập lại trên máy này. Nhớ đặt khóa màn hình cho điện thoại.</p>
        {updateReady && acts.length === 0 && <UpdateButton />}
      </section>
    </CourierScreen>
  );
};

export const PhoneQueueScreen = () => <CourierFrame>{(here) => <Queue here={here} />}</CourierFrame>;
