// Scans and photos that are brought after the complaint was received.
import { useState } from 'react';
import { MOST_PROOFS } from '#core/complaint/complaint.ts';
import type { ComplaintView } from '#wire/complaints.wire.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { type ProofDraft, ProofFields, isUnsent, proofsOf } from './proof-fields.tsx';
import { type Side, useAddProofs } from './use-complaints.ts';

export const ProofDialog = ({ side, view, onClose }: { readonly side: Side; readonly view: ComplaintView; readonly onClose: () => void }) => {
  const [drafts, setDrafts] = useState<readonly ProofDraft[]>([{ key: 1, kind: 'posting' }]);
  const [missing, setMissing] = useState<string>();
  const add = useAddProofs(side, view.complaint.complaintId, () => { toast('Đã bổ sung chứng cứ.'); onClose(); });
  const confirm = (): void => {
    const unready = drafts.length === 0 ? 'Thêm ít nhất một tệp.' : isUnsent(drafts) ? 'Còn dòng chưa có tệp: chờ tải xong, chọn tệp, hoặc bớt dòng đó.' : undefined;
    setMissing(unready);
    if (unready === undefined) void add.run({ proofs: [...proofsOf(drafts)] });
  };
  return (
    <ConfirmDialog title={`Bổ sung chứng cứ vào khiếu nại ${view.complaint.number}`} act="Bổ sung chứng cứ" wide busy={add.busy} onConfirm={confirm} onClose={onClose}>
      {add.error && <Banner tone="red">{add.error.message}</Banner>}
      <p className="soft">Giữ cùng khiếu nại, ghi tên người nhận và giờ nhận; giấy tiếp nhận đã in không đổi. {view.proofs.length > 0 && `Đã có ${view.proofs.length} tệp. `}Mỗi khiếu nại nhiều nhất {MOST_PROOFS} tệp.</p>
      <ProofFields drafts={drafts} room={MOST_PROOFS - view.proofs.length} onDrafts={(change) => { setDrafts(change); setMissing(undefined); }} error={missing} />
    </ConfirmDialog>
  );
};
