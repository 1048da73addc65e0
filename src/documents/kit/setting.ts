// How a paper is set on its sheets: one rule for the server's press and the counter's, so that both lay it out alike.
import { cleanData } from './clean.ts';
import type { PaperData, PaperDocument, Reprint } from './document.ts';
import { footLine } from './lines.ts';

const ROOMIEST = 0;
const NORMAL = 2;
const TIGHTEST = 5;

/**
 * The roomiest setting that keeps the paper on one page. One that spills onto a second page even at its
 * tightest, and every longer one, is set normally, knowing how many pages it has.
 */
export const setOnSheets = <Laid extends { readonly pages: number }>(
  document: PaperDocument,
  reprint: Reprint | undefined,
  printable: ReadonlySet<number>,
  layOut: (data: PaperData) => Laid,
): Laid => {
  const [year = 0, month = 0, day = 0] = document.date.split('-').map(Number);
  const cleaned = cleanData({ footCode: '', ...document.data, title: document.title, reprint: footLine(document.replaces, reprint) }, printable);
  const lay = (tightness: number, pages: number): Laid => layOut({ ...cleaned, date: { year, month, day }, tightness, pages });
  let normal: Laid | undefined;
  for (let tightness = document.from ?? (document.roomy === true ? ROOMIEST : NORMAL); tightness <= TIGHTEST; tightness += 1) {
    const once = lay(tightness, 1);
    if (once.pages === 1) return once;
    if (tightness === NORMAL) normal = once;
    if (once.pages > 2) break;
  }
  return lay(NORMAL, (normal ?? lay(NORMAL, 1)).pages);
};
