// When each place is open: by season and weekday; the places are named by the desks that keep these hours.
import type { SessionRule, SiteHours, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { showMonthDay, showSessions, showWeekdays } from './hours-form.ts';

const COLUMNS: readonly Column<SessionRule>[] = [
  { head: 'Tên', cell: (rule) => rule.name },
  { head: 'Trong năm', cell: (rule) => <span className="nowrap">{showMonthDay(rule.fromMonthDay)} – {showMonthDay(rule.toMonthDay)}</span> },
  { head: 'Ngày trong tuần', cell: (rule) => showWeekdays(rule.weekdays) },
  { head: 'Các buổi', cell: (rule) => <span className="nowrap">{showSessions(rule.sessions)}</span> },
];

const Places = ({ names }: { readonly names: readonly string[] }) => names.length === 0 ? <span className="soft">Chưa nơi nào dùng giờ này.</span> : (
  <details className="hours-places"><summary>Áp dụng cho {names.length} nơi</summary><ul>{names.map((name) => <li key={name}>{name}</li>)}</ul></details>
);

export type HoursPanelProps = {
  readonly calendar: WorkingCalendar;
  readonly desksOf: (siteId: string) => readonly string[];
  readonly nameOf: (siteId: string) => string;
  readonly changed: readonly string[];
  readonly onEdit: (site: SiteHours) => void;
};

export const HoursPanel = ({ calendar, desksOf, nameOf, changed, onEdit }: HoursPanelProps) => (
  <div className="stack">
    <p className="soft">Buổi làm việc sáng thứ Bảy mở quầy nhưng không làm thứ Bảy thành ngày làm việc; chỉ ngày làm bù mới là ngày làm việc.</p>
    {calendar.sites.map((site) => (
      <Panel key={site.siteId} title={<>{nameOf(site.siteId)} {changed.includes(site.siteId) && <span className="chip">Chưa lưu</span>}</>} flush acts={<Button onClick={() => onEdit(site)} aria-label={`Sửa giờ: ${nameOf(site.siteId)}`}>Sửa giờ</Button>} foot={<Places names={desksOf(site.siteId)} />}>
        <Table caption={`Giờ làm việc ${nameOf(site.siteId)}`} columns={COLUMNS} rows={site.rules} rowKey={(rule) => `${rule.name}${rule.fromMonthDay}${rule.weekdays.join('')}`} />
      </Panel>
    ))}
  </div>
);
