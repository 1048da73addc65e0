// What did not arrive before the world begins, so that the post's supervisor has something to look after on the first day: a
// record and a bag that are late, and a bag that the desk has declared lost.
import { bagStarted } from '#core/custody/bag.ts';
import { changeOf, moves } from '#core/custody/change.ts';
import { settleBy } from '#core/custody/differences.ts';
import { declareBagLost } from '#core/custody/lost-bag.ts';
import { moveTogether } from '#core/custody/move-thing.ts';
import { type ThingId, atAgency, atDesk } from '#core/custody/thing.ts';
import { type Moment, type PlainDate, type WallTime, momentAt } from '#core/kernel/moment.ts';
import { BAG_SERIES, formatBagLabel } from '#core/numbering/bag-label.ts';
import { custodyRows } from '#server/acts/save-custody.sql.ts';
import { uuidOf } from '../identifiers.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Scene } from './at-desk.ts';
import type { SealedBag } from './bags.ts';
import { CALENDAR, clockMinutesLater, later, nextRound } from './clock.ts';
import * as custody from './custody.ts';
import { type DossierFile, move } from './dossier-file.ts';
import type { Happening, ReceivedVisit } from './plan.ts';

type Stranding = { readonly seed: number; readonly lostOn: PlainDate; readonly receive: (random: Random) => ReceivedVisit };

/** Received, sent by a round of its own, and no more; the last one is declared lost. */
export const strandedCourses = ({ seed, lostOn, receive }: Stranding): readonly (readonly Happening[])[] => ['record', 'bag', 'lost'].map((kind, order) => {
  const visit = receive(seededRandom(seed + order));
  const sentAt = later(nextRound(visit.at, 'next-morning'), 5 * (order + 1));
  const sent: readonly Happening[] = [{ kind: 'receive', at: visit.at, visit }, { kind: 'forward', at: sentAt, visit, sentAt, ...(kind !== 'record' && { sealNumber: `NP ${seed % 1_000}${order}` }) }];
  return kind === 'lost' ? [...sent, { kind: 'lose-bag', at: momentAt(lostOn, '09:10' as WallTime), visit, sentAt }] : sent;
});

const bagIdOf = (world: string, visit: ReceivedVisit): ThingId => uuidOf(`${world}/bag-of/${visit.dossierId}`) as ThingId;

/** Filled and sealed at the desk, with the papers of this one dossier. */
export const packed = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, sentAt: Moment, sealNumber: string): SealedBag => {
  const by = visit.stage.team.clerk;
  const label = formatBagLabel(books.take(BAG_SERIES));
  const { deskId } = visit.stage.place.desk;
  const { agencyUnitId } = visit.transfer;
  const bagId = bagIdOf(books.world, visit);
  const [openedAt, closedAt] = [clockMinutesLater(sentAt, -4), clockMinutesLater(sentAt, -2)];
  custody.change(file.held, bagStarted({ bagId, label, direction: 'to-agency', deskId, agencyUnitId, givenBy: [] }, custody.stampOf({ books, visit, held: file.held, at: openedAt, by })));
  const bagThing = custody.bagIn(file.held);
  for (const thing of custody.papersIn(file.held)) custody.change(file.held, moves(thing, [{ kind: 'pack', into: bagThing }], { at: openedAt, by: { accountId: by.accountId, name: by.name } }));
  return { bagId, label, sealNumber, openedAt, closedAt };
};

export const wentSealed = ({ books }: Scene, file: DossierFile, visit: ReceivedVisit, sentAt: Moment, recordId: string): void => {
  const by = visit.stage.team.clerk;
  const moved = moveTogether(custody.bagIn(file.held), custody.papersIn(file.held), {
    kind: 'send', from: atDesk(visit.stage.place.desk.deskId), to: atAgency(visit.transfer.agencyUnitId), recordId,
  }, custody.stampOf({ books, visit, held: file.held, at: sentAt, by }));
  if (!moved.ok) throw new Error(`a bag of the sample: ${moved.refusal.kind}`);
  custody.change(file.held, changeOf(...moved.value));
};

export const lost = ({ books, bags }: Scene, file: DossierFile, visit: ReceivedVisit, { at, sentAt }: Extract<Happening, { readonly kind: 'lose-bag' }>): void => {
  const by = visit.stage.team.clerk;
  const { deskId } = visit.stage.place.desk;
  const { agencyUnitId } = visit.transfer;
  const { id: handOverId, sealed, transitDue } = bags.lose(visit, sentAt, at, by);
  const stamp = custody.stampOf({ books, visit, held: file.held, at, by });
  const change = declareBagLost(undefined, {
    bag: { bagId: sealed.bagId, label: sealed.label, direction: 'to-agency', deskId, agencyUnitId, closedAt: sealed.closedAt, sentAt, givenBy: [by.accountId] },
    bagThing: custody.bagIn(file.held), content: custody.papersIn(file.held), handOverId, ...(transitDue && { transitDue }),
  }, { stamp, settleBy: settleBy(CALENDAR, at) });
  if (!change.ok) throw new Error(`a lost bag of the sample: ${change.refusal.kind}`);
  custody.change(file.held, change.value);
  for (const row of custodyRows(change.value).cases) books.add('custody_case', { ...row, opened_at: at, opened_by: by.accountId, opened_by_name: by.name });
  for (const { caseId, content = [] } of change.value.opened) for (const thingId of content) books.add('custody_case_content', { case_id: caseId, thing_id: thingId });
  move(file, 'handed-over', at);
  books.journal(`desk:${deskId}`, at, by, 'lose-bag', visit.dossierId, { label: sealed.label, deskId, agencyUnitId });
};
