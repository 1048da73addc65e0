// The count that goes on: what was not seen yet stands in red at the left, what was seen at the right, the last scan first.
import { type RefObject, useRef, useState } from 'react';
import { countsPieces } from '#core/custody/stock-count.ts';
import type { ThingId } from '#core/custody/thing.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { thingInWords, holderInWords } from '#wire/custody-words.ts';
import { stockRefusalText } from '#wire/refusals/stock.ts';
import type { StockCountClosed, StockRow, StockThings, StockView } from '#wire/stock.wire.ts';
import { problemOf } from '../api/problem.ts';
import { ScanField, type ScanSaid } from '../bags/scan-field.tsx';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Banner, EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { agoWords, fullMoment } from '../words/moment-words.ts';
import { CloseDialog } from './close-dialog.tsx';
import { type StockDraft, contentOf, dropStray, leftOf, linesOf, sayFound, sayMissing, sayShort, sayStray, sayUnexpected, scanStock, takeBack } from './count-stock.ts';
import { PiecesDialog } from './pieces-dialog.tsx';
import { type Side, findThings } from './use-stock.ts';

type Seen = { readonly key: string; readonly code: string; readonly what: string; readonly chip: readonly ['green' | 'red' | 'amber', string]; readonly undo: (draft: StockDraft) => StockDraft; readonly row?: StockRow };

const whatOf = (row: StockRow, rows: readonly StockRow[]): string => (row.kind === 'bag' ? `Túi, ${contentOf(rows, row)} hồ sơ bên trong` : `${thingInWords(row)}, ${row.count} bản`);
const codeOf = ({ kind, code }: Pick<StockRow, 'kind' | 'code'>): string => (kind === 'bag' ? bagLabelInGroups(code) : code);

/** The last one first, where the eye is. */
const seenOf = (rows: readonly StockRow[], draft: StockDraft): readonly Seen[] => {
  const lines = new Map(linesOf(rows).map((row) => [row.thingId, row]));
  const ofList = (id: ThingId, chip: Seen['chip']): readonly Seen[] => {
    const row = lines.get(id);
    return row ? [{ key: id, code: codeOf(row), what: whatOf(row, rows), chip, row, undo: (now) => takeBack(now, id) }] : [];
  };
  return [
    ...draft.strays.toReversed().map((scanned): Seen => ({ key: `stray ${scanned}`, code: scanned, what: 'Không thuộc sổ của nơi này', chip: ['amber', 'ghi ngoài sổ'], undo: (now) => dropStray(now, scanned) })),
    ...draft.unexpected.map((thing): Seen => ({
      key: thing.thingId, code: codeOf(thing), what: `${thingInWords(thing)}, ${thing.count} bản. Sổ ghi: ${holderInWords({ kind: thing.holder, name: thing.holderName })}`, chip: ['amber', 'sổ ghi nơi khác'],
      undo: (now) => takeBack(now, thing.thingId),
    })),
    ...Object.keys(draft.missing).flatMap((id) => ofList(id as ThingId, ['red', 'không thấy'])),
    ...draft.found.toReversed().flatMap((id) => { const short = draft.short[id]; return ofList(id, short ? ['red', `có ${short.pieces} bản`] : ['green', 'thấy']); }),
  ];
};

const WhichDialog = ({ asked, onSay, onClose }: { readonly asked: StockThings; readonly onSay: (ids: readonly string[]) => void; readonly onClose: () => void }) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <ConfirmDialog title={`Giấy tờ nào của ${asked.code} đang ở đây?`} act="Ghi là đang ở đây" disabled={chosen.length === 0} onClose={onClose} onConfirm={() => onSay(chosen)}>
      {asked.things.filter(({ bars }) => bars === undefined).map((thing) => (
        <Check key={thing.thingId} checked={chosen.includes(thing.thingId)} onChecked={(on) => setChosen(on ? [...chosen, thing.thingId] : chosen.filter((id) => id !== thing.thingId))}>
          {thingInWords(thing)}, {thing.count} bản <span className="faint">sổ ghi: {holderInWords({ kind: thing.holder, name: thing.holderName })}</span>
        </Check>
      ))}
    </ConfirmDialog>
  );
};

export const CountStock = ({ side, view, draft, current, keep, onDrop, onClosed }: {
  readonly side: Side; readonly view: StockView; readonly draft: StockDraft; readonly current: RefObject<StockDraft | null>;
  readonly keep: (change: (draft: StockDraft) => StockDraft) => void; readonly onDrop: () => void; readonly onClosed: (answer: StockCountClosed) => void;
}) => {
  const { rows } = view;
  const [said, setSaid] = useState<ScanSaid>();
  const [stray, setStray] = useState<string>();
  const [which, setWhich] = useState<StockThings>();
  const [short, setShort] = useState<StockRow>();
  const [asking, setAsking] = useState<'close' | 'drop'>();
  const left = leftOf(rows, draft);
  const seen = seenOf(rows, draft);
  const expected = linesOf(rows).filter((row) => row.since < draft.startedAt).length;
  const [last] = view.counts;
  const overtaken = last !== undefined && last.countId !== draft.after;
  const good = (text: string): void => setSaid({ tone: 'good', text: `${text} Còn ${current.current ? leftOf(rows, current.current).length : 0} mục.` });
  const named = (things: StockThings['things']): void => {
    keep((now) => sayUnexpected(now, things));
    good(`${things[0]?.code ?? ''}: sổ ghi ở nơi khác, đã ghi là đang ở đây.`);
  };
  const known = (answer: StockThings): void => {
    const here = answer.things.filter(({ bars }) => bars === 'here');
    const free = answer.things.filter(({ bars }) => bars === undefined);
    if (here.length > 0) {
      keep((now) => sayFound(now, here.map(({ thingId }) => thingId)));
      return good(`${answer.code}.`);
    }
    if (free.length > 1) return setWhich(answer);
    if (free.length === 1) return named(free);
    const barred = answer.things.find(({ bars }) => bars === 'stock-to-sign-for') ?? answer.things[0];
    setSaid({ tone: 'red', text: stockRefusalText({ kind: barred?.bars === 'stock-to-sign-for' ? 'stock-to-sign-for' : 'stock-given-out', code: answer.code }).detail });
  };
  // the answers come in the order of the scans
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const askFor = (typed: string): void => {
    before.current = before.current.then(() => findThings(side, draft.place, typed).then(known, (error: unknown) => {
      if (problemOf(error)?.code === 'stock-unknown') setStray(typed);
      setSaid({ tone: 'red', text: error instanceof Error ? error.message : 'Chưa tìm được mã này.' });
    }));
  };
  const scan = (typed: string): void => {
    setStray(undefined);
    if (!current.current) return;
    const result = scanStock(rows, current.current, typed);
    if (!result.ok) return setSaid({ tone: 'red', text: stockRefusalText(result.refusal).detail });
    if (result.value.kind === 'ask') return askFor(typed);
    const { draft: next, code } = result.value;
    keep(() => next);
    good(`${code}.`);
  };
  return (
    <div className="stack">
      {overtaken && (
        <Banner tone="red" acts={<Button onClick={onDrop}>Bỏ lần đếm này</Button>}>
          {last.byName} đã chốt kiểm kê nơi này lúc {fullMoment(last.closedAt)}, biên bản {last.number}. Lần đếm này không chốt được nữa.
        </Banner>
      )}
      <div className="bag-head">
        <p className={left.length > 0 ? 'bag-counter bag-counter-red' : 'bag-counter'} role="status"><strong>{expected - left.length}/{expected}</strong><span>mục đã đếm</span></p>
        <div>
          <ScanField label="Quét mã hồ sơ, số hiệu bưu gửi hoặc nhãn túi" said={said} onScanned={scan} />
          {stray !== undefined && <Button onClick={() => { keep((now) => sayStray(now, stray)); setStray(undefined); good(`${stray}: đã ghi ngoài sổ, để riêng.`); }}>Ghi ngoài sổ<span className="hidden-label"> {stray}</span></Button>}
        </div>
        <div className="row">
          <Button onClick={() => setAsking('drop')}>Bỏ lần đếm</Button>
          <Button look="main" icon="check" hotkey="F9" disabled={overtaken} onClick={() => setAsking('close')}>Chốt kiểm kê</Button>
        </div>
      </div>
      <p className="soft">Bắt đầu {fullMoment(draft.startedAt)}. Giấy tờ đến sau lúc này không phải đếm.</p>
      <div className="bag-halves">
        <Panel title={<span className={left.length > 0 ? 'due-late' : undefined}>Chưa thấy</span>} count={left.length} flush>
          {left.length === 0 ? <EmptyState icon="check" title="Đã đếm hết">Bấm “Chốt kiểm kê” để lập biên bản.</EmptyState> : (
            <Table
              caption="Chưa thấy" rows={left} rowKey={({ thingId }) => thingId}
              columns={[
                { head: 'Mã', cell: (row) => <><strong className="code bag-left">{codeOf(row)}</strong><div className="faint">giữ {agoWords(row.since, view.now)}</div></> },
                { head: 'Giấy tờ', cell: (row) => <>{whatOf(row, rows)}{row.ownerName !== undefined && <div>{row.ownerName}</div>}{row.procedureName !== undefined && <div className="faint">{row.procedureName}</div>}</> },
                { head: 'Việc', cell: (row) => <Button onClick={() => keep((now) => sayMissing(now, [row.thingId], 'Không thấy khi kiểm kê'))}>Không thấy<span className="hidden-label"> {codeOf(row)}</span></Button> },
              ]}
            />
          )}
        </Panel>
        <Panel title="Đã đếm" count={seen.length} flush>
          {seen.length === 0 ? <EmptyState icon="paper" title="Chưa quét mã nào">Không cần dùng chuột: quét liên tiếp từng mã.</EmptyState> : (
            <Table
              caption="Đã đếm" rows={seen} rowKey={({ key }) => key}
              columns={[
                { head: 'Mã', cell: (one) => <><span className="code">{one.code}</span><div className="faint">{one.what}</div></> },
                { head: 'Kết quả', cell: (one) => <span className={`chip chip-${one.chip[0]}`}>{one.chip[1]}</span> },
                { head: 'Việc', cell: (one) => <div className="row"><Button onClick={() => keep(one.undo)}>Đếm lại<span className="hidden-label"> {one.code}</span></Button>{one.row && countsPieces({ ...one.row, insideId: undefined }) && one.chip[0] === 'green' && <Button onClick={() => setShort(one.row)}>Thiếu bản<span className="hidden-label"> {one.code}</span></Button>}</div> },
              ]}
            />
          )}
        </Panel>
      </div>
      {asking === 'close' && <CloseDialog side={side} view={view} draft={draft} onClosed={onClosed} onClose={() => setAsking(undefined)} />}
      {asking === 'drop' && (
        <ConfirmDialog title="Bỏ lần đếm này?" act="Bỏ lần đếm" red onClose={() => setAsking(undefined)} onConfirm={onDrop}>
          <p>Đã đếm {seen.length} mục. Không lập biên bản, sổ giao nhận không thay đổi.</p>
        </ConfirmDialog>
      )}
      {short && <PiecesDialog row={short} onClose={() => setShort(undefined)} onSay={(pieces, note) => { keep((now) => sayShort(now, short.thingId, pieces, note)); setShort(undefined); }} />}
      {which && <WhichDialog asked={which} onClose={() => setWhich(undefined)} onSay={(ids) => { setWhich(undefined); named(which.things.filter(({ thingId }) => ids.includes(thingId))); }} />}
    </div>
  );
};
