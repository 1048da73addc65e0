// Somebody of the desk who is signed in gets a phrase of her own for the store that is open here.
import { useState } from 'react';
import { useMe } from '../api/session.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { openedCounter } from './counter.ts';
import { passphraseError, pinError } from './secret-rules.ts';
import { useDoneHere } from './use-done-here.ts';

export const AdmitDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const me = useMe();
  const [passphrase, setPassphrase] = useState('');
  const [pin, setPin] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { busy, fault, run } = useDoneHere(onClose);
  const submit = (): void => {
    const found = { passphrase: passphraseError(passphrase), pin: pinError(pin) };
    const wrong = Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined));
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    void run(async () => {
      await openedCounter().addKeeper(me, passphrase, pin);
      toast('Ông/bà đã mở được kho dữ liệu của máy này.');
    });
  };
  return (
    <Dialog title="Câu mật khẩu của ông/bà tại máy này" locked={busy} onClose={onClose} onSubmit={submit} foot={<><Button disabled={busy} onClick={onClose}>Quay lại</Button><Button type="submit" look="main" busy={busy}>Đặt câu mật khẩu</Button></>}>
      {fault && <Banner tone="red">{fault}</Banner>}
      <Field label="Câu mật khẩu tại máy này" name="passphrase" type="password" autoComplete="new-password" value={passphrase} onValue={setPassphrase} error={errors['passphrase']} hint="Ít nhất 20 ký tự hoặc 5 từ; nhập mỗi sáng." />
      <Field label="Mã PIN cho hôm nay" name="pin" type="password" inputMode="numeric" maxLength={6} value={pin} onValue={setPin} error={errors['pin']} hint="6 chữ số, để mở lại trong ngày." />
    </Dialog>
  );
};
