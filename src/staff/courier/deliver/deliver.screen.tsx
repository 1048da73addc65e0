// At the door: who receives, what is taken back, what is paid, who signs. Kept on the phone before anything is said of it.
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Loading } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { Signed } from '../../signature/signature-pad.tsx';
import { CourierScreen } from '../frame.tsx';
import { fileOf, pictureOf } from '../proof/picture.ts';
import { placeWords } from '../proof/place.ts';
import { usePlace } from '../proof/use-place.ts';
import { useDraft, useGlass } from '../use-draft.ts';
import { type AtStop, StopFrame } from '../use-stop.tsx';
import { checkDelivery } from './check-delivery.ts';
import { type DeliverDraft, deliveryToDo, newDelivery, toDeliverBody } from './deliver-draft.ts';
import { MoneyPart } from './money-part.tsx';
import { type Pictures, ProofPart } from './proof-part.tsx';
import { RecallPart } from './recall-part.tsx';
import { ReceiverPart } from './receiver-part.tsx';

const NOTHING_WRONG = { text: '', errors: {} };

const Deliver = ({ at: { phone, round, stop } }: { readonly at: AtStop }) => {
  const { shipmentId } = stop;
  const navigate = useNavigate();
  const place = usePlace();
  const [ids] = useState(() => ({ commandId: newId(), attemptId: newId() }));
  const [draft, setDraft] = useDraft<DeliverDraft>(phone, `delivery ${shipmentId}`, () => newDelivery(stop));
  const [pictures, setPictures] = useDraft<Pictures>(phone, `pictures ${shipmentId}`, () => ({}));
  const [glass, setGlass] = useGlass(phone, shipmentId);
  const [wrong, setWrong] = useState<{ readonly text: string; readonly errors: Readonly<Record<string, string>> }>(NOTHING_WRONG);
  const [busy, setBusy] = useState(false);
  const signed = useRef<Signed>(undefined);
  const [onGlass, setOnGlass] = useState(false);
  if (!draft || !pictures || !glass) return <Loading />;
  const put = (next: DeliverDraft): void => {
    setWrong(NOTHING_WRONG);
    setDraft(next);
  };
  const signature = draft.way === 'glass' ? (onGlass ? 'drawn' : undefined) : draft.way === 'paper' ? pictures.paper?.sha256 : undefined;
  const todo = deliveryToDo(draft, { signature, photo: pictures.photo?.sha256 }, stop);
  const deliver = async (): Promise<void> => {
    const ink = draft.way === 'glass' ? signed.current && await pictureOf(await signed.current()) : draft.way === 'paper' ? pictures.paper : undefined;
    const files = [ink, pictures.photo].filter((one) => one !== undefined);
    const now = businessNow();
    const body = toDeliverBody(draft, { signature: ink?.sha256, photo: pictures.photo?.sha256, place: place?.kind === 'found' ? place.place : undefined }, { attemptId: ids.attemptId, at: now });
    const checked = checkDelivery(body, stop, round.courierId, files.map(({ sha256, mediaType, content }) => ({ sha256, mediaType, bytes: Math.floor(content.length * 0.75) })), now);
    if (!checked.ok) return setWrong(checked);
    await phone.act({
      commandId: ids.commandId, kind: 'deliver', about: [shipmentId], files: files.map(fileOf), insteadOf: stop.refused?.commandId,
      act: { path: `/api/courier/shipments/${shipmentId}/deliver`, body },
    });
    toast(`Đã ghi phát cho ${body.receiver.fullName}.`);
    return navigate({ to: '/buu-ta/chuyen-thu' });
  };
  const press = async (): Promise<void> => {
    if (busy || todo.length > 0) return;
    setBusy(true);
    await deliver().catch((error: unknown) => setWrong({ text: error instanceof Error ? error.message : 'Chưa ghi được.', errors: {} }));
    setBusy(false);
  };
  return (
    <CourierScreen
      title={`Phát: ${stop.receiver.name}`}
      back={<Link to="/buu-ta/don/$shipmentId" params={{ shipmentId }}>‹ Bưu gửi</Link>}
      foot={
        <>
          {wrong.text !== '' && <p className="field-error" role="alert">{wrong.text}</p>}
          {todo.length > 0 && <p className="courier-todo" role="status">Còn phải: {todo.join('; ')}.</p>}
          <Button look="main" busy={busy} disabled={todo.length > 0} onClick={() => void press()}>Hoàn tất phát</Button>
        </>
      }
    >
      <ReceiverPart stop={stop} draft={draft} onDraft={put} errors={wrong.errors} />
      <RecallPart stop={stop} draft={draft} onDraft={put} />
      <MoneyPart stop={stop} draft={draft} onDraft={put} />
      <ProofPart
        draft={draft} onDraft={put} pictures={pictures} onPictures={setPictures} glass={glass} onGlass={setGlass} errors={wrong.errors}
        onSigned={(drawn) => {
          signed.current = drawn;
          setOnGlass(drawn !== undefined);
        }}
      />
      <p className="courier-todo">{placeWords(place)}</p>
    </CourierScreen>
  );
};

export const DeliverScreen = () => <StopFrame onlyHeld>{(at) => <Deliver at={at} />}</StopFrame>;
