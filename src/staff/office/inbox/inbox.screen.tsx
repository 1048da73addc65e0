// The agency's day: what came, what is due, what waits for whom; worked by keyboard as well as by hand.
import '../office.css';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { INBOX_TABS } from '#wire/list-names.ts';
import { INBOX_COUNT_CAP, type InboxCounts, type InboxRow, type InboxTab } from '#wire/office-inbox.wire.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { KeyHints } from '../../design/key-hints.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { useOfficeScanner } from '../use-office-scanner.ts';
import { useInbox } from '../use-office.ts';
import { AcceptManyDialog } from './accept-many.tsx';
import { countWords, EMPTY_WORDS, firstTabsOf, type InboxSearch, TAB_LABELS, tabWithWork } from '../inbox-search.ts';
import { InboxTable } from './inbox-table.tsx';
import { SendOutcomesDialog } from './send-outcomes.tsx';
import { useListKeys } from './use-list-keys.ts';

const TONES: Partial<Readonly<Record<InboxTab, string>>> = { overdue: 'count-red', 'due-today': 'count-amber', answered: 'count-amber' };

const tabLabel = (tab: InboxTab, counts: InboxCounts | undefined) => {
  const count = counts?.[tab] ?? 0;
  // a nought would only take the room of what there is
  return <>{TAB_LABELS[tab]}{count > 0 && <> <span className={`count ${TONES[tab] ?? ''}`}>{countWords(count, INBOX_COUNT_CAP)}</span></>}</>;
};

type Doing = 'accept' | 'reject' | 'send' | undefined;

const Bulk = ({ tab, marked, onDo }: { readonly tab: InboxTab; readonly marked: readonly InboxRow[]; readonly onDo: (doing: Doing) => void }) => {
  const none = marked.length === 0;
  if (tab === 'new') {
    return (
      <>
        <Button look="red" disabled={none} onClick={() => onDo('reject')}>Không nhận</Button>
        <Button look="main" icon="check" hotkey="F9" disabled={none} onClick={() => onDo('accept')}>Xác nhận đã nhận{none ? '' : ` ${marked.length} hồ sơ`}</Button>
      </>
    );
  }
  const desks = new Set(marked.map((row) => row.deskId));
  return (
    <>
      {desks.size > 1 && <span className="field-warning">Mỗi biên bản chỉ gửi về một nơi.</span>}
      <Button look="main" icon="send" hotkey="F9" disabled={none || desks.size > 1} onClick={() => onDo('send')}>Chuyển trả kết quả{none ? '' : ` (${marked.length})`}</Button>
    </>
  );
};

export const InboxScreen = () => {
  const me = useMe();
  const navigate = useNavigate();
  const named = (useSearch({ strict: false }) as InboxSearch).muc;
  const first = firstTabsOf(me.roles);
  const tab = named ?? first[0] ?? 'new';
  const [doing, setDoing] = useState<Doing>();
  useOfficeScanner();
  const inbox = useInbox(tab);
  const tabsBox = useRef<HTMLDivElement>(null);
  const counted = inbox.data !== undefined;
  useEffect(() => { void tabsBox.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [tab, counted]);
  const pages = inbox.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const last = pages.at(-1);
  const ordered = tab === 'to-send' ? [...rows].sort((a, b) => a.deskName.localeCompare(b.deskName, 'vi')) : rows;
  const list = useListKeys(ordered.map((row) => row.dossierId), (dossierId) => void navigate({ to: '/co-quan/ho-so/$dossierId', params: { dossierId } }));
  const marked = ordered.filter((row) => list.marked.has(row.dossierId));
  const bulk = tab === 'new' || tab === 'to-send';
  const open = (id: string) => { list.setMarked([]); list.go(-1); void navigate({ to: '/co-quan/ho-so', search: { muc: id as InboxTab }, replace: true }); };
  const better = named === undefined && last ? tabWithWork(first, last.counts) : tab;
  if (better !== tab) return <Navigate to="/co-quan/ho-so" search={{ muc: better }} replace />;
  return (
    <Screen title={<>Hồ sơ chờ xử lý{last && <small className="screen-day">{formatDay(dateOf(last.now))}</small>}</>} acts={<><KeyHints hints={[['j', 'xuống'], ['k', 'lên'], ...(bulk ? [['x', 'chọn'] as const] : []), ['Enter', 'mở']]} /><Button icon="paper" onClick={() => void navigate({ to: '/co-quan/giao-nhan' })}>Giấy tờ đang giữ</Button></>}>
      <div className="screen-inbox" ref={tabsBox}>
      <Tabs label="Hồ sơ theo việc cần làm" value={tab} onValue={open} tabs={INBOX_TABS.map((one) => ({ id: one, label: tabLabel(one, last?.counts) }))}>
        <Loaded from={{ data: inbox.data, error: inbox.error, isPending: inbox.isPending, refetch: inbox.refetch }} lines={9}>
          {() => (
            <Panel
              flush
              title={bulk && rows.length > 0 ? <span className="bulk-count">{marked.length > 0 ? `Đã chọn ${marked.length}` : tab === 'new' ? 'Chọn hồ sơ đã kiểm đếm' : 'Chọn kết quả gửi cùng một biên bản'}</span> : undefined}
              acts={bulk && rows.length > 0 ? <>{tab === 'new' && <Button look="plain" onClick={() => list.setMarked(marked.length === rows.length ? [] : rows.map((row) => row.dossierId))}>{marked.length === rows.length ? 'Bỏ chọn' : `Chọn cả ${rows.length}`}</Button>}<Bulk tab={tab} marked={marked} onDo={setDoing} /></> : undefined}
              foot={inbox.hasNextPage ? <div className="row-between"><span className="faint">Đang hiện {rows.length} hồ sơ, đến hạn trước xếp trước.</span><Button busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>Hiện thêm 50 hồ sơ</Button></div> : undefined}
            >
              {rows.length === 0
                ? <EmptyState icon={tab === 'overdue' || tab === 'due-today' ? 'check' : 'inbox'} title={EMPTY_WORDS[tab][0]}>{EMPTY_WORDS[tab][1]}</EmptyState>
                : last && <InboxTable tab={tab} rows={ordered} now={last.now} list={list} ticks={bulk} />}
            </Panel>
          )}
        </Loaded>
      </Tabs>
      </div>
      {(doing === 'accept' || doing === 'reject') && <AcceptManyDialog rows={marked} reject={doing === 'reject'} onClose={() => setDoing(undefined)} onDone={() => list.setMarked([])} />}
      {doing === 'send' && <SendOutcomesDialog rows={marked} onClose={() => setDoing(undefined)} />}
    </Screen>
  );
};
