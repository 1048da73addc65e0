// A sealed bag: its label, its hand-over with the record, or its seal cut again.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bagClosed, bagHandedOver, type BagView } from '#wire/bags.wire.ts';
import { SIGNED_WORDS } from '#wire/sign-for.wire.ts';
import { newId } from '../api/new-id.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { TransitDue } from '../design/transit-due.tsx';
import { paperUrl, printFrom, printPaper } from '../dossier/paper-pdf.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { BagLines } from './bag-lines.tsx';
import { bagName, contentWord, insideWords, otherEnd } from './bag-words.ts';
import { LoseDialog } from './lost-bag.tsx';
import { type Side, labelUrl, useBagAct } from './use-bags.ts';

const HandOverDialog = ({ side, view, onClose }: { readonly side: Side; readonly view: BagView; readonly onClose: () => void }) => {
  const [handOverId] = useState(newId);
  const [stamped, setStamped] = useState(false);
  const { bag } = view;
  const handOver = useBagAct<{ handOverId: string; stamped: boolean }, { recordNumber: string }>(side, bag.bagId, 'hand-over', bagHandedOver, ({ recordNumber }) => {
    onClose();
    toast(`Đã bàn giao túi, biên bản ${recordNumber}.`);
  });
  return (
    <ConfirmDialog
      title={`Bàn giao túi cho ${otherEnd(bag, 'giver')}`} act="Bàn giao túi" makes={`Biên bản giao nhận hồ sơ (${insideWords(bag)})`} busy={handOver.busy} onClose={onClose}
      onConfirm={() => void handOver.run({ handOverId, stamped })}
    >
      {handOver.error && <Banner tone="red">{handOver.error.message}</Banner>}
      <p>{bagName(bag)}, số niêm phong <strong>{bag.sealNumber}</strong>. Bên nhận quét nhãn, kiểm đếm rồi ký nhận.</p>
      {side === 'office' && <Check checked={stamped} onChecked={setStamped}>Kết quả chờ ký số của cơ quan đã đóng dấu trên giấy</Check>}
    </ConfirmDialog>
  );
};

const ReopenDialog = ({ side, view, onClose }: { readonly side: Side; readonly view: BagView; readonly onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reopen = useBagAct<{ reason: string }, unknown>(side, view.bag.bagId, 'reopen', bagClosed, onClose);
  return (
    <ConfirmDialog
      title={`Cắt niêm phong ${view.bag.sealNumber ?? ''}`} act="Cắt niêm phong, mở lại túi" red busy={reopen.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (reason.trim() !== '') void reopen.run({ reason: reason.trim() }); }}
    >
      {reopen.error && <Banner tone="red">{reopen.error.message}</Banner>}
      <Field label="Lý do mở lại" name="reason" value={reason} onValue={setReason} maxLength={300} error={tried && reason.trim() === '' ? 'Ghi lý do; nhật ký giữ lại.' : undefined} />
    </ConfirmDialog>
  );
};

export const SealedBag = ({ side, view }: { readonly side: Side; readonly view: BagView }) => {
  const [asking, setAsking] = useState<'hand-over' | 'reopen' | 'lose'>();
  const { bag, lines } = view;
  const { stands, handOverId } = bag;
  return (
    <div className="stack">
      <div className="bag-head">
        <p className="bag-counter"><strong>{lines.length}</strong><span>{contentWord(bag)}{bag.followCount > 0 && `, ${bag.followCount} chỉ có giấy tờ bổ sung`} · niêm phong {bag.sealNumber}</span></p>
        <div className="grow">
          {stands === 'closed' && <p>Dán nhãn lên túi. Khi giao, bấm “Bàn giao túi” để lập biên bản cho hai bên ký.</p>}
          {stands === 'sent' && <p>{bag.sentByName} đã bàn giao {bag.sentAt && shortMoment(bag.sentAt)}; chờ {otherEnd(bag, 'giver')} kiểm đếm, ký nhận.</p>}
          {bag.transitDue !== undefined && <TransitDue endsOn={bag.transitDue} receivedAt={bag.receivedAt} now={view.now} />}
          {stands === 'received' && <p>{bag.receivedByName} đã ký nhận{bag.signedBy && ` ${SIGNED_WORDS[bag.signedBy]}`} {bag.receivedAt && shortMoment(bag.receivedAt)}.</p>}
        </div>
        <div className="row">
          {stands === 'closed' && <Button onClick={() => setAsking('reopen')}>Cắt niêm phong</Button>}
          {stands === 'sent' && !view.atCounter && <Button onClick={() => setAsking('lose')}>Báo thất lạc</Button>}
          {view.atCounter
            ? <Button icon="print" onClick={() => void printFrom(labelUrl(side, bag.bagId))}>In nhãn túi</Button>
            : <a className="button" href={labelUrl(side, bag.bagId)} target="_blank" rel="noreferrer">Nhãn túi</a>}
          {stands === 'closed' && <Button look="main" icon="send" hotkey="F9" onClick={() => setAsking('hand-over')}>Bàn giao túi</Button>}
          {bag.signatureFile !== undefined && <a className="button" href={`/api/files/${bag.signatureFile}`} target="_blank" rel="noreferrer">Bản ký nhận</a>}
          {handOverId !== undefined && !view.atCounter && <a className="button" href={paperUrl(handOverId)} target="_blank" rel="noreferrer">Xem biên bản {bag.recordNumber}</a>}
          {handOverId !== undefined && stands === 'sent' && <Button look="main" icon="print" hotkey="F9" onClick={() => void printPaper(handOverId)}>In biên bản</Button>}
        </div>
      </div>
      {bag.sealBroken && <Banner tone="red"><strong>Niêm phong không nguyên vẹn</strong> khi bên nhận mở túi: {bag.sealNote}{bag.caseId !== undefined && <> · <Link to={side === 'desk' ? '/giao-nhan/viec/$caseId' : '/co-quan/giao-nhan/viec/$caseId'} params={{ caseId: bag.caseId }}>Mở việc xử lý</Link></>}</Banner>}
      <Panel title={stands === 'closed' ? 'Trong túi' : 'Trong biên bản'} count={lines.length} flush><BagLines lines={lines} /></Panel>
      {asking === 'hand-over' && <HandOverDialog side={side} view={view} onClose={() => setAsking(undefined)} />}
      {asking === 'lose' && <LoseDialog side={side} bag={bag} now={view.now} onClose={() => setAsking(undefined)} />}
      {asking === 'reopen' && <ReopenDialog side={side} view={view} onClose={() => setAsking(undefined)} />}
    </div>
  );
};
