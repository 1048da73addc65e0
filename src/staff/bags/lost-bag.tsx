// A bag that did not come: declared lost by either side, and found again by whoever has it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { type BagLost, type BagRow, type BagView, bagLost } from '#wire/bags.wire.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { BagLines } from './bag-lines.tsx';
import { contentWord } from './bag-words.ts';
import { type ActingSide, type Side, useBagAct } from './use-bags.ts';

export type AskedBag = Pick<BagRow, 'bagId' | 'label' | 'direction' | 'transitDue' | 'dossierCount'>;
type Asked = { readonly side: ActingSide; readonly bag: AskedBag; readonly onClose: () => void };

export const LoseDialog = ({ side, bag, now, onClose }: Asked & { readonly now: Moment }) => {
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const isLate = bag.transitDue !== undefined && dateOf(now) > bag.transitDue;
  const lose = useBagAct<{ ground?: string }, BagLost>(side, bag.bagId, 'lost', bagLost, () => { onClose(); toast('Đã báo thất lạc, việc xử lý đã mở cho hai bên.'); });
  const unsaid = !isLate && ground.trim() === '';
  return (
    <ConfirmDialog
      title={`Báo thất lạc túi ${bagLabelInGroups(bag.label)}`} act="Báo thất lạc túi" red busy={lose.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (unsaid) requestAnimationFrame(() => focusFirstError({ ground: '' })); else void lose.run(ground.trim() === '' ? {} : { ground: ground.trim() }); }}
    >
      {lose.error && <Banner tone="red">{lose.error.message}</Banner>}
      <p>Cả túi và {bag.dossierCount} {contentWord(bag)} trong túi được ghi là chưa rõ ở đâu; hai bên cùng có một việc phải xử lý. Nếu túi đến sau, báo tìm thấy rồi kiểm đếm như thường.</p>
      {bag.transitDue !== undefined && <p className="soft">{isLate ? `Túi đã quá hạn chuyển (${formatDay(bag.transitDue)}).` : `Túi còn hạn chuyển đến hết ${formatDay(bag.transitDue)}; báo thất lạc ngay phải có căn cứ.`}</p>}
      <TextAreaField label="Căn cứ" optional={isLate} name="ground" rows={2} maxLength={300} value={ground} onValue={setGround} error={tried && unsaid ? 'Ghi căn cứ, ví dụ: xe thư bị tai nạn ngày nào, ai báo.' : undefined} />
    </ConfirmDialog>
  );
};

export const FoundDialog = ({ side, bag, onClose }: Asked) => {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const found = useBagAct<{ note: string }, BagLost>(side, bag.bagId, 'found', bagLost, () => { onClose(); toast('Đã ghi tìm thấy túi; kiểm đếm như thường.'); });
  return (
    <ConfirmDialog
      title={`Đã tìm thấy túi ${bagLabelInGroups(bag.label)}`} act="Báo đã tìm thấy túi" busy={found.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (note.trim() === '') requestAnimationFrame(() => focusFirstError({ note: '' })); else void found.run({ note: note.trim() }); }}
    >
      {found.error && <Banner tone="red">{found.error.message}</Banner>}
      <p>Túi trở lại đang trên đường như trước; bên nhận kiểm đếm từng {contentWord(bag)} rồi ký nhận.</p>
      <TextAreaField label="Tìm thấy ở đâu" name="note" rows={2} maxLength={300} value={note} onValue={setNote} error={tried && note.trim() === '' ? 'Ghi nơi và người tìm thấy.' : undefined} />
    </ConfirmDialog>
  );
};

export const LostBag = ({ side, view }: { readonly side: Side; readonly view: BagView }) => {
  const [asking, setAsking] = useState(false);
  const { bag, lines } = view;
  const isGivenUp = bag.stands === 'given-up';
  return (
    <div className="stack">
      <Banner tone="red">
        <strong>{isGivenUp ? 'Túi đã mất, giấy tờ được cấp lại.' : 'Túi đã báo thất lạc.'}</strong> {bag.lostByName} báo {bag.lostAt && shortMoment(bag.lostAt)} · biên bản giao {bag.recordNumber}
        {bag.caseId !== undefined && <> · <Link to={side === 'desk' ? '/giao-nhan/viec/$caseId' : '/co-quan/giao-nhan/viec/$caseId'} params={{ caseId: bag.caseId }}>Mở việc xử lý</Link></>}
      </Banner>
      {!isGivenUp && <div className="row"><Button look="main" icon="check" hotkey="F9" onClick={() => setAsking(true)}>Báo đã tìm thấy túi</Button></div>}
      <Panel title="Trong biên bản" count={lines.length} flush><BagLines lines={lines} /></Panel>
      {asking && <FoundDialog side={side} bag={bag} onClose={() => setAsking(false)} />}
    </div>
  );
};
