// The administrator enters the range that the post gave to a desk.
import { type GivenRange, type ItemRange, type ItemRangeRefused, giveItemRange } from '#core/numbering/item-range.ts';
import type { Act } from '../acts/act.ts';
import { insertItemRange, lockItemRanges } from './item-numbers.sql.ts';

export type GiveItemRange = ItemRange & { readonly decision: string };
type Facts = { readonly others: readonly GivenRange[] };

export const giveItemRangeAct: Act<GiveItemRange, Facts, ItemRange, ItemRangeRefused, GiveItemRange> = {
  name: 'give-item-range',
  load: async (db, { provinceId }, { deskId }) => {
    const others = await lockItemRanges(db, provinceId, deskId);
    return others && { others };
  },
  decide: ({ decision: _decision, ...range }, { others }) => giveItemRange(range, others),
  save: async (db, context, command, range) => {
    await insertItemRange(db, context, range, command.decision);
    return { answer: command, chain: 'admin', journal: [{ act: 'give-item-range', data: { ...command } }], outbox: [] };
  },
};
