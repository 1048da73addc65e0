// The lines of a book as the prescribed form has them, with the way to the dossier.
import { Link } from '@tanstack/react-router';
import { formatDate, formatMoney } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { BookLine, CertificationBookLine, RegisterBookLine } from '#wire/books.wire.ts';
import { type Column, Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';

const MEANS: Readonly<Record<NonNullable<RegisterBookLine['returnBy']>, string>> = { 'at-desk': 'trực tiếp', 'home-delivery': 'qua bưu chính', online: 'trực tuyến' };
const day = (at: Moment | undefined) => (at ? <span className="when">{formatDate(dateOf(at))}</span> : <span className="faint">–</span>);

const order = <L extends BookLine>(): Column<L> => ({ head: 'Số thứ tự', number: true, cell: (line) => <span className="order">{String(line.number).padStart(2, '0')}</span> });

const dossier = (l: BookLine) => <Link className="code" to="/ho-so/$dossierId" params={{ dossierId: l.dossierId }}>{l.code}</Link>;

const REGISTER: readonly Column<RegisterBookLine>[] = [
  order(),
  { head: 'Hồ sơ', cell: (l) => <>{dossier(l)}<div className="book-procedure">{l.procedureName}{l.setCount > 1 && `, ${l.setCount} bộ`}</div></> },
  { head: 'Cá nhân, tổ chức', cell: (l) => <><strong>{l.ownerName}</strong><div className="faint">{[l.address, l.phone].filter(Boolean).join('; ')}</div></> },
  { head: 'Cơ quan giải quyết', cell: (l) => l.agencyName },
  { head: 'Nhận – hẹn trả', cell: (l) => <span className="when">{shortMoment(l.receivedAt)}<br />{l.dueAt ? shortMoment(l.dueAt) : <span className="faint">chưa hẹn</span>}</span> },
  { head: 'Chuyển đi – kết quả về', cell: (l) => <>{day(l.forwardedAt)}<br />{day(l.outcomeReceivedAt)}</> },
  { head: 'Trả kết quả', cell: (l) => <>{day(l.returnedAt)}{l.returnedAt && <div className="faint">{l.returnBy && MEANS[l.returnBy]}{l.signedBy && `, ${l.signedBy}`}</div>}</> },
  { head: 'Ghi chú', cell: (l) => l.note ?? '' },
];

const CERTIFICATION: readonly Column<CertificationBookLine>[] = [
  { ...order(), head: 'Số chứng thực' },
  { head: 'Ngày chứng thực', cell: (l) => <span className="when">{shortMoment(l.certifiedAt)}</span> },
  { head: 'Người yêu cầu', cell: (l) => <strong>{l.requesterName}</strong> },
  { head: 'Bản chính giấy tờ, văn bản', cell: (l) => <>{l.paperName}<div className="faint">{l.pages} trang</div></> },
  { head: 'Số bản sao', number: true, cell: (l) => l.copies },
  { head: 'Phí', number: true, cell: (l) => formatMoney(l.fee) },
  { head: 'Người ký; người tiếp nhận', cell: (l) => <>{l.signedBy ?? <span className="faint">ghi tay trong sổ</span>}<div className="faint">{l.receiverName}</div></> },
  { head: 'Mã hồ sơ', cell: dossier },
];

export const BookLines = ({ lines, title }: { readonly lines: readonly BookLine[]; readonly title: string }) => {
  const register = lines.filter((line) => line.kind === 'register');
  const certification = lines.filter((line) => line.kind === 'certification');
  return (
    <div className="book-lines">
      {register.length > 0 && <Table caption={title} rows={register} rowKey={(l) => String(l.number)} columns={REGISTER} />}
      {certification.length > 0 && <Table caption={title} rows={certification} rowKey={(l) => String(l.number)} columns={CERTIFICATION} />}
    </div>
  );
};
