// The couriers' rounds of today: whose hands each item is in, and what nobody has taken into a round; no receiver is named.
import { formatDate } from '#core/kernel/format.ts';
import { STOP_WORDS } from '#wire/courier-words.ts';
import type { PostRoundsView } from '#wire/courier-desk.wire.ts';
import { EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';

const NOBODY = 'Chưa xếp chuyến';

export const RoundsTab = ({ view }: { readonly view: PostRoundsView }) => (view.stops.length === 0
  ? <EmptyState icon="send" title="Không có bưu gửi nào phải phát">Kết quả gửi về nhà của các quầy sẽ hiện ở đây theo chuyến của từng bưu tá.</EmptyState> : (
    <Panel title={`Chuyến phát ngày ${formatDate(view.day)}`} count={view.stops.length} flush>
      <Table
        caption="Chuyến phát" rows={view.stops.toSorted((a, b) => ((a.courierName ?? '') < (b.courierName ?? '') ? -1 : 1))} rowKey={({ shipmentId }) => shipmentId}
        groupOf={({ courierName }) => courierName ?? NOBODY} groupHead={(name, rows) => <>{name} <span className="count">{rows.length}</span></>}
        columns={[
          { head: 'Bưu gửi', cell: (stop) => <span className="code">{stop.itemNumber ?? 'chưa có số hiệu'}</span> },
          { head: 'Quầy', cell: (stop) => stop.deskName },
          { head: 'Ngày', cell: (stop) => (stop.day === undefined ? '' : <span className={stop.day < view.day ? 'due-late' : undefined}>{formatDate(stop.day)}</span>) },
          { head: 'Tình trạng', cell: (stop) => (stop.state === undefined ? NOBODY : STOP_WORDS[stop.state]) },
        ]}
      />
    </Panel>
  ));
