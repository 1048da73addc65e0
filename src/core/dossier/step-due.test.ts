import { expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment } from '../kernel/moment.ts';
import type { InternalStep } from '../procedure/procedure.ts';
import { stepDue } from './office-work.ts';

const at = (text: string): Moment => `2019-11-${text}:00+07:00` as Moment;
const hours = { calendar: hatinhCalendar, siteId: 'ha-tinh-hours' };
const step = (own: number): InternalStep => ({ stepId: 'thu-ly', name: 'Thụ lý', role: 'agency-officer', hours: own });

test('a step has its own working hours, but never more than is left of the dossier’s', () => {
  expect(stepDue(step(8), at('18T09:00'), hours, at('21T17:30'))).toBe(at('19T09:00'));
  expect(stepDue(step(40), at('18T09:00'), hours, at('21T17:30'))).toBe(at('21T17:30'));
});

test('a step that begins when the dossier is overdue keeps its own hours, so that its own lateness can be told', () => {
  expect(stepDue(step(8), at('22T09:00'), hours, at('21T17:30'))).toBe(at('25T09:00'));
});

test('a step without hours, or a dossier without a due moment, has none to keep within', () => {
  expect(stepDue(step(0), at('18T09:00'), hours, at('21T17:30'))).toBeUndefined();
  expect(stepDue(step(8), at('18T09:00'), hours)).toBe(at('19T09:00'));
});
