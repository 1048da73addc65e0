// A scan or a paper as it is: pictures are shown, PDF goes to the browser's own viewer.
import { useState } from 'react';
import { Icon } from './icon.tsx';

export const FilePreview = ({
  src,
  mediaType,
  title,
}: {
  readonly src: string;
  readonly mediaType: string;
  readonly title: string;
}) =>
  mediaType.startsWith('image/') ? (
    <img className="preview" src={src} alt={title} />
  ) : (
    <iframe className="preview" src={`${src}#navpanes=0&view=FitH`} title={title} />
  );

export const Thumb = ({
  src,
  mediaType,
  title,
  state,
  onOpen,
}: {
  readonly src: string;
  readonly mediaType: string;
  readonly title: string;
  readonly state?: string | undefined;
  readonly onOpen: () => void;
}) => {
  const [noPicture, setNoPicture] = useState(mediaType === 'application/pdf');
  return (
    <button type="button" className="thumb" onClick={onOpen} aria-label={`Xem ${title}${state ? `, ${state}` : ''}`}>
      {noPicture ? <Icon name="paper" size={28} /> : <img src={src} alt="" loading="lazy" onError={() => setNoPicture(true)} />}
      {state && <span className="thumb-state">{state}</span>}
    </button>
  );
};
