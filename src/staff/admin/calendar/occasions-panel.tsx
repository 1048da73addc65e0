// The special days of a year, by their occasion, each with its document; what is not announced waits to be confirmed.
import { DAY_KIND_WORDS, DAY_STATUS_WORDS } from '#core/deadline/calendar-words.ts';
import type { CalendarDay, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { formatDay } from '#core/kernel/format.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { type Occasion, occasionsOf } from './year-days.ts';

export type OccasionsPanelProps = {
  readonly calendar: WorkingCalendar;
  readonly year: number;
  readonly changed: ReadonlySet<string>;
  readonly onOpen: (day: CalendarDay) => void;
  readonly onConfirm: (title: string, days: readonly CalendarDay[]) => void;
};

const waiting = (days: readonly CalendarDay[]) => days.filter((day) => day.status === 'unconfirmed');

export const OccasionsPanel = ({ calendar, year, changed, onOpen, onConfirm }: OccasionsPanelProps) => {
  const occasions = occasionsOf(calendar, year);
  const days = occasions.flatMap((occasion) => occasion.days);
  const occasionOf = new Map<string, Occasion>(occasions.flatMap((occasion) => occasion.days.map((day) => [day.date, occasion] as const)));
  const columns: readonly Column<CalendarDay>[] = [
    { head: 'Ngày', cell: (day) => <span className="nowrap"><Button look="plain" onClick={() => onOpen(day)}>{formatDay(day.date)}</Button></span> },
    { head: 'Loại ngày', cell: (day) => DAY_KIND_WORDS[day.kind] },
    { head: 'Trạng thái', cell: (day) => <><span className={day.status === 'confirmed' ? 'chip chip-green' : 'chip chip-amber'}>{DAY_STATUS_WORDS[day.status]}</span>{changed.has(day.date) && <> <span className="chip">Chưa lưu</span></>}</> },
    { head: 'Căn cứ', cell: (day) => day.source ?? <span className="faint">{day.status === 'confirmed' ? 'theo Bộ luật Lao động' : 'tính từ Bộ luật Lao động'}</span> },
  ];
  if (days.length === 0) return <EmptyState icon="today" title={`Năm ${year} chưa có ngày đặc biệt nào`} />;
  const unannounced = waiting(days);
  return (
    <Panel
      title={`Ngày đặc biệt năm ${year}`} count={days.length} flush
      acts={unannounced.length > 0 && <Button onClick={() => onConfirm(`Xác nhận các ngày còn tạm tính của năm ${year}`, unannounced)}>Xác nhận cả năm ({unannounced.length} ngày)</Button>}
    >
      <Table
        caption={`Ngày đặc biệt năm ${year}`} columns={columns} rows={days} rowKey={(day) => day.date} onOpen={onOpen}
        groupOf={(day) => occasionOf.get(day.date)?.key ?? day.date}
        groupHead={(key) => {
          const occasion = occasionOf.get(key);
          const left = waiting(occasion?.days ?? []);
          return (
            <div className="row-between">
              <span>{occasion?.name} <span className="count">{occasion?.days.length}</span></span>
              {occasion && left.length > 0 && <Button onClick={() => onConfirm(`Xác nhận ${occasion.name} ${year}`, left)} aria-label={`Xác nhận ${occasion.name}`}>Xác nhận</Button>}
            </div>
          );
        }}
      />
    </Panel>
  );
};
