// A difference is settled once: the thing is found, or the paper is issued anew, or someone bears the cost, or both sides
// agree that nothing is missing. What nobody has cannot be agreed away.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CustodyChange, NO_CHANGE, moves } from './change.ts';
import { foundAt } from './differences.ts';
import type { CustodyStamp } from './dossier-things.ts';
import type { Holder, Thing } from './thing.ts';

export const SETTLED_HOW = ['found', 'reissued', 'borne', 'agreed'] as const;
export const COST_BEARERS = ['post', 'agency', 'nobody'] as const;

export type SettleCase = {
  readonly how: (typeof SETTLED_HOW)[number];
  readonly costBearer?: (typeof COST_BEARERS)[number];
  readonly note: string;
};
export type SettleFacts = {
  readonly settled?: { readonly by: string; readonly at: Moment };
  readonly thing: Thing;
  /** The side that settles it, and has it when it is found. */
  readonly side: Holder;
};
export type SettleCaseRefused =
  | { readonly kind: 'custody-case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'nothing-missing' }
  | { readonly kind: 'still-missing-thing' }
  | { readonly kind: 'cost-bearer-missing' };

/** What is over in the ledger by it: found again, or given up for good. */
export const settleCustodyCase = (command: SettleCase, { settled, thing, side }: SettleFacts, stamp: CustodyStamp): Result<CustodyChange, SettleCaseRefused> => {
  const isMissing = thing.holder.kind === 'unaccounted';
  if (settled) return refuse({ kind: 'custody-case-settled', ...settled });
  switch (command.how) {
    case 'found': return isMissing ? ok(foundAt(thing, side, command.note, stamp)) : refuse({ kind: 'nothing-missing' });
    case 'agreed': return isMissing ? refuse({ kind: 'still-missing-thing' }) : ok(NO_CHANGE);
    case 'reissued': case 'borne':
      if (command.costBearer === undefined) return refuse({ kind: 'cost-bearer-missing' });
      return ok(isMissing ? moves(thing, [{ kind: 'destroy', note: command.note }], stamp) : NO_CHANGE);
  }
};
