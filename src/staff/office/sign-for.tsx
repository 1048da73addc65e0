// How whoever takes a hand-over signs for it: with the account they are signed in with, their own PIN, on the glass, or a signed page.
import { useState } from 'react';
import type { SignedBy } from '#core/custody/sign-for.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { storedFileAnswer } from '#wire/file.wire.ts';
import type { SignatureGiven } from '#wire/sign-for.wire.ts';
import { sendFile } from '../api/request.ts';
import { useMe } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Field } from '../design/field.tsx';
import { type Signed, SignaturePad } from '../signature/signature-pad.tsx';
import { FileField } from '../stored-file/file-field.tsx';

type Way = SignedBy;
export type SignDraft = { readonly by: Way; readonly pin: string; readonly file: Sha256 | undefined; readonly tried: boolean };

/** Undefined: what was chosen is not complete. */
export const signatureOf = ({ by, pin, file }: SignDraft): SignatureGiven | undefined => {
  if (by === 'pin') return /^\d{6,12}$/.test(pin) ? { by, pin } : undefined;
  if (by === 'paper' || by === 'drawn') return file === undefined ? undefined : { by, file };
  return { by: 'button' };
};

export const useSignDraft = () => useState<SignDraft>({ by: 'button', pin: '', file: undefined, tried: false });

const Drawn = ({ isTaken, onFile, error }: { readonly isTaken: boolean; readonly onFile: (file: Sha256 | undefined) => void; readonly error: string | undefined }) => {
  const [signed, setSigned] = useState<Signed>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const take = async (): Promise<void> => {
    if (!signed) return;
    setBusy(true);
    setFault(undefined);
    try {
      onFile((await sendFile(await signed(), 'chu-ky.png', storedFileAnswer, () => undefined)).sha256 as Sha256);
    } catch (wrong) {
      setFault(wrong instanceof Error ? wrong.message : 'Chưa ghi được chữ ký.');
    }
    setBusy(false);
  };
  return (
    <div className="stack-tight">
      <SignaturePad onSigned={(next) => { setSigned(() => next); onFile(undefined); }} />
      <div className="row"><Button busy={busy} disabled={!signed || isTaken} onClick={() => void take()}>Dùng chữ ký này</Button>{isTaken && <span role="status">Đã ghi chữ ký.</span>}</div>
      {(fault ?? error) !== undefined && <p className="field-error">{fault ?? error}</p>}
    </div>
  );
};

export const SignFor = ({ draft, onDraft, pinError }: { readonly draft: SignDraft; readonly onDraft: (draft: SignDraft) => void; readonly pinError?: string | undefined }) => {
  const me = useMe();
  const set = (change: Partial<SignDraft>) => onDraft({ ...draft, ...change, tried: false });
  const missing = draft.tried && signatureOf(draft) === undefined;
  return (
    <div className="stack">
      <RadioGroup
        legend="Ký nhận bằng" name="signature.by" value={draft.by} onValue={(by) => set({ by: by as Way, file: undefined })}
        choices={[
          { value: 'button', label: `Tài khoản của ${me.account.fullName}` },
          ...(me.hasPin ? [{ value: 'pin', label: 'Mã PIN cá nhân' }] : []),
          { value: 'drawn', label: 'Ký trên màn hình' },
          { value: 'paper', label: 'Chữ ký trên giấy, đính kèm bản quét' },
        ]}
      />
      {draft.by === 'pin' && (
        <Field
          width="w4" label="Mã PIN của ông/bà" name="signature.pin" type="password" inputMode="numeric" autoComplete="off" value={draft.pin} maxLength={12}
          onValue={(pin) => set({ pin: pin.replace(/\D/g, '') })} error={missing ? 'Nhập mã PIN 6 chữ số.' : pinError}
        />
      )}
      {draft.by === 'drawn' && <Drawn isTaken={draft.file !== undefined} onFile={(file) => set({ file })} error={missing ? 'Ký vào khung rồi bấm “Dùng chữ ký này”.' : undefined} />}
      {draft.by === 'paper' && <FileField label="Bản quét biên bản đã ký" value={draft.file} onValue={(file) => set({ file: file as Sha256 | undefined })} error={missing ? 'Đính kèm bản quét có chữ ký.' : undefined} />}
    </div>
  );
};
