// Sổ chuyển giao: which procedure of which agency is received at which desk, how, and by whose decision.
import { useDeferredValue, useState } from 'react';
import { formatDate, formatInteger } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { TransferRow } from '#wire/admin.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import '../admin.css';
import { filterRegister, MODE_LABELS, registerTotals, type RegisterFilter, sharedDecisions, standingOf } from './register-filter.ts';
import { useRegister } from './use-register.ts';

const PAGE = 150;

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
const columnsFor = (shared: ReadonlyMap<string, string | undefined>): readonly Column<TransferRow>[] => [
  { head: 'Thủ tục hành chính', cell: (row) => <>{row.procedureName}<br /><span className="faint">{row.procedureCode}</span></> },
  { head: 'Cơ quan giải quyết', cell: (row) => <span className="agency">{row.agencyName}</span> },
  { head: 'Cách tiếp nhận', cell: (row) => <><span className="agency">{MODE_LABELS[row.mode]}</span>{row.delegation && <p className="faint">{row.delegation}</p>}</> },
  ...([...shared.values()].includes(undefined) ? [{ head: 'Theo quyết định', cell: (row: TransferRow) => (shared.get(row.deskName) === undefined ? row.decision : null) }] : []),
  { head: 'Hiệu lực', cell: (row) => <Validity row={row} /> },
];

const Register = ({ rows, loading }: { readonly rows: readonly TransferRow[]; readonly loading: boolean }) => {
  const [filter, setFilter] = useState<RegisterFilter>({ query: '', desk: '', mode: '' });
  const [shown, setShown] = useState(PAGE);
  const set = (change: Partial<RegisterFilter>) => { setFilter((before) => ({ ...before, ...change })); setShown(PAGE); };
  const found = filterRegister(rows, useDeferredValue(filter));
  const { desks, procedures, agencies } = registerTotals(found);
  const visible = found.slice(0, shown);
  const shared = sharedDecisions(found);
  const counts = Map.groupBy(found, (row) => row.deskName);
  return (
    <>
      <div className="filters">
        <Field label="Tìm" name="q" placeholder="Thủ tục, cơ quan, điểm, quyết định; không cần dấu" autoFocus value={filter.query} onValue={(query) => set({ query })} />
        <SelectField label="Điểm tiếp nhận" name="desk" value={filter.desk} onValue={(desk) => set({ desk })} placeholder="Mọi điểm" options={[...new Set(rows.map((row) => row.deskName))].map((name) => ({ value: name, label: name }))} />
        <SelectField label="Cách tiếp nhận" name="mode" value={filter.mode} onValue={(mode) => set({ mode: mode as ReceptionMode | '' })} placeholder="Mọi cách" options={Object.entries(MODE_LABELS).map(([value, label]) => ({ value, label }))} />
      </div>
      {loading && <Banner>Đang tải sổ: đã có {formatInteger(rows.length)} dòng…</Banner>}
      {visible.length === 0 ? <EmptyState icon="find" title="Không có dòng nào khớp">Bớt từ tìm, hoặc chọn “Mọi điểm”, “Mọi cách”.</EmptyState> : (
        <Panel title={<span className="totals" role="status"><span>{formatInteger(desks)} điểm</span><span>{formatInteger(procedures)} thủ tục</span><span>{formatInteger(agencies)} cơ quan giải quyết</span></span>} flush foot={found.length > visible.length && <div className="row-between"><span>Đang hiện {formatInteger(visible.length)} trong {formatInteger(found.length)} dòng</span><Button onClick={() => setShown(shown + PAGE)}>Xem thêm</Button></div>}>
          <Table caption="Sổ chuyển giao" columns={columnsFor(shared)} rows={visible} rowKey={(row) => `${row.deskName}/${row.procedureCode}/${row.validFrom}`} groupOf={(row) => row.deskName} groupHead={(desk) => <>{desk} <span className="count">{counts.get(desk)?.length}</span>{shared.get(desk) && <p className="faint decision">Theo: {shared.get(desk)}</p>}</>} />
        </Panel>
      )}
    </>
  );
};

export const TransfersScreen = () => {
  const register = useRegister();
  return (
    <Screen title="Sổ chuyển giao">
      <Loaded from={register} lines={8}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.entries);
          return rows.length === 0 ? <EmptyState icon="info" title="Sổ chuyển giao chưa có dòng nào">Mỗi điểm chỉ tiếp nhận thủ tục đã ghi trong sổ này.</EmptyState> : <Register rows={rows} loading={register.hasNextPage} />;
        }}
      </Loaded>
    </Screen>
  );
};
