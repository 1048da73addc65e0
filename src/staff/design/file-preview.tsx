// A scan or a paper as it is: pictures are shown, PDF goes to the browser's own viewer.
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
  mediaType === 'application/pdf' ? (
    <iframe className="preview" src={`${src}#navpanes=0&view=FitH`} title={title} />
  ) : (
    <img className="preview" src={src} alt={title} />
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
}) => (
  <button type="button" className="thumb" onClick={onOpen} aria-label={`Xem ${title}${state ? `, ${state}` : ''}`}>
    {mediaType === 'application/pdf' ? <Icon name="paper" size={28} /> : <img src={src} alt="" loading="lazy" />}
    {state && <span className="thumb-state">{state}</span>}
  </button>
);
