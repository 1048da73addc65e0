// The clock as a dossier keeps it: the facts of intake and what happened since, from which it can be reckoned again
// any day. A dossier keeps the calendar of its day; only an event after which time goes on takes the calendar then
// in force, and a date once given never moves nearer.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.19; QĐ 45/2016/QĐ-TTg Đ.7.4
import type { ClockEvent, SupplementPolicy } from '../deadline/clock-event.ts';
import type { ClockFacts, ClockReading, ClockRefusal, ClockStart, LinkedLimit } from '../deadline/clock-reading.ts';
import { compiled } from '../deadline/compiled-calendar.ts';
import { runClock } from '../deadline/run-clock.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import { formatMoment } from '../kernel/format.ts';
import type { Moment, WallTime } from '../kernel/moment.ts';
import { type Result, ok } from '../kernel/result.ts';
import type { Channel, TimeLimit } from '../procedure/procedure.ts';
import type { DossierState } from './state.ts';

/** A changed calendar moved the date, in a reviewed batch. */
export type Recomputed = { readonly at: Moment; readonly reason: string; readonly from: Moment; readonly to: Moment };

export type KeptClock = {
  readonly receivedAt: Moment;
  readonly startRule: ClockStart['rule'];
  /** Absent: the statutory time has not begun. */
  readonly startsAt?: Moment;
  readonly limit: TimeLimit;
  readonly linked?: readonly LinkedLimit[];
  readonly large: boolean;
  readonly siteId: string;
  readonly channel: Channel;
  readonly cutoffTime: WallTime;
  readonly policy: SupplementPolicy;
  readonly calendar: string; // 'hatinh@3'
  readonly events: readonly ClockEvent[];
  readonly recomputed?: readonly Recomputed[];
  /** Pieced together for a dossier of before clocks were kept. */
  readonly carriedOver?: true;
};

/** What is saved: the reading is absent while the statutory time has not begun. */
export type ClockMoved = { readonly clock: KeptClock; readonly reading?: ClockReading };

/** The clock of a loaded dossier, with its own calendar and the one in force. */
export type DossierClock = { readonly kept: KeptClock; readonly own: AnyCalendar; readonly inForce: AnyCalendar };

export const clockFactsOf = (kept: KeptClock, calendar: AnyCalendar): ClockFacts | undefined =>
  kept.startsAt === undefined ? undefined : {
    receivedAt: kept.receivedAt, start: { rule: kept.startRule, at: kept.startsAt }, limit: kept.limit, linked: kept.linked, large: kept.large,
    siteId: kept.siteId, cutoffTime: kept.cutoffTime, calendar, hoursChecked: true,
  };

/** Said as long as the date is the one it moved to. */
const noted = (reading: ClockReading, notes: readonly Recomputed[]): ClockReading => {
  const standing = notes.filter((note) => note.to === reading.due);
  if (standing.length === 0) return reading;
  const lines = standing.map(({ reason, from, to }) => ({
    rule: 'moved' as const, from, to, text: `Lịch làm việc thay đổi (${reason}): thời gian trả kết quả chuyển từ ${formatMoment(from)} sang ${formatMoment(to)}.`,
  }));
  const last = reading.explanation.findLastIndex((line) => line.rule === 'due');
  return { ...reading, explanation: last < 0 ? [...reading.explanation, ...lines] : reading.explanation.toSpliced(last, 0, ...lines) };
};

/** The reading by this calendar, whichever the dossier keeps. */
export const readClock = (kept: KeptClock, calendar: AnyCalendar): Result<ClockReading | undefined, ClockRefusal> => {
  const facts = clockFactsOf(kept, calendar);
  if (!facts) return ok(undefined);
  const reading = runClock(facts, kept.events);
  return reading.ok ? ok(noted(reading.value, kept.recomputed ?? [])) : reading;
};

type Opening = Omit<KeptClock, 'startsAt' | 'calendar' | 'events' | 'recomputed' | 'carriedOver'> & { readonly calendar: AnyCalendar };

/** At intake: begins there, or waits for the hand-over record or the competent agency. */
export const openClock = ({ calendar, ...opening }: Opening): ClockMoved => {
  const startsAt = opening.startRule === 'desk' ? opening.receivedAt : undefined;
  return certain(moved({ ...opening, startsAt, calendar: compiled(calendar).version, events: [] }, calendar));
};

/** The statutory time begins now; undefined when it runs already. */
export const beginClock = ({ kept, inForce }: DossierClock, at: Moment): ClockMoved | undefined =>
  kept.startsAt === undefined ? certain(moved({ ...kept, startsAt: at, calendar: compiled(inForce).version }, inForce)) : undefined;

const GOES_ON: ReadonlySet<ClockEvent['kind']> = new Set(['supplied', 'financial-duty-settled', 'outage-ended', 'extended']);

const moved = (kept: KeptClock, calendar: AnyCalendar): Result<ClockMoved, ClockRefusal> => {
  const reading = readClock(kept, calendar);
  return reading.ok ? ok({ clock: kept, reading: reading.value }) : reading;
};

/** What happened is added, and the clock read again. */
export const moveClock = ({ kept, own, inForce }: DossierClock, ...events: readonly ClockEvent[]): Result<ClockMoved, ClockRefusal> => {
  const next: KeptClock = { ...kept, events: [...kept.events, ...events] };
  const known = moved(next, own);
  const version = compiled(inForce).version;
  if (version === kept.calendar || !events.some((event) => GOES_ON.has(event.kind))) return known;
  const fresh = moved({ ...next, calendar: version }, inForce);
  if (!fresh.ok || !known.ok) return known.ok ? known : fresh;
  return fresh.value.reading && known.value.reading && fresh.value.reading.due < known.value.reading.due ? known : fresh;
};

/** By a changed calendar to the date it gives; undefined when it gives another. Whether the date may move is for the caller to say. */
export const recomputeClock = (kept: KeptClock, calendar: AnyCalendar, why: Recomputed): ClockMoved | undefined => {
  const next = moved({ ...kept, calendar: compiled(calendar).version, recomputed: [...(kept.recomputed ?? []), why] }, calendar);
  return next.ok && next.value.reading?.due === why.to ? next.value : undefined;
};

/** The date stays; what is said of it follows the changed calendar. */
export const sayClockAnew = (kept: KeptClock, calendar: AnyCalendar): ClockMoved | undefined => {
  const again = moved({ ...kept, calendar: compiled(calendar).version }, calendar);
  return again.ok && again.value.reading ? again.value : undefined;
};

/** For acts that the dossier's life already allows: the clock must follow, or something is broken. */
const certain = (next: Result<ClockMoved, ClockRefusal>): ClockMoved => {
  if (!next.ok) throw new RangeError(`the clock refuses what the dossier's life allows: ${next.refusal.kind}`);
  return next.value;
};

/** What is done to a dossier follows what was done before, also when it was timed by a counter's clock that ran behind. */
const inOrder = ({ receivedAt, events }: KeptClock, event: ClockEvent): ClockEvent => {
  const last = events.reduce((latest, { at }) => (at > latest ? at : latest), receivedAt);
  return event.at < last ? { ...event, at: last } : event;
};

export const clockAfter = (clock: DossierClock | undefined, ...events: readonly ClockEvent[]): ClockMoved | undefined =>
  clock && certain(moveClock(clock, ...events.map((event) => inOrder(clock.kept, event))));

const END_EVENTS: ReadonlySet<ClockEvent['kind']> = new Set(['finished', 'refused', 'withdrawn', 'stopped']);

const endAt = (state: DossierState, at: Moment): ClockEvent | undefined => {
  switch (state) {
    case 'outcome-recorded': return { kind: 'finished', at };
    case 'refused-by-agency': return { kind: 'refused', at };
    case 'withdrawn': return { kind: 'withdrawn', at };
    case 'stopped': return { kind: 'stopped', at, ground: 'không bổ sung hoặc thực hiện nghĩa vụ đúng thời hạn' };
    case 'cancelled': return { kind: 'stopped', at, ground: 'hủy tiếp nhận do nhập sai' };
    default: return undefined;
  }
};

/** The state an act leads to ends the clock, whatever the act; undefined when it does not, or it was ended before. */
export const clockAtEnd = (clock: DossierClock | undefined, state: DossierState, at: Moment): ClockMoved | undefined => {
  const end = endAt(state, at);
  return end && !clock?.kept.events.some((event) => END_EVENTS.has(event.kind)) ? clockAfter(clock, end) : undefined;
};
