// Mất mạng: what waits on this machine, what is parked and why, and every way out.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import { reasonAlone } from '#wire/refusals/offline.ts';
import { shelfOf } from '../counter/receive-dossier/draft-db.ts';
import { useDraftOwner } from '../counter/receive-dossier/use-draft.ts';
import { CaseList } from '../cases/case-list.tsx';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { type Column, Table } from '../design/table.tsx';
import { Tabs } from '../design/tabs.tsx';
import { toast } from '../design/toast.tsx';
import { useOnline } from '../api/use-online.ts';
import { fullMoment } from '../words/moment-words.ts';
import { CASE_KINDS, OFFLINE_LABELS } from '../words/offline-words.ts';
import './alone.css';
import { useIsCounter } from './counter-here.ts';
import { type CounterStanding, openedCounter, type QueueRow, type QueueState, useStanding } from './counter.ts';
import { CarryDialog } from './carry-dialog.tsx';
import { EnrolPanel } from './enrol-panel.tsx';
import { MachinePanel } from './machine-panel.tsx';
import { STOPPED, stoppedTone } from './standing-words.ts';

const STATES: Readonly<Record<QueueState, { readonly words: string; readonly tone: string }>> = {
  queued: { words: 'Chờ gửi', tone: '' }, sending: { words: 'Đang gửi', tone: 'chip-green' }, 'waiting-for-file': { words: 'Chờ gửi bản quét', tone: '' },
  refused: { words: 'Máy chủ chưa nhận', tone: 'chip-red' }, done: { words: 'Đã gửi', tone: 'chip-green' },
};

/** Kept at the office it has the same name as in the list there. */
const Standing = ({ row }: { readonly row: QueueRow }) => {
  const kept = row.state === 'refused' && row.atOffice ? CASE_KINDS[row.isDoubted ? 'quarantined' : 'refused'] : undefined;
  return <span className={`chip ${kept ? `chip-${kept.tone}` : STATES[row.state].tone}`}>{kept?.label ?? STATES[row.state].words}</span>;
};

const Ways = ({ row, onDone }: { readonly row: QueueRow; readonly onDone: () => void }) => {
  const navigate = useNavigate();
  const { world, owner } = useDraftOwner();
  const [busy, setBusy] = useState(false);
  if (row.state !== 'refused') return null;
  const way = (act: () => Promise<void>, said: string) => async (): Promise<void> => {
    setBusy(true);
    try { await act(); toast(said); } catch (error) { toast(error instanceof Error ? error.message : 'Chưa làm được.', 'red'); }
    setBusy(false);
    onDone();
  };
  const correct = async (): Promise<void> => {
    if (row.act !== 'receive-dossier') return navigate({ to: '/mat-mang/sua/$commandId', params: { commandId: row.commandId } });
    const draft = await openedCounter().correct(row.commandId, owner);
    if (!draft) return toast('Việc này không còn chờ sửa, hoặc máy chưa có thủ tục này; đồng bộ rồi mở lại.', 'red');
    const shelf = shelfOf(world);
    const now = await shelf.current(owner);
    if (now && now.draftId !== draft.draftId) await shelf.shelve(now);
    await shelf.takeUp(draft);
    return navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: draft.procedureCode }, search: { resume: draft.draftId } });
  };
  return (
    <span className="row">
      {row.mayCorrect && <Button look="main" busy={busy} onClick={() => void correct()}>Sửa và gửi lại</Button>}
      <Button busy={busy} onClick={() => void way(() => openedCounter().sendAgain(row.commandId), 'Đã gửi lại.')()}>Gửi lại</Button>
      {row.dossierId && row.act !== 'receive-dossier' && !row.mayCorrect && !row.isDoubted && <Button onClick={() => void navigate({ to: '/ho-so/$dossierId', params: { dossierId: row.dossierId ?? '' } })}>Mở hồ sơ</Button>}
      {row.mayLeave && <Button look="plain" busy={busy} onClick={() => void way(() => openedCounter().leaveToOffice(row.commandId), 'Việc này nằm ở “Việc cần xem sau khi có mạng”.')()}>Chuyển cho văn phòng</Button>}
    </span>
  );
};

const About = ({ row: { code, who, dossierCount } }: { readonly row: QueueRow }) => (
  <>
    {code && <div className="code">{code}</div>}
    {who ? <div>{who}</div> : dossierCount > 1 && <div>{formatInteger(dossierCount)} hồ sơ</div>}
  </>
);

const columns = (onDone: () => void): readonly Column<QueueRow>[] => [
  { head: 'Việc', cell: (row) => <><strong>{OFFLINE_LABELS[row.act]}</strong><About row={row} /></> },
  { head: 'Làm lúc', cell: (row) => <span className="nowrap">{fullMoment(row.madeAt)}</span> },
  { head: 'Tình trạng', cell: (row) => <><Standing row={row} />{row.reason && <p>{row.mayCorrect ? reasonAlone(row.reason, row.act) : row.reason}</p>}</> },
  { head: 'Cách giải quyết', cell: (row) => <Ways row={row} onDone={onDone} /> },
];

const Shut = ({ waiting }: { readonly waiting: number }) => (
  <EmptyState icon="info" title="Kho dữ liệu đang khóa">Mở kho ở dòng trên cùng để xem từng việc. {waiting > 0 && `Có ${formatInteger(waiting)} việc chưa gửi, không việc nào mất.`}</EmptyState>
);

const Queue = ({ standing }: { readonly standing: CounterStanding }) => {
  const client = useQueryClient();
  const online = useOnline();
  const [carrying, setCarrying] = useState<'out' | 'in'>();
  const queue = useQuery({ queryKey: ['counter-queue'], queryFn: () => openedCounter().queue(), networkMode: 'always', enabled: standing.vault === 'open' });
  const again = () => void client.invalidateQueries({ queryKey: ['counter-queue'] });
  useEffect(again, [client, standing]);
  if (standing.vault !== 'open') return <Shut waiting={standing.waiting} />;
  return (
    <Loaded from={queue}>
      {(rows) => (
        <Panel
          title="Việc chưa gửi" count={rows.length} flush
          acts={<><Button onClick={() => void openedCounter().syncNow().then(again)} disabled={!online}>Gửi ngay</Button><Button onClick={() => setCarrying('out')}>Lưu ra tệp</Button><Button onClick={() => setCarrying('in')}>Nhập từ tệp</Button></>}
        >
          {rows.length === 0
            ? <EmptyState icon="check" title="Mọi việc đã gửi">Máy chủ đã nhận đủ những gì làm tại máy này.</EmptyState>
            : <Table caption="Việc chưa gửi" columns={columns(again)} rows={rows} rowKey={(row) => row.commandId} />}
          {carrying && <CarryDialog way={carrying} onClose={() => { setCarrying(undefined); again(); }} />}
        </Panel>
      )}
    </Loaded>
  );
};

export const QueueScreen = () => {
  const standing = useStanding();
  const isCounter = useIsCounter();
  const [tab, setTab] = useState('queue');
  if (!isCounter) return <Screen title="Làm việc khi mất mạng"><EnrolPanel /></Screen>;
  if (!standing) return <Screen title="Làm việc khi mất mạng"><p role="status">Đang đọc kho dữ liệu của quầy…</p></Screen>;
  return (
    <Screen title="Làm việc khi mất mạng">
      {standing.stopped && <Banner tone={stoppedTone(standing.stopped)}>{STOPPED[standing.stopped]}</Banner>}
      {standing.storage === 'full' && <Banner tone="red">Ổ đĩa của máy đã đầy nên không ghi thêm được; những gì đã ghi còn nguyên. Lưu việc chưa gửi ra tệp, xóa bớt tệp khác trên máy rồi làm tiếp.</Banner>}
      <Tabs label="Quầy khi mất mạng" value={tab} onValue={setTab} tabs={[{ id: 'queue', label: 'Việc chưa gửi' }, { id: 'cases', label: 'Việc cần xem sau khi có mạng' }, { id: 'machine', label: 'Máy này' }]}>
        {tab === 'queue' ? <Queue standing={standing} /> : tab === 'cases' ? (standing.vault === 'open' ? <CaseList side="desk" /> : <Shut waiting={standing.waiting} />) : <MachinePanel standing={standing} />}
      </Tabs>
    </Screen>
  );
};
