import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import type { CounterStanding } from './counter.ts';
import { useUnlock } from './unlock-form.tsx';

export const UnlockDialog = ({ standing, onClose }: { readonly standing: CounterStanding; readonly onClose: () => void }) => {
  const unlock = useUnlock(standing, onClose);
  return (
    <Dialog
      title="Mở kho dữ liệu của quầy" onClose={onClose} onSubmit={() => void unlock.submit().then((open) => { if (open) onClose(); })}
      foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main" busy={unlock.busy}>Mở kho</Button></>}
    >
      {unlock.fields}
    </Dialog>
  );
};
