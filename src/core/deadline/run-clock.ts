// The clock of a dossier: from the facts of intake and what happened since, its due moment, its state and why.
// @law NĐ 61/2018/NĐ-CP Đ.19; NĐ 118/2025/NĐ-CP Đ.17, Đ.19
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockFacts, ClockReading, ClockRefusal } from './clock-reading.ts';
import { computeDue } from './compute-due.ts';

export const runClock = (facts: ClockFacts, events: readonly ClockEvent[]): Result<ClockReading, ClockRefusal> => {
  const start = facts.start ?? { rule: 'desk', at: facts.receivedAt };
  if (start.at < facts.receivedAt) return refuse({ kind: 'start-before-intake', at: start.at, receivedAt: facts.receivedAt });
  const [first] = events;
  if (first !== undefined && first.at < facts.receivedAt) return refuse({ kind: 'event-before-intake', event: 0, eventKind: first.kind, at: first.at, since: facts.receivedAt });
  const due = computeDue({ ...facts, receivedAt: start.at });
  return ok({
    ...due, state: 'running', waitingFor: [], statutoryDue: due.due, countsAsLate: false, supplementRequests: 0, secondRequest: false,
    noticeLate: false, extensions: 0, reappointed: false,
  });
};
