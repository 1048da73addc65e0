// Outcomes that nobody has come for: who is to be invited, which time, and what goes back to its agency.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatDay } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { uncollectedView } from '#wire/collection.wire.ts';
import { ask } from '../../api/request.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { UncollectedDialog } from './uncollected-dialog.tsx';
import { type UncollectedRow, stepName } from './uncollected-row.ts';

export const useUncollected = () =>
  useQuery({ queryKey: ['today', 'uncollected'], queryFn: ({ signal }) => ask('/api/desk/uncollected', uncollectedView, signal), refetchInterval: 60_000 });

export const Uncollected = () => {
  const waiting = useUncollected();
  const [open, setOpen] = useState<UncollectedRow>();
  return (
    <Panel flush>
      <Loaded from={waiting} lines={4}>
        {({ rows }) => rows.length === 0 ? (
          <EmptyState icon="return" title="Không có kết quả nào chưa được nhận">Kết quả nằm ở quầy từ ngày làm việc sau ngày hẹn trả sẽ hiện ở đây để mời.</EmptyState>
        ) : (
          <Table
            caption="Kết quả chưa có người đến nhận" rows={rows} rowKey={(row) => row.dossierId}
            columns={[
              { head: 'Mã hồ sơ', cell: (row) => <Link to="/ho-so/$dossierId" params={{ dossierId: row.dossierId }} className="code">{row.code}</Link> },
              { head: 'Người nộp', cell: (row) => <>{row.applicantName}{row.phone && <div className="faint">{row.phone}</div>}</> },
              { head: 'Thủ tục', cell: (row) => row.procedureName },
              { head: 'Ở quầy từ', cell: (row) => <>{formatDate(dateOf(row.since))}{row.dueAt && <div className="faint">hẹn trả {formatDate(dateOf(row.dueAt))}</div>}</> },
              { head: 'Đã mời', cell: (row) => (row.invitedOn.length === 0 ? <span className="faint">chưa mời</span> : row.invitedOn.map(formatDate).join(', ')) },
              {
                head: 'Việc', cell: (row) => (row.isDue
                  ? <Button look={row.step.kind === 'send-back' ? 'red' : 'normal'} onClick={() => setOpen(row)} aria-label={`${stepName(row)}: ${row.code}`}>{stepName(row)}</Button>
                  : <span className="faint">{stepName(row)} từ {formatDay(row.step.from)}</span>),
              },
            ]}
          />
        )}
      </Loaded>
      {open && <UncollectedDialog row={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
};
