// A sheet of the paper booklet, as it is typed in after a power cut.
import { type LateEntry, lateEntryRefusal } from '#core/dossier/late-entry.ts';
import type { ReceptionFacts } from '#core/dossier/assess-reception.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import { dateOf, type Moment, momentAt, type WallTime, wallTimeOf } from '#core/kernel/moment.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';

export type LateEntryDraft = {
  readonly date: string;
  readonly hour: string;
  readonly bookletNumber: string;
  readonly reason: string;
};

export const newLateEntry = (now: Moment): LateEntryDraft => ({ date: dateOf(now), hour: '', bookletNumber: '', reason: '' });

/** As it was sent. */
export const lateEntryDraftOf = ({ receivedAt, bookletNumber, reason }: LateEntry): LateEntryDraft => ({ date: dateOf(receivedAt), hour: wallTimeOf(receivedAt), bookletNumber, reason });

/** '7:05', '0705' and '07:05' are one time. */
export const hourTyped = (text: string): WallTime | undefined => {
  const [, hour, minute] = /^(\d{1,2})[:hg. ]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}` as WallTime;
};

/** When the citizen came, as soon as day and hour are whole. */
export const realTimeOf = (draft: LateEntryDraft | undefined): Moment | undefined => {
  const hour = draft && hourTyped(draft.hour);
  return draft && hour && isPlainDate(draft.date) ? momentAt(draft.date, hour) : undefined;
};

export const toLateEntry = (draft: LateEntryDraft | undefined): LateEntry | undefined => {
  const receivedAt = realTimeOf(draft);
  return draft && receivedAt && { receivedAt, bookletNumber: draft.bookletNumber.trim(), reason: draft.reason.trim() };
};

export const lateEntryMessages = (
  draft: LateEntryDraft | undefined,
  { now, calendar }: Pick<ReceptionFacts, 'now' | 'calendar'>,
): Readonly<Record<string, string>> => {
  if (!draft) return {};
  const entry = toLateEntry(draft);
  const refusal = entry && lateEntryRefusal(entry, { now, calendar, isFiledOnline: false });
  return {
    ...(!isPlainDate(draft.date) && { 'lateEntry.date': 'Ghi ngày người dân đến nộp.' }),
    ...(hourTyped(draft.hour) === undefined && { 'lateEntry.hour': 'Ghi giờ trong sổ, dạng 15:10.' }),
    ...(draft.bookletNumber.trim() === '' && { 'lateEntry.bookletNumber': 'Ghi số tờ trong sổ giấy.' }),
    ...(draft.reason.trim() === '' && { 'lateEntry.reason': 'Ghi lý do chưa nhập ngay.' }),
    ...(refusal && { 'lateEntry.date': deskRefusalText(refusal).detail }),
  };
};
