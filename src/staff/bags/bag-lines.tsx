import type { BagDossier, BagLine } from '#wire/bags.wire.ts';
import { Table } from '../design/table.tsx';

/** Of a dossier that its agency has already only papers lie in the bag. */
export const FollowsChip = ({ line }: { readonly line: Pick<BagDossier, 'follows'> }) => (line.follows ? <div><span className="chip chip-amber">giấy tờ bổ sung</span></div> : null);

export const LineCode = ({ line }: { readonly line: BagDossier }) => (
  <><span className="code">{line.code}</span>{line.postingNumber !== undefined && !line.follows && <div className="faint">{line.postingNumber}</div>}<FollowsChip line={line} /></>
);

export const BagLines = ({ lines }: { readonly lines: readonly BagLine[] }) => (
  <Table
    caption="Danh sách trong túi" rows={lines} rowKey={(line) => line.dossierId}
    columns={[
      { head: 'Mã hồ sơ', cell: (line) => <LineCode line={line} /> },
      { head: 'Chủ hồ sơ', cell: (line) => line.ownerName },
      { head: 'Thủ tục', cell: (line) => line.procedureName },
      { head: 'Bản giấy', number: true, cell: (line) => line.pieces },
      { head: 'Kiểm đếm', cell: (line) => (line.counted === 'received' ? 'đã nhận' : line.counted === 'rejected' ? <span className="chip chip-red">không nhận</span> : <span className="faint">chưa</span>) },
    ]}
  />
);
