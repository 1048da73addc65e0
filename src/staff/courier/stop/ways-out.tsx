// What the server refused comes back with its words and every way out.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import type { Phone } from '../phone/phone.ts';
import type { Refused } from '../round/overlay.ts';

export const ACT_WORDS: Readonly<Record<Refused['kind'], string>> = {
  take: 'Nhận bưu gửi từ quầy', deliver: 'Phát cho người nhận', fail: 'Ghi không phát được', 'hand-in': 'Nộp lại quầy', arrange: 'Sắp lại thứ tự',
};

const Anew = ({ kind, shipmentId }: { readonly kind: Refused['kind']; readonly shipmentId: string | undefined }) => {
  if (kind === 'hand-in') return <Link className="button button-main" to="/buu-ta/nop-lai">Làm lại</Link>;
  if (shipmentId === undefined || (kind !== 'deliver' && kind !== 'fail')) return null;
  return <Link className="button button-main" to={kind === 'deliver' ? '/buu-ta/don/$shipmentId/phat' : '/buu-ta/don/$shipmentId/khong-phat-duoc'} params={{ shipmentId }}>Sửa và làm lại</Link>;
};

export const WaysOut = ({ phone, refused, shipmentId }: { readonly phone: Phone; readonly refused: Refused; readonly shipmentId?: string | undefined }) => {
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack-tight" role="alert">
      <p className="field-error">Hệ thống chưa nhận việc “{ACT_WORDS[refused.kind]}”: {refused.text}</p>
      <div className="courier-pair">
        <Anew kind={refused.kind} shipmentId={shipmentId} />
        <Button onClick={() => void phone.sendAgain(refused.commandId)}>Gửi lại</Button>
        <Button look="red" onClick={() => setAsking(true)}>Bỏ việc này</Button>
      </div>
      {asking && (
        <ConfirmDialog
          act="Bỏ việc này" title={`Bỏ “${ACT_WORDS[refused.kind]}”?`} red onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void phone.giveUp(refused.commandId);
          }}
        >
          <p>Việc đã ghi tại máy này sẽ mất và không gửi đi nữa. Nếu việc đã xảy ra thật, báo quầy trước khi bỏ.</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
