// Where a carrier brings what happened, and the secret by which it is believed: told once, never shown again.
import { useState } from 'react';
import type { z } from 'zod';
import { type CarrierView, hookIssued } from '#wire/carriers.wire.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { ShownOnceDialog } from '../shown-once-dialog.tsx';
import { CARRIERS } from './use-carriers.ts';

const HookDialog = ({ carrier, onClose }: { readonly carrier: CarrierView; readonly onClose: () => void }) => {
  const [made, setMade] = useState<z.output<typeof hookIssued>>();
  const issue = useAct(() => ({ path: `/api/admin/carriers/${carrier.carrierId}/hook`, body: {}, answer: hookIssued }), { refresh: [CARRIERS], onDone: setMade });
  if (made) {
    return (
      <ShownOnceDialog title={`Mã bảo mật của “${carrier.name}”`} secret={made.secret} act="Đã gửi cho Viettel Post" onClose={onClose}>
        <p>Khai với Viettel Post mã bảo mật (TOKEN) trên đây và địa chỉ nhận hành trình:</p>
        <p className="shown-once">{made.address}</p>
      </ShownOnceDialog>
    );
  }
  return (
    <ConfirmDialog act="Cấp mã bảo mật mới" title={`Cấp mã bảo mật cho “${carrier.name}”`} busy={issue.busy} onConfirm={() => void issue.run(undefined)} onClose={onClose}>
      {issue.error && <Banner tone="red">{issue.error.message}</Banner>}
      <p>Viettel Post không trả lời khi được hỏi mà tự báo hành trình vào hệ thống; mã bảo mật cho biết đúng là Viettel Post báo.</p>
      {carrier.hookIssuedAt && <Banner tone="amber">Mã đang dùng hết hiệu lực ngay. Hành trình báo bằng mã cũ bị từ chối cho đến khi Viettel Post đổi sang mã mới.</Banner>}
    </ConfirmDialog>
  );
};

export const HookPart = ({ carrier }: { readonly carrier: CarrierView }) => {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <dt>Nhận hành trình</dt>
      <dd>
        {carrier.hookIssuedAt ? <>mã bảo mật cấp {fullMoment(carrier.hookIssuedAt)}, {carrier.hookIssuedByName} </> : <strong>chưa cấp mã bảo mật nên chưa nhận được hành trình </strong>}
        <Button look="plain" onClick={() => setAsked(true)}>Cấp mã bảo mật mới<span className="hidden-label"> cho {carrier.name}</span></Button>
        {asked && <HookDialog carrier={carrier} onClose={() => setAsked(false)} />}
      </dd>
    </>
  );
};
