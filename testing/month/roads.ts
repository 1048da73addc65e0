// Bags between the desks and the agencies of the simulated province: packed, handed over, lost, counted, as the core
// decides it; the other book follows the pieces.
import { type Bag, type BagDirection, bagOpened, bagStarted, differencesIn, giverOf, mayGoOn, mayReceive, packDossier, takerOf } from '#core/custody/bag.ts';
import { type CaseKind, NO_CHANGE, both, moves } from '#core/custody/change.ts';
import { countedIn, notCome, notTaken, settleBy } from '#core/custody/differences.ts';
import { arrivedAt, isHeld, isOutcome, isPaper, sentTo } from '#core/custody/dossier-things.ts';
import { type Thing, type ThingId, sameHolder } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import type { Result } from '#core/kernel/result.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import { CALENDAR } from '#demo/sample/clock.ts';
import { type MonthDossier, type MonthLedger, carry, isOutcomePiece, isPaperPiece, placeName } from './ledger.ts';

export type SentBag = { readonly bag: Bag; readonly dossiers: readonly MonthDossier[]; readonly isThere: boolean };
export type Count = {
  readonly short?: ReadonlySet<MonthDossier>; readonly damaged?: ReadonlySet<MonthDossier>; readonly missing?: ReadonlySet<MonthDossier>;
  readonly notTaken?: ReadonlyMap<MonthDossier, CaseKind>;
};

const must = <T>(result: Result<T, { readonly kind: string }>, what: string): T => {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${result.refusal.kind}`);
};

export const openRoads = (ledger: MonthLedger) => {
  let labels = 0;
  const goes = (direction: BagDirection) => (direction === 'to-agency' ? { thing: isPaper, piece: isPaperPiece } : { thing: isOutcome, piece: isOutcomePiece });

  const handOver = async (direction: BagDirection, deskId: DeskId, agencyUnitId: UnitId, dossiers: readonly MonthDossier[], at: Moment): Promise<SentBag> => {
    const stamp = ledger.stampAt(at, direction === 'to-agency' ? deskId : agencyUnitId);
    const bag: Bag = { bagId: ledger.newId() as ThingId, label: formatBagLabel(labels += 1), direction, deskId, agencyUnitId, givenBy: [stamp.by.accountId] };
    const [from, to] = [giverOf(bag), takerOf(bag)];
    const { thing, piece } = goes(direction);
    // what was counted missing goes again beside the bag, and is found by that
    const packable = dossiers.filter((dossier) => ledger.of(dossier).some((one) => thing(one) && sameHolder(one.holder, from)));
    if (packable.length > 0) {
      await ledger.keep(bagStarted(bag, stamp), stamp);
      const packs = packable.map((dossier, packed) => must(packDossier({
        bag, bagThing: ledger.container(bag.bagId), scanned: dossier.code, packed,
        dossier: { code: dossier.code, deskId, agencyUnitId, placeName: agencyUnitId, mayGo: true, things: ledger.of(dossier).filter(thing) },
      }, stamp), dossier.code));
      await ledger.keep(both(...packs), stamp);
      must(mayGoOn(bag, 'open', packable.length), bag.label);
    }
    const bagThing = packable.length > 0 ? ledger.container(bag.bagId) : undefined;
    const recordId = ledger.newId();
    const going = ledger.of(...dossiers).filter((one) => thing(one) && (isHeld(one) || one.holder.kind === 'unaccounted'));
    for (const dossier of dossiers) {
      carry(dossier, placeName(from), 'road', piece);
      carry(dossier, 'nowhere', 'road', piece);
    }
    await ledger.keep(sentTo(going, from, to, recordId, stamp, bagThing), stamp);
    return { bag: { ...bag, closedAt: at, sentAt: at }, dossiers, isThere: bagThing !== undefined };
  };

  /** Opened and counted by the other side; what is not told of is whole. */
  const receive = async ({ bag, dossiers, isThere }: SentBag, at: Moment, count: Count = {}): Promise<void> => {
    const to = takerOf(bag);
    const stamp = ledger.stampAt(at, to.id);
    const facts = { stamp, settleBy: settleBy(CALENDAR, at) };
    const missing = dossiers.filter((dossier) => count.missing?.has(dossier));
    const back = dossiers.filter((dossier) => count.notTaken?.has(dossier));
    const received = dossiers.filter((dossier) => !missing.includes(dossier));
    must(mayReceive(bag, [ledger.stampAt(at, `${to.id} người nhận`).by.accountId as AccountId], dossiers, { received: received.map(({ dossierId }) => dossierId), missing: missing.map(({ dossierId }) => dossierId) }), bag.label);
    const coming = (dossier: MonthDossier): readonly Thing[] => ledger.of(dossier).filter((one) => one.journey?.to.id === to.id);
    const told = received.flatMap((dossier) => {
      const [line] = dossier.lines;
      const result = count.short?.has(dossier) ? 'short' as const : count.damaged?.has(dossier) ? 'damaged' as const : undefined;
      return line && result ? [{ dossierId: dossier.dossierId, lineNo: line.lineNo, result, arrived: result === 'short' ? line.count - 1 : line.count, note: 'Kiểm đếm' }] : [];
    });
    const lines = received.flatMap(({ dossierId, lines: own }) => own.map((line) => ({ dossierId, ...line })));
    const differences = must(differencesIn(told, lines, received.map(({ dossierId }) => dossierId)), bag.label);
    const changes = dossiers.map((dossier) => {
      if (missing.includes(dossier)) return notCome(coming(dossier), 'Không có trong túi', facts);
      if (back.includes(dossier)) return notTaken(coming(dossier), to, count.notTaken?.get(dossier) ?? 'not-taken', 'Trả lại nơi chuyển', facts);
      return bag.direction === 'to-agency' ? countedIn(coming(dossier), to, differences.get(dossier.dossierId) ?? [], facts) : arrivedAt(coming(dossier), to, stamp);
    });
    const { piece } = goes(bag.direction);
    for (const dossier of dossiers) {
      if (missing.includes(dossier)) carry(dossier, 'road', 'nowhere', piece);
      else if (back.includes(dossier)) carry(dossier, 'road', placeName(giverOf(bag)), piece);
      else {
        const lost = told.find((one) => one.dossierId === dossier.dossierId && one.result === 'short');
        const gone = dossier.pieces.find(({ lineNo, place }) => lost !== undefined && lineNo === lost.lineNo && place === 'road');
        if (gone) gone.place = 'nowhere';
        carry(dossier, 'road', placeName(to), piece);
      }
    }
    await ledger.keep(both(...changes, isThere ? bagOpened(bag, ledger.container(bag.bagId), stamp) : NO_CHANGE), stamp);
  };

  /** It never came: all that lay in it is missing, and so is the bag itself. */
  const lose = async ({ bag, dossiers, isThere }: SentBag, at: Moment): Promise<void> => {
    const to = takerOf(bag);
    const stamp = ledger.stampAt(at, to.id);
    const coming = ledger.of(...dossiers).filter((one) => one.journey?.to.id === to.id);
    for (const dossier of dossiers) carry(dossier, 'road', 'nowhere', goes(bag.direction).piece);
    await ledger.keep(both(notCome(coming, 'Túi không đến', { stamp, settleBy: settleBy(CALENDAR, at) }), isThere ? moves(ledger.container(bag.bagId), [{ kind: 'lose', note: 'Túi không đến' }], stamp) : NO_CHANGE), stamp);
  };
  return { handOver, receive, lose };
};
export type Roads = ReturnType<typeof openRoads>;
