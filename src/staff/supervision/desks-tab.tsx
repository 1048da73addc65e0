// The map, what is known of the chosen desk, and the same for every desk as a table.
import { useState } from 'react';
import type { Moment } from '#core/kernel/moment.ts';
import type { SupervisedDesk, SupervisedDesks } from '#wire/supervision.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { agoWords, shortMoment } from '../words/moment-words.ts';
import { DeskMap } from './desk-map.tsx';
import { byUrgency } from './use-supervision.ts';

/** Number and unit stay on one line. */
const ago = (since: Moment, now: Moment): string => agoWords(since, now).replace(' ', '\u00A0');
const ofWhichLate = (all: number, late: number) => (late > 0 ? <span className="chip chip-red">{all}, quá hạn {late}</span> : all);
const red = (count: number) => (count > 0 ? <span className="chip chip-red">{count}</span> : 0);

const Chosen = ({ view, desk }: { readonly view: SupervisedDesks; readonly desk: SupervisedDesk }) => {
  const flows = view.flows.filter(({ deskId }) => deskId === desk.deskId);
  return (
    <Panel title={desk.name}>
      <p>
        Đang giữ <strong>{desk.held}</strong>{desk.oldestSince && <>, lâu nhất từ {shortMoment(desk.oldestSince)} ({ago(desk.oldestSince, view.now)})</>}.
        {desk.openCases > 0 && <> Chênh lệch chưa xử lý <strong>{desk.openCases}</strong>, quá hạn <strong>{desk.casesOverdue}</strong>.</>}
        {flows.length === 0 && ' Không có giấy tờ nào đang trên đường.'}
      </p>
      {flows.length > 0 && (
        <Table
          caption={`Luồng của ${desk.name}`} rows={flows} rowKey={({ agencyUnitId }) => agencyUnitId}
          columns={[
            { head: 'Cơ quan', cell: (flow) => flow.agencyName }, { head: 'Chuyển đi', number: true, cell: (flow) => flow.toAgency },
            { head: 'Chuyển về', number: true, cell: (flow) => flow.toDesk }, { head: 'Quá hạn', number: true, cell: (flow) => red(flow.late) },
          ]}
        />
      )}
    </Panel>
  );
};

export const DesksTab = ({ view }: { readonly view: SupervisedDesks }) => {
  const [chosen, setChosen] = useState<string>();
  const desks = view.desks.toSorted(byUrgency);
  const desk = desks.find(({ deskId }) => deskId === chosen);
  if (desks.length === 0) return <EmptyState icon="info" title="Chưa có quầy nào thuộc đơn vị này">Liên hệ quản trị hệ thống để được phân công đơn vị bưu chính.</EmptyState>;
  return (
    <div className="map-beside">
      <div className="stack">
        <DeskMap view={view} chosen={chosen} onChoose={setChosen} />
        <div aria-live="polite">{desk ? <Chosen view={view} desk={desk} /> : <p className="soft">Chọn một quầy trên bản đồ (phím mũi tên, Enter) hoặc trong bảng.</p>}</div>
      </div>
      <Panel title="Các quầy" count={desks.length} flush>
        <Table
          caption="Các quầy" rows={desks} rowKey={({ deskId }) => deskId} chosen={({ deskId }) => deskId === chosen} onOpen={({ deskId }) => setChosen(deskId)}
          columns={[
            { head: 'Quầy', cell: (one) => <Button look="plain" aria-pressed={one.deskId === chosen} onClick={() => setChosen(one.deskId)}>{one.name}</Button> },
            { head: 'Đang giữ', number: true, cell: (one) => one.held },
            { head: 'Lâu nhất', cell: (one) => (one.oldestSince ? ago(one.oldestSince, view.now) : '') },
            { head: 'Trên đường', number: true, cell: (one) => ofWhichLate(one.onTheWay, one.late) },
            { head: 'Chênh lệch', number: true, cell: (one) => ofWhichLate(one.openCases, one.casesOverdue) },
          ]}
        />
      </Panel>
    </div>
  );
};
