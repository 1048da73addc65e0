// From the agency to the citizen: sent, lost or counted, fetched, brought by courier, or sent back because nobody came.
import { both, moves } from '#core/custody/change.ts';
import { arrivedAt, comingBackTo, handedOut, outcomeCame, outcomeReturned, sentTo } from '#core/custody/dossier-things.ts';
import type { Holder } from '#core/custody/thing.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import { uuidOf } from '#demo/identifiers.ts';
import { type MonthDossier, carry, isOutcomePiece, isPaperPiece, placeName } from './ledger.ts';
import type { SentBag } from './roads.ts';
import { type Stage, agencyOf, at, deskOf } from './stage.ts';

const courierOf = (deskId: DeskId): Holder => ({ kind: 'courier', id: uuidOf(`month/courier/${deskId}`) });

export const wayHome = ({ ledger, roads, random, fate, on, happened, waits, toSend, dayOf, outcomesOf, settleLater }: Stage) => {
  const sendAll = async (day: number): Promise<void> => {
    for (const [key, dossiers] of toSend) {
      const [deskId, agencyUnitId] = key.split(' ') as [DeskId, UnitId];
      toSend.delete(key);
      const sent = await roads.handOver('to-desk', deskId, agencyUnitId, dossiers, at(dayOf(day), '16:00'));
      for (const dossier of dossiers.filter((one) => happened(one, 'returned-uncounted'))) await returned(dossier, day, '16:20');
      on(day + 1, () => outcomesArrive(sent, day + 1));
    }
  };

  const outcomesArrive = async (sent: SentBag, day: number): Promise<void> => {
    const missing = new Set(sent.dossiers.filter((dossier) => happened(dossier, 'outcome-missing')));
    await roads.receive(sent, at(dayOf(day), '09:00'), { missing });
    for (const dossier of sent.dossiers) {
      if (missing.has(dossier)) outcomeLost(dossier, day);
      else if (outcomesOf(dossier).length > 0) {
        if (happened(dossier, 'handed-out-by-mistake')) await undoHandOut(dossier, day);
        atDeskAgain(dossier, day);
      }
    }
  };

  const outcomeLost = (dossier: MonthDossier, day: number): void => {
    const again = random.chance(0.5);
    if (again) on(day + 1, async () => waits(toSend, dossier));
    // lost for good: the agency makes it anew
    else settleLater(dossier, day + 2, 'borne', async () => undefined);
    if (!again) on(day + 3, async () => {
      const stamp = ledger.stampAt(at(dayOf(day + 3), '14:30'), dossier.agencyUnitId);
      dossier.pieces.push({ lineNo: 0, place: placeName(agencyOf(dossier)) });
      await ledger.keep(outcomeCame({ dossierId: dossier.dossierId, name: 'Kết quả cấp lại', number: dossier.code }, agencyOf(dossier), stamp), stamp);
      waits(toSend, dossier);
    });
  };

  /** Written down as fetched by somebody who was another: the counter-entry puts it back at the desk, where it lay all the while. */
  const undoHandOut = async (dossier: MonthDossier, day: number): Promise<void> => {
    const [before] = outcomesOf(dossier);
    if (!before) return;
    const stamp = ledger.stampAt(at(dayOf(day), '09:30'), dossier.deskId);
    await ledger.keep(handedOut([before], deskOf(dossier), stamp), stamp);
    const gone = dossier.things.get(before.thingId);
    if (gone) await ledger.keep(moves(gone, [{ kind: 'correct', events: await ledger.eventsOf(gone.thingId), note: 'Ghi nhầm người nhận' }], stamp), stamp);
  };

  const atDeskAgain = (dossier: MonthDossier, day: number): void => {
    const fails = fate.get(dossier) === 'delivery-failed';
    if (fails || random.chance(0.12)) return on(day + 1, () => byCourier(dossier, day + 1, fails));
    if (random.chance(0.05)) return on(day + 6, () => sentBack(dossier, day + 6));
    const comes = day + random.between(0, 4);
    on(comes, () => returned(dossier, comes, '14:10'));
  };

  const returned = async (dossier: MonthDossier, day: number, time: string): Promise<void> => {
    const stamp = ledger.stampAt(at(dayOf(day), time), dossier.deskId);
    const recalled = random.chance(0.03) ? ['Giấy cũ'] : [];
    const originals = dossier.lines.filter(({ form }) => form === 'original');
    carry(dossier, placeName(deskOf(dossier)), 'citizen', isOutcomePiece);
    carry(dossier, 'road', 'citizen', isOutcomePiece);
    carry(dossier, placeName(agencyOf(dossier)), 'citizen', ({ lineNo }) => originals.some((line) => line.lineNo === lineNo));
    carry(dossier, placeName(agencyOf(dossier)), `archive ${dossier.agencyUnitId}`, isPaperPiece);
    for (const _name of recalled) dossier.pieces.push({ lineNo: 0, place: placeName(deskOf(dossier)) });
    await ledger.keep(outcomeReturned(ledger.of(dossier), { desk: deskOf(dossier), agencyUnitId: dossier.agencyUnitId, dossierId: dossier.dossierId, originals, recalled }, stamp), stamp);
  };

  const byCourier = async (dossier: MonthDossier, day: number, fails: boolean): Promise<void> => {
    const [desk, courier] = [deskOf(dossier), courierOf(dossier.deskId)];
    const stamp = ledger.stampAt(at(dayOf(day), '08:10'), dossier.deskId);
    carry(dossier, placeName(desk), placeName(courier), isOutcomePiece);
    await ledger.keep(both(...outcomesOf(dossier).map((outcome) => moves(outcome, [{ kind: 'send', from: desk, to: courier, recordId: ledger.newId() }, { kind: 'receive', by: courier }], stamp))), stamp);
    on(day + 1, async () => {
      const next = ledger.stampAt(at(dayOf(day + 1), '15:00'), courier.id);
      const brought = outcomesOf(dossier);
      if (!fails) {
        carry(dossier, placeName(courier), 'citizen', isOutcomePiece);
        await ledger.keep(both(...brought.map((outcome) => moves(outcome, [{ kind: 'hand-out', by: courier }], next))), next);
        return;
      }
      happened(dossier, 'delivery-failed');
      carry(dossier, placeName(courier), placeName(desk), isOutcomePiece);
      await ledger.keep(both(...brought.map((outcome) => moves(outcome, [{ kind: 'send', from: courier, to: desk, recordId: ledger.newId() }, { kind: 'receive', by: desk }], next))), next);
      on(day + 2, () => returned(dossier, day + 2, '14:10'));
    });
  };

  /** Invited to twice and not fetched. */
  const sentBack = async (dossier: MonthDossier, day: number): Promise<void> => {
    const stamp = ledger.stampAt(at(dayOf(day), '08:40'), dossier.deskId);
    carry(dossier, placeName(deskOf(dossier)), 'road', isOutcomePiece);
    await ledger.keep(sentTo(outcomesOf(dossier), deskOf(dossier), agencyOf(dossier), ledger.newId(), stamp), stamp);
    on(day + 1, async () => {
      const next = ledger.stampAt(at(dayOf(day + 1), '08:40'), dossier.agencyUnitId);
      carry(dossier, 'road', placeName(agencyOf(dossier)), isOutcomePiece);
      await ledger.keep(arrivedAt(comingBackTo(ledger.of(dossier), dossier.agencyUnitId), agencyOf(dossier), next), next);
    });
  };
  return { sendAll };
};
