// The supervisor of the post: desks and flows on a map, what is on the road, what is lost, what is to be settled.
import './supervision.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatDate } from '#core/kernel/format.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import type { SupervisedCase } from '#wire/supervision.wire.ts';
import { EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { Tabs } from '../design/tabs.tsx';
import { isUncounted } from '../money/remittance-table.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { DesksTab } from './desks-tab.tsx';
import { MoneyTab } from './money-tab.tsx';
import { RoadTab } from './road-tab.tsx';
import { RoundsTab } from './rounds-tab.tsx';
import { POST_TABS, type PostSearch, type PostTab } from './post-search.ts';
import { useDesks, useOpenCases, useMoney, useRoad, useRounds } from './use-supervision.ts';

const Cases = ({ cases }: { readonly cases: readonly SupervisedCase[] }) => (cases.length === 0
  ? <EmptyState icon="check" title="Không có chênh lệch nào chưa xử lý">Việc thiếu, hư hỏng, thất lạc của các quầy sẽ hiện ở đây theo hạn xử lý.</EmptyState> : (
    <Panel title="Chênh lệch chưa xử lý" count={cases.length} flush>
      <Table
        caption="Chênh lệch chưa xử lý" rows={cases} rowKey={({ caseId }) => caseId}
        columns={[
          { head: 'Hồ sơ', cell: (one) => <>{one.dossierId === undefined ? <span className="code">{one.pickupLabel !== undefined ? `Hồ sơ nhận tại nhà ${one.pickupLabel}` : one.bagLabel === undefined ? 'Giấy tờ thừa' : `Túi ${bagLabelInGroups(one.bagLabel)}`}</span> : <Link className="code" to="/buu-dien/ho-so/$dossierId" params={{ dossierId: one.dossierId }}>{one.code}</Link>}<div className="faint">{[one.deskName, one.agencyName].filter(Boolean).join(', ')}</div></> },
          { head: 'Việc', cell: (one) => <><strong>{CASE_WORDS[one.kind]}</strong><div className="faint">giao {one.sent}, nhận {one.arrived}. {one.note}</div></> },
          { head: 'Mở lúc', cell: (one) => shortMoment(one.openedAt) },
          { head: 'Hạn xử lý', cell: (one) => <span className={one.isOverdue ? 'due-late' : undefined}>{formatDate(one.settleBy)}</span> },
        ]}
      />
    </Panel>
  ));

const LABELS: Readonly<Record<PostTab, string>> = { quay: 'Quầy và luồng', duong: 'Trên đường', 'chuyen-phat': 'Chuyến phát', 'tien-thu-ho': 'Tiền thu hộ', 'chenh-lech': 'Chênh lệch' };

export const SupervisionScreen = () => {
  const navigate = useNavigate();
  const { muc: tab = 'quay' } = useSearch({ strict: false }) as PostSearch;
  const [desks, road, rounds, money, cases] = [useDesks(), useRoad(), useRounds(), useMoney(), useOpenCases()];
  const late = road.data?.onTheWay.filter(({ isLate }) => isLate).length ?? 0;
  const counts: Readonly<Record<PostTab, number | undefined>> = { quay: undefined, 'chuyen-phat': rounds.data?.pages[0]?.waitingCount, 'tien-thu-ho': money.data?.remittances.filter(isUncounted).length, duong: late + (road.data?.lostBags.length ?? 0), 'chenh-lech': cases.data?.cases.length };
  return (
    <Screen title="Giám sát bưu điện">
      <Tabs
        label="Giám sát bưu điện" value={tab} onValue={(id) => void navigate({ to: '/buu-dien', search: id === 'quay' ? {} : { muc: id as PostTab }, replace: true })}
        tabs={POST_TABS.map((id) => ({ id, label: <>{LABELS[id]}{(counts[id] ?? 0) > 0 && <> <span className={id === 'chuyen-phat' ? 'count' : 'count count-red'}>{counts[id]}</span></>}</> }))}
      >
        {tab === 'quay' && <Loaded from={desks} lines={8}>{(view) => <DesksTab view={view} />}</Loaded>}
        {tab === 'duong' && <Loaded from={road} lines={8}>{(view) => <RoadTab view={view} />}</Loaded>}
        {tab === 'chuyen-phat' && (
          <Loaded from={{ data: rounds.data, error: rounds.error, isPending: rounds.isPending, refetch: rounds.refetch }} lines={8}>
            {({ pages: [first, ...rest] }) => first && <RoundsTab pages={[first, ...rest]} more={rounds.hasNextPage ? () => void rounds.fetchNextPage() : undefined} />}
          </Loaded>
        )}
        {tab === 'tien-thu-ho' && <Loaded from={money} lines={8}>{(view) => <MoneyTab view={view} />}</Loaded>}
        {tab === 'chenh-lech' && <Loaded from={cases} lines={8}>{(view) => <Cases cases={view.cases} />}</Loaded>}
      </Tabs>
    </Screen>
  );
};
