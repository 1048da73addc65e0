// What the citizen sent online is accepted: all of it, or what is good of it. Time counts from when it was sent.
import { formatMoment } from '#core/kernel/format.ts';
import { recordSupplementAnswer } from '#wire/record-supplement.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { AnswerFacts } from './answer-facts.tsx';
import { CamePapers, useCamePapers } from './came-papers.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';
import { waitingAnswerOf } from '../../dossier/waiting-answer.ts';

export const AcceptAnswerDialog = ({ view, onClose }: OfficeDialogProps) => {
  const waiting = waitingAnswerOf(view);
  const sent = waiting?.answer.papers.map((paper) => paper.name) ?? [];
  const came = useCamePapers(view, sent);
  const record = useOfficeAct(view, 'record-supplement', recordSupplementAnswer, (answer) => {
    onClose();
    toast(answer.complete ? `Đã nhận đủ bổ sung.${answer.dueAt ? ` Hẹn trả mới: ${formatMoment(answer.dueAt)}.` : ''}` : 'Đã nhận một phần; thời hạn vẫn tạm dừng.');
  });
  const confirm = () => {
    came.setTried(true);
    if (!came.isReady || !waiting) return;
    void record.run({
      via: 'online', answerNo: waiting.answer.answerNo, ...came.answer,
      papers: came.given.map((item) => ({ name: item.name, form: 'e-copy', count: Math.max(1, item.original + item.certifiedCopy + item.plainCopy) })),
    });
  };
  return (
    <ConfirmDialog wide title={`Nhận bổ sung trực tuyến ${view.code}`} act={came.complete ? 'Nhận bổ sung' : 'Nhận một phần'} busy={record.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={record.error} dossierId={view.dossierId} onClose={onClose} />
      {waiting ? <AnswerFacts answer={waiting.answer} /> : <Banner tone="amber">Phần người dân gửi đã được xem. Đóng cửa sổ này để xem nội dung mới.</Banner>}
      <CamePapers came={came} legend="Giấy tờ nhận được, đọc được" only={sent} />
      <p className="soft">Thời hạn giải quyết được tính từ lúc người dân gửi, ngoài giờ thì từ đầu buổi làm việc sau đó.</p>
    </ConfirmDialog>
  );
};
