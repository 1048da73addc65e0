// A paper ready to be set: the template's path below src/documents and plain JSON. Texts travel as
// data only, never as markup, so that a name can hold any character and still prints as itself.
import type { PlainDate } from '#core/kernel/moment.ts';

export type PaperSize = 'a4' | 'a5' | '80mm';

export type PaperValue =
  | string | number | boolean | null
  | readonly PaperValue[]
  | { readonly [key: string]: PaperValue };
export type PaperData = { readonly [key: string]: PaperValue };

export type PaperDocument = {
  /** 'intake-receipt/v2018/receipt.typ' */
  readonly template: string;
  readonly size: PaperSize;
  /** Title in the PDF's properties. */
  readonly title: string;
  /** Date of the paper: the PDF carries it, so that the same paper is the same file for ever. */
  readonly date: PlainDate;
  readonly data: PaperData;
  /** At the foot: which print of the same number it takes the place of. */
  readonly replaces?: string;
  /** Few words on the sheet: larger letters and more air, as long as that costs no page. */
  readonly roomy?: boolean;
  /** The setting to try first, from how full the sheet will be; absent: the roomiest. */
  readonly from?: number;
};

/** A print after the first says so at the foot. */
export type Reprint = { readonly count: number; readonly at: string };
