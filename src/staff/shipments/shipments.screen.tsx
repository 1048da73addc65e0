// Outcomes that go home by a carrier: what needs an eye first, what is ready, what waits for the carrier, what is on its way.
import '../bags/bags.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import { formatMoney } from '#core/kernel/format.ts';
import { itemNumberWords } from '#wire/refusals/carriers.ts';
import type { ShipmentView, ShipmentsView } from '#wire/shipments.wire.ts';
import { problemOf } from '../api/problem.ts';
import { ScanField, type ScanSaid } from '../bags/scan-field.tsx';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { Tabs } from '../design/tabs.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { CouriersPanels } from './couriers/couriers-panels.tsx';
import { useCouriers } from './couriers/use-couriers.ts';
import { CountBackDialog } from './count-back-dialog.tsx';
import { HandOverShipments } from './hand-over-dialog.tsx';
import { type ReadyGroup, groupReady } from './order-draft.ts';
import { OrderDialog } from './order-dialog.tsx';
import { MoneyTab } from './money/money-tab.tsx';
import { PickupsTab, isOpen } from './pickups/pickups-tab.tsx';
import { ShipmentDialog } from './shipment-dialog.tsx';
import { SHIPMENT_TABS, type ShipmentSearch, type ShipmentTab } from './shipment-search.ts';
import { findByItem, useShipments } from './use-shipments.ts';

const Ready = ({ view, onOrder }: { readonly view: ShipmentsView; readonly onOrder: (group: ReadyGroup) => void }) => {
  const groups = groupReady(view.ready);
  return (
    <Panel title="Chờ gửi về nhà" count={view.ready.length} flush>
      {view.carriers.length === 0 && <Banner>Chưa có đơn vị chuyển phát nào đang nhận. Nhờ quản trị hệ thống thêm ở màn hình “Chuyển phát”.</Banner>}
      {groups.length === 0 ? <EmptyState icon="send" title="Không có kết quả nào chờ gửi về nhà">Kết quả bản giấy về đến quầy mà người dân muốn nhận tại nhà sẽ hiện ở đây.</EmptyState> : (
        <Table
          caption="Kết quả chờ gửi về nhà, theo người nhận" rows={groups} rowKey={({ key }) => key}
          columns={[
            { head: 'Người nhận', cell: ({ first }) => <><strong>{first.receiverName}</strong><div className="faint">{first.phone}</div></> },
            { head: 'Địa chỉ', cell: ({ first }) => first.address },
            { head: 'Hồ sơ', cell: ({ outcomes }) => outcomes.map(({ dossierId, code, procedureName }) => <div key={dossierId}><span className="code">{code}</span> <span className="faint">{procedureName}</span></div>) },
            { head: 'Chưa thu', number: true, cell: ({ outcomes }) => { const owed = outcomes.reduce((sum, { toPay }) => sum + toPay, 0); return owed > 0 ? formatMoney(owed) : <span className="faint">không</span>; } },
            { head: 'Việc', cell: (group) => <Button look="main" disabled={view.carriers.length === 0} onClick={() => onOrder(group)}>Gửi {group.outcomes.length > 1 ? `${group.outcomes.length} kết quả` : 'kết quả'}<span className="hidden-label"> cho {group.first.receiverName}</span></Button> },
          ]}
        />
      )}
    </Panel>
  );
};

const ShipmentTable = ({ rows, caption, onOpen }: { readonly rows: readonly ShipmentView[]; readonly caption: string; readonly onOpen: (shipmentId: string) => void }) => (
  <Table
    caption={caption} rows={rows} rowKey={({ shipmentId }) => shipmentId}
    columns={[
      { head: 'Bưu gửi', cell: (row) => <><Button look="plain" onClick={() => onOpen(row.shipmentId)}><span className="code">{row.itemNumber ?? row.orderNumber}</span></Button><div className="faint">{row.carrierName}{row.itemNumber !== null && ` · ${row.orderNumber}`}</div></> },
      { head: 'Người nhận', cell: (row) => <>{row.receiver.name}<div className="faint">{row.receiver.phone}</div></> },
      { head: 'Hồ sơ', cell: (row) => row.dossiers.map(({ dossierId, code }) => <div key={dossierId} className="code">{code}</div>) },
      {
        head: 'Ở đâu',
        cell: (row) => <><span className={row.stands === 'problem' ? 'due-late' : undefined}>{row.words}</span><div className="faint">{row.advice ?? shortMoment(row.statusSince ?? row.handedOverAt ?? row.madeAt)}</div></>,
      },
    ]}
  />
);

const TITLES = { problem: 'Cần xem', 'on-the-way': 'Đang đi', ended: 'Đã xong' } as const;

const Shipments = ({ view }: { readonly view: ShipmentsView }) => {
  const navigate = useNavigate();
  const [said, setSaid] = useState<ScanSaid>();
  const [opened, setOpened] = useState<string>();
  const [ordering, setOrdering] = useState<ReadyGroup>();
  const [giving, setGiving] = useState<readonly ShipmentView[]>();
  const [counting, setCounting] = useState<readonly ShipmentView[]>();
  const scan = (text: string): void => {
    const read = parseItemNumber(text);
    if (!read.ok) return setSaid({ tone: 'red', text: itemNumberWords(read.refusal) });
    findByItem(read.value).then(({ shipmentId }) => { setSaid(undefined); setOpened(shipmentId); }, (error: unknown) => {
      // not a shipment of this desk: perhaps the posting slip of a dossier
      if (problemOf(error)?.code === 'not-found') return void navigate({ to: '/tim', search: { q: read.value } });
      setSaid({ tone: 'red', text: error instanceof Error ? error.message : 'Chưa tìm được bưu gửi.' });
    });
  };
  const of = (stands: ShipmentView['stands']) => view.shipments.filter((row) => row.stands === stands);
  // the post's own couriers take theirs by name, below
  const waiting = Map.groupBy(of('to-hand-over').filter(({ isOwnNetwork }) => !isOwnNetwork), ({ carrierId }) => carrierId);
  const panel = (stands: keyof typeof TITLES) => {
    const rows = of(stands);
    return rows.length > 0 && <Panel title={TITLES[stands]} count={rows.length} flush><ShipmentTable rows={rows} caption={`Bưu gửi: ${TITLES[stands]}`} onOpen={setOpened} /></Panel>;
  };
  return (
    <div className="stack">
      <ScanField label="Quét số hiệu bưu gửi" hint="Hoặc gõ 13 ký tự trên nhãn, rồi nhấn Enter." said={said} onScanned={scan} />
      {panel('problem')}
      {[...Map.groupBy(of('to-count'), ({ carrierId }) => carrierId)].map(([carrierId, rows]) => rows[0] && (
        <Panel
          key={carrierId} title={`${rows[0].carrierName} chuyển hoàn, chờ kiểm đếm`} count={rows.length} flush
          acts={<Button look="main" onClick={() => setCounting(rows)}>Kiểm đếm<span className="hidden-label"> {rows[0].carrierName} chuyển hoàn</span></Button>}
        ><ShipmentTable rows={rows} caption={`Bưu gửi ${rows[0].carrierName} chuyển hoàn`} onOpen={setOpened} /></Panel>
      ))}
      <Ready view={view} onOrder={setOrdering} />
      {[...waiting].map(([carrierId, rows]) => {
        const ready = rows.filter(({ state }) => state === 'confirmed');
        const [first] = rows;
        return first && (
          <Panel
            key={carrierId} title={`Chờ giao cho ${first.carrierName}`} count={rows.length} flush
            acts={<Button look="main" icon="send" disabled={ready.length === 0} onClick={() => setGiving(ready)}>Giao bưu gửi<span className="hidden-label"> cho {first.carrierName}</span></Button>}
          ><ShipmentTable rows={rows} caption={`Bưu gửi chờ giao cho ${first.carrierName}`} onOpen={setOpened} /></Panel>
        );
      })}
      <CouriersPanels />
      {panel('on-the-way')}
      {panel('ended')}
      {opened !== undefined && <ShipmentDialog shipmentId={opened} onClose={() => setOpened(undefined)} />}
      {ordering && <OrderDialog group={ordering} carriers={view.carriers} itemNumbersLeft={view.itemNumbersLeft} onClose={() => setOrdering(undefined)} />}
      {counting && <CountBackDialog shipments={counting} onClose={() => setCounting(undefined)} />}
      {giving && <HandOverShipments shipments={giving} onClose={() => setGiving(undefined)} />}
    </div>
  );
};

const LABELS: Readonly<Record<ShipmentTab, string>> = { 'buu-gui': 'Bưu gửi', 'nhan-tai-nha': 'Nhận tại nhà', 'tien-thu-ho': 'Tiền thu hộ' };

export const ShipmentsScreen = () => {
  const navigate = useNavigate();
  const { muc: tab = 'buu-gui' } = useSearch({ strict: false }) as ShipmentSearch;
  const [shipments, couriers] = [useShipments(), useCouriers()];
  const counts: Readonly<Record<ShipmentTab, number | undefined>> = { 'buu-gui': undefined, 'tien-thu-ho': undefined, 'nhan-tai-nha': couriers.data?.pickups.filter(isOpen).length };
  return (
    <Screen title="Gửi đi">
      <Tabs
        label="Gửi đi" value={tab} onValue={(id) => void navigate({ to: '/gui-di', search: id === 'buu-gui' ? {} : { muc: id as ShipmentTab }, replace: true })}
        tabs={SHIPMENT_TABS.map((id) => { const count = counts[id]; return { id, label: LABELS[id], ...(count !== undefined && count > 0 && { count }) }; })}
      >
        {tab === 'buu-gui' && <Loaded from={shipments} lines={8}>{(view) => <Shipments view={view} />}</Loaded>}
        {tab === 'tien-thu-ho' && <MoneyTab />}
        {tab === 'nhan-tai-nha' && <Loaded from={couriers} lines={8}>{(view) => <PickupsTab view={view} />}</Loaded>}
      </Tabs>
    </Screen>
  );
};
