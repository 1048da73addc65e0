// The field of a wedge scanner: whatever is typed on this screen outside another field lands here, and Enter sends it.
// The hand never leaves the scanner, and a scan never opens something else.
import { useEffect, useRef, useState } from 'react';
import { Field } from '../design/field.tsx';
import { Icon } from '../design/icon.tsx';

export type ScanSaid = { readonly tone: 'good' | 'red'; readonly text: string };

const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select') || target.closest('dialog') !== null);

export const ScanField = ({ label, hint, said, disabled, onScanned }: {
  readonly label: string; readonly hint?: string; readonly said: ScanSaid | undefined; readonly disabled?: boolean; readonly onScanned: (text: string) => void;
}) => {
  const [text, setText] = useState('');
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const input = (): HTMLInputElement | null | undefined => box.current?.querySelector('input');
    input()?.focus();
    const listen = (event: KeyboardEvent): void => {
      if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || takesKeys(event.target)) return;
      // a blank presses the button it stands on
      if (event.key !== ' ') input()?.focus();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
  return (
    <form
      ref={box} className="scan-field" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const scanned = text.trim();
        setText('');
        if (scanned !== '') onScanned(scanned);
      }}
    >
      <Field large label={label} hint={hint} value={text} onValue={setText} disabled={disabled} data-takes-code="" autoCapitalize="characters" enterKeyHint="done" maxLength={300} />
      <p className={said ? `scan-said scan-said-${said.tone}` : 'scan-said'} role={said?.tone === 'red' ? 'alert' : 'status'}>
        {said && <><Icon name={said.tone === 'red' ? 'warning' : 'check'} /> {said.text}</>}
      </p>
    </form>
  );
};
