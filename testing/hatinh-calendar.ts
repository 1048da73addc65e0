// The calendar that the product ships, for tests: rules are proved on the days people live by.
import { readFileSync } from 'node:fs';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';

export const hatinhCalendar = JSON.parse(
  readFileSync(new URL('../calendars/hatinh.json', import.meta.url), 'utf8'),
) as WorkingCalendar;
