// Opening the counter's store: the passphrase at the start of the day, the PIN later that day.
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Field, SelectField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type CounterStanding, openedCounter } from './counter.ts';
import { pinError, typedPinError } from './secret-rules.ts';

const WRONG: Readonly<Record<'passphrase' | 'pin' | 'machineKey', string>> = {
  machineKey: 'Khóa của máy chưa mở được kho. Thử lại, hoặc nhập câu mật khẩu.',
  passphrase: 'Câu mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.',
  pin: 'Mã PIN chưa đúng. Sai 5 lần thì phải nhập lại câu mật khẩu.',
};

export type Unlock = {
  readonly busy: boolean;
  readonly submit: (by?: 'typed' | 'machine-key') => Promise<boolean>;
  readonly fields: React.ReactNode;
};

export const useUnlock = (standing: CounterStanding, onOpened: () => void = () => undefined): Unlock => {
  const [accountId, setAccountId] = useState(standing.keepers[0]?.accountId ?? '');
  const [pinGone, setPinGone] = useState(false);
  const [byPhrase, setByPhrase] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState<string>();
  const keeper = standing.keepers.find((one) => one.accountId === accountId);
  const hasPin = keeper?.byPin === true && !pinGone;
  const byPin = hasPin && !byPhrase;
  /** What was said of the one is not said of the other. */
  const typesInstead = (phrase: boolean): void => { setByPhrase(phrase); setText(undefined); setPin(''); };
  const submit = async (by: 'typed' | 'machine-key' = 'typed'): Promise<boolean> => {
    const opensByPin = byPin && by === 'typed';
    const weak = opensByPin ? typedPinError(pin) : !byPin && pin !== '' ? pinError(pin) : undefined;
    setText(weak);
    if (weak !== undefined || busy) return false;
    setBusy(true);
    // set for the day where none is set yet
    const today = !byPin && pin !== '' && { pin };
    const secret = by === 'machine-key' ? { machineKey: true as const, ...today } : opensByPin ? { pin } : { passphrase, ...today };
    const opened = await openedCounter().openBy(accountId, secret).finally(() => setBusy(false));
    if (opensByPin) setPin('');
    if (opened === 'open') return true;
    // a wrong phrase leaves the hand at the phrase
    if (opened === 'pin-gone') setPinGone(true);
    setText(opened === 'pin-gone' ? 'Mã PIN không còn dùng được hôm nay. Nhập câu mật khẩu của ông/bà.' : WRONG[by === 'machine-key' ? 'machineKey' : byPin ? 'pin' : 'passphrase']);
    return false;
  };
  return {
    busy, submit,
    fields: (
      <>
        {text && <Banner tone="red">{text}</Banner>}
        {standing.keepers.length > 1
          ? <SelectField label="Người mở" name="keeper" value={accountId} onValue={(id) => { setAccountId(id); setPinGone(false); typesInstead(false); }} options={standing.keepers.map((one) => ({ value: one.accountId, label: one.fullName }))} />
          : <p>Người mở: <strong>{keeper?.fullName}</strong></p>}
        {keeper?.byPrf && <Button icon="check" busy={busy} onClick={() => void submit('machine-key').then((open) => { if (open) onOpened(); })}>Mở kho bằng khóa của máy</Button>}
        {byPin
          ? <Field label="Mã PIN tại máy này" name="counterPin" type="password" inputMode="numeric" maxLength={6} large autoFocus value={pin} onValue={setPin} hint={<>6 chữ số đã đặt khi mở kho hôm nay. <Button look="plain" onClick={() => typesInstead(true)}>Dùng câu mật khẩu</Button></>} />
          : (
            <>
              <Field label="Câu mật khẩu tại máy này" name="passphrase" type="password" autoComplete="off" large autoFocus value={passphrase} onValue={setPassphrase} hint={<>Câu dài đã đặt khi đăng ký máy; không phải mật khẩu đăng nhập. {hasPin && <Button look="plain" onClick={() => typesInstead(false)}>Dùng mã PIN</Button>}</>} />
              <Field label="Mã PIN cho hôm nay" name="counterPin" type="password" inputMode="numeric" maxLength={6} optional value={pin} onValue={setPin} hint="6 chữ số, để mở lại nhanh trong ngày." />
            </>
          )}
      </>
    ),
  };
};
