import { Link } from '@tanstack/react-router';
import { Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { useBegun } from './use-begun.ts';

/** Nobody but this machine knows of them yet. */
export const BegunHere = () => {
  const { data: begun = [] } = useBegun();
  if (begun.length === 0) return null;
  return (
    <Panel title="Đang đóng tại máy này" count={begun.length} flush>
      <Table
        caption="Túi đang đóng tại máy này" rows={begun} rowKey={({ bagId }) => bagId}
        columns={[
          { head: 'Nơi nhận', cell: ({ agencyUnitId, placeName }) => <Link to="/tui-ho-so/tai-may/$agencyUnitId" params={{ agencyUnitId }}>{placeName}</Link> },
          { head: 'Trong túi', cell: ({ dossierIds }) => `${dossierIds.length} hồ sơ` },
          { head: 'Mở lúc', cell: ({ openedAt }) => shortMoment(openedAt) },
        ]}
      />
    </Panel>
  );
};
