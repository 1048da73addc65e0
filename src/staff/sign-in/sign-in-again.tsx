import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { SignInForm } from './sign-in.screen.tsx';

/** The session ended; what stands on the screen and in the draft stays. */
export const SignInAgain = ({
  login,
  onSignedIn,
  onOther,
}: {
  readonly login: string;
  readonly onSignedIn: () => void;
  readonly onOther: () => void;
}) => (
  <Dialog title="Phiên làm việc đã hết hạn" onClose={() => undefined} locked>
    <p>Nhập lại mật khẩu để làm tiếp. Những gì đang nhập trên màn hình vẫn còn nguyên.</p>
    <SignInForm login={login} onSignedIn={onSignedIn} />
    <Button look="plain" onClick={onOther}>
      Đăng nhập bằng tài khoản khác
    </Button>
  </Dialog>
);
