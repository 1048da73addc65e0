import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';

/** What was done is not lost by it, but it waits for somebody to come back: that is said first. */
export const SignOutDialog = ({ words, onStay, onLeave }: { readonly words: readonly string[]; readonly onStay: () => void; readonly onLeave: () => void }) => (
  <Dialog title="Còn việc chưa gửi" onClose={onStay} foot={<><Button onClick={onLeave}>Vẫn đăng xuất</Button><Button look="main" onClick={onStay}>Ở lại</Button></>}>
    {words.map((say) => <p key={say}>{say}</p>)}
  </Dialog>
);
