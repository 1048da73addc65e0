// Messages that wait to go out: what fetches them, how many there are, since when.
import { useQuery } from '@tanstack/react-query';
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import { type WaitingMessages, waitingMessages } from '#wire/outbox.wire.ts';
import { ask } from '../../api/request.ts';
import { EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';

type Topic = WaitingMessages['topics'][number];
const TOPICS: Readonly<Record<string, readonly [name: string, fate: string]>> = {
  'citizen-notice': ['Tin nhắn cho người dân', 'Chưa nối nơi gửi tin nhắn; giữ cùng hồ sơ, xem ở mục “Báo tin” của hồ sơ'],
  'national-portal': ['Trạng thái hồ sơ cho Cổng Dịch vụ công quốc gia', 'Chưa nối Cổng'],
  'staff-warning': ['Nhắc hạn gửi cán bộ', 'Chưa nối nơi gửi; cán bộ xem ở mục “Nhắc hạn”'],
  'carrier-order': ['Đơn gửi đơn vị chuyển phát', 'Tự gửi lại đến khi có trả lời'],
  'carrier-cancel': ['Hủy đơn chuyển phát', 'Tự gửi lại đến khi có trả lời'],
  'carrier-result': ['Báo đơn vị chuyển phát có kết quả', 'Tự gửi lại đến khi có trả lời'],
};
const COLUMNS: readonly Column<Topic>[] = [
  { head: 'Loại tin', cell: ({ topic }) => TOPICS[topic]?.[0] ?? topic },
  { head: 'Đang chờ', number: true, cell: ({ waiting }) => formatInteger(waiting) },
  { head: 'Tin cũ nhất', cell: ({ oldestAt }) => formatMoment(oldestAt) },
  { head: 'Gửi thế nào', cell: ({ topic, keptDays }) => <>{TOPICS[topic]?.[1] ?? ''}{keptDays !== undefined && `; quá ${keptDays} ngày thì bỏ`}</> },
];

export const WaitingMessagesPanel = () => {
  const waiting = useQuery({ queryKey: ['admin-outbox'], queryFn: ({ signal }) => ask('/api/admin/outbox', waitingMessages, signal), refetchInterval: 60_000 });
  return (
    <Loaded from={waiting}>
      {({ topics }) => (
        <Panel title="Tin chờ gửi ra ngoài" flush>
          {topics.length === 0 ? <EmptyState icon="check" title="Không có tin nào chờ gửi" /> : <Table caption="Tin chờ gửi ra ngoài, theo loại" columns={COLUMNS} rows={topics} rowKey={({ topic }) => topic} />}
        </Panel>
      )}
    </Loaded>
  );
};
