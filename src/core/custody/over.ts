// Something came that no record says. Where the ledger knows it, it is taken over from where it was written; where
// nobody knows it, it is a thing from now on. Either way with a case, for the side that sent the bag to answer.
// @law QĐ 45/2016/QĐ-TTg Đ.7.3, Đ.14
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type Bag, type BagRefused, takerOf } from './bag.ts';
import { type CustodyChange, NO_CHANGE, both, changeOf, moves } from './change.ts';
import { type CaseFacts, caseOf, foundAt } from './differences.ts';
import { isHeld } from './dossier-things.ts';
import { comes } from './move-thing.ts';
import { type Thing, type ThingId, sameHolder } from './thing.ts';

export type OverTold = { readonly name: string; readonly count: number; readonly note: string };
export type OverFacts = {
  readonly bag: Bag;
  readonly recordId: string;
  /** The dossier that its code or its slip names, where this side may see it, with its things that go this way. */
  readonly dossier?: { readonly dossierId: string; readonly code: string; readonly isOnRecord: boolean; readonly things: readonly Thing[] };
};

const OVER = 'Nhận thừa, không có trong biên bản';

export const countedOver = (told: OverTold, { bag, recordId, dossier }: OverFacts, cases: CaseFacts): Result<CustodyChange, BagRefused> => {
  const [here, { stamp }] = [takerOf(bag), cases];
  const between = { deskId: bag.deskId, agencyUnitId: bag.agencyUnitId };
  const opened = (thing: Thing): CustodyChange => ({ ...NO_CHANGE, opened: [{ ...caseOf(thing, 'over', { sent: 0, arrived: thing.count }, told.note, cases), between, recordId }] });
  if (dossier?.isOnRecord) return refuse({ kind: 'over-on-record', code: dossier.code });
  const missing = dossier?.things.filter(({ holder }) => holder.kind === 'unaccounted') ?? [];
  if (missing.length > 0) return ok(both(...missing.map((thing) => foundAt(thing, here, told.note, stamp))));
  const held = dossier?.things.filter(isHeld) ?? [];
  if (dossier && held.some((thing) => sameHolder(thing.holder, here))) return refuse({ kind: 'over-held-here', code: dossier.code });
  if (held.length > 0) return ok(both(...held.map((thing) => both(moves(thing, [{ kind: 'take-over', by: here, note: OVER }], stamp), opened(thing)))));
  const came = comes(
    { thingId: stamp.newId() as ThingId, kind: 'paper', lines: [], name: told.name, ...(dossier && { dossierId: dossier.dossierId }) }, told.count, here, stamp, { note: OVER },
  );
  return ok(both(changeOf(came), opened(came.thing)));
};
