// A carrier's times come in many spellings; without an offset they are Vietnam's. What cannot be read is not guessed at.
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

const SPELLINGS: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/, ([date, minutes, seconds]) => `${date}T${minutes}${seconds}`],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/, ([day, month, year, hour, minute, second]) => `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${second === '' ? '' : `:${two(second)}`}`],
  [/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/, ([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}`],
];
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** From there on a year has five digits, which neither we nor the database write. */
const YEAR_10000 = Date.UTC(9999, 11, 31);

export const carrierTime = (written: unknown): Moment | undefined => {
  // MongoDB's extended form, which this feed's ids have too
  const inner: unknown = typeof written === 'object' && written !== null && '$date' in written ? written.$date : written;
  if (typeof inner === 'number') return inner > 0 && inner < YEAR_10000 ? momentFromEpoch(inner) : undefined;
  if (typeof inner !== 'string') return undefined;
  const text = inner.trim();
  if (WITH_OFFSET.test(text)) {
    const epoch = Date.parse(text);
    return Number.isNaN(epoch) ? undefined : momentFromEpoch(epoch);
  }
  for (const [pattern, rewrite] of SPELLINGS) {
    const match = pattern.exec(text);
    if (match) return parseMoment(rewrite(match.slice(1).map((part) => part ?? '')));
  }
  return undefined;
};
