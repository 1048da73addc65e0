import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useKey } from './keys.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly look?: 'main' | 'normal' | 'red' | 'plain';
  readonly large?: boolean;
  readonly icon?: IconName;
  /** Shown on the button and pressed anywhere on the screen ('F9', 'Ctrl+K'). */
  readonly hotkey?: string;
  /** Work is under way: not disabled, so that focus stays, but pressed only once. */
  readonly busy?: boolean | undefined;
  readonly 'data-guidance'?: string;
  readonly children: ReactNode;
};

export const Key = ({ name }: { readonly name: string }) => (
  <kbd className="key" aria-hidden="true">
    {name}
  </kbd>
);

export const Button = ({
  look = 'normal',
  large,
  icon,
  hotkey,
  busy,
  children,
  onClick,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) => {
  const press = (event: { preventDefault: () => void }) => {
    if (busy || disabled) return event.preventDefault();
    (onClick as ((e: unknown) => void) | undefined)?.(event);
  };
  useKey(hotkey, disabled || busy || type === 'submit' ? undefined : () => press({ preventDefault: () => undefined }));
  const classes = ['button', look !== 'normal' && `button-${look}`, large && 'button-large'].filter(Boolean).join(' ');
  return (
    <button
      {...rest}
      type={type}
      className={classes}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hotkey?.replace('Ctrl', 'Control')}
      onClick={
        type === 'submit'
          ? (e) => {
              if (busy) e.preventDefault();
              onClick?.(e);
            }
          : press
      }
    >
      {icon && <Icon name={icon} size={18} />}
      {busy ? <>{children}…</> : children}
      {hotkey && <Key name={hotkey} />}
    </button>
  );
};
