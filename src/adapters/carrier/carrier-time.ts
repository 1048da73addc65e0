// A carrier's times come in many spellings; without an offset they are Vietnam's. What cannot be read is not guessed at.
import { type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

const SPELLINGS: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/, ([date, minutes, seconds]) => `${date}T${minutes}${seconds}`],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/, ([day, month, year, hour, minute, second]) => `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${second === '' ? '' : `:${two(second)}`}`],
  [/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/, ([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}`],
];
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Some programs write the year 1, or 9999, where they know no time; and a year of five digits neither we nor the database write. */
const isBelieved = (epoch: number): boolean => epoch > 0 && epoch < Date.UTC(9999, 0, 1);
const believed = (moment: Moment | undefined): Moment | undefined => (moment !== undefined && isBelieved(momentToEpoch(moment)) ? moment : undefined);

export const carrierTime = (written: unknown): Moment | undefined => {
  // MongoDB's extended form, which this feed's ids have too
  const inner: unknown = typeof written === 'object' && written !== null && '$date' in written ? written.$date : written;
  if (typeof inner === 'number') return isBelieved(inner) ? momentFromEpoch(inner) : undefined;
  if (typeof inner !== 'string') return undefined;
  const text = inner.trim();
  if (WITH_OFFSET.test(text)) {
    const epoch = Date.parse(text);
    return isBelieved(epoch) ? momentFromEpoch(epoch) : undefined;
  }
  for (const [pattern, rewrite] of SPELLINGS) {
    const match = pattern.exec(text);
    if (match) return believed(parseMoment(rewrite(match.slice(1).map((part) => part ?? ''))));
  }
  return undefined;
};
