// Đăng ký máy này: the administrator's code, the clerk's own phrase, and what the machine says about keeping data.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../api/session.ts';
import { fieldErrorsOf } from '../api/problem.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { enrolCounter } from './enrol.ts';
import { hasMachineKeys } from './machine-key.ts';
import { checkEnrolment, describeMachine, EMPTY_ENROLMENT, type TypedEnrolment } from './enrolment.ts';

export const EnrolDialog = ({ onEnrolled, onClose }: { readonly onEnrolled: () => void; readonly onClose: () => void }) => {
  const me = useMe();
  const keys = useQuery({ queryKey: ['machine-keys'], queryFn: hasMachineKeys, networkMode: 'always' });
  const [typed, setTyped] = useState<TypedEnrolment>({ ...EMPTY_ENROLMENT, description: describeMachine(navigator.userAgent) });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<TypedEnrolment>) => setTyped((now) => ({ ...now, ...change }));
  const submit = async (): Promise<void> => {
    const wrong = checkEnrolment(typed);
    setErrors(wrong);
    setFault(undefined);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    setBusy(true);
    try {
      const { code, description, passphrase, pin, machineKey } = typed;
      const opens = await enrolCounter(me, { code: code.trim(), description: description.trim(), passphrase, pin, machineKey });
      if (machineKey && opens === 'passphrase') toast('Máy đã đăng ký nhưng chưa đặt được khóa của máy: mở kho bằng câu mật khẩu, hoặc đặt lại khóa ở mục “Máy này”.', 'red');
      onEnrolled();
    } catch (error) {
      const said = fieldErrorsOf(error);
      setErrors(said);
      if (Object.keys(said).length === 0) setFault(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Đăng ký máy này để làm việc khi mất mạng" wide onClose={onClose} locked={busy} onSubmit={() => void submit()}
      foot={<><Button onClick={onClose} disabled={busy}>Quay lại</Button><Button type="submit" look="main" busy={busy}>Đăng ký máy này</Button></>}
    >
      {fault && <Banner tone="red">{fault}</Banner>}
      <div className="fields">
        <Field width="w4" label="Mã đăng ký" name="code" maxLength={20} value={typed.code} onValue={(code) => set({ code })} error={errors['code']} hint="Quản trị hệ thống cấp, dùng một lần." />
        <Field width="w8" label="Máy và nơi đặt" name="description" maxLength={200} value={typed.description} onValue={(description) => set({ description })} error={errors['description']} />
        <Field width="w6" label="Câu mật khẩu tại máy này" name="passphrase" type="password" autoComplete="new-password" value={typed.passphrase} onValue={(passphrase) => set({ passphrase })} error={errors['passphrase']} hint="Ít nhất 20 ký tự hoặc 5 từ; nhập mỗi sáng. Không ai khôi phục được." />
        <Field width="w6" label="Nhập lại câu mật khẩu" name="again" type="password" autoComplete="new-password" value={typed.again} onValue={(again) => set({ again })} error={errors['again']} />
        <Field width="w4" label="Mã PIN cho hôm nay" name="pin" type="password" inputMode="numeric" maxLength={6} value={typed.pin} onValue={(pin) => set({ pin })} error={errors['pin']} hint="6 chữ số, để mở lại trong ngày." />
      </div>
      <div data-path="encrypted">
        {keys.data === true && <Check checked={typed.machineKey} onChecked={(machineKey) => set({ machineKey })}>Mở kho bằng khóa của máy (Windows Hello, vân tay, khóa bảo mật) mỗi sáng; câu mật khẩu vẫn mở được khi khóa hỏng.</Check>}
      <Check checked={typed.encrypted} onChecked={(encrypted) => set({ encrypted })}>Ổ đĩa của máy này đã được mã hóa (BitLocker hoặc tương đương) và máy có mật khẩu riêng.</Check>
        {errors['encrypted'] && <p className="field-error">{errors['encrypted']}</p>}
      </div>
      <p className="faint">Đăng ký xong, máy tải sẵn màn hình, thủ tục của quầy và phần in giấy (khoảng 10 MB) trong lúc ông/bà làm việc.</p>
    </Dialog>
  );
};
