import { RadioGroup } from '../../design/choices.tsx';
import { SigningFields } from '../../counter/signing.tsx';
import { newSigning } from '../../counter/signing-draft.ts';
import { type Signed, SignaturePad } from '../../signature/signature-pad.tsx';
import type { Stroke } from '../../signature/strokes.ts';
import { paperSignatureOf, photoOf, type Picture } from '../proof/picture.ts';
import { TakePicture } from '../proof/take-picture.tsx';
import type { DeliverDraft, SigningWay } from './deliver-draft.ts';

export type Pictures = { readonly paper?: Picture | undefined; readonly photo?: Picture | undefined };

/** On the glass, on paper that is photographed, or a finger on paper: nobody is turned away because of the glass. */
export const ProofPart = ({ draft, onDraft, pictures, onPictures, onSigned, glass, onGlass, errors }: {
  readonly draft: DeliverDraft;
  readonly onDraft: (draft: DeliverDraft) => void;
  readonly pictures: Pictures;
  readonly onPictures: (pictures: Pictures) => void;
  readonly onSigned: (signed: Signed) => void;
  readonly glass: readonly Stroke[];
  readonly onGlass: (strokes: readonly Stroke[]) => void;
  readonly errors: Readonly<Record<string, string>>;
}) => {
  const choose = (way: SigningWay): void => {
    onSigned(undefined);
    onDraft({ ...draft, way, who: { ...draft.who, signing: way === 'fingerprint' ? newSigning() : undefined } });
  };
  return (
    <section className="courier-part">
      <h2>4. Người nhận ký</h2>
      <RadioGroup
        legend="Ký bằng cách" value={draft.way} onValue={(way) => choose(way as SigningWay)}
        choices={[{ value: 'glass', label: 'Ký trên màn hình' }, { value: 'paper', label: 'Ký trên giấy, chụp lại' }, { value: 'fingerprint', label: 'Điểm chỉ trên giấy, chụp lại' }]}
      />
      {draft.way === 'glass' && <SignaturePad tall onSigned={onSigned} kept={glass} onKept={onGlass} />}
      {draft.way === 'paper' && (
        <TakePicture label="Chụp chữ ký" title="Chữ ký trên giấy" picture={pictures.paper} make={paperSignatureOf} onPicture={(paper) => onPictures({ ...pictures, paper })} />
      )}
      {draft.way === 'fingerprint' && draft.who.signing && (
        <SigningFields draft={draft.who.signing} witnessesAsked={0} errors={errors} onChange={(signing) => onDraft({ ...draft, who: { ...draft.who, signing } })} />
      )}
      <TakePicture
        label={draft.way === 'fingerprint' ? 'Chụp giấy đã điểm chỉ' : 'Chụp ảnh khi phát (nếu cần)'} title="Ảnh chụp khi phát" picture={pictures.photo} make={photoOf}
        onPicture={(photo) => onPictures({ ...pictures, photo })}
      />
    </section>
  );
};
