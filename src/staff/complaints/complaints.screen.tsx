// Complaints about the postal service: what is due first, and a new one received.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { COMPLAINT_STATE_WORDS, SUBJECT_WORDS } from '#wire/complaint-words.ts';
import type { ComplaintRow } from '#wire/complaints.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { ReceiveDialog } from './receive-dialog.tsx';
import { ONE_PATHS, type Side, useComplaints } from './use-complaints.ts';

const Rows = ({ side, rows, caption }: { readonly side: Side; readonly rows: readonly ComplaintRow[]; readonly caption: string }) => (
  <Table
    caption={caption} rows={rows} rowKey={({ complaintId }) => complaintId}
    columns={[
      { head: 'Số', cell: (one) => <><Link className="code" to={ONE_PATHS[side]} params={{ complaintId: one.complaintId }}>{one.number}</Link><div className="faint">{fullMoment(one.receivedAt)}</div></> },
      { head: 'Khiếu nại về', cell: (one) => <>{SUBJECT_WORDS[one.subject]} <span className="code">{one.subjectCode}</span>{side === 'post' && <div className="faint">{one.deskName}</div>}</> },
      { head: 'Tình trạng', cell: (one) => <>{COMPLAINT_STATE_WORDS[one.state]}{one.takenUpByName !== undefined && <div className="faint">{one.takenUpByName}</div>}</> },
      { head: 'Hạn giải quyết', cell: (one) => (one.endedAt ? <span className="faint">xong {fullMoment(one.endedAt)}</span> : <span className={one.isOverdue ? 'due-late' : undefined}>{formatDate(one.settleBy)}{one.isOverdue && ', quá hạn'}</span>) },
    ]}
  />
);

const Complaints = ({ side }: { readonly side: Side }) => {
  const complaints = useComplaints(side);
  const navigate = useNavigate();
  const [receiving, setReceiving] = useState(false);
  return (
    <Screen title="Khiếu nại dịch vụ bưu chính" acts={<Button look="main" icon="receive" hotkey="F9" onClick={() => setReceiving(true)}>Tiếp nhận khiếu nại</Button>}>
      <Loaded from={complaints} lines={8}>
        {({ complaints: all }) => {
          const open = all.filter(({ endedAt }) => endedAt === undefined);
          const over = all.filter(({ endedAt }) => endedAt !== undefined);
          return (
            <div className="stack">
              <Panel title="Chưa giải quyết" count={open.length} flush>
                {open.length === 0 ? <EmptyState icon="check" title="Không có khiếu nại nào chờ giải quyết">Khiếu nại đã tiếp nhận sẽ hiện ở đây theo hạn: 05 ngày làm việc trong tỉnh, 07 ngày làm việc liên tỉnh.</EmptyState> : <Rows side={side} rows={open} caption="Khiếu nại chưa giải quyết" />}
              </Panel>
              {over.length > 0 && <Panel title="Đã kết thúc" count={over.length} flush><Rows side={side} rows={over} caption="Khiếu nại đã kết thúc" /></Panel>}
            </div>
          );
        }}
      </Loaded>
      {receiving && <ReceiveDialog side={side} onClose={() => setReceiving(false)} onDone={({ complaintId }) => void navigate({ to: ONE_PATHS[side], params: { complaintId } })} />}
    </Screen>
  );
};

export const DeskComplaintsScreen = () => <Complaints side="desk" />;
export const PostComplaintsScreen = () => <Complaints side="post" />;
