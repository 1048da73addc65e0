// Events that were told and do not count, each with its sentence.
import type { CarrierView } from '#wire/carriers.wire.ts';
import { eventRefusalWords } from '#wire/refusals/carriers.ts';
import { EmptyState, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { fullMoment } from '../../words/moment-words.ts';

type Row = CarrierView['refusedEvents'][number] & { readonly carrierId: string; readonly carrierName: string };

const COLUMNS: readonly Column<Row>[] = [
  { head: 'Số đơn', cell: (row) => <><strong>{row.orderNumber || 'không có'}</strong><br /><span className="faint">{row.carrierName}</span></> },
  { head: 'Sự kiện', cell: (row) => <>{row.message} <span className="faint">(mã {row.code})</span></> },
  { head: 'Xảy ra', cell: (row) => row.at ? <span className="nowrap">{fullMoment(row.at)}</span> : <span className="faint">không rõ</span> },
  { head: 'Nhận được', cell: (row) => <span className="nowrap">{fullMoment(row.receivedAt)}</span> },
  { head: 'Vì sao không tính', cell: (row) => eventRefusalWords({ kind: row.refused }) },
];

export const RefusedEvents = ({ carriers }: { readonly carriers: readonly CarrierView[] }) => {
  const rows = carriers.flatMap(({ carrierId, name, refusedEvents }) => refusedEvents.map((event): Row => ({ ...event, carrierId, carrierName: name })));
  return (
    <Panel title="Sự kiện không được tính" flush>
      {rows.length === 0
        ? <EmptyState icon="check" title="Mọi sự kiện đều được tính">Sự kiện cũ hơn đơn, không rõ của đơn nào hoặc không đọc được giờ sẽ hiện ở đây.</EmptyState>
        : <Table caption="Sự kiện không được tính" rows={rows} rowKey={(row) => `${row.carrierId} ${row.eventId}`} columns={COLUMNS} />}
    </Panel>
  );
};
