import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useSlow } from './use-slow.ts';

export const Screen = ({
  title,
  acts,
  children,
}: {
  readonly title: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}) => (
  <div className="screen">
    <header className="screen-head">
      <h1 tabIndex={-1}>{title}</h1>
      {acts && <div className="screen-acts">{acts}</div>}
    </header>
    {children}
  </div>
);

export type PanelProps = {
  readonly title?: ReactNode;
  readonly count?: number | undefined;
  readonly acts?: ReactNode;
  readonly foot?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
};
export const Panel = ({ title, count, acts, foot, flush, children }: PanelProps) => (
  <section className="panel">
    {(title || acts) && (
      <header className="panel-head">
        <h2>
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {acts && <div className="row">{acts}</div>}
      </header>
    )}
    <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
    {foot && <footer className="panel-foot">{foot}</footer>}
  </section>
);

export const Banner = ({
  tone = 'info',
  children,
  acts,
}: {
  readonly tone?: 'info' | 'amber' | 'red';
  readonly children: ReactNode;
  readonly acts?: ReactNode;
}) => (
  <div className={tone === 'info' ? 'banner' : `banner banner-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
    <Icon name={tone === 'info' ? 'info' : 'warning'} />
    <div className="grow">{children}</div>
    {acts}
  </div>
);

export const EmptyState = ({
  icon = 'check',
  title,
  whole,
  children,
  act,
}: {
  readonly icon?: IconName;
  /** Nothing else is on the screen: its words are the heading of the page. */
  readonly whole?: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}) => (
  <div className="empty">
    <Icon name={icon} size={32} />
    {whole ? <h1>{title}</h1> : <strong>{title}</strong>}
    {children && <p>{children}</p>}
    {act}
  </div>
);

export const ErrorState = ({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) => {
  const text = error instanceof Error ? error.message : 'Không tải được dữ liệu.';
  return (
    <div className="empty" role="alert">
      <Icon name="warning" size={32} />
      <strong>Chưa tải được dữ liệu</strong>
      <p>{text}</p>
      {onRetry && <Button onClick={onRetry}>Tải lại</Button>}
    </div>
  );
};

/** Nothing for the first 300 ms, then bars in the shape of what comes. */
export const Loading = ({ lines = 5, label = 'Đang tải' }: { readonly lines?: number; readonly label?: string }) => {
  const slow = useSlow();
  return slow ? (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} />
      ))}
    </div>
  ) : null;
};

/** A query's three faces in one place, so that no screen forgets one. */
export type Asked<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
};
export const Loaded = <T,>({
  from,
  lines,
  children,
}: {
  readonly from: Asked<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) => {
  if (from.data !== undefined) {
    return (
      <>
        {from.error ? (
          <Banner tone="amber" acts={<Button onClick={() => void from.refetch()}>Tải lại</Button>}>
            Dữ liệu đang hiện là của lần tải trước; chưa cập nhật được.
          </Banner>
        ) : null}
        {children(from.data)}
      </>
    );
  }
  return from.error ? <ErrorState error={from.error} onRetry={() => void from.refetch()} /> : <Loading lines={lines} />;
};
