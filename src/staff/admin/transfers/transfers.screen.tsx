// Sổ chuyển giao: which procedure of which agency is received at which desk, how, and by whose decision.
import { useDeferredValue, useState } from 'react';
import { formatDate, formatInteger } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { TransferRow } from '#wire/admin.wire.ts';
import { businessNow, useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import '../admin.css';
import { LineDialog } from './line-dialog.tsx';
import { MODE_LABELS, type RegisterFilter, standingOf } from './register-filter.ts';
import { useRegister } from './use-register.ts';

const Validity = ({ row }: { readonly row: TransferRow }) => {
  const standing = standingOf(row, dateOf(businessNow()));
  return (
    <>
      <span className="nowrap">từ {formatDate(row.validFrom)}</span>{row.validTo && <><br /><span className="nowrap">đến trước {formatDate(row.validTo)}</span></>}
      {standing !== 'in-force' && <><br /><span className="chip">{standing === 'ended' ? 'Đã hết hiệu lực' : 'Chưa đến ngày'}</span></>}
    </>
  );
};

/** A decision that a desk's lines share stands once, over them. */
const columnsFor = (shared: ReadonlyMap<string, string | null>): readonly Column<TransferRow>[] => [
  { head: 'Thủ tục hành chính', cell: (row) => <>{row.procedureName}<br /><span className="faint">{row.procedureCode}</span></> },
  { head: 'Cơ quan giải quyết', cell: (row) => <span className="agency">{row.agencyName}</span> },
  { head: 'Cách tiếp nhận', cell: (row) => <><span className="agency">{MODE_LABELS[row.mode]}</span>{row.delegation && <p className="faint">{row.delegation}</p>}</> },
  ...([...shared.values()].includes(null) ? [{ head: 'Theo quyết định', cell: (row: TransferRow) => (shared.get(row.deskName) ? null : row.decision) }] : []),
  { head: 'Hiệu lực', cell: (row) => <Validity row={row} /> },
];

const Found = ({ register }: { readonly register: ReturnType<typeof useRegister> }) => {
  const pages = register.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.entries);
  const found = pages[0]?.found;
  if (!found) return null;
  if (rows.length === 0) return <EmptyState icon="find" title="Không có dòng nào khớp">Bớt từ tìm, hoặc chọn “Mọi điểm”, “Mọi cách”. Mỗi điểm chỉ tiếp nhận thủ tục đã ghi trong sổ này.</EmptyState>;
  const shared = new Map(found.desks.map((desk) => [desk.name, desk.decision]));
  const counts = new Map(found.desks.map((desk) => [desk.name, desk.rows]));
  return (
    <Panel title={<span className="totals" role="status"><span>{formatInteger(found.desks.length)} điểm</span><span>{formatInteger(found.procedures)} thủ tục</span><span>{formatInteger(found.agencies)} cơ quan giải quyết</span></span>} flush foot={register.hasNextPage && <div className="row-between"><span>Đang hiện {formatInteger(rows.length)} trong {formatInteger(found.rows)} dòng</span><Button busy={register.isFetchingNextPage} onClick={() => void register.fetchNextPage()}>Xem thêm</Button></div>}>
      <Table caption="Sổ chuyển giao" columns={columnsFor(shared)} rows={rows} rowKey={(row) => `${row.deskName}/${row.procedureCode}/${row.validFrom}`} groupOf={(row) => row.deskName} groupHead={(desk) => <>{desk} <span className="count">{counts.get(desk)}</span>{shared.get(desk) && <p className="faint decision">Theo: {shared.get(desk)}</p>}</>} />
    </Panel>
  );
};

export const TransfersScreen = () => {
  const [filter, setFilter] = useState<RegisterFilter>({ query: '', desk: '', mode: '' });
  const set = (change: Partial<RegisterFilter>) => setFilter((before) => ({ ...before, ...change }));
  const register = useRegister(useDeferredValue(filter));
  const [adding, setAdding] = useState(false);
  const mayAdd = useMe().roles.includes('administrator');
  const names = register.data?.pages[0]?.deskNames ?? [];
  return (
    <Screen title="Sổ chuyển giao" acts={mayAdd && <Button look="main" onClick={() => setAdding(true)}>Ghi dòng mới</Button>}>
      <div className="filters">
        <Field label="Tìm" name="q" placeholder="Thủ tục, cơ quan, điểm, quyết định; không cần dấu" autoFocus maxLength={200} value={filter.query} onValue={(query) => set({ query })} />
        <SelectField label="Điểm tiếp nhận" name="desk" value={filter.desk} onValue={(desk) => set({ desk })} placeholder="Mọi điểm" options={names.map((name) => ({ value: name, label: name }))} />
        <SelectField label="Cách tiếp nhận" name="mode" value={filter.mode} onValue={(mode) => set({ mode: mode as ReceptionMode | '' })} placeholder="Mọi cách" options={Object.entries(MODE_LABELS).map(([value, label]) => ({ value, label }))} />
      </div>
      <Loaded from={register} lines={8}>{() => <Found register={register} />}</Loaded>
      {adding && <LineDialog onClose={() => setAdding(false)} />}
    </Screen>
  );
};
