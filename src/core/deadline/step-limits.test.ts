import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment } from '../kernel/moment.ts';
import { stepDues } from './step-limits.ts';

const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const whole = { countsFrom: at('2019-11-18T08:00'), due: at('2019-11-21T17:30'), calendar: hatinhCalendar, siteId: 'ha-tinh-hours' };
const step = (stepId: string, hours: number) => ({ stepId, name: stepId, hours });

describe('the steps of a dossier', () => {
  test('count one after another in working hours', () => {
    expect(stepDues([step('thụ lý', 16), step('ký', 4), step('phát hành', 0)], whole)).toEqual([
      { stepId: 'thụ lý', name: 'thụ lý', due: at('2019-11-20T08:00'), cutOff: false },
      { stepId: 'ký', name: 'ký', due: at('2019-11-20T14:00'), cutOff: false },
      { stepId: 'phát hành', name: 'phát hành', due: at('2019-11-20T14:00'), cutOff: false },
    ]);
  });

  test('never end later than the dossier itself', () => {
    const dues = stepDues([step('thụ lý', 24), step('ký', 16), step('phát hành', 2)], whole);
    expect(dues.map((one) => [one.due.slice(0, 16), one.cutOff])).toEqual([['2019-11-21T08:00', false], ['2019-11-21T17:30', true], ['2019-11-21T17:30', true]]);
  });

  test('that fill the limit to the minute are not cut off', () => {
    const dues = stepDues([step('thụ lý', 24), step('ký', 7.5)], whole);
    expect(dues.map((one) => [one.due, one.cutOff])).toEqual([[at('2019-11-21T08:00'), false], [at('2019-11-21T17:30'), false]]);
  });
});
