// A delivery that was written down as made and went wrong all the same: damaged when it came, or its receiver says that it
// never came. What is denied nobody has until it is clear; either way a case, of the shipment that it was on.
// @law QĐ 45/2016/QĐ-TTg Đ.10, Đ.14; TT 17/2017/TT-BTTTT Đ.12
import { type Result, ok, refuse } from '../kernel/result.ts';
import { isBearer } from './borne.ts';
import { type CustodyChange, NO_CHANGE, both, moves } from './change.ts';
import { type CaseFacts, caseOf } from './differences.ts';
import type { CustodyEvent, Thing } from './thing.ts';

export const DELIVERY_WRONG = ['damaged', 'denied'] as const;
export type DeliveryWrong = (typeof DELIVERY_WRONG)[number];

export type DeliveredThing = {
  readonly thing: Thing; readonly code: string; readonly events: readonly CustodyEvent[]; readonly isOpen: boolean;
  /** No later shipment took it out again. */
  readonly isLastSent: boolean;
};
export type DeliveryWrongRefused =
  | { readonly kind: 'not-delivered'; readonly code: string }
  | { readonly kind: 'delivery-case-open'; readonly code: string };

export const deliveryWrong = (kind: DeliveryWrong, note: string, delivered: readonly DeliveredThing[], cases: CaseFacts): Result<CustodyChange, DeliveryWrongRefused> => {
  const changes: CustodyChange[] = [];
  for (const { thing, code, events, isOpen, isLastSent } of delivered) {
    const last = events.at(-1);
    if (isOpen) return refuse({ kind: 'delivery-case-open', code });
    if (!isLastSent || last?.kind !== 'handed-out' || !last.from || !isBearer(last.from)) return refuse({ kind: 'not-delivered', code });
    const isDenied = kind === 'denied';
    const opened = { ...NO_CHANGE, opened: [caseOf(thing, kind, { sent: thing.count, arrived: isDenied ? 0 : thing.count }, note, cases)] };
    changes.push(isDenied ? both(moves(thing, [{ kind: 'correct', events, note: 'Người nhận báo chưa nhận được' }, { kind: 'lose', note }], cases.stamp), opened) : opened);
  }
  return ok(both(...changes));
};
