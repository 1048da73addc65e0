// Why an act was not done; when someone else was quicker, what they did is read anew behind the dialog and what was
// typed stays, so that the second can decide again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '../api/problem.ts';
import { Button } from '../design/button.tsx';
import { Banner } from '../design/frames.tsx';

export const ActError = ({ error, dossierId, onClose }: { readonly error: Error | undefined; readonly dossierId?: string; readonly onClose: () => void }) => {
  const client = useQueryClient();
  const problem = problemOf(error);
  const moved = problem?.code === 'changed-meanwhile' || problem?.code === 'act-not-possible';
  useEffect(() => {
    if (!moved) return;
    if (dossierId) void client.invalidateQueries({ queryKey: ['dossier', dossierId] });
    void client.invalidateQueries({ queryKey: ['office'] });
  }, [client, dossierId, moved, error]);
  if (!error) return null;
  return (
    <Banner tone="red" acts={moved && <Button onClick={onClose}>Xem nội dung mới</Button>}>
      {problem && <strong>{problem.title}. </strong>}{error.message}
    </Banner>
  );
};
