// What the server refused comes back with its words and every way out.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import type { Phone } from '../phone/phone.ts';
import type { Refused } from '../here/overlay.ts';

export const ACT_WORDS: Readonly<Record<Refused['kind'], string>> = {
  take: 'Nhận bưu gửi từ quầy', deliver: 'Phát cho người nhận', fail: 'Ghi không phát được', collect: 'Nhận hồ sơ tại nhà', 'fail-pickup': 'Ghi không nhận được', 'hand-in': 'Nộp lại quầy', arrange: 'Sắp lại thứ tự',
};

const AGAIN = 'Sửa và làm lại';
const Anew = ({ kind, at }: { readonly kind: Refused['kind']; readonly at: string | undefined }) => {
  if (kind === 'hand-in') return <Link className="button button-main" to="/buu-ta/nop-lai">{AGAIN}</Link>;
  if (at === undefined) return null;
  switch (kind) {
    case 'deliver': return <Link className="button button-main" to="/buu-ta/don/$shipmentId/phat" params={{ shipmentId: at }}>{AGAIN}</Link>;
    case 'fail': return <Link className="button button-main" to="/buu-ta/don/$shipmentId/khong-phat-duoc" params={{ shipmentId: at }}>{AGAIN}</Link>;
    case 'collect': case 'fail-pickup': return <Link className="button button-main" to="/buu-ta/nhan-tai-nha/$pickupId" params={{ pickupId: at }}>{AGAIN}</Link>;
    case 'take': case 'arrange': return null;
  }
};

export const WaysOut = ({ phone, refused, at }: {
  readonly phone: Phone;
  readonly refused: Refused;
  /** The shipment, or the pick-up; left out where the screen is the one on which it is done anew. */
  readonly at?: string | undefined;
}) => {
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack-tight" role="alert">
      <p className="field-error">Hệ thống chưa nhận việc “{ACT_WORDS[refused.kind]}”: {refused.text}</p>
      <div className="courier-pair">
        <Anew kind={refused.kind} at={at} />
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
