// What a month of the province does: every dossier from the desk to the agency and home again, and to some of them what
// goes wrong. Chance decides only what happens; the core decides what it means.
import { atDesk } from '#core/custody/thing.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { Random } from '#demo/random.ts';
import { type MonthDossier, type MonthLedger, placeName } from './ledger.ts';
import type { Roads } from './roads.ts';
import { EXCEPTIONS, type Exception, openStage } from './stage.ts';
import { wayHome } from './way-home.ts';
import { wayOut } from './way-out.ts';

const FORMS = ['original', 'certified-copy', 'plain-copy'] as const;

export type Province = { readonly desks: readonly { readonly deskId: DeskId; readonly agencies: readonly UnitId[] }[]; readonly days: readonly PlainDate[] };
type Parts = { readonly ledger: MonthLedger; readonly roads: Roads; readonly random: Random; readonly province: Province; readonly newDossiers: (made: readonly MonthDossier[], day: PlainDate) => Promise<void> };

/** `share`: of the dossiers that something befalls. */
export const playMonth = async ({ ledger, roads, random, province, newDossiers }: Parts, howMany: number, share: number): Promise<ReadonlyMap<Exception, number>> => {
  const { days, desks } = province;
  const stage = openStage(ledger, roads, random, days);
  const { receiveAt, forwardAll } = wayOut(stage);
  const { sendAll } = wayHome(stage);
  const { dayOf, fate, plans, seen } = stage;
  let [made, drawn] = [0, 0];

  const newDossier = (deskId: DeskId, agencyUnitId: UnitId): MonthDossier => {
    const no = made += 1;
    const lines = Array.from({ length: random.between(1, 4) }, (_, index) => ({ lineNo: index + 1, name: `Giấy tờ ${index + 1}`, form: random.pick(FORMS), count: random.between(1, 2) }));
    const dossier: MonthDossier = {
      dossierId: ledger.newId(), code: `MÔ-PHỎNG-${String(no).padStart(7, '0')}`, deskId, agencyUnitId, lines, things: new Map(),
      pieces: lines.flatMap(({ lineNo, count }) => Array.from({ length: count }, () => ({ lineNo, place: placeName(atDesk(deskId)) }))),
    };
    if (random.chance(share)) fate.set(dossier, EXCEPTIONS[(drawn += 1) % EXCEPTIONS.length] as Exception);
    return dossier;
  };

  const perDay = Math.ceil(howMany / days.length);
  for (let day = 0; day < days.length; day += 1) {
    // what was done without a line first, then what today brings; it may bring more for today
    for (const task of plans[day] ?? []) await task();
    const today = Array.from({ length: Math.min(perDay, howMany - made) }, (_, index) => {
      const desk = desks[index % desks.length] as Province['desks'][number];
      return newDossier(desk.deskId, random.pick(desk.agencies));
    });
    await newDossiers(today, dayOf(day));
    for (const dossier of today) ledger.dossiers.set(dossier.dossierId, dossier);
    for (const [deskId, dossiers] of Map.groupBy(today, (dossier) => dossier.deskId)) await receiveAt(day, deskId, dossiers);
    await forwardAll(day);
    await sendAll(day);
  }
  await ledger.flush();
  return seen;
};
