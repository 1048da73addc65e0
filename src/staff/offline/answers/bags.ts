// Bags as this machine knows them: what waits here for one, and those that were handed over from here and that nobody has
// counted yet. What other machines fill only the server knows.
import type { Moment } from '#core/kernel/moment.ts';
import { BAG_SERIES } from '#core/numbering/bag-label.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { type BagDossier, type BagRow, type BagView, type BagsView, bagHandedOver, handOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { packableHere } from '../bag-here.ts';
import { comingBags } from './coming-bags.ts';
import { numbersLeft } from '../lease-hand.ts';
import type { Reference } from '../reference.ts';
import { type Stored, allDossiers, findDossier, openQueued } from '../store.ts';

const lineOf = (view: DossierView): BagDossier => ({
  dossierId: view.dossierId, code: view.code, ownerName: (view.parties.owner ?? view.parties.applicant).fullName, procedureName: view.procedure.name,
  pieces: packableHere(view).pieces, revision: view.revision, ...(view.receipt?.itemNumber !== undefined && { postingNumber: view.receipt.itemNumber }),
});

const waitingAt = (views: readonly DossierView[], deskId: string): BagsView['waiting'] => {
  const groups = new Map<string, { readonly placeName: string; readonly dossiers: BagDossier[]; readonly first: DossierView }>();
  for (const view of views.toSorted((a, b) => (a.agencyName + a.code < b.agencyName + b.code ? -1 : 1))) {
    const { mayGo, isHere, inside } = packableHere(view);
    if (view.deskId !== deskId || view.closedAt !== undefined || !mayGo || !isHere || inside) continue;
    const group = groups.get(view.agencyUnitId) ?? { placeName: view.agencyName, dossiers: [], first: view };
    group.dossiers.push(lineOf(view));
    groups.set(view.agencyUnitId, group);
  }
  return [...groups.values()].map(({ placeName, dossiers, first }) => ({ deskId: first.deskId, agencyUnitId: first.agencyUnitId, placeName, dossiers }));
};

type Sent = { readonly bag: BagRow; readonly dossiers: readonly DossierView[] };

/** As they were handed over here, while one of their dossiers still stands as handed over. */
const sentFrom = async (stored: Stored, { place }: Reference): Promise<readonly Sent[]> => {
  const rows = (await stored.db.outbox.orderBy('seq').toArray()).filter((row) => row.act === 'hand-over-filled-bag');
  const sent = await Promise.all(rows.map(async (row): Promise<Sent | undefined> => {
    const { command, answer } = await openQueued(stored, row);
    const { bagId, agencyUnitId, deskId, sealNumber, openedAt } = handOverFilledBagCommand.parse(command.body);
    const { label, handOverId, recordNumber, sentAt, dossierCount } = bagHandedOver.parse(answer);
    const dossiers = (await Promise.all(row.dossierIds.map((id) => findDossier(stored, id)))).filter((view) => view !== undefined);
    const record = dossiers.flatMap(({ handOvers }) => handOvers).find((one) => one.handOverId === handOverId);
    if (!record || !dossiers.some(({ state }) => state === 'handed-over')) return undefined;
    const { sentByName } = record;
    return {
      dossiers,
      bag: {
        bagId, label, direction: 'to-agency', stands: 'sent', deskId, deskName: place.desk.name, agencyUnitId, agencyName: unitOf(place, agencyUnitId).name,
        dossierCount, followCount: 0, openedAt, openedByName: sentByName, sealNumber, closedAt: sentAt, handOverId, recordNumber, sentAt, sentByName,
      },
    };
  }));
  // put right, it stands in the outbox as often as it was sent, and is one bag
  return [...new Map(sent.flatMap((one) => (one ? [[one.bag.bagId, one] as const] : []))).values()];
};

export const comingTo = async (stored: Stored, reference: Reference, now: Moment): Promise<readonly BagView[]> => comingBags(await allDossiers(stored), reference, now, lineOf);

export const bagsAt = async (stored: Stored, reference: Reference, now: Moment): Promise<BagsView> => ({
  now, atCounter: { labelsLeft: (await numbersLeft(stored.db)).find(({ series }) => series === BAG_SERIES.series)?.left ?? 0 },
  waiting: waitingAt(await allDossiers(stored), reference.place.desk.deskId),
  own: (await sentFrom(stored, reference)).map(({ bag }) => bag), coming: (await comingTo(stored, reference, now)).map(({ bag }) => bag), received: [],
});

/** Undefined: it was not handed over from this machine, is not announced to it, or is counted by now. */
export const bagAt = async (stored: Stored, reference: Reference, bagId: string, now: Moment): Promise<BagView | undefined> => {
  const found = (await sentFrom(stored, reference)).find(({ bag }) => bag.bagId === bagId);
  if (!found) return (await comingTo(stored, reference, now)).find(({ bag }) => bag.bagId === bagId);
  return { now, atCounter: true, bag: found.bag, waiting: [], lines: found.dossiers.map((view) => ({ ...lineOf(view), papers: [] })) };
};
