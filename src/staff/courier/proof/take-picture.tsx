import { useId, useMemo, useState, useEffect } from 'react';
import { Button } from '../../design/button.tsx';
import { Icon } from '../../design/icon.tsx';
import { blobOf, type Picture } from './picture.ts';

const Shown = ({ picture, title }: { readonly picture: Picture; readonly title: string }) => {
  const url = useMemo(() => URL.createObjectURL(blobOf(picture)), [picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img className="courier-picture" src={url} alt={title} />;
};

/** The phone's own camera; where there is none the same button chooses a file. */
export const TakePicture = ({ label, title, picture, make, onPicture }: {
  readonly label: string;
  readonly title: string;
  readonly picture: Picture | undefined;
  readonly make: (taken: Blob) => Promise<Picture>;
  readonly onPicture: (picture: Picture | undefined) => void;
}) => {
  const id = useId();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setTrouble(undefined);
    try { onPicture(await make(file)); } catch (error) { setTrouble(error instanceof Error ? error.message : 'Không nhận được ảnh này.'); }
    setBusy(false);
  };
  return (
    <div className="stack-tight">
      {picture && <Shown picture={picture} title={title} />}
      <div className="courier-pair">
        <label className="button courier-file" htmlFor={id}>
          <Icon name="camera" />{busy ? 'Đang xử lý ảnh…' : picture ? 'Chụp lại' : label}
          <input id={id} type="file" accept="image/*" capture="environment" onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }} />
        </label>
        {picture && <Button onClick={() => onPicture(undefined)}>Bỏ ảnh</Button>}
      </div>
      {trouble && <p className="field-error" role="alert">{trouble}</p>}
    </div>
  );
};
