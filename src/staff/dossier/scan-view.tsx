import { useObjectUrl } from '../api/use-object-url.ts';
import { FilePreview } from '../design/file-preview.tsx';
import { ErrorState, Loading } from '../design/frames.tsx';

/** A stored scan, its kind known only once it is here. */
export const ScanView = ({ sha256, title }: { readonly sha256: string; readonly title: string }) => {
  const { url, mediaType, error, retry } = useObjectUrl(`/api/files/${sha256}`);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  return url ? <FilePreview src={url} mediaType={mediaType} title={title} /> : <Loading label={`Đang mở ${title}`} />;
};
