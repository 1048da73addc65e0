import { useState, type FormEvent } from 'react';
import { PASSWORD_MIN_LENGTH } from '#wire/session.wire.ts';
import { changePassword } from '../api/session.ts';
import { fieldErrorsOf, problemOf } from '../api/problem.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { Door } from './door.tsx';

const check = (current: string, next: string, again: string): Record<string, string> => ({
  ...(current === '' && { currentPassword: 'Nhập mật khẩu đang dùng.' }),
  ...(next.length < PASSWORD_MIN_LENGTH && { newPassword: `Mật khẩu mới có ít nhất ${PASSWORD_MIN_LENGTH} ký tự.` }),
  ...(again !== next && { again: 'Hai lần nhập mật khẩu mới chưa giống nhau.' }),
});

export const ChangePasswordScreen = ({ onChanged }: { readonly onChanged: () => void }) => {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [text, setText] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check(current, next, again);
    setErrors(found);
    setText(undefined);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    setBusy(true);
    try {
      await changePassword(current, next);
      onChanged();
    } catch (failure) {
      const said = fieldErrorsOf(failure);
      setErrors({ ...said });
      if (Object.keys(said).length === 0) setText(problemOf(failure)?.detail ?? (failure as Error).message);
      requestAnimationFrame(() => focusFirstError(said));
    }
    setBusy(false);
  };
  return (
    <Door>
      <form onSubmit={(e) => void submit(e)} noValidate>
        <h2>Đổi mật khẩu trước khi làm việc</h2>
        <p className="soft">Đây là lần đăng nhập đầu tiên hoặc mật khẩu vừa được đặt lại. Chọn mật khẩu mới chỉ mình bạn biết.</p>
        {text && <Banner tone="red">{text}</Banner>}
        <Field
          label="Mật khẩu đang dùng"
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
          error={errors['currentPassword']}
          autoFocus
        />
        <Field
          label="Mật khẩu mới"
          name="newPassword"
          type="password"
          autoComplete="new-password"
          value={next}
          onValue={setNext}
          error={errors['newPassword']}
          hint={`Ít nhất ${PASSWORD_MIN_LENGTH} ký tự; nên là một câu dễ nhớ.`}
        />
        <Field
          label="Nhập lại mật khẩu mới"
          name="again"
          type="password"
          autoComplete="new-password"
          value={again}
          onValue={setAgain}
          error={errors['again']}
        />
        <Button type="submit" look="main" large busy={busy}>
          Đổi mật khẩu và vào làm việc
        </Button>
      </form>
    </Door>
  );
};
