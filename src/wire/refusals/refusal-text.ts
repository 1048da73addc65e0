// The one place where a refusal becomes Vietnamese words; exhaustive by type through refusals/*.ts.
// A refusal about fields also says which, in the words of the field.
import { DESK_REFUSALS, type DeskRefusal, type Words, deskRefusalWords } from './desk.ts';
import { fieldErrorText } from './field-texts.ts';

export type RefusalWords = Words & { readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] };

/** What is about one box alone stands at that box too. */
const BOXES: { readonly [K in DeskRefusal['kind']]?: { readonly path: string; readonly message: string } } = {
  'booklet-number-used': { path: 'lateEntry.bookletNumber', message: 'Số này của ngày này đã được nhập.' },
};

export const deskRefusalText = (refusal: DeskRefusal): RefusalWords => {
  const said = deskRefusalWords(refusal);
  const box = BOXES[refusal.kind];
  if (box) return { ...said, fieldErrors: [{ path: box.path, message: box.message }] };
  if (refusal.kind !== 'fields-invalid') return said;
  return { ...said, fieldErrors: refusal.errors.map((error) => ({ path: error.path, message: fieldErrorText(error) })) };
};

/** Every kind of refusal at the desk: a test shows that each has its words. */
export const DESK_REFUSAL_KINDS = Object.keys(DESK_REFUSALS) as readonly DeskRefusal['kind'][];
