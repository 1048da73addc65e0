// What time it is at a counter that heard the server a while ago: the machine's clock and what it is off by. Beside it runs a
// clock that nobody can set, though it may stand still while the machine sleeps. A clock that creeps is put right by it; one
// that jumps ahead is believed, for the machine may have slept; one that jumps back is not, for time does not. What is
// believed or not believed by a jump stays unsure until the server is heard, or until the clock jumps the other way.
export type ClockReckoning = {
  /** Business time less the machine's, in milliseconds. */
  readonly offset: number;
  /** Above zero: the clock jumped ahead by so much, and was believed; below: it jumped back, and was not. */
  readonly unsure: number;
  /** Time that only the machine's clock saw pass, while it was off: so much of a jump back may put right what was wrong from the start. */
  readonly unseen: number;
};

/** No clock is as bad as this; what differs by more was set, or slept. */
const WORST_RATE = 0.03;
const SLACK = 1_000;

/** `apart`: what the machine's clock moved more than time did. */
const jumped = ({ offset, unsure, unseen }: ClockReckoning, apart: number): ClockReckoning => {
  // it jumps the other way than before: that much of the doubt is settled, and nobody believes it any more
  const settled = Math.sign(apart) === -Math.sign(unsure) ? Math.sign(apart) * Math.min(Math.abs(apart), Math.abs(unsure)) : 0;
  const putRight = Math.min(unseen, Math.max(0, settled - apart));
  const rest = apart - settled + putRight;
  const kept = { offset: offset - (settled > 0 ? settled : 0), unsure: unsure + settled, unseen: unseen - putRight };
  if (Math.abs(rest) <= SLACK) return { ...kept, offset: kept.offset - rest };
  return { ...kept, offset: kept.offset - Math.min(0, rest), unsure: kept.unsure + rest };
};

/** Between two looks of one tab: `wall` the machine's clock moved, `steady` time ran. */
export const reckonOn = (from: ClockReckoning, wall: number, steady: number): ClockReckoning => {
  const apart = wall - steady;
  if (Math.abs(apart) > SLACK + WORST_RATE * steady) return jumped(from, apart);
  return { ...from, offset: from.offset - apart };
};

/** Since the last look before a start: nobody knows how long the machine was off. `longest`: it works no longer by itself. */
export const reckonFromStart = (from: ClockReckoning, wall: number, longest: number): ClockReckoning => {
  if (wall < 0) return jumped(from, wall);
  // it had been set back, and meanwhile somebody put it right: nothing else explains so much
  const isPutRight = from.unsure < 0 && wall > longest && wall >= -from.unsure;
  return isPutRight ? { offset: from.offset + from.unsure, unsure: 0, unseen: from.unseen + wall + from.unsure } : { ...from, unseen: from.unseen + wall };
};
