// What was sent online is not enough: the citizen reads why and what is still missing, and sends again.
import { useState } from 'react';
import { turnBackSupplementAnswer } from '#wire/turn-back-supplement.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { AnswerFacts } from './answer-facts.tsx';
import { limitWords } from './limit-words.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';
import { waitingAnswerOf } from '../../dossier/waiting-answer.ts';

export const TurnBackDialog = ({ view, onClose }: OfficeDialogProps) => {
  const waiting = waitingAnswerOf(view);
  const before = waiting?.request.answers.some((one) => one.decision === 'turned-back') ?? false;
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const back = useOfficeAct(view, 'turn-back-supplement', turnBackSupplementAnswer, () => {
    onClose();
    toast('Đã trả lại kèm lý do. Người dân đọc được ở trang tra cứu và gửi lại.');
  });
  const confirm = () => {
    setTried(true);
    if (!waiting || missing.size === 0 || reason.trim() === '') return;
    void back.run({ answerNo: waiting.answer.answerNo, reason: reason.trim(), missing: [...missing] });
  };
  return (
    <ConfirmDialog wide red title={`Trả lại phần bổ sung ${view.code}`} act="Trả lại kèm lý do" busy={back.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={back.error} dossierId={view.dossierId} onClose={onClose} />
      {waiting && <AnswerFacts answer={waiting.answer} />}
      {before && <Banner tone="amber">Đã trả lại một lần. Trả lại lần nữa do lãnh đạo phòng hoặc người có thẩm quyền ký thực hiện và được ghi nhật ký.</Banner>}
      <fieldset className="choices" data-path="missing">
        <legend>Giấy tờ còn thiếu hoặc chưa đạt</legend>
        <div className="stack-tight grow">
          {waiting?.request.items.map((item) => <Check key={item.name} checked={missing.has(item.name)} onChecked={(on) => setMissing(new Set(on ? [...missing, item.name] : [...missing].filter((name) => name !== item.name)))}>{item.name}</Check>)}
          {tried && missing.size === 0 && <p className="field-error">Đánh dấu giấy tờ còn thiếu hoặc chưa đạt.</p>}
        </div>
      </fieldset>
      <TextAreaField label="Lý do" name="reason" value={reason} onValue={setReason} maxLength={500} error={tried && reason.trim() === '' ? 'Ghi lý do để người dân biết phải sửa gì.' : undefined} />
      <p className="soft">Người dân đọc được lý do này ở trang tra cứu hồ sơ. Thời hạn giải quyết vẫn tạm dừng. {limitWords(waiting?.request.answerBy, businessNow())}</p>
    </ConfirmDialog>
  );
};
