// Nhật ký: the chains, the last signed checkpoint, and the command that walks them all.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import { journalOverview } from '#wire/admin.wire.ts';
import { ask } from '../../api/request.ts';
import { useMe } from '../../api/session.ts';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import '../admin.css';
import { CommandLine } from '../command-line.tsx';
import { WaitingMessagesPanel } from './waiting-messages.tsx';

type Overview = z.infer<typeof journalOverview>;
type Chain = Overview['chains'][number];

const COLUMNS: readonly Column<Chain>[] = [
  { head: 'Chuỗi của', cell: (chain) => chain.keeper ?? (chain.chainId === 'admin' ? 'Quản trị hệ thống' : chain.chainId) },
  { head: 'Mã chuỗi', cell: (chain) => <span className="faint">{chain.chainId}</span> },
  { head: 'Số mục', number: true, cell: (chain) => formatInteger(chain.entries) },
];

const Checkpoint = ({ checkpoint }: Pick<Overview, 'checkpoint'>) => (
  <dl className="facts">
    {checkpoint
      ? <><dt>Điểm chốt gần nhất</dt><dd>số <strong>{formatInteger(checkpoint.number)}</strong>, ký lúc {formatMoment(checkpoint.madeAt)}, giờ máy chủ</dd></>
      : <><dt>Điểm chốt</dt><dd>chưa có; máy chủ ký điểm chốt đều đặn khi nhật ký có mục mới</dd></>}
  </dl>
);

export const JournalScreen = () => {
  const { world } = useMe();
  const journal = useQuery({ queryKey: ['admin-journal'], queryFn: ({ signal }) => ask('/api/admin/journal', journalOverview, signal) });
  return (
    <Screen title="Nhật ký">
      <p className="soft">Mỗi việc làm trên hồ sơ là một mục, không sửa và không xóa được. Mỗi quầy, mỗi cơ quan giữ một chuỗi; mục sau mang dấu của mục trước nên sửa, bớt hay đổi chỗ đều bị phát hiện.</p>
      <Loaded from={journal}>
        {({ chains, checkpoint }) => (
          <>
            <Panel title="Kiểm tra nhật ký">
              <div className="stack">
                <Checkpoint checkpoint={checkpoint} />
                <p className="soft">Chạy dòng lệnh này trên máy chủ để đi hết mọi chuỗi và đối chiếu với các điểm chốt. Lệnh chỉ đọc, và nêu mục đầu tiên bị sửa, thiếu hoặc đảo chỗ.</p>
                <CommandLine command={`npm run motcua -- journal verify --world ${world.name}`} />
              </div>
            </Panel>
            {chains.length === 0 ? <EmptyState icon="paper" title="Nhật ký chưa có mục nào">Việc đầu tiên ở quầy hoặc ở cơ quan sẽ mở chuỗi của nơi đó.</EmptyState> : (
              <Panel title="Các chuỗi" count={chains.length} flush><Table caption="Các chuỗi của nhật ký" columns={COLUMNS} rows={chains} rowKey={(chain) => chain.chainId} /></Panel>
            )}
          </>
        )}
      </Loaded>
      <WaitingMessagesPanel />
    </Screen>
  );
};
