// What the agency asked for has been brought: ticked and scanned against its one list.
import '../receive-dossier/receive.css';
import { useMemo, useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { supplementReceivedAnswer } from '#wire/receive-supplement.wire.ts';
import { newId } from '../../api/new-id.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { ConfirmationFields } from '../confirmation.tsx';
import { shelfOf } from '../receive-dossier/draft-db.ts';
import { NO_PAPER } from '../receive-dossier/draft.ts';
import { givenOf, isGiven } from '../receive-dossier/draft-command.ts';
import { PaperChecklist, type SetPaper } from '../receive-dossier/paper-checklist.tsx';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';
import { type ScannedWork, useScans } from '../receive-dossier/use-scans.ts';
import { papersOf } from '../receive-dossier/draft-of-command.ts';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from './use-desk-act.ts';

/** Each paper asked for, under its number of the checklist where it stands there. */
const askedItems = (view: DossierView): readonly ChecklistItem[] => {
  const known = view.procedure.cases.flatMap((c) => c.checklist);
  const used = new Set<string>();
  return (view.supplementRequests.filter((r) => !r.answeredAt).at(-1)?.items ?? []).map((item, i) => {
    const found = known.find((c) => c.name === item.name && !used.has(c.itemId))?.itemId;
    const itemId = found ?? `bo-sung-${i + 1}`;
    used.add(itemId);
    const { name, original, certifiedCopy, plainCopy, reason } = item;
    return { itemId, name, required: true, original, certifiedCopy, plainCopy, ...(reason && { note: reason }) };
  });
};

export const ReceiveSupplementDialog = ({ view, onClose }: ActDialogProps) => {
  const { world } = useDraftOwner();
  const request = view.supplementRequests.filter((r) => !r.answeredAt).at(-1);
  // what was brought in part before is not asked for again
  const items = useMemo(() => askedItems(view).filter((item) => !view.papers.some((p) => p.roundNo === request?.requestNo && p.name === item.name)), [view, request]);
  const before = useBefore('receive-supplement');
  const [work, setWork] = useState<ScannedWork>(() => ({ draftId: newId(), papers: before ? papersOf(before.body) : {} }));
  const scans = useScans(world, work, (change) => setWork((now) => ({ ...now, ...change(now) })));
  const leave = () => {
    void shelfOf(world).drop(work.draftId);
    onClose();
  };
  const act = useDeskAct(view, 'receive-supplement', 'receive-supplement', supplementReceivedAnswer, (a) => {
    leave();
    toast(!a.complete ? 'Đã ghi nhận một phần; hồ sơ tiếp tục chờ bổ sung.' : a.due ? `Đã tiếp nhận bổ sung. Hẹn trả mới: ${formatMoment(a.due.due)}.` : 'Đã tiếp nhận bổ sung.');
  });
  const set: SetPaper = (itemId, edit) =>
    setWork((now) => ({ ...now, papers: { ...now.papers, [itemId]: edit(now.papers[itemId] ?? NO_PAPER) } }));
  const here = items.filter((item) => isGiven(work.papers[item.itemId]));
  const papers = here.flatMap((item) =>
    givenOf(item, work.papers[item.itemId] ?? NO_PAPER).map((given) => ({ ...given, name: item.name })),
  );
  const { waiting } = scans;
  const complete = items.every((item) => isGiven(work.papers[item.itemId]) || item.original + item.certifiedCopy + item.plainCopy === 0);
  return (
    <ConfirmDialog
      wide
      title={`Tiếp nhận bổ sung ${view.code}`}
      act={complete ? 'Tiếp nhận bổ sung' : 'Tiếp nhận một phần'}
      busy={act.busy}
      disabled={papers.length === 0 || waiting > 0}
      onClose={leave}
      onConfirm={() => void act.run({ papers, complete })}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p className="soft">{request?.reason}</p>
      <PaperChecklist what="Giấy tờ cơ quan yêu cầu bổ sung" items={items} papers={work.papers} world={world} scans={scans} set={set} />
      {papers.length > 0 && here.length < items.length && (
        <Banner tone="amber">Còn {items.length - here.length} giấy tờ trong yêu cầu chưa được mang đến: ghi nhận một phần, thời hạn vẫn tạm dừng.</Banner>
      )}
      {waiting > 0 && <Banner tone="amber">Còn {waiting} bản quét đang thu nhỏ hoặc đang gửi; chờ xong rồi xác nhận.</Banner>}
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
