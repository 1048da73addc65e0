// Chuyển phát: who carries outcomes, how it goes with them, and what waits for the administrator's word.
import { useState } from 'react';
import { type CarrierView } from '#wire/carriers.wire.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Screen } from '../../design/frames.tsx';
import { Tabs } from '../../design/tabs.tsx';
import '../admin.css';
import { CarrierDialog } from './carrier-dialog.tsx';
import { CarrierPanel } from './carrier-panel.tsx';
import { countUnmapped } from './carrier-words.ts';
import { CodeTable } from './code-table.tsx';
import { ItemRanges } from './item-ranges.tsx';
import { OrderTable } from './order-table.tsx';
import { RefusedEvents } from './refused-events.tsx';
import { useCarriers } from './use-carriers.ts';

const CarrierList = ({ carriers }: { readonly carriers: readonly CarrierView[] }) => {
  const [asked, setAsked] = useState<'new' | string>();
  const add = <Button look="main" onClick={() => setAsked('new')}>Thêm đơn vị chuyển phát</Button>;
  return (
    <div className="stack">
      {carriers.length === 0
        ? <EmptyState icon="send" title="Chưa có đơn vị chuyển phát nào" act={add}>Thêm bưu tá của bưu điện, hoặc kết nối của VNPost, Viettel Post, để quầy gửi kết quả về nhà.</EmptyState>
        : <><p>{add}</p>{carriers.map((carrier) => <CarrierPanel key={carrier.carrierId} carrier={carrier} onChange={() => setAsked(carrier.carrierId)} />)}</>}
      {asked !== undefined && <CarrierDialog carrier={carriers.find(({ carrierId }) => carrierId === asked)} onClose={() => setAsked(undefined)} />}
    </div>
  );
};

export const CarriersScreen = () => {
  const carriers = useCarriers();
  const [tab, setTab] = useState('carriers');
  return (
    <Screen title="Chuyển phát">
      <Loaded from={carriers} lines={8}>
        {({ carriers: rows }) => (
          <Tabs
            label="Chuyển phát" value={tab} onValue={setTab}
            tabs={[
              { id: 'carriers', label: 'Đơn vị chuyển phát' },
              { id: 'orders', label: 'Đơn cần xem', count: rows.reduce((sum, { unclear }) => sum + unclear.length, 0) },
              { id: 'codes', label: 'Mã chưa rõ', count: countUnmapped(rows) },
              { id: 'events', label: 'Sự kiện không được tính' },
              { id: 'items', label: 'Số hiệu bưu gửi' },
            ]}
          >
            {tab === 'carriers' && <CarrierList carriers={rows} />}
            {tab === 'orders' && <OrderTable carriers={rows} />}
            {tab === 'codes' && <CodeTable carriers={rows} />}
            {tab === 'events' && <RefusedEvents carriers={rows} />}
            {tab === 'items' && <ItemRanges />}
          </Tabs>
        )}
      </Loaded>
    </Screen>
  );
};
