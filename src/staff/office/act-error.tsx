// Why an act was not done; when someone else was quicker, the way to what they did.
import { useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/problem.ts';
import { Button } from '../design/button.tsx';
import { Banner } from '../design/frames.tsx';

export const ActError = ({ error, dossierId, onClose }: { readonly error: Error | undefined; readonly dossierId?: string; readonly onClose: () => void }) => {
  const client = useQueryClient();
  if (!error) return null;
  const problem = problemOf(error);
  const moved = problem?.code === 'changed-meanwhile' || problem?.code === 'act-not-possible';
  const reload = () => {
    void client.invalidateQueries({ queryKey: dossierId ? ['dossier', dossierId] : ['office'] });
    void client.invalidateQueries({ queryKey: ['office'] });
    onClose();
  };
  return (
    <Banner tone="red" acts={moved && <Button onClick={reload}>Xem nội dung mới</Button>}>
      {problem && <strong>{problem.title}. </strong>}{error.message}
    </Banner>
  );
};
