// The desk's day in one view: what must go out, what came back, what is due.
import './today.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import { Button, Key } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { DossierTable } from '../find-dossiers/dossier-table.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { PapersToGive, usePapersToGive } from '../withdraw/papers-to-give.tsx';
import { Uncollected, useUncollected } from '../uncollected/uncollected.tsx';
import { Incoming } from './incoming.tsx';
import { ToGoOut } from './to-go-out.tsx';
import { useToday } from './use-today.ts';

const Sent = ({ view }: { readonly view: DeskTodayView }) =>
  view.sent.length === 0 ? (
    <EmptyState icon="send" title="Không có hồ sơ nào đang trên đường đến cơ quan">
      Hồ sơ đã chuyển mà cơ quan chưa xác nhận sẽ hiện ở đây.
    </EmptyState>
  ) : (
    <Table
      caption="Biên bản chưa được cơ quan xác nhận"
      rows={view.sent}
      rowKey={(r) => r.handOverId}
      columns={[
        { head: 'Biên bản giao nhận', cell: (r) => <strong>{r.recordNumber}</strong> },
        { head: 'Cơ quan nhận', cell: (r) => r.agencyName },
        { head: 'Chuyển lúc', cell: (r) => `${shortMoment(r.sentAt)} · ${r.sentByName}` },
        { head: 'Hồ sơ', number: true, cell: (r) => r.dossierCount },
        { head: 'Chưa xác nhận', number: true, cell: (r) => r.openCount },
      ]}
    />
  );

const Supplements = ({ view }: { readonly view: DeskTodayView }) => {
  const navigate = useNavigate();
  return view.supplements.length === 0 ? (
    <EmptyState title="Không có hồ sơ nào chờ người dân bổ sung" />
  ) : (
    <Table
      caption="Hồ sơ chờ bổ sung"
      rows={view.supplements}
      rowKey={(r) => r.dossierId}
      onOpen={(r) => void navigate({ to: '/ho-so/$dossierId', params: { dossierId: r.dossierId } })}
      columns={[
        { head: 'Mã hồ sơ', cell: (r) => <Link className="code" to="/ho-so/$dossierId" params={{ dossierId: r.dossierId }}>{r.code}</Link> },
        { head: 'Chủ hồ sơ', cell: (r) => r.ownerName ?? r.applicantName },
        {
          head: 'Cần bổ sung',
          cell: (r) => (
            <>
              {r.items.join('; ')}
              <div className="faint">{r.reason}</div>
            </>
          ),
        },
        { head: 'Yêu cầu lúc', cell: (r) => shortMoment(r.askedAt) },
        {
          head: 'Hạn bổ sung',
          cell: (r) => (
            <>
              {r.answerBy ? shortMoment(r.answerBy) : <span className="faint">không có hạn</span>}
              {r.answerSentAt && <div className="faint">đã gửi trực tuyến {shortMoment(r.answerSentAt)}, cơ quan đang xem</div>}
            </>
          ),
        },
      ]}
    />
  );
};

const TabBody = ({ tab, view }: { readonly tab: string; readonly view: DeskTodayView }) => {
  switch (tab) {
    case 'out':
      return <ToGoOut view={view} />;
    case 'sent':
      return (
        <Panel flush>
          <Sent view={view} />
        </Panel>
      );
    case 'back':
      return <Incoming view={view} />;
    case 'return':
      return (
        <Panel flush>
          {view.readyToReturn.length === 0 ? (
            <EmptyState icon="return" title="Chưa có kết quả nào chờ trả tại quầy" />
          ) : (
            <DossierTable caption="Kết quả chờ trả" rows={view.readyToReturn} now={view.now} to="/tra-ket-qua/$dossierId" />
          )}
        </Panel>
      );
    case 'due':
      return (
        <Panel flush>
          {view.dueSoon.length === 0 ? (
            <EmptyState icon="clock" title="Không có hồ sơ nào quá hạn hoặc sắp đến hạn" />
          ) : (
            <DossierTable caption="Quá hạn và sắp đến hạn" rows={view.dueSoon} now={view.now} />
          )}
        </Panel>
      );
    case 'uncollected':
      return <Uncollected />;
    case 'papers':
      return <PapersToGive />;
    case 'supplement':
      return (
        <Panel flush>
          <Supplements view={view} />
        </Panel>
      );
    default:
      return (
        <Panel flush>
          {view.filedOnline.length === 0 ? (
            <EmptyState icon="inbox" title="Không có hồ sơ trực tuyến nào chờ tiếp nhận" />
          ) : (
            <DossierTable caption="Hồ sơ nộp trực tuyến" rows={view.filedOnline} now={view.now} hideDue />
          )}
        </Panel>
      );
  }
};

const Figure = ({
  n,
  label,
  tone,
  onOpen,
}: {
  readonly n: number;
  readonly label: string;
  readonly tone?: 'red' | 'amber';
  readonly onOpen?: () => void;
}) => (
  <button type="button" className={`figure${tone && n > 0 ? ` figure-${tone}` : ''}`} onClick={onOpen} disabled={!onOpen}>
    <strong>{n}</strong>
    <span>{label}</span>
  </button>
);

export const TodayScreen = () => {
  const today = useToday();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const papers = usePapersToGive();
  const uncollected = useUncollected();
  return (
    <Screen
      title={today.data ? `Hôm nay, ${formatDay(dateOf(today.data.now))}` : 'Hôm nay'}
      acts={
        <>
          <Button icon="send" onClick={() => void navigate({ to: '/gui-di' })}>Gửi đi</Button>
          <Button icon="paper" onClick={() => void navigate({ to: '/giao-nhan' })}>Giấy tờ đang giữ</Button>
          <Button look="main" icon="receive" onClick={() => void navigate({ to: '/tiep-nhan' })}>
            Tiếp nhận mới <Key name="F2" />
          </Button>
        </>
      }
    >
      <Loaded from={today} lines={8}>
        {(view) => {
          const c = view.counts;
          const tab = chosen ?? (c.incoming > 0 && c.toGoOut === 0 ? 'back' : 'out');
          return (
            <>
              <div className="figures">
                <Figure n={c.receivedToday} label="đã tiếp nhận hôm nay" />
                <Figure n={c.returnedToday} label="đã trả hôm nay" />
                <Figure n={c.toGoOut} label="chờ chuyển đi" onOpen={() => setChosen('out')} />
                <Figure n={c.incoming} label="kết quả đang về" onOpen={() => setChosen('back')} />
                <Figure n={c.readyToReturn} label="chờ trả" onOpen={() => setChosen('return')} />
                <Figure n={c.dueToday} label="đến hạn hôm nay" tone="amber" onOpen={() => setChosen('due')} />
                <Figure n={c.overdue} label="quá hạn" tone="red" onOpen={() => setChosen('due')} />
              </div>
              <Tabs
                label="Việc tại quầy"
                value={tab}
                onValue={setChosen}
                tabs={[
                  { id: 'out', label: 'Chờ chuyển đi', count: c.toGoOut },
                  { id: 'sent', label: 'Đang đến cơ quan', count: c.sent },
                  { id: 'back', label: 'Kết quả về', count: c.incoming },
                  { id: 'return', label: 'Chờ trả', count: c.readyToReturn },
                  { id: 'uncollected', label: 'Chưa đến nhận', count: uncollected.data?.rows.filter((row) => row.isDue).length ?? 0 },
                  { id: 'due', label: 'Sắp đến hạn, quá hạn', count: c.dueSoon + c.dueToday + c.overdue },
                  { id: 'supplement', label: 'Chờ bổ sung', count: c.supplements },
                  { id: 'papers', label: 'Trả lại giấy tờ', count: papers.data?.rows.length ?? 0 },
                  { id: 'online', label: 'Nộp trực tuyến', count: c.filedOnline },
                ]}
              >
                <TabBody tab={tab} view={view} />
              </Tabs>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};
