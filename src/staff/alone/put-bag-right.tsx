// An act on many: what of the bag can still go with it, and what must be left out.
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { useDesk } from '../api/session.ts';
import { useBefore } from '../counter/put-right/putting-right.ts';
import { ForwardDialog, type Going } from '../counter/today/forward-dialog.tsx';
import { OneBag } from '../counter/today/incoming.tsx';
import { useToday } from '../counter/today/use-today.ts';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { Table } from '../design/table.tsx';
import { openedCounter } from './counter.ts';
import type { ParkedAct } from './parked-act.ts';
import { PutSealedBagRight } from './put-sealed-bag-right.tsx';
import { useDossiers } from './use-dossiers.ts';

type Props = { readonly parked: ParkedAct; readonly onDone: () => void };

const goingOf = (view: DossierView, paperCount: number): Going => ({
  dossierId: view.dossierId, code: view.code, revision: view.revision, paperCount, procedureName: view.procedure.name,
  applicantName: view.parties.applicant.fullName, ownerName: view.parties.owner?.fullName,
});

const ForwardAgain = ({ parked, onDone }: Props) => {
  const desk = useDesk();
  const before = useBefore('forward-dossiers');
  const [held, setHeld] = useState<readonly Going[]>();
  const asked = before?.body.dossiers ?? [];
  const { views, isPending } = useDossiers(asked.map(({ dossierId }) => dossierId));
  if (isPending || !before) return <p role="status">Đang đọc từng hồ sơ của biên bản…</p>;
  const { agencyUnitId } = before.body;
  const goes = (view: DossierView): boolean => view.agencyUnitId === agencyUnitId && view.allowedActs.some(({ act }) => act === 'forward-dossiers');
  const going = views.filter(goes);
  const countOf = (dossierId: string): number => asked.find((one) => one.dossierId === dossierId)?.paperCount ?? 0;
  const closed = async (): Promise<void> => {
    setHeld(undefined);
    if (!(await openedCounter().parkedAct(parked.before.commandId))) onDone();
  };
  return (
    <Panel title="Hồ sơ của biên bản" count={asked.length} flush acts={<Button look="main" icon="send" disabled={going.length === 0} onClick={() => setHeld(going.map((view) => goingOf(view, countOf(view.dossierId))))}>Sửa và gửi lại ({going.length})</Button>}>
      <Table
        caption="Hồ sơ của biên bản" rows={views} rowKey={(view) => view.dossierId} chosen={goes}
        columns={[
          { head: 'Mã hồ sơ', cell: (view) => <span className="code">{view.code}</span> },
          { head: 'Chủ hồ sơ', cell: (view) => view.parties.owner?.fullName ?? view.parties.applicant.fullName },
          { head: 'Bây giờ', cell: (view) => <StatusChip state={view.state} /> },
          { head: 'Gửi lại', cell: (view) => (goes(view) ? 'đi cùng biên bản' : 'để ra ngoài: không còn chờ chuyển đến cơ quan này') },
        ]}
      />
      {going.length === 0 && <Banner tone="amber">Không hồ sơ nào của biên bản còn chờ chuyển đến cơ quan này. Chuyển cho văn phòng để đối chiếu biên bản đã in.</Banner>}
      {going.length < asked.length && going.length > 0 && <Banner tone="amber">Biên bản mới ghi ít hồ sơ hơn, mang cùng số: in lại, ký lại và thu biên bản cũ.</Banner>}
      {held && <ForwardDialog group={{ agencyUnitId, agencyName: going[0]?.agencyName ?? '' }} dossiers={held} deskId={desk.deskId} onClose={() => void closed()} />}
    </Panel>
  );
};

const CountAgain = ({ parked, onDone }: Props) => {
  const today = useToday();
  return (
    <Loaded from={today}>
      {(view) => {
        const bag = view.incoming.find(({ handOverId }) => handOverId === parked.handOverId);
        if (!bag) return <EmptyState icon="inbox" title="Biên bản này không còn chờ kiểm đếm">Đã có người kiểm đếm, hoặc cơ quan đã rút lại. Chuyển cho văn phòng để đối chiếu.</EmptyState>;
        return <OneBag bag={bag} deskId={view.deskId} onDone={onDone} />;
      }}
    </Loaded>
  );
};

export const PutBagRight = (props: Props) => {
  const { parked: { before, bag }, onDone } = props;
  if (before.act === 'hand-over-filled-bag') return bag && <PutSealedBagRight before={before} printed={bag} onDone={onDone} />;
  return before.act === 'accept-outcome' ? <CountAgain {...props} /> : <ForwardAgain {...props} />;
};
