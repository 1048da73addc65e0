import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk, useMe } from '../../api/session.ts';
import { toast } from '../../design/toast.tsx';
import type { ReceiveDraft } from './draft.ts';
import { shelfOf } from './draft-db.ts';

export type Patch = (change: Partial<ReceiveDraft> | ((draft: ReceiveDraft) => Partial<ReceiveDraft>)) => void;

export const useDraftOwner = () => {
  const me = useMe();
  const desk = useDesk();
  return { world: me.world.name, owner: `${me.account.accountId}@${desk.deskId}` };
};

let saidAt = -Infinity;
const SAID_AGAIN = 30_000;
/** A full disk: what is on the screen stays there, and is kept with the next change once there is room. */
const sayNotKept = (): void => {
  if (performance.now() - saidAt < SAID_AGAIN) return;
  saidAt = performance.now();
  toast('Máy chưa lưu được hồ sơ đang nhập (ổ đĩa đầy?). Nội dung trên màn hình còn nguyên; xóa bớt tệp khác trên máy rồi nhập tiếp.', 'red');
};

export type Keeping = 'kept' | 'being-kept' | 'not-kept';

/** The draft on the screen; each change is kept before the next key. */
export const useDraft = (initial: ReceiveDraft): readonly [ReceiveDraft, Patch, Keeping] => {
  const { world } = useDraftOwner();
  const [draft, setDraft] = useState(initial);
  const [settled, setSettled] = useState({ draft: initial, isKept: true });
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    shelfOf(world).save(draft).then(
      () => setSettled({ draft, isKept: true }),
      () => {
        setSettled({ draft, isKept: false });
        sayNotKept();
      },
    );
  }, [draft, world]);
  const patch = useCallback<Patch>(
    (change) => setDraft((now) => ({ ...now, ...(typeof change === 'function' ? change(now) : change) })),
    [],
  );
  return [draft, patch, settled.draft !== draft ? 'being-kept' : settled.isKept ? 'kept' : 'not-kept'];
};
