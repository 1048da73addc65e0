// A signature given together with another act: offered, not asked; the PIN stands beside it, and what the holder of the
// key refuses leaves the way open to go on without.
import { useState } from 'react';
import type { SignableView } from '#wire/signatures.wire.ts';
import { problemOf } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { CertificateChip } from './certificate-chip.tsx';
import { PIN_REFUSALS, TEST_WORDS, WAITING_WORDS } from './signing-words.ts';

type Service = NonNullable<SignableView['mine']>['service'];
export type Along = {
  readonly on: boolean;
  readonly pin: string;
  readonly service: Service | undefined;
  readonly setOn: (on: boolean) => void;
  readonly setPin: (pin: string) => void;
};

export const useAlong = (service: Service | undefined): Along => {
  const [wanted, setOn] = useState(true);
  const [pin, setPin] = useState('');
  return { on: service !== undefined && wanted, pin, service, setOn, setPin };
};

export type SignAlongProps = {
  readonly along: Along;
  readonly label: string;
  readonly error?: Error | undefined;
  readonly busy?: boolean;
  /** Goes on with the act itself; absent where nothing was tried yet. */
  readonly without?: { readonly label: string; readonly go: () => void };
};

export const SignAlong = ({ along: { on, pin, service, setOn, setPin }, label, error, busy, without }: SignAlongProps) => {
  if (service === undefined) return null;
  const problem = problemOf(error);
  const ofPin = problem !== undefined && PIN_REFUSALS.has(problem.code);
  return (
    <div className="stack-tight sign-along">
      <Check checked={on} onChecked={setOn}>{label} <CertificateChip service={service} /></Check>
      {on && (service !== 'test-authority' || ofPin || pin !== '') && (
        <Field label="Mã PIN của chứng thư số" name="pin" type="password" value={pin} onValue={setPin} maxLength={64} width="w4"
          hint="Mã PIN chỉ gửi đến nơi giữ khóa, không được lưu lại." error={ofPin ? error?.message : undefined} />
      )}
      {on && service === 'test-authority' && <p className="faint">{TEST_WORDS}</p>}
      {on && error && (
        <Banner tone="red" acts={without && <Button onClick={without.go}>{without.label}</Button>}>
          {problem && <strong>{problem.title}. </strong>}{!ofPin && error.message}
        </Banner>
      )}
      {busy && <Banner>{WAITING_WORDS}</Banner>}
    </div>
  );
};
