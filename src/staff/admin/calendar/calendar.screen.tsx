// Lịch làm việc: the year, its special days, the hours of each place, the versions, and the batch a change opens.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { withDraft, yearsOf } from '#core/deadline/change-calendar.ts';
import type { CalendarDay, SiteHours } from '#core/deadline/working-calendar.ts';
import { formatMoment } from '#core/kernel/format.ts';
import { dateOf, type PlainDate } from '#core/kernel/moment.ts';
import type { CalendarView } from '#wire/calendar.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Banner, EmptyState, Loaded, Screen } from '../../design/frames.tsx';
import { KeyHints } from '../../design/key-hints.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { toast } from '../../design/toast.tsx';
import '../admin.css';
import './calendar.css';
import { BatchPanel } from './batch-panel.tsx';
import { countOf, mayOpen, openYear, putDays, putSite, settleDraft, takeOut } from './calendar-draft.ts';
import { type CalendarSearch, readCalendarSearch, type View } from './calendar-search.ts';
import { ChangeList } from './change-list.tsx';
import { ConfirmDaysDialog } from './confirm-days-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { hoursName } from './hours-form.ts';
import { HoursPanel } from './hours-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { OccasionsPanel } from './occasions-panel.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useCalendar, useDraft } from './use-calendar.ts';
import { VersionsPanel } from './versions-panel.tsx';
import { YearGrid } from './year-grid.tsx';

const HINTS = [['↑ ↓ ← →', 'chọn ngày'], ['Enter', 'sửa ngày'], ['F9', 'lập phiên bản mới']] as const;
/** This screen's own address; the tree of routes knows it by its plug-in only. */
const HERE = '/quan-tri/lich' as '/';

type Open =
  | { readonly kind: 'day'; readonly date: PlainDate } | { readonly kind: 'confirm'; readonly title: string; readonly days: readonly CalendarDay[] }
  | { readonly kind: 'site'; readonly site: SiteHours } | { readonly kind: 'import' } | { readonly kind: 'save' };

type WorkProps = { readonly data: CalendarView; readonly year: number; readonly view: View; readonly onGo: (search: CalendarSearch) => void; readonly onReload: () => void };

const Work = ({ data, year, view, onGo, onReload }: WorkProps) => {
  const base = data.calendar;
  const { draft, setDraft, drop } = useDraft(base);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const shown = withDraft(base, draft);
  const changed = new Set<string>([...draft.set.map((day) => day.date), ...draft.remove]);
  const count = countOf(draft);
  const stale = draft.baseVersion !== base.version;
  const desksOf = (siteId: string) => data.places.find((place) => place.siteId === siteId)?.names ?? [];
  const nameOf = (siteId: string) => hoursName(base.sites.find((site) => site.siteId === siteId), base.weeklyRest);
  const put = (days: readonly CalendarDay[]) => { setDraft(putDays(draft, base, days)); close(); };
  const batchOf = data.versions.find((version) => version.batch !== null)?.version;
  const waiting = data.versions.find((version) => version.batch === 'open' || version.batch === 'running')?.batch;
  const years = yearsOf(shown);
  const known = years.includes(year);
  const newer = stale ? data.versions.filter((version) => version.version > draft.baseVersion) : [];

  const bodies: Readonly<Record<View, () => ReactNode>> = {
    nam: () => <YearGrid calendar={shown} year={year} today={dateOf(businessNow())} changed={changed} onOpen={(date) => setOpen({ kind: 'day', date })} />,
    ngay: () => <OccasionsPanel calendar={shown} year={year} changed={changed} onOpen={(day) => setOpen({ kind: 'day', date: day.date })} onConfirm={(title, days) => setOpen({ kind: 'confirm', title, days })} />,
    gio: () => <HoursPanel calendar={shown} desksOf={desksOf} nameOf={nameOf} changed={draft.sites.map((site) => site.siteId)} onEdit={(site) => setOpen({ kind: 'site', site })} />,
    'phien-ban': () => <VersionsPanel versions={data.versions} nameOf={nameOf} />,
    'tinh-lai': () => <BatchPanel version={batchOf} />,
  };
  const ofYear = view === 'nam' || view === 'ngay';
  // on a phone the tabs are wider than the screen
  useEffect(() => { void document.querySelector('[role="tab"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [view]);
  return (
    <>
      {newer.length > 0 && (
        <Banner tone="amber" acts={<Button onClick={() => setDraft({ ...settleDraft(draft, base), baseVersion: base.version })}>Quyết định lại trên phiên bản {base.version}</Button>}>
          {newer.map((version) => (
            <div key={version.version}>
              <p><strong>{version.madeByName} đã lập phiên bản {version.version}</strong>{version.madeAt && ` (${formatMoment(version.madeAt)})`}: {version.reason}. Bản sửa của ông/bà còn nguyên.</p>
              {version.changes && <details><summary>Xem thay đổi đó</summary><ChangeList changes={version.changes} nameOf={nameOf} /></details>}
            </div>
          ))}
        </Banner>
      )}
      {count > 0 && (
        <Banner acts={<div className="row"><Button onClick={drop}>Bỏ bản sửa</Button><Button look="main" hotkey="F9" disabled={stale} onClick={() => setOpen({ kind: 'save' })}>Xem và lập phiên bản mới</Button></div>}>
          <strong>{count} thay đổi chưa lưu.</strong> Lịch đang dùng vẫn là phiên bản {base.version}.
        </Banner>
      )}
      <div className="row-between">
        {ofYear && <div className="row" role="group" aria-label="Năm">
          <Button onClick={() => onGo({ nam: year - 1, xem: view })} disabled={year <= 2000} aria-label={`Năm ${year - 1}`}>‹ {year - 1}</Button>
          <h2 className="year-now" aria-live="polite">Năm {year}</h2>
          <Button onClick={() => onGo({ nam: year + 1, xem: view })} disabled={year >= 2099} aria-label={`Năm ${year + 1}`}>{year + 1} ›</Button>
        </div>}
        <div className="row">
          <Button onClick={() => setOpen({ kind: 'import' })}>Nhập từ tệp CSV</Button>
          <a className="button" href="/api/admin/calendar.csv" download>Xuất tệp CSV</a>
          {ofYear && <a className="button" href={`/api/admin/calendar.csv?year=${year}`} download>Chỉ năm {year}</a>}
        </div>
      </div>
      <Tabs
        label="Phần của lịch" value={view} onValue={(id) => onGo({ nam: year, xem: id as View })}
        tabs={[{ id: 'nam', label: 'Cả năm' }, { id: 'ngay', label: 'Ngày đặc biệt' }, { id: 'gio', label: 'Giờ làm việc', count: shown.sites.length }, { id: 'phien-ban', label: 'Phiên bản', count: data.versions.length }, { id: 'tinh-lai', label: waiting ? <>Đợt tính lại <span className="chip chip-amber">{waiting === 'open' ? 'chờ quyết định' : 'đang áp dụng'}</span></> : 'Đợt tính lại' }]}
      >
        {ofYear && !known ? (
          <EmptyState icon="today" title={`Năm ${year} chưa được mở`} act={mayOpen(shown, year) && <Button look="main" onClick={() => setDraft(openYear(draft, base, year))}>Mở năm {year}</Button>}>
            {mayOpen(shown, year) ? 'Mở năm thì các ngày nghỉ theo Bộ luật Lao động, Tết và Giỗ Tổ tính theo âm lịch được ghi sẵn, tất cả là tạm tính, chờ công bố.' : `Các năm phải mở liền nhau; lịch đang có ${years[0]}–${years.at(-1)}.`}
          </EmptyState>
        ) : bodies[view]()}
      </Tabs>
      {open?.kind === 'day' && <DayDialog date={open.date} day={shown.days.find((day) => day.date === open.date)} weeklyRest={base.weeklyRest} onDay={(day) => { if (day) put([day]); else { setDraft(takeOut(draft, base, [open.date])); close(); } }} onClose={close} />}
      {open?.kind === 'confirm' && <ConfirmDaysDialog title={open.title} days={open.days} onDays={put} onClose={close} />}
      {open?.kind === 'site' && <HoursDialog title={`Giờ làm việc: ${nameOf(open.site.siteId)}`} site={open.site} calendar={base} onSite={(site) => { setDraft(putSite(draft, base, site)); close(); }} onClose={close} />}
      {open?.kind === 'import' && <ImportDialog calendar={shown} onChange={({ set, remove }) => { setDraft(takeOut(putDays(draft, base, set), base, remove)); close(); }} onClose={close} />}
      {open?.kind === 'save' && <SaveDialog base={base} draft={draft} nameOf={nameOf} onClose={close} onStale={() => { close(); onReload(); }} onSaved={(version) => { close(); drop(); toast(`Đã lập phiên bản ${version} của lịch.`); onGo({ nam: year, xem: 'tinh-lai' }); }} />}
    </>
  );
};

export const CalendarScreen = () => {
  const { nam, xem = 'nam' } = readCalendarSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const calendar = useCalendar();
  const year = nam ?? Number(businessNow().slice(0, 4));
  return (
    <Screen title="Lịch làm việc" acts={<KeyHints hints={HINTS} />}>
      <Loaded from={calendar} lines={8}>
        {(data) => <Work data={data} year={year} view={xem} onGo={(search) => void navigate({ to: HERE, search: search as object, replace: true })} onReload={() => void calendar.refetch()} />}
      </Loaded>
    </Screen>
  );
};
