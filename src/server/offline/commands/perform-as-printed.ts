// The act itself, at the time it was made, by whom it was made, with the numbers the counter held and the facts it
// decided with: the same core and the same save as at the act's own route.
import { dateOf } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { StandingActor } from '#documents/slips/standing-actor.ts';
import { type Act, type ActContext, type Performed, fingerprintOf } from '../../acts/act.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { type Settled, settleCorrected, settleKeptOf } from '../kept/cases.sql.ts';
import type { PersonThen } from '../grants/grants.sql.ts';
import { keepAsPrinted } from './as-printed.ts';
import type { Believed } from './believe.ts';
import type { LeasedRow } from './command.sql.ts';
import { type Differences, counterFacts } from './counter-facts.ts';
import type { Around, OfflineActRefusal, Prepared } from './offline-acts.ts';
import { type Sending, caseOf, offlineNote } from './sending.ts';

const actorOf = (person: PersonThen, officer: PersonThen | undefined): StandingActor => ({
  accountId: person.accountId, fullName: person.fullName, title: person.title, roles: person.roles,
  confirmation: officer ? { kind: 'pin', officer } : { kind: 'none' },
  ...(officer ? { officer } : {}),
});

export const fingerprintOfPrepared = ({ actName, params, body }: Prepared): Buffer => fingerprintOf(actName, JSON.stringify(params), body);

/** Numbers of the envelope by series; each attempt begins anew. */
const handOf = (numbers: readonly LeasedRow[], differences: Differences) => {
  const taken = new Set<LeasedRow>();
  const take = ({ series, period }: NumberSeries, howMany: number): readonly number[] | undefined => {
    const held = numbers.filter((row) => row.series === series && row.period === period).slice(0, howMany);
    if (held.length < howMany) {
      differences.set('number-by-server', `Dãy ${series}.`);
      return undefined;
    }
    for (const row of held) taken.add(row);
    return held.map(({ number }) => number);
  };
  return { taken, take };
};

/** Whoever settled its case while it was performed decided otherwise. */
export const SETTLED_MEANWHILE = new Error('settled meanwhile');
/** So with what it puts right. */
export const CORRECTED_MEANWHILE = new Error('corrected meanwhile');
/** What must still be open once it is done: its own case, and the one that it puts right. */
type StillOpen = { readonly own: boolean; readonly corrected: boolean };

export type AsPrinted = Performed<OfflineActRefusal, unknown> | { readonly kind: 'basis-unknown' };

export const performAsPrinted = async (
  deps: DeskDeps, sending: Sending, prepared: Prepared, { person, officer, numbers, isDayDoubtful }: Believed, settled: Settled, stillOpen: StillOpen,
): Promise<AsPrinted> => {
  const { pool, world: { provinceId } } = deps;
  const { command, device, arrivedAt } = sending;
  const atFirst: Differences = new Map(isDayDoubtful ? [['day-differs', `Ngày trên giấy: ${dateOf(command.madeAt).split('-').reverse().join('/')}.`]] : []);
  const differences: Differences = new Map(atFirst);
  const facts = await counterFacts(pool, provinceId, deps.facts, { calendar: command.basis['calendar'], ...prepared.body }, differences);
  if (!facts) return { kind: 'basis-unknown' };
  const place = await facts.place(prepared.body.deskId, dateOf(command.madeAt));
  if (!place || !person) return { kind: 'not-found' };
  const foreseen: Differences = new Map(differences);
  const hand = handOf(numbers, differences);
  const context: ActContext = {
    provinceId: deps.world.provinceId, accountId: person.accountId, accountName: person.fullName, commandId: command.commandId,
    fingerprint: fingerprintOfPrepared(prepared), now: command.madeAt,
    offline: { takeLeased: hand.take, paperId: command.printed?.paperId, printedDue: command.printed?.due, supersedes: command.printed?.supersedes, machineSince: device.enrolledAt, arrivedOn: dateOf(arrivedAt) },
  };
  const around: Around = <C, F, D, R, A>(act: Act<C, F, D, R, A>): Act<C, F, D, R, A> => ({
    ...act,
    load: (db, ...call) => {
      hand.taken.clear();
      differences.clear();
      for (const [reason, said] of foreseen) differences.set(reason, said);
      return act.load(db, ...call);
    },
    save: async (db, ...call) => {
      const saved = await act.save(db, ...call);
      const opened = await keepAsPrinted(db, saved.answer, {
        provinceId, command, of: caseOf(sending), deviceName: device.name, accountName: person.fullName, numbers, taken: hand.taken, differences,
      });
      const settles = await settleKeptOf(db, provinceId, command.commandId, settled);
      if (stillOpen.own && !settles) throw SETTLED_MEANWHILE;
      const corrects = !command.corrects || await settleCorrected(db, provinceId, device.deviceId, command.corrects.commandId, { ...settled, correctedBy: command.commandId });
      if (stillOpen.corrected && !corrects) throw CORRECTED_MEANWHILE;
      const offline = { ...offlineNote(sending), ...(opened.length > 0 ? { corrections: opened.map(({ reason }) => reason) } : {}) };
      return { ...saved, journal: saved.journal.map((entry) => ({ ...entry, data: { ...entry.data, offline } })) };
    },
  });
  return prepared.perform(pool, facts, { context, actor: actorOf(person, officer), place, origin: sending.origin }, around);
};
