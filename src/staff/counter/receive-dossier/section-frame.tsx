// One section open at a time; those done stand above in one line, those to come below.
import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../../design/icon.tsx';
import { focusFirst, onEnterAdvance } from './enter-advance.ts';

export type SectionFrameProps = {
  readonly no: number;
  readonly title: string;
  readonly summary?: ReactNode;
  readonly open: boolean;
  readonly state: 'done' | 'todo' | 'wrong';
  readonly locked?: boolean;
  readonly onOpen: () => void;
  readonly onAdvance: () => void;
  readonly children: ReactNode;
};

export const SectionFrame = ({ no, title, summary, open, state, locked, onOpen, onAdvance, children }: SectionFrameProps) => {
  const body = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    focusFirst(body.current);
    head.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  return (
    <section className={`step step-${state}${open ? ' step-open' : ''}`} ref={head}>
      <h2>
        <button type="button" className="step-head" aria-expanded={open} onClick={onOpen}>
          <span className="step-no" aria-hidden="true">
            {state === 'done' && !open ? <Icon name="check" size={16} /> : state === 'wrong' ? '!' : no}
          </span>
          <span className="step-title">{title}</span>
          {!open && summary && <span className="step-summary">{summary}</span>}
          {state === 'wrong' && !open && <span className="chip chip-red">cần xem lại</span>}
        </button>
      </h2>
      {open && (
        <div className="step-body" role="presentation" ref={body} onKeyDown={onEnterAdvance(onAdvance)}>
          <fieldset disabled={locked} className="stack" aria-label={title} tabIndex={-1}>
            {children}
          </fieldset>
        </div>
      )}
    </section>
  );
};
