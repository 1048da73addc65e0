// One bag: filled, sealed and handed over by the side that gives it; counted and signed for by the side that takes it.
import './bags.css';
import { Link, useParams } from '@tanstack/react-router';
import { useOnline } from '../api/use-online.ts';
import { Banner, Loaded, Screen } from '../design/frames.tsx';
import { STAND_WORDS, bagName, otherEnd } from './bag-words.ts';
import { FillBag } from './fill-bag.tsx';
import { LostBag } from './lost-bag.tsx';
import { ReceiveBag } from './receive-bag.tsx';
import { SealedBag } from './sealed-bag.tsx';
import { SIDE_PATHS, sideOf, useBag } from './use-bags.ts';

export const BagScreen = () => {
  const { side: sidePath, bagId } = useParams({ from: '/tui-ho-so/$side/$bagId' });
  const side = sideOf(sidePath);
  const bag = useBag(side, bagId);
  const online = useOnline();
  const row = bag.data?.bag;
  const gives = row && (row.direction === 'to-agency') === (side === 'desk');
  return (
    <Screen
      title={row ? <>{bagName(row)} <span className="bag-where">{gives ? `gửi ${otherEnd(row, 'giver')}` : `của ${otherEnd(row, 'taker')}`} · {STAND_WORDS[row.stands]}</span></> : 'Túi hồ sơ'}
      acts={<Link className="button" to="/tui-ho-so" search={{ ben: SIDE_PATHS[side] }}>Mọi túi</Link>}
    >
      {!online && bag.data && !bag.data.atCounter && <Banner tone="amber">Mất mạng: túi này làm tiếp khi có mạng. Mã đã quét ở đây vẫn còn.</Banner>}
      <Loaded from={bag} lines={8}>
        {(view) => (view.bag.stands === 'lost' || view.bag.stands === 'given-up' ? <LostBag side={side} view={view} />
          : !gives && view.bag.stands === 'sent' ? <ReceiveBag key={bagId} side={side} view={view} />
          : view.bag.stands === 'open' ? <FillBag side={side} view={view} /> : <SealedBag side={side} view={view} />)}
      </Loaded>
    </Screen>
  );
};
