// One record on the road with the codes it lists, and the way of one dossier's papers; codes and places, no person's affair.
import '../dossier/dossier.css';
import { Link, useParams } from '@tanstack/react-router';
import { formatDay } from '#core/kernel/format.ts';
import { CustodyTracks } from '../dossier/custody-track.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { fromTo } from './supervision.screen.tsx';
import { useRecord, useWay } from './use-supervision.ts';

const Back = ({ muc }: { readonly muc: 'duong' | 'chenh-lech' }) => <Link className="button" to="/buu-dien" search={{ muc }}>{muc === 'duong' ? 'Trên đường' : 'Chênh lệch'}</Link>;

export const RecordScreen = () => {
  const { handOverId } = useParams({ from: '/buu-dien/bien-ban/$handOverId' });
  const found = useRecord(handOverId);
  const record = found.data?.record;
  return (
    <Screen title={record ? (record.bagLabel === undefined ? `Biên bản ${record.recordNumber}` : `Túi ${bagLabelInGroups(record.bagLabel)}`) : 'Biên bản giao nhận'} acts={<Back muc="duong" />}>
      <Loaded from={found} lines={6}>
        {({ record: one, lines }) => (
          <div className="stack">
            {one.isLate && one.transitDue && <Banner tone="red"><strong>Quá hạn chuyển</strong>: phải đến chậm nhất {formatDay(one.transitDue)}.</Banner>}
            <p>
              {fromTo(one)}, giao {fullMoment(one.sentAt)}{one.bagLabel !== undefined && <>, biên bản {one.recordNumber}</>}{one.sealNumber !== undefined && <>, niêm phong <strong>{one.sealNumber}</strong></>}.
              {!one.isLate && one.receivedAt === undefined && one.transitDue && <> Hạn chuyển {formatDay(one.transitDue)}.</>}
              {one.receivedAt !== undefined && <> Đã ký nhận {fullMoment(one.receivedAt)}.</>}
            </p>
            <Panel title="Trong biên bản" count={lines.length} flush>
              <Table
                caption="Trong biên bản" rows={lines} rowKey={(line) => line.dossierId}
                columns={[{ head: 'Mã hồ sơ', cell: (line) => <Link className="code" to="/buu-dien/ho-so/$dossierId" params={{ dossierId: line.dossierId }}>{line.code}</Link> }, { head: 'Bản giấy', number: true, cell: (line) => line.pieces }]}
              />
            </Panel>
          </div>
        )}
      </Loaded>
    </Screen>
  );
};

export const WayScreen = () => {
  const { dossierId } = useParams({ from: '/buu-dien/ho-so/$dossierId' });
  const way = useWay(dossierId);
  return (
    <Screen title={way.data ? <>Đường đi của <span className="code">{way.data.code}</span></> : 'Đường đi của giấy tờ'} acts={<Back muc="chenh-lech" />}>
      <Loaded from={way} lines={6}>
        {(view) => (
          <div className="stack">
            <p>{view.deskName}, {view.agencyName} <StatusChip state={view.state} /></p>
            <Panel title="Giấy tờ đã qua tay ai">
              {view.custody.length === 0 ? <EmptyState icon="paper" title="Hồ sơ không có giấy tờ bản giấy">Hồ sơ điện tử không có gì phải chuyển.</EmptyState> : <CustodyTracks custody={view.custody} opens={false} />}
            </Panel>
          </div>
        )}
      </Loaded>
    </Screen>
  );
};
