// A bag of outcomes signed for without a line: counted against its record, by the act that counts any record at this machine.
import { type OutcomeAcceptedAnswer, outcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import type { BagView } from '#wire/bags.wire.ts';
import { useAct } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Banner } from '../design/frames.tsx';
import { otherEnd } from './bag-words.ts';
import { type BagCountDraft, openLines } from './count-bag.ts';
import { BAGS_CHANGED } from './use-bags.ts';

export const SignHere = ({ view, draft, onDone, onClose }: { readonly view: BagView; readonly draft: BagCountDraft; readonly onDone: (received: number) => void; readonly onClose: () => void }) => {
  const { bag } = view;
  const ids = openLines(view).map(({ dossierId }) => dossierId);
  const received = ids.filter((id) => draft.scanned.includes(id));
  const rejected = ids.flatMap((dossierId) => { const note = draft.missing[dossierId]; return note === undefined ? [] : [{ dossierId, note }]; });
  // written down while there was a line: by itself this machine can tell nothing of it
  const needsServer = draft.over.length > 0 || Object.values(draft.differences).some((found) => found.length > 0);
  const accept = useAct(
    () => ({ path: `/api/desk/incoming/${bag.handOverId ?? bag.bagId}/accept`, answer: outcomeAcceptedAnswer, body: { deskId: bag.deskId, received, rejected } }),
    { refresh: [...BAGS_CHANGED, ['counter-queue']], onDone: (answer: OutcomeAcceptedAnswer) => onDone(answer.received.length) },
  );
  return (
    <ConfirmDialog title={`Ký nhận túi của ${otherEnd(bag, 'taker')}`} act="Ký nhận" busy={accept.busy} disabled={needsServer} onConfirm={() => void accept.run(undefined)} onClose={onClose}>
      {accept.error && <Banner tone="red">{accept.error.message}</Banner>}
      {needsServer && <Banner tone="amber">Đã ghi giấy tờ thiếu, hư hỏng hoặc thừa: chờ có mạng rồi ký nhận túi này. Những gì đã kiểm đếm vẫn còn.</Banner>}
      <p>Đã kiểm đếm biên bản <strong>{bag.recordNumber}</strong>: nhận <strong>{received.length}</strong> kết quả{rejected.length > 0 && <>, <strong>{rejected.length}</strong> không có trong túi</>}.</p>
      <p>Niêm phong {bag.sealNumber !== undefined && <strong>{bag.sealNumber} </strong>}nguyên vẹn khi nhận. Việc được gửi lên khi có mạng.</p>
    </ConfirmDialog>
  );
};
