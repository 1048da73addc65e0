// Sealed and handed over at this machine in one act; label and record are printed at once, with the numbers they keep.
import { useState } from 'react';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { type BagDossier, type BagHandedOver, bagHandedOver } from '#wire/bags.wire.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog, Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { PaperPdf, printFrom, printPaper } from '../dossier/paper-pdf.tsx';
import type { BagBegun } from '../offline/bags-begun.ts';
import { BAGS_CHANGED, labelUrl } from './use-bags.ts';

export const HandedOverHere = ({ done, onClose }: { readonly done: BagHandedOver; readonly onClose: () => void }) => (
  <Dialog
    wide title={`Đã bàn giao túi ${bagLabelInGroups(done.label)} · biên bản ${done.recordNumber}`} onClose={onClose}
    foot={(
      <>
        <Button onClick={onClose}>Đóng</Button>
        <Button icon="print" onClick={() => void printPaper(done.paperId)}>In biên bản</Button>
        <Button look="main" icon="print" onClick={() => void printFrom(labelUrl('desk', done.bagId))} autoFocus>In nhãn túi</Button>
      </>
    )}
  >
    <p>Dán nhãn lên túi, hai bên ký biên bản. {done.dossierCount} hồ sơ đã rời quầy.</p>
    <PaperPdf paperId={done.paperId} title="Biên bản giao nhận hồ sơ" />
  </Dialog>
);

type Props = { readonly bag: BagBegun; readonly deskId: string; readonly lines: readonly BagDossier[]; readonly onDone: (answer: BagHandedOver) => void; readonly onClose: () => void };

export const HandOverHere = ({ bag, deskId, lines, onDone, onClose }: Props) => {
  const [sealNumber, setSealNumber] = useState('');
  const [tried, setTried] = useState(false);
  const { bagId, handOverId, agencyUnitId, placeName, openedAt } = bag;
  const handOver = useAct(
    () => ({
      path: '/api/desk/bags/filled', answer: bagHandedOver,
      body: {
        bagId, handOverId, deskId, agencyUnitId, openedAt, sealNumber: sealNumber.trim(),
        dossiers: lines.map(({ dossierId, revision, pieces }) => ({ dossierId, revision, paperCount: pieces })),
      },
    }),
    { refresh: BAGS_CHANGED, onDone },
  );
  const missing = tried && sealNumber.trim() === '' ? 'Nhập số in trên niêm phong.' : undefined;
  return (
    <ConfirmDialog
      title={`Niêm phong, bàn giao túi cho ${placeName}`} act="Bàn giao túi" busy={handOver.busy} onClose={onClose}
      makes={`Nhãn túi và biên bản giao nhận hồ sơ (${lines.length} hồ sơ, ${lines.reduce((sum, { pieces }) => sum + pieces, 0)} bản giấy)`}
      onConfirm={() => { setTried(true); if (sealNumber.trim() !== '') void handOver.run(undefined); }}
    >
      {handOver.error && !handOver.errors['sealNumber'] && <Banner tone="red">{handOver.error.message}</Banner>}
      <Field label="Số niêm phong" name="sealNumber" value={sealNumber} onValue={setSealNumber} maxLength={40} error={missing ?? handOver.errors['sealNumber']} hint="Số in trên dây hoặc tem niêm phong vừa gắn vào túi." />
      <p>Bấm khi túi rời quầy: biên bản ghi giờ bàn giao. Bên nhận quét nhãn, kiểm đếm rồi ký nhận.</p>
    </ConfirmDialog>
  );
};
