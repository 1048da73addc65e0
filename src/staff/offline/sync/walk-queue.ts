// A queue in the order made, whosever it is. What concerns one thing never overtakes; what waits or fails holds back only
// what concerns the same.
import { type Stop, isStop } from './round.ts';
import type { Verdict } from './verdict.ts';

export type SendResult = { readonly stop?: Stop; readonly sent: number; readonly parked: number; readonly waiting: number };

export type QueueWalk<Row> = {
  readonly aboutOf: (row: Row) => readonly string[];
  readonly send: (row: Row) => Promise<Verdict>;
  readonly settle: (row: Row, verdict: Verdict) => Promise<void>;
};

export const walkQueue = async <Row>(rows: readonly Row[], { aboutOf, send, settle }: QueueWalk<Row>): Promise<SendResult> => {
  const held = new Set<string>();
  const count = { sent: 0, parked: 0, waiting: 0 };
  for (const row of rows) {
    const about = aboutOf(row);
    if (about.some((id) => held.has(id))) {
      for (const id of about) held.add(id);
      count.waiting += 1;
      continue;
    }
    const verdict = await send(row);
    await settle(row, verdict);
    if (verdict.kind === 'done') count.sent += 1;
    else if (verdict.kind === 'refused') count.parked += 1;
    else {
      count.waiting += 1;
      if (isStop(verdict)) return { ...count, stop: verdict };
      for (const id of about) held.add(id);
    }
  }
  return count;
};
