// Papers counted with the person at home against the published list: what is missing is said, and nothing is refused.
import type { Sha256 } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import type { CollectBody, PickupView } from '#wire/pickup.wire.ts';
import { itemNumberWords } from '#wire/refusals/carriers.ts';
import type { Place } from '../proof/place.ts';

type Item = PickupView['checklist'][number];
export type Form = CollectBody['papers'][number]['form'];
export const FORMS: readonly { readonly form: Form; readonly of: 'original' | 'certifiedCopy' | 'plainCopy'; readonly label: string }[] = [
  { form: 'original', of: 'original', label: 'Bản chính' }, { form: 'certified-copy', of: 'certifiedCopy', label: 'Bản sao có chứng thực' }, { form: 'plain-copy', of: 'plainCopy', label: 'Bản chụp' },
];

export type PickupDraft = {
  /** By item and form. */
  readonly counts: Readonly<Record<string, number>>;
  /** Not on the list, and handed over all the same. */
  readonly others: readonly { readonly name: string; readonly count: number }[];
  readonly slip: string;
  readonly sealed: boolean;
};
export const newPickup = (): PickupDraft => ({ counts: {}, others: [], slip: '', sealed: false });

const keyOf = (itemId: string, form: Form): string => `${itemId} ${form}`;
export const countOf = ({ counts }: PickupDraft, { itemId }: Pick<Item, 'itemId'>, form: Form): number => counts[keyOf(itemId, form)] ?? 0;
export const counted = (draft: PickupDraft, { itemId }: Pick<Item, 'itemId'>, form: Form, count: number): PickupDraft =>
  ({ ...draft, counts: { ...draft.counts, [keyOf(itemId, form)]: Math.min(99, Math.max(0, count)) } });

/** Forms that the list asks for; what is only shown stays with the person. */
export const asked = (item: Item): readonly Form[] => (item.shownOnly ? [] : FORMS.filter(({ of }) => item[of] > 0).map(({ form }) => form));
export const allOf = (draft: PickupDraft, item: Item): PickupDraft =>
  FORMS.reduce((all, { form, of }) => (item[of] > 0 && !item.shownOnly ? counted(all, item, form, item[of]) : all), draft);

/** Said to the person and to the desk; the desk asks for it. */
export const missingIn = (draft: PickupDraft, checklist: readonly Item[]): readonly string[] =>
  checklist.filter((item) => item.required && asked(item).length > 0 && asked(item).every((form) => countOf(draft, item, form) === 0)).map(({ name }) => name);

export const papersIn = (draft: PickupDraft, checklist: readonly Item[]): CollectBody['papers'] => [
  ...checklist.flatMap((item) => FORMS.map(({ form }) => ({ itemId: item.itemId, name: item.name, form, count: countOf(draft, item, form) }))),
  ...draft.others.map(({ name, count }) => ({ name: name.trim(), form: 'original' as const, count })),
].filter(({ count, name }) => count > 0 && name !== '');

export const slipError = (typed: string): string | undefined => {
  const read = parseItemNumber(typed);
  return read.ok ? undefined : itemNumberWords(read.refusal);
};

export const pickupToDo = (draft: PickupDraft, checklist: readonly Item[], isSigned: boolean): readonly string[] => [
  ...(papersIn(draft, checklist).length === 0 ? ['đếm giấy tờ nhận'] : []),
  ...(draft.others.some(({ name }) => name.trim() === '') ? ['ghi tên giấy tờ khác'] : []),
  ...(slipError(draft.slip) !== undefined ? ['ghi số phiếu gửi'] : []),
  ...(draft.sealed ? [] : ['niêm phong trước mặt người gửi']),
  ...(isSigned ? [] : ['người gửi ký']),
];

export const toCollectBody = (
  draft: PickupDraft, checklist: readonly Item[], { signature, place }: { readonly signature: string; readonly place?: Place | undefined }, at: Moment,
): CollectBody => {
  const read = parseItemNumber(draft.slip);
  return { at, slipNumber: read.ok ? read.value : draft.slip, papers: papersIn(draft, checklist), signature: signature as Sha256, ...(place && { place }) };
};
