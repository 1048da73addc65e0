// What each carrier's codes mean; one that nobody has mapped stands first and moves nothing until somebody does.
import { CODE_MEANINGS } from '#core/shipment/shipment-status.ts';
import { formatInteger } from '#core/kernel/format.ts';
import { CARRIER_COUNT_CAP, type CarrierView, codeMapped } from '#wire/carriers.wire.ts';
import { MEANING_WORDS } from '#wire/refusals/carriers.ts';
import { useAct } from '../../api/use-act.ts';
import { SelectField } from '../../design/field.tsx';
import { Banner, EmptyState, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { countWords } from '../../office/inbox-search.ts';
import { CARRIERS } from './use-carriers.ts';

type Row = CarrierView['codes'][number] & { readonly carrierId: string; readonly carrierName: string };

const columns = (onMap: (row: Row, meaning: string) => void, busy: boolean): readonly Column<Row>[] => [
  { head: 'Đơn vị chuyển phát', cell: (row) => row.carrierName },
  { head: 'Mã', cell: (row) => <strong>{row.code}</strong> },
  { head: 'Lời của đơn vị chuyển phát', cell: (row) => row.message || <span className="faint">không có</span> },
  { head: 'Sự kiện', number: true, cell: (row) => countWords(row.count, CARRIER_COUNT_CAP) },
  {
    head: 'Nghĩa là', cell: (row) => (
      <SelectField
        hideLabel label={`Nghĩa của mã ${row.code} của ${row.carrierName}`} name={`${row.carrierId}.${row.code}`} value={row.meaning ?? ''} disabled={busy}
        placeholder="Chưa rõ" onValue={(meaning) => onMap(row, meaning)} options={CODE_MEANINGS.map((value) => ({ value, label: MEANING_WORDS[value] }))}
      />
    ),
  },
];

export const CodeTable = ({ carriers }: { readonly carriers: readonly CarrierView[] }) => {
  const map = useAct(({ carrierId, code, meaning }: { readonly carrierId: string; readonly code: string; readonly meaning: string }) => ({ path: `/api/admin/carriers/${carrierId}/codes`, body: { code, meaning }, answer: codeMapped }), {
    refresh: [CARRIERS], onDone: ({ code, meaning, orders }) => toast(`Mã ${code} nghĩa là “${MEANING_WORDS[meaning]}”; ${formatInteger(orders)} đơn đã tính lại.`),
  });
  const rows = carriers.flatMap(({ carrierId, name, codes }) => codes.map((code): Row => ({ ...code, carrierId, carrierName: name })))
    .toSorted((a, b) => Number(a.meaning !== null) - Number(b.meaning !== null));
  return (
    <Panel title="Mã trạng thái" count={rows.length} flush>
      {map.error && <Banner tone="red">{map.error.message}</Banner>}
      {rows.length === 0
        ? <EmptyState icon="list" title="Chưa có mã nào">Mã hiện ra khi đơn vị chuyển phát báo sự kiện đầu tiên.</EmptyState>
        : <Table caption="Mã trạng thái của các đơn vị chuyển phát" rows={rows} rowKey={(row) => `${row.carrierId} ${row.code}`} columns={columns((row, meaning) => { if (meaning !== '') void map.run({ carrierId: row.carrierId, code: row.code, meaning }); }, map.busy)} />}
    </Panel>
  );
};
