// A secret that is told here and never again: it is copied before the dialog is left.
import { type ReactNode, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';

export const ShownOnceDialog = ({ title, secret, act, onClose, children }: {
  readonly title: string; readonly secret: string; readonly act: string; readonly onClose: () => void; readonly children: ReactNode;
}) => {
  const [copied, setCopied] = useState(false);
  const copy = (): void => { navigator.clipboard.writeText(secret).then(() => setCopied(true), () => toast('Trình duyệt không cho chép. Hãy bôi đen mã rồi chép.', 'red')); };
  // the clipboard exists only on https and localhost
  return (
    <Dialog title={title} onClose={onClose} onSubmit={onClose} foot={<>{window.isSecureContext && <Button onClick={copy}>{copied ? 'Đã chép' : 'Chép mã'}</Button>}<Button type="submit" look="main">{act}</Button></>}>
      <p className="shown-once">{secret}</p>
      <Banner tone="amber">Mã chỉ hiện lần này; hệ thống không giữ mã để xem lại. Mất mã thì cấp mã mới.</Banner>
      {children}
    </Dialog>
  );
};
