// A bag filled at this machine, with or without a line: nobody is asked until it is handed over.
import './bags.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { BagHandedOver, BagsView } from '#wire/bags.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Screen } from '../design/frames.tsx';
import type { BagBegun } from '../offline/bags-begun.ts';
import { Filling } from './filling.tsx';
import type { ScanSaid } from './scan-field.tsx';
import { SIDE_PATHS, useBags } from './use-bags.ts';
import { inTurn } from './in-turn.ts';
import { HandOverHere, HandedOverHere } from './hand-over-here.tsx';
import { linesOf, scanHere } from './scan-here.ts';
import { useBegun, useChangeBegun } from './use-begun.ts';

const AllBags = () => <Link className="button" to="/tui-ho-so" search={{ ben: SIDE_PATHS.desk }}>Mọi túi</Link>;

const Fill = ({ bag, view, onDone }: { readonly bag: BagBegun; readonly view: BagsView; readonly onDone: (answer: BagHandedOver) => void }) => {
  const change = useChangeBegun();
  const [said, setSaid] = useState<ScanSaid>();
  const [handing, setHanding] = useState(false);
  const { agencyUnitId, placeName } = bag;
  const { lines, waiting, gone } = linesOf(view.waiting, bag);
  const deskId = view.waiting.find((group) => group.agencyUnitId === agencyUnitId)?.deskId ?? '';
  // a scanner is quicker than the disk: each scan is judged after what was done before it lies there
  const latest = useRef(bag);
  const [take] = useState(() => inTurn(() => setSaid({ tone: 'red', text: 'Máy chưa ghi được việc vừa làm. Làm lại; nếu vẫn vậy, tải lại trang: những gì đã ghi còn nguyên.' })));
  const put = async (typed: string): Promise<void> => {
    const found = scanHere(view.waiting, latest.current, typed);
    if (!found.ok) return setSaid({ tone: 'red', text: bagRefusalText(found.refusal).detail });
    const { dossierId, code } = found.value;
    const changed = await change((bags) => bags.putIn(agencyUnitId, dossierId));
    if (!changed) return setSaid({ tone: 'red', text: 'Túi này đã được bàn giao hoặc bỏ ở thẻ khác. Quay lại “Mọi túi” để mở túi mới.' });
    latest.current = changed;
    setSaid({ tone: 'good', text: `${code} đã vào túi. Trong túi có ${changed.dossierIds.length} hồ sơ.` });
  };
  const takeOut = (dossierId: string): Promise<void> => take(async () => {
    latest.current = (await change((bags) => bags.takeOut(agencyUnitId, dossierId))) ?? latest.current;
    setSaid({ tone: 'good', text: 'Đã lấy ra khỏi túi.' });
  });
  const noLabel = view.atCounter?.labelsLeft === 0;
  return (
    <div className="stack">
      {noLabel && <Banner tone="red"><strong>Máy đã hết nhãn túi giữ trước.</strong> Có mạng lại thì máy nhận thêm nhãn rồi mới bàn giao túi được; những gì đã quét còn nguyên.</Banner>}
      {gone.length > 0 && (
        <Banner tone="amber">
          <strong>{gone.length} hồ sơ đã quét không còn chờ gửi {placeName}</strong> (vừa được chuyển, rút, hay ở túi khác). Để riêng ra ngoài túi.{' '}
          <Button onClick={() => void Promise.all(gone.map((id) => takeOut(id)))}>Bỏ khỏi túi</Button>
        </Banner>
      )}
      <Filling
        lines={lines} waiting={waiting} what="hồ sơ" toName={placeName} said={said} onScanned={(typed) => void take(() => put(typed))}
        onTakeOut={({ dossierId }) => void takeOut(dossierId)} next={{ word: 'Niêm phong, bàn giao', disabled: noLabel || gone.length > 0, go: () => setHanding(true) }}
      />
      {handing && <HandOverHere bag={bag} deskId={deskId} lines={lines} onDone={onDone} onClose={() => setHanding(false)} />}
    </div>
  );
};

export const FillHereScreen = () => {
  const { agencyUnitId } = useParams({ from: '/tui-ho-so/tai-may/$agencyUnitId' });
  const bags = useBags('desk');
  const begun = useBegun();
  const change = useChangeBegun();
  const navigate = useNavigate();
  const [done, setDone] = useState<BagHandedOver>();
  const bag = begun.data?.find((one) => one.agencyUnitId === agencyUnitId);
  const leave = (): void => void navigate({ to: '/tui-ho-so', search: { ben: SIDE_PATHS.desk } });
  const drop = async (): Promise<void> => {
    await change((all) => all.drop(agencyUnitId));
    leave();
  };
  const finish = async (answer: BagHandedOver): Promise<void> => {
    setDone(answer);
    await change((all) => all.drop(agencyUnitId));
  };
  return (
    <Screen
      title={bag ? <>Túi gửi {bag.placeName} <span className="bag-where">đóng tại máy này</span></> : 'Túi đóng tại máy này'}
      acts={<>{bag && <Button onClick={() => void drop()}>Bỏ túi này</Button>}<AllBags /></>}
    >
      <Loaded from={bags} lines={8}>
        {(view) => (bag
          ? <Fill key={bag.bagId} bag={bag} view={view} onDone={(answer) => void finish(answer)} />
          : <EmptyState icon="bag" title="Không có túi nào đang đóng cho nơi này">Quay lại “Mọi túi”, bấm “Mở túi” ở nơi nhận cần gửi.</EmptyState>)}
      </Loaded>
      {done && <HandedOverHere done={done} onClose={leave} />}
    </Screen>
  );
};
