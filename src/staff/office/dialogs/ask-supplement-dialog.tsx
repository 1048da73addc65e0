// One complete list, asked once; late or repeated is said before it is sent, and form 02 is shown after.
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { askSupplementAnswer, type AskSupplementAnswer } from '#wire/ask-supplement.wire.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog, Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';
import { SupplementLines } from './supplement-lines.tsx';
import { faultsOf, itemsOf, type SupplementLine } from './supplement-list.ts';

export const AskSupplementDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [lines, setLines] = useState<readonly SupplementLine[]>([]);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('');
  const [phone, setPhone] = useState('');
  const [ground, setGround] = useState('');
  const again = view.supplementRequests.length > 0;
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<AskSupplementAnswer>();
  const ask = useOfficeAct(view, 'ask-supplement', askSupplementAnswer, setDone);
  if (done?.paper) {
    const { paperId, number } = done.paper;
    return (
      <Dialog wide title={`Đã yêu cầu bổ sung · Phiếu số ${number}`} onClose={onClose} foot={<><Button onClick={onClose}>Đóng</Button><Button look="main" icon="print" onClick={() => void printPaper(paperId)} autoFocus>In phiếu</Button></>}>
        <PaperPdf paperId={paperId} title="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" />
      </Dialog>
    );
  }
  const faults = tried ? faultsOf(lines) : new Map<number, string>();
  const late = work.supplementAskBy !== undefined && dateOf(view.now) > dateOf(work.supplementAskBy);
  const confirm = () => {
    setTried(true);
    if (lines.length === 0 || reason.trim() === '' || faultsOf(lines).size > 0 || (again && ground.trim() === '')) return;
    void ask.run({ items: itemsOf(lines), reason: reason.trim(), ...(Number(days) > 0 && { answerWithinWorkingDays: Number(days) }), ...(phone.trim() && { contactPhone: phone.trim() }), ...(again && { secondGround: ground.trim() }) });
  };
  return (
    <ConfirmDialog wide title={`Yêu cầu bổ sung hồ sơ ${view.code}`} act="Yêu cầu bổ sung" makes="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02)" busy={ask.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={ask.error} dossierId={view.dossierId} onClose={onClose} />
      {again
        ? <Banner tone="red">Hồ sơ này đã được yêu cầu bổ sung {view.supplementRequests.length} lần. Quy định chỉ yêu cầu một lần, đầy đủ; lần này được đánh dấu là yêu cầu lại và tính là chậm trong thống kê.</Banner>
        : <Banner tone={late ? 'amber' : 'info'}>Chỉ yêu cầu một lần: ghi đủ mọi giấy tờ còn thiếu. {work.supplementAskBy && (late ? <>Hạn yêu cầu (03 ngày làm việc) đã qua từ {formatMoment(work.supplementAskBy)}; phiếu vẫn lập được và được ghi là chậm.</> : <>Yêu cầu trước {formatMoment(work.supplementAskBy)} là trong hạn 03 ngày làm việc.</>)}</Banner>}
      <SupplementLines lines={lines} onLines={setLines} checklist={view.procedure.cases.find((one) => one.caseId === view.caseId)?.checklist ?? []} faults={faults} />
      {tried && lines.length === 0 && <p className="field-error">Chọn ít nhất một giấy tờ cần bổ sung.</p>}
      <TextAreaField label="Lý do chung" name="reason" value={reason} onValue={setReason} maxLength={1000} error={tried && reason.trim() === '' ? 'Ghi lý do để người dân hiểu vì sao phải bổ sung.' : undefined} />
      {again && <TextAreaField label="Căn cứ yêu cầu lại (của lãnh đạo)" name="secondGround" value={ground} onValue={setGround} maxLength={500} error={tried && ground.trim() === '' ? 'Ghi căn cứ vì sao phải yêu cầu lại.' : undefined} />}
      <div className="fields">
        <Field width="w4" label="Hạn bổ sung (ngày làm việc)" optional inputMode="numeric" value={days} onValue={(typed) => setDays(typed.replace(/\D/g, '').slice(0, 2))} hint="Chỉ ghi khi pháp luật quy định; quá hạn có thể dừng giải quyết." />
        <Field width="w4" label="Điện thoại liên hệ" optional inputMode="tel" value={phone} onValue={setPhone} maxLength={20} hint="Để trống: điện thoại của cơ quan." />
      </div>
    </ConfirmDialog>
  );
};
