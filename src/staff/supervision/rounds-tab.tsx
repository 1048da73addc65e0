// The couriers' rounds, planned from here: what waits for a round, and what each courier has in hers in her order; no receiver is named.
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { MOST_AT_ONCE, type PlannedStop, type PostRoundsView, type UnplanStopsBody, stopsUnplanned } from '#wire/courier-desk.wire.ts';
import { STOP_WORDS } from '#wire/courier-words.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { Banner, EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { NOT_PLANNED, itemWords, mayMove, mayPlanNow, roundsOf } from './round-words.ts';

type Plan = (stops: readonly PlannedStop[]) => void;

const Waiting = ({ waiting, count, more, onPlan }: { readonly waiting: readonly PlannedStop[]; readonly count: number; readonly more: (() => void) | undefined; readonly onPlan: Plan }) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ready = waiting.filter(mayPlanNow);
  // no more than may be planned at once
  const able = ready.slice(0, MOST_AT_ONCE);
  const picked = ready.filter(({ shipmentId }) => chosen.has(shipmentId)).slice(0, MOST_AT_ONCE);
  const choose = (shipmentId: string, on: boolean) => setChosen(new Set(on ? [...chosen, shipmentId] : [...chosen].filter((id) => id !== shipmentId)));
  return (
    <Panel
      title="Chờ xếp chuyến" count={count} flush
      acts={count > 0 && (
        <>
          {ready.length > 1 && <Button onClick={() => setChosen(picked.length === able.length ? new Set() : new Set(able.map(({ shipmentId }) => shipmentId)))}>{picked.length === able.length ? 'Bỏ chọn' : `Chọn ${able.length < ready.length ? '' : 'cả '}${able.length}`}</Button>}
          <Button look="main" icon="send" disabled={picked.length === 0} onClick={() => onPlan(picked)}>Xếp {picked.length > 0 ? `${picked.length} bưu gửi ` : ''}vào chuyến</Button>
        </>
      )}
      foot={more && <div className="row-between"><span className="faint">Đang hiện {waiting.length} bưu gửi, đặt lâu nhất xếp trước.</span><Button onClick={more}>Hiện thêm 50 bưu gửi</Button></div>}
    >
      {waiting.length === 0 ? <EmptyState icon="check" title="Không có bưu gửi nào chờ xếp chuyến">Kết quả gửi về nhà do bưu tá phát, chưa thuộc chuyến nào, sẽ hiện ở đây.</EmptyState> : (
        <Table
          caption="Bưu gửi chờ xếp chuyến" rows={waiting} rowKey={({ shipmentId }) => shipmentId}
          columns={[
            { head: 'Bưu gửi', cell: (stop) => (mayPlanNow(stop) ? <Check checked={chosen.has(stop.shipmentId)} onChecked={(on) => choose(stop.shipmentId, on)}><span className="code">{itemWords(stop)}</span></Check> : <span className="code">{itemWords(stop)}</span>) },
            { head: 'Quầy', cell: (stop) => stop.deskName },
            { head: 'Nơi phát', cell: (stop) => stop.place },
            { head: 'Đặt ngày', cell: (stop) => formatDate(dateOf(stop.madeAt)) },
            { head: 'Tình trạng', cell: (stop) => (stop.inBook ? NOT_PLANNED : 'Bưu cục chưa nhận đơn') },
          ]}
        />
      )}
    </Panel>
  );
};

export const RoundsTab = ({ pages, more }: { readonly pages: readonly [PostRoundsView, ...PostRoundsView[]]; readonly more: (() => void) | undefined }) => {
  const [planning, setPlanning] = useState<readonly PlannedStop[]>();
  const [view] = pages;
  const unplan = useAct((body: UnplanStopsBody) => ({ path: '/api/post/rounds/unplan', body, answer: stopsUnplanned }), {
    refresh: [['post']], onDone: () => toast('Đã bỏ khỏi chuyến; bưu gửi vẫn ở quầy.'),
  });
  const close = () => setPlanning(undefined);
  return (
    <div className="stack">
      {unplan.error && <Banner tone="red">{unplan.error.message}</Banner>}
      <Waiting waiting={pages.flatMap(({ waiting }) => waiting)} count={view.waitingCount} more={more} onPlan={setPlanning} />
      {view.moreStops && <Banner tone="amber">Các chuyến có nhiều bưu gửi hơn số đang hiện ({view.stops.length}). Bưu gửi chưa hiện vẫn thuộc chuyến của bưu tá; xem tiếp khi các chuyến đã bớt.</Banner>}
      {roundsOf(view.stops).map(({ courierId, name, stops }) => (
        <Panel key={courierId} title={`Chuyến của ${name}`} count={stops.length} flush>
          <Table
            caption={`Chuyến của ${name}`} rows={stops} rowKey={({ shipmentId }) => shipmentId}
            columns={[
              { head: 'Thứ tự', number: true, cell: (stop) => stops.indexOf(stop) + 1 },
              { head: 'Bưu gửi', cell: (stop) => <span className="code">{itemWords(stop)}</span> },
              { head: 'Quầy', cell: (stop) => stop.deskName },
              { head: 'Nơi phát', cell: (stop) => stop.place },
              { head: 'Ngày', cell: (stop) => (stop.day === undefined ? '' : <span className={mayMove(stop) && stop.day < view.day ? 'due-late' : undefined}>{formatDate(stop.day)}</span>) },
              { head: 'Tình trạng', cell: (stop) => (stop.state === undefined ? NOT_PLANNED : STOP_WORDS[stop.state]) },
              {
                head: 'Việc', cell: (stop) => mayMove(stop) && (
                  <div className="row">
                    <Button onClick={() => setPlanning([stop])}>Chuyển chuyến<span className="hidden-label"> {itemWords(stop)}</span></Button>
                    {stop.state === 'planned' && <Button busy={unplan.busy} onClick={() => void unplan.run({ shipmentIds: [stop.shipmentId] })}>Bỏ khỏi chuyến<span className="hidden-label"> {itemWords(stop)}</span></Button>}
                  </div>
                ),
              },
            ]}
          />
        </Panel>
      ))}
      {planning && <PlanDialog stops={planning} view={view} onDone={close} onClose={close} />}
    </div>
  );
};
