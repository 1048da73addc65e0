// A jurist's file: read here, its faults named by line and column; what it changes goes into the draft, nothing is stored yet.
import { useState } from 'react';
import { type DaysChange, readCalendarCsv } from '#core/deadline/calendar-csv.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { csvFaultText, NOT_UTF8_TEXT } from '#wire/refusals/calendar.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';

const LARGEST = 2_000_000;
const SHOWN = 100;
type Read = { readonly kind: 'read'; readonly change: DaysChange } | { readonly kind: 'faults'; readonly texts: readonly string[] };

const readFile = async (file: File, calendar: WorkingCalendar): Promise<Read> => {
  if (file.size > LARGEST) return { kind: 'faults', texts: ['Tệp lớn quá 2 MB nên không thể là lịch làm việc.'] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { kind: 'faults', texts: [NOT_UTF8_TEXT] };
  }
  const read = readCalendarCsv(text, calendar);
  return read.ok ? { kind: 'read', change: read.value } : { kind: 'faults', texts: read.refusal.map(csvFaultText) };
};

export type ImportDialogProps = { readonly calendar: WorkingCalendar; readonly onChange: (change: DaysChange) => void; readonly onClose: () => void };

export const ImportDialog = ({ calendar, onChange, onClose }: ImportDialogProps) => {
  const [read, setRead] = useState<Read>();
  const [name, setName] = useState<string>();
  const choose = (file: File) => { setName(file.name); void readFile(file, calendar).then(setRead); };
  const change = read?.kind === 'read' ? read.change : undefined;
  const size = change ? change.set.length + change.remove.length : 0;
  return (
    <Dialog
      title="Nhập lịch từ tệp CSV" onClose={onClose} onSubmit={() => { if (change && size > 0) onChange(change); }}
      foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main" disabled={size === 0}>Ghi vào bản sửa</Button></>}
    >
      <div className="row">
        <label className="button chosen-file">
          Chọn tệp CSV
          <input type="file" accept=".csv,text/csv" className="hidden-label" aria-describedby="tep-lich" onChange={(event) => { const file = event.target.files?.[0]; if (file) choose(file); event.target.value = ''; }} />
        </label>
        {name && <span>{name}</span>}
      </div>
      <p className="field-hint" id="tep-lich">Cột: Ngày, Loại ngày, Tên, Trạng thái, Căn cứ. Chỉ những ngày có trong tệp thay đổi; loại “Ngày thường” bỏ một ngày khỏi lịch.</p>
      {read?.kind === 'faults' && (
        <Banner tone="red">
          <p><strong>Tệp có {read.texts.length} lỗi, không có gì được ghi.</strong></p>
          <ul className="stack-tight calendar-faults">{read.texts.slice(0, SHOWN).map((text, i) => <li key={i}>{text}</li>)}</ul>
        </Banner>
      )}
      {change && <Banner>{size === 0 ? 'Tệp không khác lịch đang xem, không có gì thay đổi.' : `Tệp đặt ${change.set.length} ngày và bỏ ${change.remove.length} ngày.`}</Banner>}
    </Dialog>
  );
};
