// The file of --events: what happened after intake, in its order, and the agencies that work after the first.
// Either a list of events, or { "linked": [...], "events": [...] }.
import { z } from 'zod';
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { LinkedLimit } from '#core/deadline/clock-reading.ts';
import { parseLimit } from '#core/deadline/parse-limit.ts';
import { supplementPolicyOn } from '#core/dossier/desk-settings.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { line, plainDate } from '#wire/fields.ts';
import { limitFaultText } from '#wire/refusals/clock.ts';
import { readJson } from './due-date-input.ts';

const NO_MOMENT = 'Không hiểu là lúc nào; ghi dạng 2019-11-20T10:00.';

const at = z.string().transform((text, context) => {
  const found = parseMoment(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: NO_MOMENT });
  return z.NEVER;
});
const limit = z.string().transform((text, context) => {
  const found = parseLimit(text);
  if (found.ok) return found.value;
  context.addIssue({ code: 'custom', message: limitFaultText(found.refusal) });
  return z.NEVER;
});
const words = line(500);

const plain = z.enum(['financial-duty-asked', 'financial-duty-settled', 'outage-ended', 'withdrawn', 'refused', 'finished']);
const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('supplement-asked'), at, policy: z.enum(['RESTART', 'PAUSE'], 'Chọn RESTART (tính lại từ đầu) hoặc PAUSE (tạm dừng).').optional(), citizenUntil: plainDate.optional() }),
  z.strictObject({ kind: z.literal('supplied'), at, complete: z.boolean().default(true) }),
  z.strictObject({ kind: plain, at }),
  z.strictObject({ kind: z.literal('outage-began'), at, ground: words, law: words.optional() }),
  z.strictObject({ kind: z.literal('extended'), at, ground: words, law: words.optional(), newDue: at.optional(), by: limit.optional() })
    .refine((one) => (one.newDue === undefined) !== (one.by === undefined), 'Gia hạn cần một trong hai: newDue hoặc by.'),
  z.strictObject({ kind: z.literal('reappointed'), at, newDue: at, reason: words }),
  z.strictObject({ kind: z.literal('stopped'), at, ground: words, law: words.optional() }),
], 'Không có loại sự kiện này; xem: motcua help due-date.');
/** Neither a list of events nor anything that holds one. */
const noList = (issue: { readonly code?: string }): string | undefined =>
  (issue.code === 'invalid_type' ? 'Thiếu danh sách sự kiện; ghi [{"kind":"finished","at":"2019-11-20T10:00"}] hoặc {"events":[…]}.' : undefined);
const file = z.preprocess(
  (content) => (Array.isArray(content) ? { events: content } : content),
  z.strictObject({ events: z.array(event, { error: noList }).max(1_000), linked: z.array(z.strictObject({ agency: words, limit })).max(20).optional() }, { error: noList }),
);

export type EventsRead = { readonly events: readonly ClockEvent[]; readonly linked?: readonly LinkedLimit[] };

/** Without a policy the law of the day decides. */
const asEvent = (one: z.infer<typeof event>): ClockEvent => {
  if (one.kind === 'supplement-asked') return { ...one, policy: one.policy ?? supplementPolicyOn(dateOf(one.at)) };
  if (one.kind !== 'extended') return one;
  const { newDue, by, ...rest } = one;
  return by === undefined ? { ...rest, newDue: newDue ?? rest.at } : { ...rest, by };
};

export const readEvents = (path: string): EventsRead => {
  const read = readJson(path, 'Tệp sự kiện', file);
  return { events: read.events.map(asEvent), ...(read.linked ? { linked: read.linked } : {}) };
};
