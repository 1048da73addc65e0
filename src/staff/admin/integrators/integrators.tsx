// Hệ thống khác: which programs of other houses read the chain of custody, for whom, until when, and when they last did.
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import type { IntegratorView } from '#wire/integrators.wire.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { RevokeIntegratorDialog } from './revoke-dialog.tsx';
import { useIntegrators } from './use-integrators.ts';

const STANDINGS: Readonly<Record<IntegratorView['standing'], readonly [tone: string, words: string]>> = {
  good: ['chip chip-green', 'Đang dùng được'], ended: ['chip', 'Hết hạn'], revoked: ['chip chip-red', 'Đã thu hồi'],
};

const Standing = ({ one }: { readonly one: IntegratorView }) => {
  const [tone, words] = STANDINGS[one.standing];
  return <><span className={tone}>{words}</span>{one.revokedAt && <p className="faint">{one.revokedReason}; {one.revokedByName}, {fullMoment(one.revokedAt)}</p>}</>;
};

const columns = (onRevoke: (one: IntegratorView) => void): readonly Column<IntegratorView>[] => [
  { head: 'Hệ thống', cell: (one) => <><strong>{one.name}</strong><br /><span className="faint">{one.purpose}</span></> },
  { head: 'Phạm vi', cell: (one) => one.unitName ?? 'Cả tỉnh' },
  { head: 'Trạng thái', cell: (one) => <Standing one={one} /> },
  { head: 'Dùng đến hết', cell: (one) => <span className="nowrap">{formatDate(one.lastDay)}</span> },
  { head: 'Dùng lần cuối', cell: (one) => one.lastUsedAt ? <span className="nowrap">{fullMoment(one.lastUsedAt)}</span> : <span className="faint">chưa lần nào</span> },
  { head: 'Cấp bởi', cell: (one) => <>{one.issuedByName}<br /><span className="faint nowrap">{fullMoment(one.issuedAt)}</span></> },
  { head: 'Việc', cell: (one) => one.standing === 'revoked' ? null : <Button look="plain" onClick={() => onRevoke(one)}>Thu hồi<span className="hidden-label"> mã của {one.name}</span></Button> },
];

export const Integrators = () => {
  const integrators = useIntegrators();
  const [asked, setAsked] = useState<'issue' | IntegratorView>();
  const close = () => setAsked(undefined);
  return (
    <Loaded from={integrators} lines={5}>
      {({ integrators: rows, units }) => (
        <>
          <Panel title="Hệ thống khác được đọc chuỗi giao nhận" count={rows.length} flush acts={<Button look="main" onClick={() => setAsked('issue')}>Cấp mã truy cập</Button>}>
            {rows.length === 0
              ? <EmptyState icon="list" title="Chưa hệ thống nào được cấp mã">Cấp mã để hệ thống của cơ quan, đơn vị khác đọc giấy tờ của hồ sơ đã qua những đâu, theo chuẩn EPCIS 2.0.</EmptyState>
              : <Table caption="Hệ thống khác được cấp mã truy cập" columns={columns(setAsked)} rows={rows} rowKey={(one) => one.integratorId} />}
          </Panel>
          {asked === 'issue' && <IssueDialog units={units} onClose={close} />}
          {asked !== undefined && asked !== 'issue' && <RevokeIntegratorDialog integrator={asked} onClose={close} />}
        </>
      )}
    </Loaded>
  );
};
