import type { BagLine } from '#wire/bags.wire.ts';
import { Table } from '../design/table.tsx';

export const BagLines = ({ lines }: { readonly lines: readonly BagLine[] }) => (
  <Table
    caption="Danh sách trong túi" rows={lines} rowKey={(line) => line.dossierId}
    columns={[
      { head: 'Mã hồ sơ', cell: (line) => <><span className="code">{line.code}</span>{line.postingNumber !== undefined && <div className="faint">{line.postingNumber}</div>}</> },
      { head: 'Chủ hồ sơ', cell: (line) => line.ownerName },
      { head: 'Thủ tục', cell: (line) => line.procedureName },
      { head: 'Bản giấy', number: true, cell: (line) => line.pieces },
      { head: 'Kiểm đếm', cell: (line) => (line.counted === 'received' ? 'đã nhận' : line.counted === 'rejected' ? <span className="chip chip-red">không nhận</span> : <span className="faint">chưa</span>) },
    ]}
  />
);
