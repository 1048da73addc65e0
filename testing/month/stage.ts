// What a simulated month is played with: the days and what is planned for each, what befalls whom, and what is settled later.
import { isHeld, isOutcome, isPaper } from '#core/custody/dossier-things.ts';
import type { SettleCase } from '#core/custody/settle-case.ts';
import { type Holder, type Thing, atAgency, atDesk } from '#core/custody/thing.ts';
import { type Moment, type PlainDate, type WallTime, momentAt } from '#core/kernel/moment.ts';
import type { Random } from '#demo/random.ts';
import { type MonthDossier, type MonthLedger, placeName } from './ledger.ts';
import type { Roads } from './roads.ts';

/** In turn, so that a small month sees each of them too. */
export const EXCEPTIONS = [
  'paper-short', 'paper-damaged', 'dossier-missing', 'wrong-agency', 'not-taken', 'bag-lost', 'outcome-missing', 'list-corrected', 'entry-cancelled', 'handed-out-by-mistake',
  'returned-uncounted', 'delivery-failed', 'merged-late', 'given-without-record',
] as const;
export type Exception = (typeof EXCEPTIONS)[number];
export type Task = () => Promise<void>;
export type Waiting = Map<string, MonthDossier[]>;

export const at = (day: PlainDate, time: string): Moment => momentAt(day, time as WallTime);
export const deskOf = ({ deskId }: MonthDossier): Holder => atDesk(deskId);
export const agencyOf = ({ agencyUnitId }: MonthDossier): Holder => atAgency(agencyUnitId);

export type Stage = ReturnType<typeof openStage>;

export const openStage = (ledger: MonthLedger, roads: Roads, random: Random, days: readonly PlainDate[]) => {
  const seen = new Map<Exception, number>();
  const fate = new Map<MonthDossier, Exception>();
  const plans: Task[][] = days.map(() => []);
  /** After the month nothing happens any more: it stays where it is. */
  const on = (day: number, task: Task): void => { plans[day]?.push(task); };
  const [toForward, toSend]: readonly [Waiting, Waiting] = [new Map(), new Map()];
  const waits = (where: Waiting, dossier: MonthDossier): void => {
    const key = `${dossier.deskId} ${dossier.agencyUnitId}`;
    where.set(key, [...(where.get(key) ?? []), dossier]);
  };
  const happened = (dossier: MonthDossier, what: Exception): boolean => {
    if (fate.get(dossier) !== what) return false;
    fate.delete(dossier);
    seen.set(what, (seen.get(what) ?? 0) + 1);
    return true;
  };
  const dayOf = (day: number): PlainDate => days[day] as PlainDate;

  /** Found by the agency, sent again by the desk, borne by the post, agreed on, or still open when the month ends. */
  const settleLater = (dossier: MonthDossier, day: number, how: 'found' | 'again' | 'borne' | 'agreed' | 'open', then: Task): void => {
    if (how === 'open') return;
    if (how === 'again') return on(day, async () => waits(toForward, dossier));
    on(day, async () => {
      const side = agencyOf(dossier);
      const stamp = ledger.stampAt(at(dayOf(day), '10:00'), side.id);
      const command: SettleCase = { how, note: 'Đã xem', ...(how === 'borne' && { costBearer: 'post' as const }) };
      for (const [caseId, one] of ledger.open) {
        if (one.dossier !== dossier || !(await ledger.settle(caseId, command, side, stamp))) continue;
        if (how === 'agreed') continue;
        for (const lost of dossier.pieces.filter(({ place }) => place === 'nowhere').slice(0, one.sent - one.arrived)) lost.place = how === 'found' ? placeName(side) : 'gone';
      }
      if (how === 'found') await then();
    });
  };

  return {
    ledger, roads, random, days, seen, fate, plans, on, toForward, toSend, waits, happened, dayOf, settleLater,
    papersOf: (dossier: MonthDossier): readonly Thing[] => ledger.of(dossier).filter((thing) => isPaper(thing) && isHeld(thing)),
    outcomesOf: (dossier: MonthDossier): readonly Thing[] => ledger.of(dossier).filter((thing) => isOutcome(thing) && isHeld(thing)),
  };
};
