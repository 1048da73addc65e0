// An act done here that the server did not take: why, what became of the dossier since, and the act's own dialog with what
// was entered.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { reasonAlone } from '#wire/refusals/offline.ts';
import { useOnline } from '../api/use-online.ts';
import { PuttingRight } from '../counter/put-right/putting-right.ts';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Screen } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { OFFLINE_LABELS } from '../words/offline-words.ts';
import './alone.css';
import { openedCounter, useStanding } from './counter.ts';
import type { ParkedAct } from './parked-act.ts';
import { isAlone, PutAloneRight } from './put-alone-right.tsx';
import { PutBagRight } from './put-bag-right.tsx';
import { PutOneRight } from './put-one-right.tsx';

const BackToQueue = () => {
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/mat-mang' })}>Về “Việc chưa gửi”</Button>;
};

const Gone = () => (
  <EmptyState icon="check" title="Việc này không còn chờ sửa" act={<BackToQueue />}>Việc đã được gửi lại, đã chuyển cho văn phòng, hoặc văn phòng đã giải quyết.</EmptyState>
);

const LeaveButton = ({ commandId, onLeft }: { readonly commandId: string; readonly onLeft: () => void }) => {
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      await openedCounter().leaveToOffice(commandId);
      toast('Đã chuyển cho văn phòng; việc nằm ở “Việc cần xem sau khi có mạng”.');
      onLeft();
    } catch (error) {
      toast(error instanceof Error ? error.message : 'Chưa chuyển được; thử lại.', 'red');
      setBusy(false);
    }
  };
  return <Button busy={busy} onClick={() => void leave()}>Chuyển cho văn phòng</Button>;
};

const Work = ({ parked, onDone }: { readonly parked: ParkedAct; readonly onDone: () => void }) => {
  const isOnline = useOnline();
  const { before } = parked;
  const isSealed = before.act === 'hand-over-filled-bag';
  const isBag = isSealed || before.act === 'forward-dossiers' || before.act === 'accept-outcome';
  // what to do first stands first: a phone shows the reason and the button together
  return (
    <Screen title={`Sửa và gửi lại: ${OFFLINE_LABELS[before.act]}`}>
      <Banner tone="red"><strong>Máy chủ chưa nhận việc làm lúc {formatMoment(before.madeAt)}:</strong> {reasonAlone(parked.text, before.act)}</Banner>
      <PuttingRight value={before}>
        {isAlone(before) ? <PutAloneRight before={before} onDone={onDone} /> : isBag ? <PutBagRight parked={parked} onDone={onDone} /> : <PutOneRight before={before} dossierId={parked.dossierIds[0]} onDone={onDone} />}
      </PuttingRight>
      {!isOnline && <Banner tone="amber">Đang mất mạng: hồ sơ hiện như máy này biết lần cuối. Việc sửa xong sẽ gửi khi có mạng.</Banner>}
      <p className="soft">
        Việc gửi lại giữ giờ và số đã dùng.{parked.printed && !isSealed && ' Giấy đã in vẫn có giá trị nếu nội dung trên giấy không đổi; nếu đổi, máy in giấy mới mang cùng số: thu lại giấy cũ.'} Không sửa được tại quầy thì chuyển cho văn phòng.
      </p>
      <div className="row"><LeaveButton commandId={before.commandId} onLeft={onDone} /><BackToQueue /></div>
    </Screen>
  );
};

const Parked = ({ commandId }: { readonly commandId: string }) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  // read once: what is put right here is gone from the list before this screen is left
  const parked = useQuery({ queryKey: ['parked-act', commandId], queryFn: async () => (await openedCounter().parkedAct(commandId)) ?? null, networkMode: 'always', gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  const done = (): void => {
    void client.invalidateQueries({ queryKey: ['counter-queue'] });
    void navigate({ to: '/mat-mang' });
  };
  return <Loaded from={parked}>{(found) => (found ? <Work parked={found} onDone={done} /> : <Gone />)}</Loaded>;
};

export const PutRightScreen = () => {
  const { commandId } = useParams({ from: '/mat-mang/sua/$commandId' });
  const standing = useStanding();
  if (!standing) return <Screen title="Sửa và gửi lại"><p role="status">Đang đọc kho dữ liệu của quầy…</p></Screen>;
  if (standing.vault !== 'open') return <Screen title="Sửa và gửi lại"><EmptyState icon="info" title="Kho dữ liệu đang khóa">Mở kho ở dòng trên cùng để sửa việc này.</EmptyState></Screen>;
  return <Parked commandId={commandId} key={commandId} />;
};
