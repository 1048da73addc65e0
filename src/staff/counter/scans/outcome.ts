// What became of a PDF from a scanner. One that stays as it came says why, for a clerk whose file is too heavy to send.
export type WhyLeft = 'small' | 'signed' | 'locked' | 'more-than-a-scan' | 'black-and-white' | 'no-jpeg' | 'no-smaller' | 'broken';
/** Made to bring down whatever opens it. */
export type Harm = { readonly kind: 'unfolds' | 'endless-pages' } | { readonly kind: 'too-many-dots'; readonly width: number; readonly height: number };

export type Outcome =
  | { readonly kind: 'shrunk'; readonly file: Blob; readonly pages: number }
  | { readonly kind: 'left'; readonly why: WhyLeft }
  | { readonly kind: 'harmful'; readonly harm: Harm };
