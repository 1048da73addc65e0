// Papers collected at home: counted with the person against the list, sealed under the number of a posting slip, signed for.
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, Loading } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { type Signed, SignaturePad } from '../../signature/signature-pad.tsx';
import { CourierScreen } from '../frame.tsx';
import { fileOf, paperSignatureOf, type Picture, pictureOf } from '../proof/picture.ts';
import { placeWords } from '../proof/place.ts';
import { TakePicture } from '../proof/take-picture.tsx';
import { usePlace } from '../proof/use-place.ts';
import { WaysOut } from '../stop/ways-out.tsx';
import { useDraft, useGlass } from '../use-draft.ts';
import { PickupChecklist } from './checklist.tsx';
import { missingIn, newPickup, papersIn, type PickupDraft, pickupToDo, slipError, toCollectBody } from './pickup-draft.ts';
import { type AtPickup, PickupFrame } from './use-pickup.tsx';

const Collect = ({ at: { phone, pickup } }: { readonly at: AtPickup }) => {
  const { pickupId, person, checklist } = pickup;
  const navigate = useNavigate();
  const place = usePlace();
  const [commandId] = useState(newId);
  const [draft, setDraft] = useDraft<PickupDraft>(phone, `pickup ${pickupId}`, newPickup);
  const [pictures, setPictures] = useDraft<{ readonly paper?: Picture | undefined }>(phone, `pictures ${pickupId}`, () => ({}));
  const [glass, setGlass] = useGlass(phone, pickupId);
  const [onGlass, setOnGlass] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const signed = useRef<Signed>(undefined);
  if (!draft || !pictures || !glass) return <Loading />;
  const { paper } = pictures;
  const todo = pickupToDo(draft, checklist, onGlass || paper !== undefined);
  const missing = missingIn(draft, checklist);
  const pieces = papersIn(draft, checklist).reduce((sum, { count }) => sum + count, 0);
  const collect = async (): Promise<void> => {
    const ink = signed.current ? await pictureOf(await signed.current()) : paper;
    if (!ink) return;
    const body = toCollectBody(draft, checklist, { signature: ink.sha256, place: place?.kind === 'found' ? place.place : undefined }, businessNow());
    await phone.act({ commandId, kind: 'collect', about: [pickupId], files: [fileOf(ink)], insteadOf: pickup.refused?.commandId, act: { path: `/api/courier/pickups/${pickupId}/collect`, body } });
    toast(`Đã ghi nhận ${formatInteger(pieces)} bản giấy tờ của ${person.name}.`);
    return navigate({ to: '/buu-ta/chuyen-thu' });
  };
  const press = async (): Promise<void> => {
    if (busy || todo.length > 0) return;
    setBusy(true);
    await collect().catch((error: unknown) => setWrong(error instanceof Error ? error.message : 'Chưa ghi được.'));
    setBusy(false);
  };
  return (
    <CourierScreen
      title={`Nhận hồ sơ: ${person.name}`}
      back={<Link to="/buu-ta/chuyen-thu">‹ Chuyến thư</Link>}
      foot={
        <>
          {wrong !== undefined && <p className="field-error" role="alert">{wrong}</p>}
          {todo.length > 0 && <p className="courier-todo" role="status">Còn phải: {todo.join('; ')}.</p>}
          <Button look="main" busy={busy} disabled={todo.length > 0} onClick={() => void press()}>Hoàn tất nhận hồ sơ</Button>
          <Link className="button" to="/buu-ta/nhan-tai-nha/$pickupId/khong-nhan-duoc" params={{ pickupId }}>Không nhận được</Link>
        </>
      }
    >
      {pickup.refused && <WaysOut phone={phone} refused={pickup.refused} />}
      <p>{person.address}</p>
      <a className="button" href={`tel:${person.phone.replaceAll(/[^\d+]/g, '')}`}>Gọi {person.phone}</a>
      <p><strong>{pickup.procedureName}</strong>{pickup.note && <><br />{pickup.note}</>}</p>
      <section className="courier-part">
        <h2>1. Cùng đếm giấy tờ ({formatInteger(pieces)} bản)</h2>
        <PickupChecklist checklist={checklist} draft={draft} onDraft={setDraft} />
        {missing.length > 0 && <Banner tone="amber">Chưa có: {missing.join('; ')}. Vẫn nhận được; nói với người gửi là quầy sẽ hướng dẫn bổ sung.</Banner>}
      </section>
      <section className="courier-part">
        <h2>2. Phiếu gửi và niêm phong</h2>
        <Field
          label="Số phiếu gửi (dưới mã vạch)" name="slipNumber" data-takes-code="" autoCapitalize="characters" value={draft.slip} hint="13 ký tự, ví dụ RR473124829VN"
          error={draft.slip.trim().length >= 13 ? slipError(draft.slip) : undefined} onValue={(slip) => setDraft({ ...draft, slip })}
        />
        <Check checked={draft.sealed} onChecked={(sealed) => setDraft({ ...draft, sealed })}>Đã niêm phong phong bì trước mặt người gửi</Check>
      </section>
      <section className="courier-part">
        <h2>3. Người gửi ký</h2>
        {!paper && (
          <SignaturePad
            tall who="người gửi" kept={glass} onKept={setGlass}
            onSigned={(drawn) => {
              signed.current = drawn;
              setOnGlass(drawn !== undefined);
            }}
          />
        )}
        <TakePicture
          label="Ký trên giấy, chụp lại" title="Chữ ký trên giấy" picture={paper} make={paperSignatureOf}
          onPicture={(picture) => {
            signed.current = undefined;
            setOnGlass(false);
            setGlass([]);
            setPictures({ paper: picture });
          }}
        />
      </section>
      <p className="courier-todo">{placeWords(place)}</p>
    </CourierScreen>
  );
};

export const PickupScreen = () => <PickupFrame>{(at) => <Collect at={at} />}</PickupFrame>;
