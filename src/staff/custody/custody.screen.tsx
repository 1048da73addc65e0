// Who holds what: what lies here, what is on its way here and from here, and what both sides counted differently.
import '../office/office.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CUSTODY_COUNT_CAP, type CustodyList } from '#wire/custody.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Tabs } from '../design/tabs.tsx';
import { countWords } from '../office/inbox-search.ts';
import { CaseList } from './case-list.tsx';
import { CUSTODY_TABS, type CustodySearch, type CustodyTab } from './custody-search.ts';
import { HeldTable } from './held-table.tsx';
import { PapersComing, PapersToFollow } from './papers-after.tsx';
import { type Side, useCustody } from './use-custody.ts';

const LABELS: Readonly<Record<CustodyTab, string>> = { held: 'Đang giữ', coming: 'Đang chuyển đến', sent: 'Đã gửi, chờ nhận', cases: 'Chênh lệch' };
const EMPTY: Readonly<Record<CustodyList, readonly [string, string]>> = {
  held: ['Không có giấy tờ nào đang giữ', 'Giấy tờ tiếp nhận, kết quả và giấy tờ thu hồi đang ở đây sẽ hiện trong danh sách này.'],
  coming: ['Không có giấy tờ nào đang chuyển đến', 'Giấy tờ bên kia đã gửi kèm biên bản mà chưa xác nhận nhận sẽ hiện ở đây.'],
  sent: ['Không có giấy tờ nào chờ bên kia xác nhận', 'Giấy tờ đã gửi kèm biên bản mà bên nhận chưa xác nhận sẽ hiện ở đây.'],
};

const Custody = ({ side }: { readonly side: Side }) => {
  const navigate = useNavigate();
  const { muc: tab = 'held' } = useSearch({ strict: false }) as CustodySearch;
  const list = tab === 'cases' ? 'held' : tab;
  const custody = useCustody(side, list);
  const pages = custody.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((page) => page.rows);
  const open = (id: string) => void navigate({ to: side === 'desk' ? '/giao-nhan' : '/co-quan/giao-nhan', search: id === 'held' ? {} : { muc: id as CustodyTab }, replace: true });
  return (
    <Screen
      title={side === 'desk' ? 'Giấy tờ quầy đang giữ' : 'Giấy tờ cơ quan đang giữ'}
      acts={<Link className="button" to={side === 'desk' ? '/kiem-ke' : '/co-quan/kiem-ke'}>Kiểm kê</Link>}
    >
      <Tabs
        label="Giấy tờ theo nơi giữ" value={tab} onValue={open}
        tabs={CUSTODY_TABS.map((id) => ({
          id, label: <>{LABELS[id]}{first && <> <span className={id === 'cases' && first.counts.cases > 0 ? 'count count-red' : 'count'}>{countWords(first.counts[id], CUSTODY_COUNT_CAP)}</span></>}</>,
        }))}
      >
        {tab === 'cases' ? <CaseList side={side} /> : (
          <Loaded from={{ data: custody.data, error: custody.error, isPending: custody.isPending, refetch: custody.refetch }} lines={8}>
            {() => first && (
              <div className="stack">
                {side === 'desk' && tab === 'held' && <PapersToFollow />}
                {side === 'office' && tab === 'coming' && <PapersComing />}
                <Panel
                  flush
                  foot={custody.hasNextPage ? <div className="row-between"><span className="faint">Đang hiện {rows.length} mục, giữ lâu nhất xếp trước.</span><Button busy={custody.isFetchingNextPage} onClick={() => void custody.fetchNextPage()}>Hiện thêm 50 mục</Button></div> : undefined}
                >
                  {rows.length === 0 ? <EmptyState icon="paper" title={EMPTY[list][0]}>{EMPTY[list][1]}</EmptyState>
                    : <HeldTable rows={rows} side={side} list={list} now={first.now} caption={LABELS[list]} />}
                </Panel>
              </div>
            )}
          </Loaded>
        )}
      </Tabs>
    </Screen>
  );
};

export const DeskCustodyScreen = () => <Custody side="desk" />;
export const OfficeCustodyScreen = () => <Custody side="office" />;
