// A range as it is typed; what the numbers themselves forbid the core says, here and on the server.
import type { DeskId } from '#core/organisation/organisation.ts';
import { giveItemRange } from '#core/numbering/item-range.ts';
import { itemRangeWords } from '#wire/refusals/carriers.ts';

export type RangeDraft = { readonly deskId: string; readonly prefix: string; readonly from: string; readonly to: string; readonly decision: string };
export type RangeTyped = { readonly deskId: string; readonly prefix: string; readonly from: number; readonly to: number; readonly decision: string };

const SERIAL = /^\d{1,8}$/;

export const makeRange = (draft: RangeDraft): { readonly range: RangeTyped } | { readonly errors: Readonly<Record<string, string>> } => {
  const [from, to, decision] = [draft.from, draft.to, draft.decision].map((text) => text.trim()) as [string, string, string];
  const errors = {
    ...(draft.deskId === '' ? { deskId: 'Chọn quầy.' } : {}),
    ...(SERIAL.test(from) ? {} : { from: 'Nhập nhiều nhất 8 chữ số.' }),
    ...(SERIAL.test(to) ? {} : { to: 'Nhập nhiều nhất 8 chữ số.' }),
    ...(decision === '' ? { decision: 'Ghi văn bản cấp dải số này.' } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const range = { deskId: draft.deskId as DeskId, prefix: draft.prefix, from: Number(from), to: Number(to) };
  const decided = giveItemRange(range, []);
  if (decided.ok) return { range: { ...range, decision } };
  return { errors: Object.fromEntries(itemRangeWords(decided.refusal).fieldErrors.map(({ path, message }) => [path, message])) };
};
