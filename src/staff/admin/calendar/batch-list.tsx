// The dossiers of a batch: searched by code, those whose date stays on request, page after page, and all of them as a file.
import { useDeferredValue, useState } from 'react';
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import type { BatchRow } from '#wire/calendar.wire.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { Field } from '../../design/field.tsx';
import { EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { Icon } from '../../design/icon.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { type DossierFilter, batchCsvPath, useBatchDossiers } from './use-batch.ts';

const NewDate = ({ row }: { readonly row: BatchRow }) => {
  if (row.change === 'moved') return <strong>{formatMoment(row.to)}</strong>;
  if (row.change === 'same') return <span className="faint">không đổi</span>;
  return <><span className="chip">giữ ngày đã in</span><br /><span className="faint">lịch mới cho {formatMoment(row.to)}</span></>;
};

const COLUMNS: readonly Column<BatchRow>[] = [
  { head: 'Mã hồ sơ', cell: (row) => <span className="code">{row.code}</span> },
  { head: 'Thủ tục', cell: (row) => row.procedureName },
  { head: 'Nơi tiếp nhận', cell: (row) => row.deskName },
  { head: 'Cơ quan giải quyết', cell: (row) => row.agencyName },
  { head: 'Đang hẹn', cell: (row) => formatMoment(row.from) },
  { head: 'Theo lịch mới', cell: (row) => <NewDate row={row} /> },
];

export const BatchList = ({ version, count }: { readonly version: number; readonly count: number }) => {
  const [filter, setFilter] = useState<DossierFilter>({ q: '', all: false });
  const asked = useDeferredValue(filter);
  const found = useBatchDossiers(version, asked);
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel
      title={filter.all ? 'Hồ sơ đang giải quyết' : 'Hồ sơ đổi ngày'} count={filter.all || filter.q ? undefined : count} flush
      acts={<a className="button" href={batchCsvPath(version, filter)} download><Icon name="list" size={18} />Tải tệp CSV</a>}
      foot={rows.length > 0 && (
        <div className="row-between"><span className="faint">Đang hiện {formatInteger(rows.length)} hồ sơ, xếp theo ngày đang hẹn.</span>{found.hasNextPage && <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>Xem thêm</Button>}</div>
      )}
    >
      <div className="batch-find">
        <Field label="Tìm theo mã hồ sơ" name="q" maxLength={60} value={filter.q} onValue={(q) => setFilter({ ...filter, q })} />
        <Check checked={!filter.all} onChecked={(affected) => setFilter({ ...filter, all: !affected })}>Chỉ hồ sơ bị ảnh hưởng</Check>
      </div>
      <Loaded from={found} lines={6}>
        {() => (rows.length === 0
          ? <EmptyState icon="find" title="Không có hồ sơ nào khớp">Bớt ký tự của mã hồ sơ, hoặc bỏ chọn “Chỉ hồ sơ bị ảnh hưởng”.</EmptyState>
          : <Table caption="Hồ sơ của đợt tính lại" columns={COLUMNS} rows={rows} rowKey={(row) => row.dossierId} />)}
      </Loaded>
    </Panel>
  );
};
