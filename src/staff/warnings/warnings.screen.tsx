// What falls due at the desk or at the agency, the most urgent first, each line with the way to its next act.
import '../office/office.css';
import './warnings.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { WARNING_COUNT_CAP } from '#wire/list-names.ts';
import type { WarningList } from '#wire/warnings.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { KeyHints } from '../design/key-hints.tsx';
import { Tabs } from '../design/tabs.tsx';
import { useListKeys } from '../office/inbox/use-list-keys.ts';
import { countWords } from '../office/inbox-search.ts';
import { type Side, useWarnings } from './use-warnings.ts';
import { EMPTY_LISTS, inGroups, LIST_LABELS, minutesInWords, type WarningSearch } from './warning-words.ts';
import { WarningTable } from './warning-table.tsx';

const RED: readonly WarningList[] = ['all', 'apology'];

const Warnings = ({ side }: { readonly side: Side }) => {
  const navigate = useNavigate();
  const { muc: list = 'all', toi } = useSearch({ strict: false }) as WarningSearch;
  const mine = side === 'office' && toi === '1';
  const warnings = useWarnings(side, list, mine);
  const pages = warnings.data?.pages ?? [];
  const rows = inGroups(pages.flatMap((page) => page.rows));
  const first = pages[0];
  const path = side === 'desk' ? '/nhac-han' : '/co-quan/nhac-han';
  const go = (search: WarningSearch) => void navigate({ to: path, search, replace: true });
  const dossierPath = side === 'desk' ? '/ho-so/$dossierId' : '/co-quan/ho-so/$dossierId';
  const keys = useListKeys(rows.map((row) => `${row.kind}-${row.dossierId}`), (id) =>
    void navigate({ to: dossierPath, params: { dossierId: id.slice(id.indexOf('-') + 1) } }));
  // focus goes along, so that Enter opens the line and not the link of the rail that led here
  useEffect(() => { if (keys.at >= 0) document.querySelector<HTMLElement>('.warnings .at-row a.code')?.focus({ preventScroll: true }); }, [keys.at]);
  const tab = (one: WarningList) => {
    const count = first?.counts[one] ?? 0;
    return <>{LIST_LABELS[one]}{first && <> <span className={count > 0 && RED.includes(one) ? 'count count-red' : 'count'}>{countWords(count, WARNING_COUNT_CAP)}</span></>}</>;
  };
  const lists = first?.lists ?? (['all'] as const);
  return (
    <Screen title={<>Nhắc hạn{first && <small className="screen-day">{formatDay(dateOf(first.now))}</small>}</>} acts={<KeyHints hints={[['j', 'xuống'], ['k', 'lên'], ['Enter', 'mở']]} />}>
      <Tabs label="Việc theo loại hạn" value={list} onValue={(id) => { keys.go(-1); go({ ...(id === 'all' ? {} : { muc: id as WarningList }), ...(mine ? { toi: '1' } : {}) }); }} tabs={lists.map((one) => ({ id: one, label: tab(one) }))}>
        <Loaded from={{ data: warnings.data, error: warnings.error, isPending: warnings.isPending, refetch: warnings.refetch }} lines={8}>
          {() => first && (
            <Panel
              flush
              title={<span className="faint">Nhắc trước {first.settings.firstDays} ngày, {first.settings.secondDays} ngày và {minutesInWords(first.settings.lastMinutes)} làm việc</span>}
              acts={side === 'office' && <Button look={mine ? 'main' : 'normal'} aria-pressed={mine} onClick={() => go({ ...(list === 'all' ? {} : { muc: list }), ...(mine ? {} : { toi: '1' }) })}>Chỉ việc của tôi</Button>}
              foot={warnings.hasNextPage ? <div className="row-between"><span className="faint">Đang hiện {rows.length} việc, việc gấp xếp trước.</span><Button busy={warnings.isFetchingNextPage} onClick={() => void warnings.fetchNextPage()}>Hiện thêm 50 việc</Button></div> : undefined}
            >
              {rows.length === 0
                ? <EmptyState icon="check" title={EMPTY_LISTS[list][0]}>{EMPTY_LISTS[list][1]}</EmptyState>
                : <WarningTable rows={rows} settings={first.settings} now={first.now} side={side} list={keys} grouped={list !== 'uncollected'} />}
            </Panel>
          )}
        </Loaded>
      </Tabs>
    </Screen>
  );
};

export const DeskWarningsScreen = () => <Warnings side="desk" />;
export const OfficeWarningsScreen = () => <Warnings side="office" />;
