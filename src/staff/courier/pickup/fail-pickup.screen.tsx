// Nobody gave any papers: why, and what follows.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import type { AttemptReason } from '#core/shipment/attempt-reasons.ts';
import { type PickupNext, pickupAfter } from '#core/shipment/pickup.ts';
import type { FailPickupBody } from '#wire/pickup.wire.ts';
import { newId } from '../../api/new-id.ts';
import { FailForm } from '../fail/fail-form.tsx';
import { type AtPickup, PickupFrame } from './use-pickup.tsx';

const REASONS: readonly AttemptReason[] = ['absent', 'asked-later', 'wrong-address', 'moved', 'refused', 'no-time', 'vehicle', 'weather'];

const words = (next: PickupNext): string => (next.state === 'planned' ? `Đến lại từ ${formatDay(next.day)}.` : 'Không đến lại. Quầy sẽ liên hệ người gửi.');

const Fail = ({ at: { phone, round, pickup } }: { readonly at: AtPickup }) => {
  const { pickupId, person } = pickup;
  const navigate = useNavigate();
  const [commandId] = useState(newId);
  return (
    <FailForm
      phone={phone} about={pickupId} title={`Không nhận được: ${person.name}`} back={<Link to="/buu-ta/nhan-tai-nha/$pickupId" params={{ pickupId }}>‹ Nhận hồ sơ</Link>} act="Ghi không nhận được"
      reasons={REASONS} earliest={round.againFrom} saysNext={(failed) => words(pickupAfter(failed, round.againFrom))}
      onConfirm={async (failed) => {
        const body: FailPickupBody = failed;
        await phone.act({
          commandId, kind: 'fail-pickup', about: [pickupId], files: [], insteadOf: pickup.refused?.commandId,
          act: { path: `/api/courier/pickups/${pickupId}/fail`, body, here: pickupAfter(failed, round.againFrom) },
        });
        void navigate({ to: '/buu-ta/chuyen-thu' });
      }}
    />
  );
};

export const FailPickupScreen = () => <PickupFrame>{(at) => <Fail at={at} />}</PickupFrame>;
