import { useEffect, useState } from 'react';
import { askBlob } from '../api/request.ts';
import { FilePreview } from '../design/file-preview.tsx';
import { ErrorState, Loading } from '../design/frames.tsx';

/** A stored scan, its kind known only once it is here. */
export const ScanView = ({ sha256, title }: { readonly sha256: string; readonly title: string }) => {
  const [state, setState] = useState<{ readonly url?: string; readonly type?: string; readonly error?: unknown }>({});
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    setState({});
    askBlob(`/api/files/${sha256}`).then((blob) => {
      if (gone) return;
      made = URL.createObjectURL(blob);
      setState({ url: made, type: blob.type.split(';')[0] });
    }, (error: unknown) => { if (!gone) setState({ error }); });
    return () => { gone = true; if (made) URL.revokeObjectURL(made); };
  }, [sha256]);
  if (state.error) return <ErrorState error={state.error} />;
  return state.url ? <FilePreview src={state.url} mediaType={state.type ?? ''} title={title} /> : <Loading label={`Đang mở ${title}`} />;
};
