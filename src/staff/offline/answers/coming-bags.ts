// Bags of outcomes on their way here, as far as their dossiers were announced to this machine before the line broke: what a
// record says that nobody has counted, and the bag that it went in.
import type { ThingId } from '#core/custody/thing.ts';
import { type BagLabelRefused, parseBagLabel } from '#core/numbering/bag-label.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { BagDossier, BagRow, BagView } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { CounterRefusal } from '../counter-refusals.ts';
import type { Reference } from '../reference.ts';

export type LineOf = (view: DossierView) => BagDossier;

/** By its record: whatever is counted of it here is counted against that. */
export const comingBags = (views: readonly DossierView[], { place: { desk } }: Reference, now: Moment, lineOf: LineOf): readonly BagView[] => {
  const bags = new Map<string, BagView>();
  for (const view of views) {
    if (view.state !== 'outcome-sent' || view.deskId !== desk.deskId) continue;
    for (const { handOverId, direction, result, bagId, bagLabel, sealNumber, recordNumber, sentAt, sentByName } of view.handOvers) {
      if (direction !== 'to-desk' || result !== undefined || bagLabel === undefined) continue;
      const known = bags.get(handOverId);
      const lines = [...(known?.lines ?? []), { ...lineOf(view), papers: [] }].toSorted((a, b) => (a.code < b.code ? -1 : 1));
      const bag: BagRow = {
        // as the server names it: the line may come back while it is counted
        bagId: (bagId ?? handOverId) as ThingId, label: bagLabel, direction: 'to-desk', stands: 'sent', deskId: desk.deskId, deskName: desk.name, agencyUnitId: view.agencyUnitId, agencyName: view.agencyName,
        dossierCount: lines.length, followCount: 0, openedAt: sentAt, openedByName: sentByName, ...(sealNumber !== undefined && { sealNumber }), handOverId, recordNumber, sentAt, sentByName,
      };
      bags.set(handOverId, { now, atCounter: true, bag, lines, waiting: [] });
    }
  }
  return [...bags.values()].toSorted((a, b) => (a.bag.openedAt < b.bag.openedAt ? -1 : 1));
};

/** As it was scanned, or typed from a torn label. */
export const bagByLabel = (bags: readonly BagView[], typed: string): Result<BagView, BagLabelRefused | Extract<CounterRefusal, { readonly kind: 'bag-not-announced' }>> => {
  const label = parseBagLabel(typed);
  if (!label.ok) return label;
  const found = bags.find(({ bag }) => bag.label === label.value);
  return found ? ok(found) : refuse({ kind: 'bag-not-announced', label: label.value });
};
