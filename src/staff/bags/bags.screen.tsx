// Bags at this side: what waits for one, what is being filled, what is on its way in and out.
import './bags.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Moment } from '#core/kernel/moment.ts';
import { looksLikeBagLabel } from '#core/numbering/bag-label.ts';
import { type BagRow, type BagsView, bagStarted } from '#wire/bags.wire.ts';
import { newId } from '../api/new-id.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { Tabs } from '../design/tabs.tsx';
import { TransitDue } from '../design/transit-due.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { STAND_WORDS, bagName, insideWords, otherEnd } from './bag-words.ts';
import { BegunHere } from './begun-here.tsx';
import { useChangeBegun } from './use-begun.ts';
import { ScanField, type ScanSaid } from './scan-field.tsx';
import { SIDE_PATHS, type Side, findByLabel, sideOf, useBags, useSides } from './use-bags.ts';

const BagLink = ({ side, bag }: { readonly side: Side; readonly bag: BagRow }) =>
  <Link className="code" to="/tui-ho-so/$side/$bagId" params={{ side: SIDE_PATHS[side], bagId: bag.bagId }}>{bagName(bag)}</Link>;

const Waiting = ({ side, view }: { readonly side: Side; readonly view: BagsView }) => {
  const navigate = useNavigate();
  const start = useAct((body: { bagId: string; deskId: string; agencyUnitId: string }) => ({ path: `/api/${side}/bags`, answer: bagStarted, body }), {
    refresh: [['bags', side]],
    onDone: ({ bagId }) => void navigate({ to: '/tui-ho-so/$side/$bagId', params: { side: SIDE_PATHS[side], bagId } }),
  });
  const change = useChangeBegun();
  const open = async ({ deskId, agencyUnitId, placeName }: BagsView['waiting'][number]): Promise<void> => {
    if (!view.atCounter) return void start.run({ bagId: newId(), deskId, agencyUnitId });
    await change((bags) => bags.begin({ agencyUnitId, placeName }, view.now));
    return navigate({ to: '/tui-ho-so/tai-may/$agencyUnitId', params: { agencyUnitId } });
  };
  const word = side === 'desk' ? 'hồ sơ' : 'kết quả';
  return (
    <Panel title="Chờ cho vào túi" count={view.waiting.reduce((sum, { dossiers }) => sum + dossiers.length, 0)} flush>
      {start.error && <Banner tone="red">{start.error.message}</Banner>}
      {view.waiting.length === 0 ? (
        <EmptyState title={`Không có ${word} nào chờ cho vào túi`}>{side === 'desk' ? 'Hồ sơ giấy đã tiếp nhận, chưa chuyển đến cơ quan sẽ hiện ở đây theo nơi nhận.' : 'Kết quả bản giấy đã phát hành, chưa trả về quầy sẽ hiện ở đây theo quầy nhận.'}</EmptyState>
      ) : (
        <Table
          caption={`${word} chờ cho vào túi theo nơi nhận`}
          rows={view.waiting}
          rowKey={({ deskId, agencyUnitId }) => `${deskId} ${agencyUnitId}`}
          columns={[
            { head: 'Nơi nhận', cell: ({ placeName }) => <strong>{placeName}</strong> },
            { head: side === 'desk' ? 'Hồ sơ' : 'Kết quả', number: true, cell: ({ dossiers }) => dossiers.length },
            { head: 'Bản giấy', number: true, cell: ({ dossiers }) => dossiers.reduce((sum, { pieces }) => sum + pieces, 0) },
            { head: 'Việc', cell: (group) => <Button look="main" busy={start.busy} onClick={() => void open(group)}>Mở túi<span className="hidden-label"> gửi {group.placeName}</span></Button> },
          ]}
        />
      )}
    </Panel>
  );
};

type BagTableProps = { readonly side: Side; readonly bags: readonly BagRow[]; readonly caption: string; readonly end: 'giver' | 'taker'; readonly now: Moment };
const BagTable = ({ side, bags, caption, end, now }: BagTableProps) => (
  <Table
    caption={caption}
    rows={bags}
    rowKey={({ bagId }) => bagId}
    columns={[
      { head: 'Túi', cell: (bag) => <><BagLink side={side} bag={bag} />{bag.sealNumber !== undefined && <div className="faint">niêm phong {bag.sealNumber}</div>}</> },
      { head: end === 'giver' ? 'Nơi nhận' : 'Nơi gửi', cell: (bag) => otherEnd(bag, end) },
      { head: 'Trong túi', cell: insideWords },
      {
        head: 'Tình trạng',
        cell: (bag) => (
          <>
            {bag.stands === 'lost' ? <span className="chip chip-red">{STAND_WORDS.lost}</span> : STAND_WORDS[bag.stands]}
            {bag.sealBroken && <> <span className="chip chip-red">niêm phong không nguyên vẹn</span></>}
            <div className="faint">
              {bag.receivedAt ? `${bag.receivedByName} ký nhận ${shortMoment(bag.receivedAt)}` : bag.sentAt ? `${bag.sentByName} giao ${shortMoment(bag.sentAt)} · biên bản ${bag.recordNumber}` : `${bag.openedByName} mở ${shortMoment(bag.openedAt)}`}
            </div>
            {bag.transitDue !== undefined && <TransitDue endsOn={bag.transitDue} receivedAt={bag.receivedAt} now={now} />}
          </>
        ),
      },
    ]}
  />
);

const Lists = ({ side, view }: { readonly side: Side; readonly view: BagsView }) => {
  const gives = side === 'desk' ? 'to-agency' : 'to-desk';
  const here = view.own.filter(({ stands }) => stands === 'open' || stands === 'closed');
  const away = view.own.filter(({ stands }) => stands === 'sent' || stands === 'lost');
  return (
    <div className="stack">
      {view.atCounter && <Banner tone="amber"><strong>Mất mạng: túi đóng tại máy này</strong>, còn {view.atCounter.labelsLeft} nhãn. Túi mở ở máy khác hiện lại khi có mạng.</Banner>}
      {side === 'desk' && <BegunHere />}
      {view.coming.length > 0 && <Panel title="Đang chuyển đến" count={view.coming.length} flush><BagTable side={side} bags={view.coming} caption="Túi đang chuyển đến" end="taker" now={view.now} /></Panel>}
      <Waiting side={side} view={view} />
      {!view.atCounter && <Panel title="Túi đang ở đây" count={here.length} flush>
        {here.length === 0 ? <EmptyState icon="bag" title="Chưa mở túi nào">Bấm “Mở túi” ở nơi nhận cần gửi, rồi quét từng mã vào túi.</EmptyState> : <BagTable side={side} bags={here} caption="Túi đang ở đây" end="giver" now={view.now} />}
      </Panel>}
      {away.length > 0 && <Panel title="Đã bàn giao, chờ ký nhận" count={away.length} flush><BagTable side={side} bags={away} caption="Túi đã bàn giao, chờ ký nhận" end="giver" now={view.now} /></Panel>}
      {view.received.length > 0 && (
        <Panel title="Ký nhận gần đây" flush>
          {(['giver', 'taker'] as const).map((end) => {
            const bags = view.received.filter(({ direction }) => (direction === gives) === (end === 'giver'));
            return bags.length > 0 && <BagTable key={end} side={side} bags={bags} caption={end === 'giver' ? 'Túi bên kia đã ký nhận' : 'Túi đã nhận ở đây'} end={end} now={view.now} />;
          })}
        </Panel>
      )}
    </div>
  );
};

const BY_LABEL = 'Hoặc gõ nhãn, ví dụ TUI 0000 0123 20, rồi nhấn Enter.';
const ANNOUNCED = 'Mất mạng: nhận được túi kết quả đã báo về máy này; túi khác giữ nguyên niêm phong, chờ có mạng.';

const Bags = ({ side }: { readonly side: Side }) => {
  const bags = useBags(side);
  const navigate = useNavigate();
  const [said, setSaid] = useState<ScanSaid>();
  const open = (scanned: string): void => {
    if (!looksLikeBagLabel(scanned)) return setSaid({ tone: 'red', text: 'Đây không phải nhãn túi. Quét nhãn túi trước, rồi mới quét từng hồ sơ trong túi.' });
    findByLabel(side, scanned).then(
      ({ bag }) => void navigate({ to: '/tui-ho-so/$side/$bagId', params: { side: SIDE_PATHS[side], bagId: bag.bagId } }),
      (error: unknown) => setSaid({ tone: 'red', text: error instanceof Error ? error.message : 'Chưa mở được túi.' }),
    );
  };
  return (
    <>
      <ScanField label="Quét nhãn túi để nhận" hint={bags.data?.atCounter ? ANNOUNCED : BY_LABEL} said={said} onScanned={open} />
      <Loaded from={bags} lines={8}>{(view) => <Lists side={side} view={view} />}</Loaded>
    </>
  );
};

export const BagsScreen = () => {
  const sides = useSides();
  const navigate = useNavigate();
  const { ben } = useSearch({ strict: false }) as { readonly ben?: string };
  const asked = ben === undefined ? undefined : sideOf(ben);
  const side = sides.find((one) => one === asked) ?? sides[0] ?? 'desk';
  return (
    <Screen title="Túi hồ sơ">
      {sides.length > 1 ? (
        <Tabs
          label="Túi của" value={side} onValue={(id) => void navigate({ to: '/tui-ho-so', search: { ben: SIDE_PATHS[id === 'office' ? 'office' : 'desk'] }, replace: true })}
          tabs={[{ id: 'desk', label: 'Tại quầy' }, { id: 'office', label: 'Tại cơ quan' }]}
        >
          <Bags key={side} side={side} />
        </Tabs>
      ) : <Bags side={side} />}
    </Screen>
  );
};
