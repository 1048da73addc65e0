import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { toast } from '../design/toast.tsx';
import { letUpdateIn } from './keep-worker.ts';

type Props = {
  readonly look?: 'plain';
  readonly title?: string;
  /** Why not now; undefined: nothing stands in its way. */
  readonly against?: () => Promise<string | undefined>;
};

export const UpdateButton = ({ look, title, against }: Props) => {
  const [busy, setBusy] = useState(false);
  const update = async (): Promise<void> => {
    setBusy(true);
    let why = await against?.();
    const isIn = why === undefined && await letUpdateIn();
    // it takes some seconds to come in: something may have been begun meanwhile
    if (isIn) why = await against?.();
    if (why) toast(why, 'red');
    else if (isIn) location.reload();
    else toast('Bản mới chưa vào được máy này; cứ làm việc tiếp rồi bấm lại sau ít phút.');
    setBusy(false);
  };
  return <Button {...(look ? { look } : {})} title={title} busy={busy} onClick={() => void update()}>Cập nhật bản mới</Button>;
};
