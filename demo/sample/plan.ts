// What happens to one dossier, and when: a believable course from the desk through the agency and back.
// Nothing is decided here about numbers and hashes: those are given in the order of time.
import { computeDue } from '#core/deadline/compute-due.ts';
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { Due } from '#core/deadline/due.ts';
import { runClock } from '#core/deadline/run-clock.ts';
import { endOfWorkingDay } from '#core/dossier/ask-supplement.ts';
import { type CollectionFacts, nextCollectionStep } from '#core/dossier/collection.ts';
import { cutoffOn, supplementPolicyOn } from '#core/dossier/desk-settings.ts';
import { workSteps } from '#core/dossier/office-work.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import { nextWorkingDay } from '#core/deadline/working-time.ts';
import { limitFor } from '#core/procedure/in-force.ts';
import type { InternalStep, TimeLimit } from '#core/procedure/procedure.ts';
import { type Random, seededRandom } from '../random.ts';
import { CALENDAR, SITE, clockMinutesLater, later, minutesBetween, nextRound } from './clock.ts';
import type { Visit } from './visit.ts';

export type Happening = { readonly at: Moment; readonly visit: Visit } & (
  | { readonly kind: 'file-online' }
  | { readonly kind: 'refuse-reception' }
  | { readonly kind: 'receive' }
  | { readonly kind: 'certify' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'cancel' }
  /** In a sealed bag, where it has a seal. */
  | { readonly kind: 'forward'; readonly sentAt: Moment; readonly sealNumber?: string }
  | { readonly kind: 'lose-bag'; readonly sentAt: Moment }
  | { readonly kind: 'accept'; readonly sentAt: Moment; readonly due?: Due }
  | { readonly kind: 'send'; readonly sentAt: Moment }
  | { readonly kind: 'accept-outcome'; readonly sentAt: Moment }
  | { readonly kind: 'pass'; readonly stepNo: number; readonly signer: number; readonly refuses: boolean }
  | { readonly kind: 'ask-supplement'; readonly answerBy: Moment; readonly late: boolean }
  | { readonly kind: 'receive-supplement'; readonly due?: Due }
  | { readonly kind: 'ask-financial-duty'; readonly payBy: string }
  | { readonly kind: 'settle-financial-duty'; readonly due?: Due }
  | { readonly kind: 'refuse'; readonly stepNo: number; readonly signer: number }
  | { readonly kind: 'issue'; readonly stepNo: number; readonly signer: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'return'; readonly lostReceipt: boolean }
  | { readonly kind: 'invite'; readonly round: number; readonly earlier: readonly PlainDate[] }
  | { readonly kind: 'send-back'; readonly invitedOn: readonly PlainDate[] }
  | { readonly kind: 'accept-back' }
);

export type ReceivedVisit = Extract<Visit, { readonly kind: 'received' }>;

const hash = (text: string): number => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
/** The same bag is counted at the same minute, whichever dossier asks. */
const countedAt = (bag: string, sentAt: Moment): Moment => {
  const random = seededRandom(hash(`${bag} ${sentAt}`));
  const dawdles = random.chance(0.08);
  return later(sentAt, dawdles ? random.between(240, 420) : random.between(8, 50));
};
export const bagOf = (direction: 'to-agency' | 'to-desk', visit: Visit): string =>
  `${direction} ${visit.stage.place.desk.deskId} ${visit.transfer.agencyUnitId}`;

const pace = (random: Random): number => {
  const kind = random.weighted([['early', 64], ['close', 29], ['late', 7]] as const);
  if (kind === 'early') return 0.12 + random.next() * 0.5;
  return kind === 'close' ? 0.65 + random.next() * 0.3 : 1.08 + random.next() * 0.6;
};

/** Moments at which each step ends, by its share of the hours. */
const stepEnds = (from: Moment, steps: readonly InternalStep[], total: number): readonly Moment[] => {
  const hours = steps.map((step) => Math.max(step.hours, 0.25));
  const all = hours.reduce((sum, one) => sum + one, 0);
  let at = from;
  return hours.map((share) => (at = later(at, Math.max(3, (total * share) / all))));
};

/** Nobody comes: half of it lies there, the other half is invited to twice and goes back. */
const neverFetched = (visit: ReceivedVisit, ready: Moment, due: Due | undefined): readonly Happening[] => {
  if (visit.n % 2 === 0) return [];
  const facts: Omit<CollectionFacts, 'invitedOn'> = { readyOn: dateOf(ready), ...(due && { dueOn: dateOf(due.due) }), wish: visit.command.returnWish.kind, shipment: 'none' };
  const invitedOn: PlainDate[] = [];
  const happenings: Happening[] = [];
  for (let step = nextCollectionStep({ ...facts, invitedOn }, CALENDAR); step; step = nextCollectionStep({ ...facts, invitedOn }, CALENDAR)) {
    const at = momentAt(step.from, '08:20' as WallTime);
    if (step.kind === 'send-back') return [...happenings, { kind: 'send-back', at, visit, invitedOn }, { kind: 'accept-back', at: later(at, 45), visit }];
    happenings.push({ kind: 'invite', at, visit, round: step.round, earlier: [...invitedOn] });
    invitedOn.push(step.from);
  }
  return [];
};

const afterReady = (visit: ReceivedVisit, ready: Moment, due: Due | undefined, random: Random): readonly Happening[] => {
  if (random.chance(0.06)) return neverFetched(visit, ready, due);
  const promised = due !== undefined && due.due > ready && random.chance(0.45) ? due.due : ready;
  const waits = random.weighted([[0, 50], [1, 30], [2, 12], [4, 8]] as const);
  let day = dateOf(promised);
  for (let i = 0; i < waits; i++) day = nextWorkingDay(CALENDAR, day);
  const comes = waits === 0 ? later(promised, random.between(5, 90)) : momentAt(day, `${random.pick(['08', '09', '10', '14', '15'])}:${random.between(10, 59)}` as WallTime);
  return [{ kind: 'return', at: comes > ready ? comes : later(ready, 15), visit, lostReceipt: random.chance(0.04) }];
};

const backHome = (visit: ReceivedVisit, issued: Moment, due: Due | undefined, random: Random): readonly Happening[] => {
  const sentAt = nextRound(issued, 'same-day');
  const back = countedAt(bagOf('to-desk', visit), sentAt);
  return [
    { kind: 'send', at: sentAt, visit, sentAt },
    { kind: 'accept-outcome', at: back, visit, sentAt },
    ...afterReady(visit, back, due, random),
  ];
};

const worked = (visit: ReceivedVisit, from: Moment, due: Due | undefined, speed: number, random: Random, refuses: boolean): readonly Happening[] => {
  const steps = workSteps(visit.procedure.steps);
  const available = due === undefined ? 240 : Math.max(40, minutesBetween(from, due.due) - 20);
  const ends = stepEnds(from, steps, available * speed);
  const signer = random.between(0, visit.agency.signers.length - 1);
  const happenings: Happening[] = [];
  for (const [index, step] of steps.entries()) {
    const at = ends[index] as Moment;
    const stepNo = index + 1;
    if (step.role === 'records-clerk') happenings.push({ kind: 'issue', at, visit, stepNo, signer });
    else if (step.role === 'signing-leader' && refuses) {
      happenings.push({ kind: 'refuse', at, visit, stepNo, signer });
      return [...happenings, ...backHome(visit, at, due, random)];
    } else happenings.push({ kind: 'pass', at, visit, stepNo, signer, refuses });
  }
  return [...happenings, ...backHome(visit, ends.at(-1) as Moment, due, random)];
};

const dueFactsOf = (visit: ReceivedVisit, startsAt: Moment, limit: TimeLimit) =>
  ({ receivedAt: startsAt, limit, siteId: SITE, calendar: CALENDAR, cutoffTime: cutoffOn(dateOf(startsAt)), large: false });

const dueAfter = (facts: ReturnType<typeof dueFactsOf>, events: readonly ClockEvent[]): Due => {
  const reading = runClock(facts, events);
  if (!reading.ok) throw new Error(`the sample's clock: ${reading.refusal.kind}`);
  const { due, countsFrom, explanation, dependsOnUnconfirmed, calendarVersion } = reading.value;
  return { due, countsFrom, explanation, dependsOnUnconfirmed, calendarVersion };
};

const supplemented = (visit: ReceivedVisit, accepted: Moment, startsAt: Moment, limit: TimeLimit, speed: number, random: Random): readonly Happening[] => {
  const askedAt = later(accepted, random.between(60, 600));
  const hours = { calendar: CALENDAR, siteId: SITE };
  const answerBy = endOfWorkingDay(askedAt, 7, hours);
  const asked: Happening = { kind: 'ask-supplement', at: askedAt, visit, answerBy, late: dateOf(askedAt) > dateOf(endOfWorkingDay(startsAt, 3, hours)) };
  const course = random.weighted([['brought', 60], ['waiting', 15], ['never', 25]] as const);
  if (course === 'waiting') return [asked];
  if (course === 'never') return [asked, { kind: 'stop', at: later(momentAt(addDays(dateOf(answerBy), 1), '08:00' as WallTime), random.between(20, 200)), visit }];
  const answeredAt = later(askedAt, random.between(300, 2400));
  const due = dueAfter(dueFactsOf(visit, startsAt, limit), [
    { kind: 'supplement-asked', at: askedAt, policy: supplementPolicyOn(dateOf(visit.at)) }, { kind: 'supplied', at: answeredAt, complete: true },
  ]);
  return [asked, { kind: 'receive-supplement', at: answeredAt, visit, due }, ...worked(visit, later(answeredAt, 20), due, Math.min(speed, 0.9), random, false)];
};

const withDuty = (visit: ReceivedVisit, accepted: Moment, startsAt: Moment, limit: TimeLimit, speed: number, random: Random): readonly Happening[] => {
  const askedAt = later(accepted, random.between(600, 2000));
  const asked: Happening = { kind: 'ask-financial-duty', at: askedAt, visit, payBy: addDays(dateOf(askedAt), 30) };
  if (random.chance(0.4)) return [asked];
  const answeredAt = later(askedAt, random.between(480, 3000));
  const due = dueAfter(dueFactsOf(visit, startsAt, limit), [{ kind: 'financial-duty-asked', at: askedAt }, { kind: 'financial-duty-settled', at: answeredAt }]);
  return [asked, { kind: 'settle-financial-duty', at: answeredAt, visit, due }, ...worked(visit, later(answeredAt, 20), due, Math.min(speed, 0.9), random, false)];
};

/** Everything that will happen to this dossier, also beyond the hour at which the world begins. */
export const planOf = (visit: Visit, random: Random, wanted?: 'refused'): readonly Happening[] => {
  if (visit.kind === 'certified') return [{ kind: 'certify', at: visit.at, visit }];
  const limit = limitFor(visit.procedure, visit.command.channel);
  const filed: readonly Happening[] = visit.filed === undefined ? [] : [{ kind: 'file-online', at: visit.filed.at, visit }];
  if (filed.length > 0 && random.chance(0.06)) return [...filed, { kind: 'refuse-reception', at: visit.at, visit }];
  const received: Happening = { kind: 'receive', at: visit.at, visit };
  if (random.chance(0.004)) return [...filed, received, { kind: 'cancel', at: clockMinutesLater(visit.at, 3), visit }];
  const sentAt = nextRound(visit.at, 'next-morning');
  const accepted = countedAt(bagOf('to-agency', visit), sentAt);
  const isPost = visit.command.regime === 'public-post';
  const startsAt = isPost ? accepted : visit.at;
  const due = isPost && limit ? computeDue(dueFactsOf(visit, accepted, limit)) : visit.received.assessed.due;
  const way: readonly Happening[] = [
    ...filed, received,
    { kind: 'forward', at: sentAt, visit, sentAt },
    { kind: 'accept', at: accepted, visit, sentAt, ...(isPost ? { due } : {}) },
  ];
  const slow = limit !== undefined && limit.kind !== 'same-day' && limit.kind !== 'clock-hours';
  const speed = pace(random);
  const course = wanted ?? (slow && visit.procedure.slips === 'one-stop'
    ? random.weighted([['plain', 84], ['supplement', 11], ['refused', 2.5], ['withdrawn', 2.5]] as const)
    : 'plain');
  if (course === 'withdrawn') return [...way, { kind: 'withdraw', at: later(accepted, random.between(60, 900)), visit }];
  if (course === 'supplement' && limit) return [...way, ...supplemented(visit, accepted, startsAt, limit, speed, random)];
  if (/đất đai, cấp Giấy chứng nhận/i.test(visit.procedure.name) && limit && random.chance(0.5)) return [...way, ...withDuty(visit, accepted, startsAt, limit, speed, random)];
  return [...way, ...worked(visit, accepted, due, speed, random, course === 'refused')];
};
