import { useState, type FormEvent } from 'react';
import { signIn } from '../api/session.ts';
import { fieldErrorsOf, isNoAnswer, problemOf } from '../api/problem.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { Door } from './door.tsx';

export type SignInFormProps = { readonly login?: string; readonly onSignedIn: () => void };

export const SignInForm = ({ login: known, onSignedIn }: SignInFormProps) => {
  const [login, setLogin] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const errors = fieldErrorsOf(error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    const missing = {
      ...(login.trim() === '' && { login: 'Nhập tên đăng nhập.' }),
      ...(password === '' && { password: 'Nhập mật khẩu.' }),
    };
    if (Object.keys(missing).length > 0) {
      setError(
        Object.assign(new Error(), {
          problem: { fieldErrors: Object.entries(missing).map(([path, message]) => ({ path, message })) },
        }),
      );
      return void requestAnimationFrame(() => focusFirstError(missing as Record<string, string>));
    }
    setBusy(true);
    try {
      await signIn(login, password);
      onSignedIn();
    } catch (failure) {
      setError(failure);
      if (!isNoAnswer(failure)) setPassword('');
      document.querySelector<HTMLInputElement>('input[name="password"]')?.focus();
    }
    setBusy(false);
  };
  const text = error instanceof Error && error.message !== '' ? (problemOf(error)?.detail ?? error.message) : undefined;
  return (
    <form className="sign-in-form" onSubmit={(e) => void submit(e)} noValidate>
      {text && <Banner tone="red">{text}</Banner>}
      <Field
        label="Tên đăng nhập"
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        large
        value={login}
        onValue={setLogin}
        error={errors['login']}
        readOnly={known !== undefined}
        autoFocus={known === undefined}
      />
      <Field
        label="Mật khẩu"
        name="password"
        type="password"
        autoComplete="current-password"
        large
        value={password}
        onValue={setPassword}
        error={errors['password']}
        autoFocus={known !== undefined}
      />
      <Button type="submit" look="main" large busy={busy}>
        Đăng nhập
      </Button>
    </form>
  );
};

export const SignInScreen = ({ onSignedIn }: { readonly onSignedIn: () => void }) => (
  <Door>
    <div>
      <h2>Đăng nhập</h2>
      <SignInForm onSignedIn={onSignedIn} />
      <p className="faint">Quên mật khẩu: báo quản trị hệ thống của đơn vị để được đặt lại.</p>
      <p className="faint">
        Người dân tra cứu hồ sơ tại <a href="/tra-cuu">trang tra cứu</a>, không cần đăng nhập.
      </p>
    </div>
  </Door>
);
