// A paper that was asked for, in one line: what, how many of which form, why.
import { html, type Html } from './html.ts';

export type AskedPaper = {
  readonly name: string;
  readonly original?: number;
  readonly certifiedCopy?: number;
  readonly plainCopy?: number;
  readonly reason?: string;
};

export const countsOf = (paper: AskedPaper): string =>
  [
    [paper.original, 'bản chính'], [paper.certifiedCopy, 'bản sao có chứng thực'], [paper.plainCopy, 'bản chụp'],
  ].filter(([count]) => Number(count ?? 0) > 0).map(([count, form]) => `${count} ${form}`).join(', ');

export const askedList = (papers: readonly AskedPaper[]): Html => html`
  <ol class="asked">${papers.map((paper) => html`<li><b>${paper.name}</b>${countsOf(paper) ? html` <span class="count">${countsOf(paper)}</span>` : ''}${paper.reason ? html`<span class="line soft">${paper.reason}</span>` : ''}</li>`)}</ol>`;
