// A file of the server as an address of this page; given back when it is no longer shown.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askBlob } from './request.ts';

export type ObjectUrl = {
  readonly url: string | undefined;
  readonly mediaType: string;
  readonly error: unknown;
  readonly retry: () => void;
};

export const useBlobUrl = (blob: Blob | undefined): string | undefined => {
  const [shown, setShown] = useState<{ readonly blob: Blob; readonly url: string }>();
  useEffect(() => {
    if (!blob) return undefined;
    const url = URL.createObjectURL(blob);
    // oxlint-disable-next-line react/set-state-in-effect -- an object URL is an outside resource with a life of its own
    setShown({ blob, url });
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return shown?.blob === blob ? shown?.url : undefined;
};

export const useObjectUrl = (path: string): ObjectUrl => {
  const asked = useQuery({ queryKey: ['file', path], queryFn: () => askBlob(path), staleTime: Infinity, gcTime: 60_000 });
  const blob = asked.data;
  return {
    url: useBlobUrl(blob),
    mediaType: blob?.type.split(';')[0] ?? '',
    error: asked.error,
    retry: () => void asked.refetch(),
  };
};
