// The post's window of what is on its way; late in red, and in words.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { daysLateBy } from '#core/transit/late-on-the-way.ts';
import { transitInWords } from '#wire/transit-words.ts';

export const TransitDue = ({ endsOn, receivedAt, now }: { readonly endsOn: PlainDate; readonly receivedAt?: Moment | undefined; readonly now: Moment }) => (
  <div className={daysLateBy({ endsOn, receivedAt }, now) > 0 ? 'due-late' : 'faint'}>{transitInWords({ endsOn, receivedAt }, now)}</div>
);
