// One record on the road with the codes it lists, and the way of one dossier's papers; codes and places, no person's affair.
import '../dossier/dossier.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import type { SupervisedRecord } from '#wire/supervision.wire.ts';
import { CustodyTracks } from '../dossier/custody-track.tsx';
import { postPaperUrl } from '../dossier/paper-pdf.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { FoundDialog, LoseDialog } from '../bags/lost-bag.tsx';
import { LateDialog } from '../custody/late-dialog.tsx';
import { Button } from '../design/button.tsx';
import { bagOf, fromTo, lateOf, recordName } from './road-words.ts';
import { useRecord, useWay } from './use-supervision.ts';

const Back = ({ muc }: { readonly muc: 'duong' | 'chenh-lech' }) => <Link className="button" to="/buu-dien" search={{ muc }}>Về “{muc === 'duong' ? 'Trên đường' : 'Chênh lệch'}”</Link>;

const RecordActs = ({ one, now }: { readonly one: SupervisedRecord['record']; readonly now: SupervisedRecord['now'] }) => {
  const [asked, setAsked] = useState<'lose' | 'found' | 'late'>();
  const close = () => setAsked(undefined);
  const [bag, late] = [bagOf(one), lateOf(one)];
  const [isLost, isOnTheWay] = [one.lostAt !== undefined && !one.givenUp, one.receivedAt === undefined && one.lostAt === undefined];
  return (
    <>
      <div className="row">
        <a className="button" href={postPaperUrl(one.handOverId)} target="_blank" rel="noreferrer">Xem biên bản {one.recordNumber}</a>
        {bag && isLost && <Button look="main" icon="check" onClick={() => setAsked('found')}>Báo đã tìm thấy túi</Button>}
        {bag && isOnTheWay && <Button onClick={() => setAsked('lose')}>Báo thất lạc</Button>}
        {late && <Button onClick={() => setAsked('late')}>Lập việc chuyển chậm</Button>}
      </div>
      {bag && asked === 'lose' && <LoseDialog side="post" bag={bag} now={now} onClose={close} />}
      {bag && asked === 'found' && <FoundDialog side="post" bag={bag} onClose={close} />}
      {late && asked === 'late' && <LateDialog asked={late} now={now} onClose={close} />}
    </>
  );
};

export const RecordScreen = () => {
  const { handOverId } = useParams({ from: '/buu-dien/bien-ban/$handOverId' });
  const found = useRecord(handOverId);
  const record = found.data?.record;
  return (
    <Screen title={record ? recordName(record) : 'Biên bản giao nhận'} acts={<Back muc="duong" />}>
      <Loaded from={found} lines={6}>
        {({ now, record: one, lines }) => (
          <div className="stack">
            {one.lostAt !== undefined && <Banner tone="red"><strong>{one.givenUp ? 'Túi đã mất, giấy tờ được cấp lại hoặc bồi thường.' : 'Túi đã báo thất lạc.'}</strong> {one.lostByName} báo {fullMoment(one.lostAt)}.</Banner>}
            {one.lostAt === undefined && one.isLate && one.transitDue && <Banner tone="red"><strong>Quá hạn chuyển</strong>: phải đến chậm nhất {formatDay(one.transitDue)}.</Banner>}
            <p>
              {fromTo(one)}, giao {fullMoment(one.sentAt)}{one.bagLabel !== undefined && <>, biên bản {one.recordNumber}</>}{one.sealNumber !== undefined && <>, niêm phong <strong>{one.sealNumber}</strong></>}.
              {!one.isLate && one.receivedAt === undefined && one.transitDue && <> Hạn chuyển {formatDay(one.transitDue)}.</>}
              {one.receivedAt !== undefined && <> Đã ký nhận {fullMoment(one.receivedAt)}.</>}
            </p>
            <RecordActs one={one} now={now} />
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
            {view.slips.length > 0 && <div className="row">{view.slips.map(({ paperId, number }) => <a key={paperId} className="button" href={postPaperUrl(paperId)} target="_blank" rel="noreferrer">Phiếu gửi {number}</a>)}</div>}
            <Panel title="Giấy tờ đã qua tay ai">
              {view.custody.length === 0 ? <EmptyState icon="paper" title="Hồ sơ không có giấy tờ bản giấy">Hồ sơ điện tử không có gì phải chuyển.</EmptyState> : <CustodyTracks custody={view.custody} opens={postPaperUrl} />}
            </Panel>
          </div>
        )}
      </Loaded>
    </Screen>
  );
};
