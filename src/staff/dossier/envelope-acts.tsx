// The envelope of a dossier that goes by the public postal service: sealed before the citizen, its label printed.
import { useState } from 'react';
import { envelopeSealed } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { isAtDesk, useMe } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';

const SealDialog = ({ view, onClose }: { readonly view: DossierView; readonly onClose: () => void }) => {
  const [sealNumber, setSealNumber] = useState('');
  const [tried, setTried] = useState(false);
  const seal = useAct((body: { deskId: string; sealNumber: string }) => ({ path: `/api/desk/dossiers/${view.dossierId}/seal-envelope`, answer: envelopeSealed, body }), {
    refresh: [['dossier', view.dossierId], ['bags'], ['custody']], onDone: () => { onClose(); toast('Đã niêm phong phong bì.'); },
  });
  const missing = tried && sealNumber.trim() === '';
  return (
    <ConfirmDialog
      title={`Niêm phong phong bì ${view.code}`} act="Đóng gói, niêm phong" makes="Nhãn phong bì" busy={seal.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (sealNumber.trim() !== '') void seal.run({ deskId: view.deskId, sealNumber: sealNumber.trim() }); }}
    >
      {seal.error && !seal.errors['sealNumber'] && <Banner tone="red">{seal.error.message}</Banner>}
      <p>Cùng người gửi đối chiếu giấy tờ với phiếu gửi, cho vào phong bì và dán niêm phong trước mặt người gửi.</p>
      <Field label="Số niêm phong" name="sealNumber" value={sealNumber} onValue={setSealNumber} maxLength={40} error={missing ? 'Nhập số in trên niêm phong.' : seal.errors['sealNumber']} />
    </ConfirmDialog>
  );
};

export const EnvelopeActs = ({ view }: { readonly view: DossierView }) => {
  const atDesk = isAtDesk(useMe());
  const [open, setOpen] = useState(false);
  if (!atDesk || view.regime !== 'public-post' || view.state !== 'received') return null;
  const sealed = view.custody.find(({ kind, stops }) => kind === 'envelope' && stops.at(-1)?.kind === 'desk');
  return (
    <Banner acts={sealed ? <a className="button" href={`/api/desk/dossiers/${view.dossierId}/envelope-label.pdf`} target="_blank" rel="noreferrer">Nhãn phong bì</a> : <Button onClick={() => setOpen(true)}>Niêm phong phong bì</Button>}>
      {sealed ? <>Phong bì đã niêm phong số <strong>{sealed.name}</strong> trước mặt người gửi.</> : 'Hồ sơ gửi qua bưu chính công ích: đóng gói, niêm phong phong bì trước mặt người gửi.'}
      {open && <SealDialog view={view} onClose={() => setOpen(false)} />}
    </Banner>
  );
};
