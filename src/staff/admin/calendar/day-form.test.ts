import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { type DayForm, makeDay, startDayForm } from './day-form.ts';

const REST = [6, 7];
const monday = '2027-01-04' as PlainDate;
const saturday = '2027-01-09' as PlainDate;
const form = (more: Partial<DayForm> = {}): DayForm => ({ kind: 'holiday', name: ' Nghỉ bão ', status: 'confirmed', source: ' TB 1 ', ...more });
const fields = (date: PlainDate, more: Partial<DayForm>): readonly string[] => {
  const made = makeDay(date, form(more), REST);
  return made.ok ? [] : Object.keys(made.errors);
};

describe('a day as it is typed', () => {
  test('is kept without the blanks around it', () => {
    expect(makeDay(monday, form(), REST)).toEqual({ ok: true, day: { date: monday, kind: 'holiday', name: 'Nghỉ bão', status: 'confirmed', source: 'TB 1' } });
  });

  test('needs its document when it is announced or exchanged, and none while it is only reckoned', () => {
    expect(fields(monday, { source: ' ' })).toEqual(['source']);
    expect(fields(monday, { source: '', status: 'unconfirmed', kind: 'swap-off' })).toEqual(['source']);
    expect(makeDay(monday, form({ source: '', status: 'unconfirmed' }), REST)).toEqual({ ok: true, day: { date: monday, kind: 'holiday', name: 'Nghỉ bão', status: 'unconfirmed' } });
  });

  test('cannot be made up for on a working day, nor given off on a rest day, and has a name', () => {
    expect(fields(monday, { kind: 'make-up' })).toEqual(['kind']);
    expect(fields(saturday, { kind: 'swap-off', name: '' })).toEqual(['kind', 'name']);
    expect(fields(saturday, { kind: 'make-up' })).toEqual([]);
  });

  test('that is an ordinary one stands in no list', () => {
    expect(makeDay(monday, form({ kind: 'ordinary', name: '', source: '' }), REST)).toEqual({ ok: true, day: undefined });
    expect([startDayForm(monday, undefined, REST).kind, startDayForm(saturday, undefined, REST).kind]).toEqual(['holiday', 'make-up']);
  });
});
