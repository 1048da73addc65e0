// Issued anew is a thing of its own, in the hands of whoever was asked for it; what it stands for is given up.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 61/2018/NĐ-CP Đ.21
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CustodyChange, NO_CHANGE, both, changeOf, moves } from './change.ts';
import { type CustodyStamp, isEnvelope } from './dossier-things.ts';
import type { ReissueAsked } from './liability.ts';
import { comes } from './move-thing.ts';
import type { Holder, Thing, ThingId } from './thing.ts';

export type ReissueFacts = {
  readonly task: { readonly bySide: ReissueAsked['bySide']; readonly what: string; readonly done?: { readonly by: string; readonly at: Moment }; readonly isWithdrawn: boolean };
  readonly settled?: { readonly by: string; readonly at: Moment };
  readonly old: Thing;
  /** Its dossier is closed: whoever issued it anew has given it to the person. */
  readonly isForPerson: boolean;
  /** Whose act it is, and where the new one lies. */
  readonly side: ReissueAsked['bySide'];
  readonly holder: Holder;
};
export type ReissueDoneRefused =
  | { readonly kind: 'custody-case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'reissue-done'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'reissue-withdrawn' }
  | { readonly kind: 'reissue-other-side'; readonly bySide: ReissueAsked['bySide'] };

export const reissueDone = (note: string, { task, settled, old, isForPerson, side, holder }: ReissueFacts, stamp: CustodyStamp): Result<CustodyChange, ReissueDoneRefused> => {
  if (settled) return refuse({ kind: 'custody-case-settled', ...settled });
  if (task.done) return refuse({ kind: 'reissue-done', ...task.done });
  if (task.isWithdrawn) return refuse({ kind: 'reissue-withdrawn' });
  if (task.bySide !== side) return refuse({ kind: 'reissue-other-side', bySide: task.bySide });
  const { kind, dossierId, roundNo, lines, count } = old;
  const came = comes(
    { thingId: stamp.newId() as ThingId, kind, lines, ...(dossierId !== undefined && { dossierId }), ...(roundNo !== undefined && { roundNo }), name: task.what },
    count, holder, stamp, { note: `Cấp lại: ${note}` },
  );
  const isCollected = isEnvelope(old) && old.dossierId === undefined;
  const gone = old.holder.kind === 'unaccounted' ? moves(old, [{ kind: 'destroy', note: 'Đã cấp lại' }], stamp) : NO_CHANGE;
  // what lay in an envelope collected at home comes with the dossier that it is received for
  if (isCollected) return ok(gone);
  return ok(both(gone, changeOf(came), ...(isForPerson ? [moves(came.thing, [{ kind: 'hand-out', by: holder }], stamp)] : [])));
};
