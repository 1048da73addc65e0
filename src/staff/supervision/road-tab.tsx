// What is on the road and against its window; what is late or lost is acted upon from here, by the desk's own rules.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { LostBag, OnTheWay, SupervisedRoad } from '#wire/supervision.wire.ts';
import { type AskedBag, FoundDialog, LoseDialog } from '../bags/lost-bag.tsx';
import { type LateAsked, LateDialog } from '../custody/late-dialog.tsx';
import { Button } from '../design/button.tsx';
import { EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { bagOf, fromTo, lateOf, recordName } from './road-words.ts';

type Asked =
  | { readonly kind: 'lose' | 'found'; readonly bag: AskedBag }
  | { readonly kind: 'late'; readonly late: LateAsked };

const RecordLink = ({ one }: { readonly one: Pick<OnTheWay, 'handOverId' | 'bagLabel' | 'recordNumber'> }) => (
  <>
    <Link className="code" to="/buu-dien/bien-ban/$handOverId" params={{ handOverId: one.handOverId }}>{recordName(one)}</Link>
    {one.bagLabel !== undefined && <div className="faint">biên bản {one.recordNumber}</div>}
  </>
);

const mayAct = (one: OnTheWay): boolean => bagOf(one) !== undefined || lateOf(one) !== undefined;

/** What may be done about one record, as a button each. */
const Acts = ({ one, onAsk }: { readonly one: OnTheWay; readonly onAsk: (asked: Asked) => void }) => {
  const [bag, late] = [bagOf(one), lateOf(one)];
  return (
    <div className="row">
      {late && <Button onClick={() => onAsk({ kind: 'late', late })}>Lập việc chuyển chậm<span className="hidden-label"> {recordName(one)}</span></Button>}
      {bag && <Button onClick={() => onAsk({ kind: 'lose', bag })}>Báo thất lạc<span className="hidden-label"> {recordName(one)}</span></Button>}
    </div>
  );
};

const LateWord = ({ one }: { readonly one: OnTheWay }) => one.isLate && (
  <div className="faint">{one.lateCases > 0 ? `đã lập ${one.lateCases} việc` : one.claimable === 0 && 'không có phiếu gửi'}</div>
);

const Lost = ({ bags, onAsk }: { readonly bags: readonly LostBag[]; readonly onAsk: (asked: Asked) => void }) => (
  <Panel title={<span className="due-late">Túi thất lạc</span>} count={bags.length} flush>
    <Table
      caption="Túi thất lạc" rows={bags} rowKey={({ bagId }) => bagId}
      columns={[
        { head: 'Túi', cell: ({ label, handOverId }) => (handOverId === undefined ? <span className="code">{bagLabelInGroups(label)}</span> : <Link className="code" to="/buu-dien/bien-ban/$handOverId" params={{ handOverId }}>{bagLabelInGroups(label)}</Link>) },
        { head: 'Quầy', cell: (bag) => bag.deskName }, { head: 'Cơ quan', cell: (bag) => bag.agencyName },
        { head: 'Không thấy từ', cell: (bag) => <>{shortMoment(bag.since)}<div className="faint">{bag.handOverId === undefined ? 'không thấy khi kiểm kê' : `${bag.lostByName ?? ''} báo thất lạc`}</div></> },
        { head: 'Việc', cell: ({ bagId, label, direction, dossierCount, handOverId }) => handOverId !== undefined && <Button onClick={() => onAsk({ kind: 'found', bag: { bagId, label, direction, dossierCount } })}>Báo đã tìm thấy<span className="hidden-label"> túi {bagLabelInGroups(label)}</span></Button> },
      ]}
    />
  </Panel>
);

export const RoadTab = ({ view }: { readonly view: SupervisedRoad }) => {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const late = view.onTheWay.filter(({ isLate }) => isLate);
  const fine = view.onTheWay.filter(({ isLate }) => !isLate);
  const table = (caption: string, rows: readonly OnTheWay[]) => (
    <Table
      caption={caption} rows={rows} rowKey={({ handOverId }) => handOverId}
      columns={[
        { head: 'Túi, biên bản', cell: (one) => <RecordLink one={one} /> },
        { head: 'Nơi gửi, nơi nhận', cell: fromTo },
        { head: 'Hồ sơ', number: true, cell: (one) => one.dossierCount },
        { head: 'Giao lúc', cell: (one) => shortMoment(one.sentAt) },
        { head: 'Hạn chuyển', cell: (one) => (one.transitDue === undefined ? <span className="faint">không tính</span> : <><span className={one.isLate ? 'due-late' : undefined}>{formatDate(one.transitDue)}</span><LateWord one={one} /></>) },
        ...(rows.some(mayAct) ? [{ head: 'Việc', cell: (one: OnTheWay) => <Acts one={one} onAsk={setAsked} /> }] : []),
      ]}
    />
  );
  return (
    <div className="stack">
      {view.lostBags.length > 0 && <Lost bags={view.lostBags} onAsk={setAsked} />}
      {late.length > 0 && <Panel title={<span className="due-late">Quá hạn chuyển</span>} count={late.length} flush>{table('Quá hạn chuyển', late)}</Panel>}
      <Panel title="Đang trên đường" count={fine.length} flush>
        {fine.length === 0 ? <EmptyState icon="bag" title="Không có túi, biên bản nào đang trên đường">Hồ sơ và kết quả đã giao mà bên nhận chưa ký nhận sẽ hiện ở đây.</EmptyState> : table('Đang trên đường', fine)}
      </Panel>
      {asked?.kind === 'lose' && <LoseDialog side="post" bag={asked.bag} now={view.now} onClose={close} />}
      {asked?.kind === 'found' && <FoundDialog side="post" bag={asked.bag} onClose={close} />}
      {asked?.kind === 'late' && <LateDialog asked={asked.late} now={view.now} onClose={close} />}
    </div>
  );
};
