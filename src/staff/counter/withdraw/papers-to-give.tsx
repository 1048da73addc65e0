// Papers of dossiers withdrawn or stopped, sent back to this desk and waiting for their owner.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { papersToGiveView } from '#wire/give-back-papers.wire.ts';
import { ask } from '../../api/request.ts';
import { EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { shortMoment } from '../../words/moment-words.ts';

export const usePapersToGive = () =>
  useQuery({ queryKey: ['today', 'papers-back'], queryFn: ({ signal }) => ask('/api/desk/papers-back', papersToGiveView, signal), refetchInterval: 60_000 });

export const PapersToGive = () => {
  const papers = usePapersToGive();
  return (
    <Panel flush>
      <Loaded from={papers} lines={4}>
        {({ rows }) => rows.length === 0 ? (
          <EmptyState icon="paper" title="Không có giấy tờ nào phải trả lại" />
        ) : (
          <Table
            caption="Giấy tờ phải trả lại" rows={rows} rowKey={(row) => row.dossierId}
            columns={[
              { head: 'Mã hồ sơ', cell: (row) => <Link to="/ho-so/$dossierId" params={{ dossierId: row.dossierId }} className="code">{row.code}</Link> },
              { head: 'Người nộp', cell: (row) => row.applicantName },
              { head: 'Thủ tục', cell: (row) => row.procedureName },
              { head: 'Vì sao', cell: (row) => (row.cause === 'withdrawn' ? 'Công dân rút hồ sơ' : 'Dừng giải quyết') },
              { head: 'Việc', cell: (row) => (row.counted ? <span className="chip chip-green">Chờ trả lại</span> : <span className="chip chip-amber">Chờ kiểm đếm</span>) },
              { head: 'Biên bản chuyển trả', cell: (row) => <>{row.recordNumber}{row.sentAt && <span className="faint"> {shortMoment(row.sentAt)}</span>}</> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
};
