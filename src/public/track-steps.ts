// The way of a dossier as a quiet vertical track: what is done, where it is, what is still to come.
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { html, type Html } from './html.ts';

export type TrackStep = {
  readonly what: string;
  /** A unit or desk, never a person. */
  readonly where?: string;
  readonly at?: Moment;
  readonly progress: 'done' | 'now' | 'next';
};

const SAID = { done: 'Đã xong', now: 'Đang thực hiện', next: 'Sắp tới' } as const;

export const trackSteps = (steps: readonly TrackStep[]): Html => steps.length === 0 ? html`` : html`
  <section aria-labelledby="qua-trinh">
    <h2 id="qua-trinh">Quá trình giải quyết</h2>
    <ol class="track">${steps.map((step) => html`
      <li class="${step.progress}"${step.progress === 'now' ? html` aria-current="step"` : ''}>
        <span class="said">${SAID[step.progress]}:</span> <b>${step.what}</b>
        ${step.where ? html`<span class="line">${step.where}</span>` : ''}
        ${step.at ? html`<span class="line soft">${formatMoment(step.at)}</span>` : ''}
      </li>`)}</ol>
  </section>`;
