// From the citizen to the agency: received, corrected, bagged, lost or counted, worked on.
import type { Bag } from '#core/custody/bag.ts';
import { both, moves } from '#core/custody/change.ts';
import { entryUndone, outcomeCame, papersCame, papersGivenBack, papersListedAnew } from '#core/custody/dossier-things.ts';
import { atAgency, atDesk } from '#core/custody/thing.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import { type MonthDossier, carry, isPaperPiece, placeName } from './ledger.ts';
import type { SentBag } from './roads.ts';
import { type Exception, type Stage, agencyOf, at, deskOf } from './stage.ts';

const MOST_TOGETHER = 50;

export const wayOut = ({ ledger, roads, random, days, on, happened, waits, toForward, toSend, dayOf, papersOf, settleLater }: Stage) => {
  const receiveAt = async (day: number, deskId: DeskId, dossiers: readonly MonthDossier[]): Promise<void> => {
    const came = (dossier: MonthDossier, time: string) =>
      papersCame({ dossierId: dossier.dossierId, roundNo: 0, lines: dossier.lines }, atDesk(deskId), ledger.stampAt(at(dayOf(day), time), deskId));
    // received without a line, and known to the server next morning
    const late = dossiers.filter((dossier) => day + 1 < days.length && happened(dossier, 'merged-late'));
    const here = dossiers.filter((dossier) => !late.includes(dossier));
    await ledger.keep(both(...here.map((dossier) => came(dossier, '09:10'))), ledger.stampAt(at(dayOf(day), '09:10'), deskId));
    for (const dossier of late) on(day + 1, async () => {
      await ledger.keep(came(dossier, '10:20'), ledger.stampAt(at(dayOf(day), '10:20'), deskId));
      waits(toForward, dossier);
    });
    for (const dossier of here) await atCounter(dossier, day);
  };

  const atCounter = async (dossier: MonthDossier, day: number): Promise<void> => {
    const stamp = ledger.stampAt(at(dayOf(day), '10:40'), dossier.deskId);
    if (happened(dossier, 'entry-cancelled')) {
      carry(dossier, placeName(deskOf(dossier)), 'citizen');
      await ledger.keep(entryUndone(papersOf(dossier), 'Nhập nhầm', stamp), stamp);
      return;
    }
    if (happened(dossier, 'list-corrected')) {
      const first = dossier.lines[0];
      if (!first) return;
      dossier.lines = [{ ...first, count: first.count + 1 }, ...dossier.lines.slice(1)];
      const change = papersListedAnew(papersOf(dossier), dossier.dossierId, dossier.lines, deskOf(dossier), stamp);
      // what stood on the list before was never received; what was really received stands beside it
      const before = dossier.pieces.map(({ lineNo }) => ({ lineNo, place: 'citizen' }));
      dossier.pieces.push({ lineNo: first.lineNo, place: placeName(deskOf(dossier)) }, ...before);
      await ledger.keep(change, stamp);
    }
    waits(toForward, dossier);
  };

  const forwardAll = async (day: number): Promise<void> => {
    for (const [key, dossiers] of toForward) {
      const [deskId, agencyUnitId] = key.split(' ') as [DeskId, UnitId];
      toForward.delete(key);
      for (let from = 0; from < dossiers.length; from += MOST_TOGETHER) {
        const sent = await roads.handOver('to-agency', deskId, agencyUnitId, dossiers.slice(from, from + MOST_TOGETHER), at(dayOf(day), '15:30'));
        const takes = random.between(1, 2);
        const lost = sent.dossiers.filter((dossier) => happened(dossier, 'bag-lost'));
        // the last one given up for lost brings its whole bag with it
        if (lost.length > 0) on(day + takes + 2, () => bagLost(sent, day + takes + 2));
        else on(day + takes, () => arrives(sent, day + takes));
      }
    }
  };

  const bagLost = async (sent: SentBag, day: number): Promise<void> => {
    await roads.lose(sent, at(dayOf(day), '08:30'));
    const found = random.chance(0.6);
    for (const dossier of sent.dossiers) settleLater(dossier, day + random.between(1, 3), found ? 'found' : 'again', () => work(dossier, day + 3));
    if (found && sent.isThere) on(day + 1, () => bagFound(sent.bag, day + 1));
  };

  const bagFound = async ({ bagId, agencyUnitId }: Bag, day: number): Promise<void> => {
    const stamp = ledger.stampAt(at(dayOf(day), '08:20'), agencyUnitId);
    await ledger.keep(moves(ledger.container(bagId), [{ kind: 'find', where: atAgency(agencyUnitId) }, { kind: 'destroy', note: 'Đã mở túi, nhãn hết dùng' }], stamp), stamp);
  };

  const arrives = async (sent: SentBag, day: number): Promise<void> => {
    const chosen = (what: Exception): ReadonlySet<MonthDossier> => new Set(sent.dossiers.filter((dossier) => happened(dossier, what)));
    const [short, damaged, missing, wrong, notTaken] = [chosen('paper-short'), chosen('paper-damaged'), chosen('dossier-missing'), chosen('wrong-agency'), chosen('not-taken')];
    const back = new Map([...[...wrong].map((dossier) => [dossier, 'wrong-agency'] as const), ...[...notTaken].map((dossier) => [dossier, 'not-taken'] as const)]);
    await roads.receive(sent, at(dayOf(day), '08:30'), { short, damaged, missing, notTaken: back });
    for (const dossier of sent.dossiers) {
      if (missing.has(dossier)) settleLater(dossier, day + random.between(1, 4), random.pick(['found', 'again', 'borne', 'open'] as const), () => work(dossier, day + 4));
      else if (back.has(dossier)) {
        settleLater(dossier, day + 1, 'agreed', async () => undefined);
        on(day + 1, async () => waits(toForward, dossier));
      } else {
        if (short.has(dossier)) settleLater(dossier, day + random.between(1, 4), random.pick(['found', 'borne', 'open'] as const), async () => undefined);
        if (damaged.has(dossier)) settleLater(dossier, day + 1, 'agreed', async () => undefined);
        await work(dossier, day);
      }
    }
  };

  const work = async (dossier: MonthDossier, day: number): Promise<void> => {
    if (happened(dossier, 'given-without-record')) return on(day + 1, () => givenWithoutRecord(dossier, day + 1));
    const done = day + random.between(1, 6);
    on(done, async () => {
      const stamp = ledger.stampAt(at(dayOf(done), '14:30'), dossier.agencyUnitId);
      dossier.pieces.push({ lineNo: 0, place: placeName(agencyOf(dossier)) });
      await ledger.keep(outcomeCame({ dossierId: dossier.dossierId, name: 'Kết quả', number: dossier.code }, agencyOf(dossier), stamp), stamp);
      waits(toSend, dossier);
    });
  };

  /** The agency let the citizen have the papers through the desk, and nobody wrote a record. */
  const givenWithoutRecord = async (dossier: MonthDossier, day: number): Promise<void> => {
    const stamp = ledger.stampAt(at(dayOf(day), '11:00'), dossier.deskId);
    carry(dossier, placeName(agencyOf(dossier)), 'citizen', isPaperPiece);
    await ledger.keep(papersGivenBack(papersOf(dossier), deskOf(dossier), [], stamp), stamp);
  };
  return { receiveAt, forwardAll };
};
