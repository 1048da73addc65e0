// What desks paid to their post, as both sides read it.
import type { ReactNode } from 'react';
import { formatDate, formatMoney } from '#core/kernel/format.ts';
import type { RemittanceView } from '#wire/remittance.wire.ts';
import { paperUrl } from '../dossier/paper-pdf.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';

export const isUncounted = ({ countedAt }: RemittanceView): boolean => countedAt === undefined;

const wayOf = ({ way, reference }: RemittanceView): string => (way === 'cash' ? 'Tiền mặt' : `Chuyển khoản ${reference ?? ''}`);
const standing = ({ counted = 0, amount, countedAt, countedByName, countedNote, receiptNumber }: RemittanceView): ReactNode => {
  if (countedAt === undefined) return <strong>Chờ bưu cục xác nhận</strong>;
  return (
    <>
      <span className={counted < amount ? 'due-late' : undefined}>{counted < amount ? `Thiếu ${formatMoney(amount - counted)}` : 'Đã nhận đủ'}</span>
      <div className="faint">{countedByName}, {shortMoment(countedAt)}, chứng từ thu tiền {receiptNumber}{countedNote !== undefined && `: ${countedNote}`}</div>
    </>
  );
};

export const RemittanceTable = ({ title, rows, withDesk, act }: {
  readonly title: string; readonly rows: readonly RemittanceView[]; readonly withDesk?: boolean; readonly act?: (one: RemittanceView) => ReactNode;
}) => (
  <Panel title={title} count={rows.length} flush>
    <Table
      caption={title} rows={rows} rowKey={({ remittanceId }) => remittanceId}
      columns={[
        { head: 'Bảng kê', cell: (one) => <><strong className="code">{one.number}</strong><div className="faint">{one.sums} khoản{withDesk === true && `, ${one.deskName}`}</div></> },
        { head: 'Số tiền', number: true, cell: (one) => formatMoney(one.amount) },
        { head: 'Nộp', cell: (one) => <>{wayOf(one)}, ngày {formatDate(one.paidOn)}<div className="faint">{one.sentByName} → {one.unitName}{one.note !== undefined && `: ${one.note}`}</div></> },
        { head: 'Bưu cục', cell: standing },
        ...(act ? [{ head: 'Việc', cell: act }] : []),
      ]}
    />
  </Panel>
);

/** `act`: what whoever looks can do about it. */
export const MoreUncounted = ({ rows, act }: { readonly rows: readonly RemittanceView[]; readonly act: string }) => (
  <Banner>Còn bảng kê chờ xác nhận chưa hiện: đang hiện {rows.filter(isUncounted).length} bảng kê chờ lâu nhất. {act}</Banner>
);

export const SlipLink = ({ one }: { readonly one: RemittanceView }) => <a className="button" href={paperUrl(one.remittanceId)} target="_blank" rel="noreferrer">Xem bảng kê<span className="hidden-label"> {one.number}</span></a>;
