// Nothing was delivered: why, and what follows.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ATTEMPT_REASONS } from '#core/shipment/attempt-reasons.ts';
import { type AttemptMade, type NextStep, stepAfter } from '#core/shipment/next-attempt.ts';
import type { FailBody } from '#wire/courier.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Loading } from '../../design/frames.tsx';
import { fileOf, photoOf, type Picture } from '../proof/picture.ts';
import { placeWords } from '../proof/place.ts';
import { TakePicture } from '../proof/take-picture.tsx';
import { usePlace } from '../proof/use-place.ts';
import { useDraft } from '../use-draft.ts';
import { type AtStop, StopFrame } from '../use-stop.tsx';
import { FailForm } from './fail-form.tsx';

const nextWords = (next: NextStep): string => {
  switch (next.kind) {
    case 'again': return `Phát lại từ ${formatDay(next.on)}. Cuối ngày nộp bưu gửi lại quầy.`;
    case 'to-desk': return 'Không phát lại. Nộp bưu gửi lại quầy để quầy liên hệ người nhận.';
    case 'return': return 'Không phát lại. Nộp bưu gửi lại quầy để chuyển hoàn cho cơ quan giải quyết.';
  }
};

const Fail = ({ at: { phone, round, stop } }: { readonly at: AtStop }) => {
  const { shipmentId, countedOn } = stop;
  const navigate = useNavigate();
  const place = usePlace();
  const [ids] = useState(() => ({ commandId: newId(), attemptId: newId() }));
  const [pictures, setPictures] = useDraft<{ readonly photo?: Picture | undefined }>(phone, `failed-pictures ${shipmentId}`, () => ({}));
  const nextOf = (why: Pick<AttemptMade, 'reason' | 'askedFor'>): NextStep => stepAfter({ ...why, on: dateOf(businessNow()), countedOn }, round.policy, round.againFrom);
  if (!pictures) return <Loading />;
  const { photo } = pictures;
  return (
    <FailForm
      phone={phone} about={shipmentId} title={`Không phát được: ${stop.receiver.name}`} back={<Link to="/buu-ta/don/$shipmentId" params={{ shipmentId }}>‹ Bưu gửi</Link>} act="Ghi không phát được"
      reasons={ATTEMPT_REASONS} earliest={round.againFrom} saysNext={(why) => nextWords(nextOf(why))}
      onConfirm={async (failed) => {
        const body: FailBody = {
          attemptId: ids.attemptId, ...failed, ...(photo && { photo: photo.sha256 as FailBody['photo'] }), ...(place?.kind === 'found' && { place: place.place }),
        };
        await phone.act({
          commandId: ids.commandId, kind: 'fail', about: [shipmentId], files: photo ? [fileOf(photo)] : [], insteadOf: stop.refused?.commandId,
          act: { path: `/api/courier/shipments/${shipmentId}/fail`, body, here: nextOf(failed) },
        });
        void navigate({ to: '/buu-ta/chuyen-thu' });
      }}
    >
      <TakePicture label="Chụp ảnh (nếu cần)" title="Ảnh chụp tại chỗ" picture={photo} make={photoOf} onPicture={(taken) => setPictures({ photo: taken })} />
      <p className="courier-todo">{placeWords(place)}</p>
    </FailForm>
  );
};

export const FailScreen = () => <StopFrame onlyHeld>{(at) => <Fail at={at} />}</StopFrame>;
