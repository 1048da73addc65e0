// A difference is settled once: the thing is found, or taken back by who sent it, or issued anew, or someone bears the
// cost, or both sides agree that nothing is missing. What nobody has cannot be agreed away; what the minute asks for is
// done first.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CaseKind, type CustodyChange, NO_CHANGE, both, moves } from './change.ts';
import { foundAt } from './differences.ts';
import type { CustodyStamp } from './dossier-things.ts';
import { type Liability, isLiable } from './liability.ts';
import { CITIZEN, type Holder, type Thing, sameHolder } from './thing.ts';

export const SETTLED_HOW = ['found', 'reissued', 'borne', 'agreed', 'taken-back'] as const;
export const COST_BEARERS = ['post', 'agency', 'nobody'] as const;

export type SettleCase = {
  readonly how: (typeof SETTLED_HOW)[number];
  readonly costBearer?: (typeof COST_BEARERS)[number] | undefined;
  readonly note: string;
};
export type SettleFacts = {
  readonly kind: CaseKind;
  readonly settled?: { readonly by: string; readonly at: Moment };
  readonly thing: Thing;
  /** What lies in the lost bag that it is about. */
  readonly content: readonly Thing[];
  /** The side that settles it, and has it when it is found. */
  readonly side: Holder;
  /** Its dossier is closed: found is in the person's hands. */
  readonly isForPerson: boolean;
  readonly liability: Liability;
  readonly openTasks: number;
  readonly unpaid: number;
};
export type SettleCaseRefused =
  | { readonly kind: 'custody-case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'nothing-missing' }
  | { readonly kind: 'found-with-its-bag' }
  | { readonly kind: 'still-missing-thing' }
  | { readonly kind: 'cost-bearer-missing' }
  | { readonly kind: 'reissue-open'; readonly open: number }
  | { readonly kind: 'compensation-unpaid'; readonly unpaid: number }
  | { readonly kind: 'not-to-take-back' };

/** Who bears it: the minute says so, or whoever settles it without one. */
export const bearerOf = ({ costBearer }: SettleCase, liability: Liability): SettleCase['costBearer'] => (isLiable(liability) ? liability : costBearer);

const givenUp = (things: readonly Thing[], note: string, stamp: CustodyStamp): CustodyChange =>
  both(...things.filter(({ holder }) => holder.kind === 'unaccounted').map((thing) => moves(thing, [{ kind: 'destroy', note }], stamp)));

/** What is over in the ledger by it: found again, taken back, or given up for good. */
export const settleCustodyCase = (command: SettleCase, facts: SettleFacts, stamp: CustodyStamp): Result<CustodyChange, SettleCaseRefused> => {
  const { kind, settled, thing, content, side, isForPerson, liability, openTasks, unpaid } = facts;
  const { how, note } = command;
  const isMissing = thing.holder.kind === 'unaccounted';
  if (settled) return refuse({ kind: 'custody-case-settled', ...settled });
  if (how === 'found') return kind === 'bag-lost' ? refuse({ kind: 'found-with-its-bag' }) : isMissing ? ok(foundAt(thing, isForPerson ? CITIZEN : side, note, stamp)) : refuse({ kind: 'nothing-missing' });
  if (how === 'taken-back') {
    // only the side that does not have it can say that it came back
    const isAway = kind === 'over' && (thing.holder.kind === 'desk' || thing.holder.kind === 'agency') && !sameHolder(thing.holder, side);
    return isAway ? ok(moves(thing, [{ kind: 'take-over', by: side, note }], stamp)) : refuse({ kind: 'not-to-take-back' });
  }
  if (how === 'agreed' && isMissing) return refuse({ kind: 'still-missing-thing' });
  if (how !== 'agreed' && bearerOf(command, liability) === undefined) return refuse({ kind: 'cost-bearer-missing' });
  if (openTasks > 0) return refuse({ kind: 'reissue-open', open: openTasks });
  if (unpaid > 0) return refuse({ kind: 'compensation-unpaid', unpaid });
  return ok(how === 'agreed' ? NO_CHANGE : givenUp([...content, thing], note, stamp));
};
