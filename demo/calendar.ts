// The working calendar that the product ships; every desk of the demo keeps the hours of Hà Tĩnh.
import { readFileSync } from 'node:fs';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';

export const HA_TINH_CALENDAR = JSON.parse(
  readFileSync(new URL('../calendars/hatinh.json', import.meta.url), 'utf8'),
) as WorkingCalendar;
