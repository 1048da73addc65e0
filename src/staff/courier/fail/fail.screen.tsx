// Nothing was delivered: why, by whose cause; and what follows is said before it is confirmed.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { ABOUT_REASON, ATTEMPT_CAUSES, ATTEMPT_REASONS, type AttemptReason, CAUSE_WORDS } from '#core/shipment/attempt-reasons.ts';
import { type NextStep, stepAfter } from '#core/shipment/next-attempt.ts';
import type { FailBody } from '#wire/courier.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { CourierScreen } from '../frame.tsx';
import { fileOf, photoOf, type Picture } from '../proof/picture.ts';
import { placeWords } from '../proof/place.ts';
import { TakePicture } from '../proof/take-picture.tsx';
import { usePlace } from '../proof/use-place.ts';
import { type AtStop, StopFrame } from '../use-stop.tsx';

const nextWords = (next: NextStep): string => {
  switch (next.kind) {
    case 'again': return `Phát lại từ ${formatDay(next.on)}. Cuối ngày nộp bưu gửi lại quầy.`;
    case 'to-desk': return 'Không phát lại. Nộp bưu gửi lại quầy để quầy liên hệ người nhận.';
    case 'return': return 'Không phát lại. Nộp bưu gửi lại quầy để chuyển hoàn cho cơ quan giải quyết.';
  }
};

const Fail = ({ at: { phone, round, stop } }: { readonly at: AtStop }) => {
  const navigate = useNavigate();
  const place = usePlace();
  const [ids] = useState(() => ({ commandId: newId(), attemptId: newId() }));
  const [reason, setReason] = useState<AttemptReason>();
  const [note, setNote] = useState('');
  const [askedFor, setAskedFor] = useState('');
  const [photo, setPhoto] = useState<Picture>();
  const [busy, setBusy] = useState(false);
  const on = dateOf(businessNow());
  const next = reason && stepAfter(
    { reason, on, countedOn: stop.countedOn, ...(reason === 'asked-later' && askedFor !== '' && { askedFor: askedFor as PlainDate }) }, round.policy, round.againFrom);
  const needsNote = reason !== undefined && ABOUT_REASON[reason].needsNote && note.trim() === '';
  const tooEarly = reason === 'asked-later' && askedFor !== '' && askedFor < round.againFrom;
  const todo = reason === undefined ? 'Chọn lý do.' : needsNote ? 'Ghi rõ để quầy biết phải làm gì tiếp.' : tooEarly ? `Ngày hẹn sớm nhất là ${formatDay(round.againFrom)}.` : undefined;
  const confirm = async (): Promise<void> => {
    if (!reason || !next || todo !== undefined || busy) return;
    setBusy(true);
    const body: FailBody = {
      attemptId: ids.attemptId, at: businessNow(), reason, ...(note.trim() !== '' && { note: note.trim() }),
      ...(reason === 'asked-later' && askedFor !== '' && { askedFor: askedFor as PlainDate }), ...(photo && { photo: photo.sha256 as FailBody['photo'] }),
      ...(place?.kind === 'found' && { place: place.place }),
    };
    await phone.act({
      commandId: ids.commandId, kind: 'fail', about: [stop.shipmentId], files: photo ? [fileOf(photo)] : [], insteadOf: stop.refused?.commandId,
      act: { path: `/api/courier/shipments/${stop.shipmentId}/fail`, body, here: next },
    });
    void navigate({ to: '/buu-ta/chuyen-thu' });
  };
  return (
    <CourierScreen
      title={`Không phát được: ${stop.receiver.name}`}
      back={<Link to="/buu-ta/don/$shipmentId" params={{ shipmentId: stop.shipmentId }}>‹ Bưu gửi</Link>}
      foot={
        <>
          {next && <p className="courier-says" role="status"><strong>Tiếp theo:</strong> {nextWords(next)}</p>}
          {todo && <p className="courier-todo">{todo}</p>}
          <Button look="main" busy={busy} disabled={todo !== undefined} onClick={() => void confirm()}>Ghi không phát được</Button>
        </>
      }
    >
      {ATTEMPT_CAUSES.map((cause) => (
        <RadioGroup
          key={cause} legend={CAUSE_WORDS[cause]} value={reason ?? ''} onValue={(value) => setReason(value as AttemptReason)}
          choices={ATTEMPT_REASONS.filter((one) => ABOUT_REASON[one].cause === cause).map((one) => ({ value: one, label: ABOUT_REASON[one].words }))}
        />
      ))}
      {reason === 'asked-later' && <DateField label="Ngày người nhận hẹn" optional value={askedFor} onValue={setAskedFor} name="askedFor" />}
      <TextAreaField label="Ghi thêm cho quầy" optional={reason === undefined || !ABOUT_REASON[reason].needsNote} name="note" value={note} onValue={setNote} />
      <TakePicture label="Chụp ảnh (nếu cần)" title="Ảnh chụp tại chỗ" picture={photo} make={photoOf} onPicture={setPhoto} />
      <p className="courier-todo">{placeWords(place)}</p>
    </CourierScreen>
  );
};

export const FailScreen = () => <StopFrame onlyHeld>{(at) => <Fail at={at} />}</StopFrame>;
