// Whose hands money of others is in: the desk's, each courier's, and on its way to the post.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { totalOf } from '#core/shipment/remittance.ts';
import type { DeskMoneyView } from '#wire/remittance.wire.ts';
import { Button } from '../../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { MoreUncounted, RemittanceTable, SlipLink } from '../../money/remittance-table.tsx';
import { RemitDialog } from './remit-dialog.tsx';
import { signedMoney, sumWords } from './sum-words.ts';
import { useMoney } from './use-money.ts';

const Money = ({ view }: { readonly view: DeskMoneyView }) => {
  const [paying, setPaying] = useState(false);
  const withCouriers = view.couriers.reduce((sum, { held }) => sum + held, 0);
  return (
    <div className="stack">
      <Panel
        title="Tiền quầy đang giữ" flush acts={<Button look="main" disabled={view.held <= 0} onClick={() => setPaying(true)}>Nộp về {view.unitName}</Button>}
        foot={<span>Quầy đang giữ <strong>{formatMoney(view.held)}</strong>. Phí, lệ phí của cơ quan được nộp cho cơ quan theo bảng kê riêng.</span>}
      >
        {view.sums.length === 0
          ? <EmptyState icon="check" title="Quầy không giữ tiền thu hộ nào">Tiền bưu tá nộp, sau khi quầy đếm, hiện ở đây đến khi nộp về bưu cục.</EmptyState> : (
            <Table
              caption="Tiền quầy đang giữ" rows={view.sums} rowKey={({ sumId }) => sumId}
              columns={[{ head: 'Khoản tiền', cell: sumWords }, { head: 'Số tiền', number: true, cell: ({ amount }) => signedMoney(amount) }]}
            />
          )}
      </Panel>
      {totalOf(view.sums) !== view.held && <Banner>Còn khoản tiền chưa hiện: đang hiện {view.sums.length} khoản giữ lâu nhất. Nộp các khoản này trước, các khoản còn lại nộp bằng bảng kê sau.</Banner>}
      {view.couriers.length > 0 && (
        <Panel title="Bưu tá đang giữ" count={view.couriers.length} flush foot={<span>Cộng <strong>{formatMoney(withCouriers)}</strong></span>}>
          <Table
            caption="Tiền bưu tá đang giữ" rows={view.couriers} rowKey={({ courierId }) => courierId}
            columns={[{ head: 'Bưu tá', cell: ({ name }) => name }, { head: 'Tiền thu hộ', number: true, cell: ({ held }) => formatMoney(held) }]}
          />
        </Panel>
      )}
      {view.remittances.length > 0 && <RemittanceTable title="Đã nộp về bưu cục" rows={view.remittances} act={(one) => <SlipLink one={one} />} />}
      {view.moreUncounted && <MoreUncounted rows={view.remittances} act="Đề nghị bưu cục xác nhận để thấy những bảng kê mới hơn." />}
      {paying && <RemitDialog view={view} onClose={() => setPaying(false)} />}
    </div>
  );
};

export const MoneyTab = () => <Loaded from={useMoney()} lines={8}>{(view) => <Money view={view} />}</Loaded>;
