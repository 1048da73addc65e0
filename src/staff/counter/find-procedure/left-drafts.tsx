import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';
import { clientOf, type ReceiveDraft } from '../receive-dossier/draft.ts';
import { shelfOf } from '../receive-dossier/draft-db.ts';
import { useDrawerState } from '../../kept/drawer-state.ts';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';

/** Drafts of this person at this desk: the one being worked on, and those put aside. */
export const LeftDrafts = () => {
  const { world, owner } = useDraftOwner();
  const navigate = useNavigate();
  const drawer = useDrawerState();
  const [drafts, setDrafts] = useState<readonly ReceiveDraft[]>([]);
  useEffect(() => {
    const shelf = shelfOf(world);
    void Promise.all([shelf.current(owner), shelf.shelved(owner)]).then(
      ([now, rest]) => setDrafts([...(now ? [now] : []), ...rest.map((r) => r.draft)]),
      () => setDrafts([]),
    );
  }, [world, owner, drawer]);
  const resume = async (draft: ReceiveDraft) => {
    const shelf = shelfOf(world);
    const now = await shelf.current(owner);
    if (now && now.draftId !== draft.draftId) await shelf.shelve(now);
    await shelf.save(draft);
    void navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: draft.procedureCode } });
  };
  if (drafts.length === 0) return null;
  return (
    <Banner tone="amber">
      <strong>Hồ sơ nháp trên máy này:</strong>{' '}
      <span className="row">
        {drafts.slice(0, 5).map((d) => (
          <Button key={d.draftId} look="plain" onClick={() => void resume(d)}>
            {clientOf(d)} · {d.procedureName.slice(0, 40)}{d.sent !== undefined && ' (đã gửi, chưa rõ máy chủ đã nhận)'}
          </Button>
        ))}
      </span>
    </Banner>
  );
};
