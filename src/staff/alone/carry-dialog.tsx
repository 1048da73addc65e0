// What was not sent is saved into a locked file and carried to a machine of the desk that has a line.
import { useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import { businessNow } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field, FieldBox } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { openedCounter } from './counter.ts';
import { passphraseError } from './secret-rules.ts';
import { useDoneHere } from './use-done-here.ts';

const download = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

export const CarryDialog = ({ way, onClose }: { readonly way: 'out' | 'in'; readonly onClose: () => void }) => {
  const [passphrase, setPassphrase] = useState('');
  const [file, setFile] = useState<File>();
  const { busy, fault, say, run } = useDoneHere(onClose);
  const carry = async (): Promise<void> => {
    if (way === 'out') {
      download(await openedCounter().exportFile(passphrase), `motcua-viec-chua-gui-${dateOf(businessNow())}.motcua`);
      toast('Đã lưu ra tệp. Việc vẫn còn trên máy này và vẫn được gửi khi có mạng.');
    } else if (file) {
      const count = await openedCounter().importFile(file, passphrase);
      toast(`Đã nhập ${count} việc từ tệp; việc đã có không bị ghi hai lần.`);
    }
  };
  const submit = (): void => {
    const weak = way === 'out' ? passphraseError(passphrase) : undefined;
    const missing = way === 'in' && !file ? 'Chọn tệp đã lưu ở máy khác.' : weak;
    if (missing !== undefined) say(missing);
    else void run(carry);
  };
  return (
    <Dialog
      title={way === 'out' ? 'Lưu việc chưa gửi ra tệp' : 'Nhập việc từ tệp của máy khác'} onClose={onClose} locked={busy} onSubmit={submit}
      foot={<><Button onClick={onClose} disabled={busy}>Quay lại</Button><Button type="submit" look="main" busy={busy}>{way === 'out' ? 'Lưu ra tệp' : 'Nhập từ tệp'}</Button></>}
    >
      {fault && <Banner tone="red">{fault}</Banner>}
      <p className="soft">{way === 'out' ? 'Tệp được khóa bằng câu mật khẩu dưới đây. Mang tệp đến máy đã đăng ký của quầy còn mạng và nhập ở màn hình này.' : 'Chọn tệp đã lưu ở máy khác của quầy; việc nào máy chủ đã có thì không ghi lại.'}</p>
      {way === 'in' && <FieldBox label="Tệp">{(bind) => <input {...bind} className="input" type="file" accept=".motcua" onChange={(event) => setFile(event.target.files?.[0])} />}</FieldBox>}
      <Field label="Câu mật khẩu của tệp" name="passphrase" type="password" autoComplete="off" value={passphrase} onValue={setPassphrase} hint={way === 'out' ? 'Ít nhất 20 ký tự hoặc 5 từ; báo riêng cho người nhập.' : undefined} />
    </Dialog>
  );
};
