// A stock count: begun, counted by scanner, closed with its record; and the counts before it.
import '../bags/bags.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClosedCount, StockCountClosed, StockView } from '#wire/stock.wire.ts';
import { newId } from '../api/new-id.ts';
import { Button } from '../design/button.tsx';
import { SelectField } from '../design/field.tsx';
import { Banner, EmptyState, Loaded, Loading, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { paperUrl, printPaper } from '../dossier/paper-pdf.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { beginCount, linesOf } from './count-stock.ts';
import { CountStock } from './counting.tsx';
import { type Side, useStock, useStockDraft } from './use-stock.ts';

const Counts = ({ counts }: { readonly counts: readonly ClosedCount[] }) => (
  <Panel title="Các lần kiểm kê gần đây" count={counts.length} flush>
    {counts.length === 0 ? <EmptyState icon="paper" title="Chưa kiểm kê lần nào">Biên bản của mỗi lần chốt kiểm kê sẽ hiện ở đây.</EmptyState> : (
      <Table
        caption="Các lần kiểm kê gần đây" rows={counts} rowKey={({ countId }) => countId}
        columns={[
          { head: 'Biên bản', cell: (one) => <a className="code" href={paperUrl(one.countId)} target="_blank" rel="noreferrer">{one.number}</a> },
          { head: 'Chốt lúc', cell: (one) => <>{fullMoment(one.closedAt)}<div className="faint">{one.byName}</div></> },
          { head: 'Thấy', number: true, cell: (one) => one.found },
          { head: 'Thiếu bản', number: true, cell: (one) => (one.short > 0 ? <span className="chip chip-red">{one.short}</span> : 0) },
          { head: 'Không thấy', number: true, cell: (one) => (one.missing > 0 ? <span className="chip chip-red">{one.missing}</span> : 0) },
          { head: 'Ngoài sổ', number: true, cell: (one) => one.unexpected + one.strays },
        ]}
      />
    )}
  </Panel>
);

const Start = ({ view, done, onBegin }: { readonly view: StockView; readonly done: StockCountClosed | undefined; readonly onBegin: () => void }) => {
  const lines = linesOf(view.rows);
  const bags = lines.filter(({ kind }) => kind === 'bag').length;
  return (
    <div className="stack">
      {done && (
        <Banner acts={<Button icon="print" onClick={() => void printPaper(done.paperId)}>In biên bản</Button>}>
          Đã chốt kiểm kê, biên bản <a href={paperUrl(done.paperId)} target="_blank" rel="noreferrer">{done.number}</a>.
        </Banner>
      )}
      <div className="bag-head">
        <p className="bag-counter"><strong>{lines.length}</strong><span>mục sổ ghi đang ở đây</span></p>
        <p>{lines.length - bags} giấy tờ, kết quả và {bags} túi. Quét từng mã một; phần đã đếm được giữ trên máy này cho đến khi chốt.</p>
        <Button look="main" icon="check" hotkey="F9" onClick={onBegin}>Bắt đầu kiểm kê</Button>
      </div>
      <Counts counts={view.counts} />
    </div>
  );
};

const Place = ({ side, view }: { readonly side: Side; readonly view: StockView }) => {
  const [done, setDone] = useState<StockCountClosed>();
  const kept = useStockDraft(view.place.id);
  if (kept.draft === undefined) return <Loading lines={6} />;
  if (kept.draft === null) return <Start view={view} done={done} onBegin={() => { setDone(undefined); kept.begin(beginCount(view, newId())); }} />;
  return <CountStock side={side} view={view} draft={kept.draft} current={kept.current} keep={kept.keep} onDrop={kept.drop} onClosed={(answer) => { kept.drop(); setDone(answer); }} />;
};

const Stock = ({ side }: { readonly side: Side }) => {
  const [place, setPlace] = useState<string>();
  const stock = useStock(side, place);
  const places = stock.data?.places ?? [];
  return (
    <Screen
      title={side === 'desk' ? 'Kiểm kê hồ sơ quầy đang giữ' : 'Kiểm kê hồ sơ cơ quan đang giữ'}
      acts={<Link className="button" to={side === 'desk' ? '/giao-nhan' : '/co-quan/giao-nhan'}>Giấy tờ đang giữ</Link>}
    >
      {places.length > 1 && <SelectField label="Nơi kiểm kê" value={stock.data?.place.id ?? ''} onValue={setPlace} options={places.map(({ id, name }) => ({ value: id, label: name }))} />}
      <Loaded from={stock} lines={8}>{(view) => <Place key={view.place.id} side={side} view={view} />}</Loaded>
    </Screen>
  );
};

export const DeskStockScreen = () => <Stock side="desk" />;
export const OfficeStockScreen = () => <Stock side="office" />;
