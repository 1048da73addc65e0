// The platform's own modal: it holds focus, hides the page behind and closes on Escape. React Aria's would
// inject style elements at run time, which our content policy refuses.
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { pushKeyBarrier } from './keys.ts';

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly foot?: ReactNode;
  readonly onSubmit?: (() => void) | undefined;
  readonly locked?: boolean;
  readonly children: ReactNode;
};

const Barrier = () => {
  useEffect(() => pushKeyBarrier(), []);
  return null;
};

export const Dialog = ({ title, onClose, wide, foot, onSubmit, locked, children }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(document.activeElement);
  const id = useId();
  useEffect(() => {
    const element = box.current;
    const inside = element?.contains(document.activeElement) ? document.activeElement : undefined;
    const before = inside ? opener.current : document.activeElement;
    if (element && !element.open) element.showModal();
    // the platform would focus the first button; a confirmation waits on its act, a form on its first box, or on what it says it begins with
    const target =
      inside ??
      element?.querySelector('[data-begins] :is(input, select, textarea):not(:disabled)') ??
      element?.querySelector(
        '.dialog-body :is(input:not([type="radio"], [type="checkbox"], [type="file"], [readonly]), textarea):not(:disabled)',
      ) ??
      element?.querySelector('.button-main');
    if (target instanceof HTMLElement) target.focus();
    return () => {
      if (element?.open) element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const inside = (
    <>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className="dialog-body" tabIndex={0}>
        {children}
      </div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </>
  );
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onKeyDown={(e) => e.stopPropagation()}
      onCancel={(e) => {
        e.preventDefault();
        if (!locked) onClose();
      }}
    >
      <Barrier />
      {onSubmit ? (
        <form onSubmit={submit} noValidate className="dialog-form">
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
};

export type ConfirmProps = {
  /** The act by its name in the law; it is also the button. */
  readonly act: string;
  readonly title: string;
  /** The paper this makes, in full, or that it makes none. */
  readonly makes?: string | undefined;
  readonly red?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  /** What leaving means, where it is more than going back. */
  readonly back?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** Legal acts ask once, by name, and say which paper they make. */
export const ConfirmDialog = ({ act, title, makes, red, busy, disabled, wide, back = 'Quay lại', onConfirm, onClose, children }: ConfirmProps) => (
  <Dialog
    title={title}
    onClose={onClose}
    wide={wide}
    locked={busy}
    onSubmit={() => {
      if (!disabled) onConfirm();
    }}
    foot={
      <>
        <Button onClick={onClose} disabled={busy}>
          {back}
        </Button>
        <Button type="submit" look={red ? 'red' : 'main'} busy={busy} disabled={disabled}>
          {act}
        </Button>
      </>
    }
  >
    {children}
    {makes && (
      <p className="paper-line">
        <Icon name="paper" />
        <span>
          Lập <strong>{makes}</strong>
        </span>
      </p>
    )}
  </Dialog>
);
