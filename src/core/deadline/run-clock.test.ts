import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate, WallTime } from '../kernel/moment.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockFacts, ClockReading, ClockRefusal } from './clock-reading.ts';
import { dueMoment } from './compute-due.ts';
import { clockFigures, runClock } from './run-clock.ts';

const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const day = (text: string): PlainDate => text as PlainDate;
const facts: ClockFacts = {
  receivedAt: at('2019-11-18T08:00'), limit: { kind: 'working-days', days: 10 }, siteId: 'ha-tinh-hours', calendar: hatinhCalendar, cutoffTime: '15:00' as WallTime,
};
const read = (events: readonly ClockEvent[], more: Partial<ClockFacts> = {}): ClockReading => {
  const found = runClock({ ...facts, ...more }, events);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
};
const refusal = (events: readonly ClockEvent[], more: Partial<ClockFacts> = {}): ClockRefusal | undefined => {
  const found = runClock({ ...facts, ...more }, events);
  return found.ok ? undefined : found.refusal;
};
const due = (reading: ClockReading): string => reading.due.slice(0, 16);
const texts = (reading: ClockReading, rule: string): readonly string[] => reading.explanation.filter((line) => line.rule === rule).map((line) => line.text);

const asked = (when: string, policy: 'RESTART' | 'PAUSE' = 'RESTART', citizenUntil?: string): ClockEvent =>
  ({ kind: 'supplement-asked', at: at(when), policy, ...(citizenUntil === undefined ? {} : { citizenUntil: day(citizenUntil) }) });
const supplied = (when: string, complete = true): ClockEvent => ({ kind: 'supplied', at: at(when), complete });
const dutyAsked = (when: string): ClockEvent => ({ kind: 'financial-duty-asked', at: at(when) });
const settled = (when: string): ClockEvent => ({ kind: 'financial-duty-settled', at: at(when) });
const outage = (from: string, to?: string): readonly ClockEvent[] => [
  { kind: 'outage-began', at: at(from), ground: 'hệ thống hộ tịch ngừng hoạt động', law: 'NĐ 301/2026/NĐ-CP' },
  ...(to === undefined ? [] : [{ kind: 'outage-ended', at: at(to) } as const]),
];
const finished = (when: string): ClockEvent => ({ kind: 'finished', at: at(when) });
const reappointed = (when: string, newDue: string): ClockEvent => ({ kind: 'reappointed', at: at(when), newDue: at(newDue), reason: 'chờ xác minh' });
const extended = (when: string, newDue: string): ClockEvent => ({ kind: 'extended', at: at(when), newDue: at(newDue), ground: 'vụ việc phức tạp' });

describe('a clock to which nothing happened', () => {
  test('says what the limit alone says, and runs', () => {
    const reading = read([]);
    expect(reading.due).toBe(dueMoment(facts));
    expect(reading).toMatchObject({ state: 'running', statutoryDue: reading.due, waitingFor: [], countsAsLate: false, supplementRequests: 0, secondRequest: false });
    expect(reading.explanation.at(0)?.rule).toBe('received');
    expect(reading.explanation.at(-1)?.rule).toBe('due');
  });

  test('begins with the public post at the signed hand-over record, and elsewhere when the agency receives', () => {
    const post = read([], { start: { rule: 'hand-over', at: at('2019-11-19T14:00') } });
    expect(due(post)).toBe('2019-12-03T17:30');
    expect(post.explanation[1]).toMatchObject({ rule: 'started-at-hand-over', law: 'QĐ 45/2016/QĐ-TTg Đ.7.4' });
    const away = read([], { receivedAt: at('2026-09-07T08:00'), start: { rule: 'competent-agency', at: at('2026-09-07T17:45') } });
    expect(away.countsFrom).toBe('2026-09-08T07:00:00+07:00');
    expect(away.explanation[1]).toMatchObject({ rule: 'started-at-agency', law: 'NĐ 309/2026/NĐ-CP Đ.17.3' });
    expect(refusal([], { start: { rule: 'hand-over', at: at('2019-11-15T14:00') } })).toMatchObject({ kind: 'start-before-intake' });
  });
});

describe('a supplement', () => {
  test('that is waited for lets the clock stand still, with its ground, its law and the citizen’s own limit', () => {
    const reading = read([asked('2019-11-20T10:00', 'PAUSE', '2019-11-29')]);
    expect(reading).toMatchObject({
      state: 'paused', waitingFor: ['supplement'], ground: 'chờ bổ sung giấy tờ', groundLaw: 'theo thiết lập của thủ tục',
      pausedSince: at('2019-11-20T10:00'), citizenUntil: '2019-11-29', due: dueMoment(facts),
    });
    expect(texts(reading, 'paused')).toEqual([
      'Tạm dừng tính thời gian từ 10 giờ, thứ Tư, 20/11/2019, chờ bổ sung giấy tờ. Người nộp hồ sơ bổ sung chậm nhất thứ Sáu, 29/11/2019; quá thời hạn này mà chưa bổ sung đủ thì dừng giải quyết hồ sơ.',
    ]);
  });

  test('under RESTART counts the limit again from zero', () => {
    const reading = read([asked('2019-11-20T10:00'), supplied('2019-11-25T09:00')]);
    expect(reading).toMatchObject({ due: at('2019-12-09T17:30'), state: 'restarted', countsFrom: at('2019-11-25T09:00'), secondRequest: false, noticeLate: false });
    expect(reading.explanation.slice(0, 2)).toMatchObject([{ rule: 'received', from: facts.receivedAt }, { rule: 'restarted', law: 'NĐ 61/2018/NĐ-CP Đ.19.4' }]);
  });

  test('under PAUSE adds the working days waited; one that comes at night counts from the next session', () => {
    const reading = read([asked('2019-11-20T10:00', 'PAUSE'), supplied('2019-11-25T09:00')]);
    expect(reading).toMatchObject({ due: at('2019-12-05T17:30'), state: 'running' });
    expect(reading.explanation.find((line) => line.rule === 'paused')).toMatchObject({ amount: 3, unit: 'working-days' });
    expect(due(read([asked('2019-11-20T10:00', 'PAUSE'), supplied('2019-11-22T21:00')]))).toBe('2019-12-05T17:30');
  });

  test('that is waited for against what the law says cites the procedure’s own setting, before and after', () => {
    const reading = read([asked('2019-11-20T10:00', 'PAUSE'), supplied('2019-11-25T09:00')]);
    expect(reading.explanation.find((line) => line.rule === 'paused')?.law).toBe('theo thiết lập của thủ tục');
    expect(read([asked('2019-11-20T10:00')])).toMatchObject({ state: 'paused', groundLaw: 'NĐ 61/2018/NĐ-CP Đ.19.4' });
    const together = read([dutyAsked('2019-11-19T10:00'), asked('2019-11-20T10:00', 'PAUSE')]);
    expect(together.groundLaw).toBe('NĐ 61/2018/NĐ-CP Đ.19; theo thiết lập của thủ tục');
  });

  test('that comes in part changes nothing, and the clock waits on', () => {
    const reading = read([asked('2019-11-20T10:00'), supplied('2019-11-21T09:00', false)]);
    expect(reading.state).toBe('paused');
    expect(texts(reading, 'supplied-in-part')).toHaveLength(1);
    expect(read([asked('2019-11-20T10:00'), supplied('2019-11-21T09:00', false), supplied('2019-11-25T09:00')])).toMatchObject({ state: 'restarted', due: at('2019-12-09T17:30') });
  });

  test('asked for a second time is marked and counts as late, even when finished in time', () => {
    const reading = read([asked('2019-11-19T10:00'), supplied('2019-11-20T09:00'), asked('2019-11-21T10:00'), supplied('2019-11-22T09:00'), finished('2019-11-25T09:00')]);
    expect(reading).toMatchObject({ supplementRequests: 2, secondRequest: true, lateness: 'early', countsAsLate: true });
    expect(texts(reading, 'second-request')[0]).toContain('lần thứ 2');
  });

  test('asked for later than three working days after intake is marked; on the third day it is in time', () => {
    expect(read([asked('2019-11-21T17:30')]).noticeLate).toBe(false);
    const late = read([asked('2019-11-22T07:30')]);
    expect(late.noticeLate).toBe(true);
    expect(texts(late, 'notice-late')[0]).toContain('21/11/2019');
  });

  test('that comes after the citizen’s limit, before anybody stopped the dossier, is taken and said to be late', () => {
    const reading = read([asked('2019-11-20T10:00', 'RESTART', '2019-11-22'), supplied('2019-11-25T09:00')]);
    expect(reading.state).toBe('restarted');
    expect(texts(reading, 'supplied-late')[0]).toContain('thứ Sáu, 22/11/2019');
    expect(read([asked('2019-11-20T10:00', 'RESTART', '2019-11-22'), { kind: 'stopped', at: at('2019-11-25T09:00'), ground: 'quá hạn bổ sung' }]))
      .toMatchObject({ state: 'stopped', ground: 'quá hạn bổ sung', closedBy: 'stopped', lateness: 'on-time', waitingFor: [] });
  });
});

describe('waiting', () => {
  test('for a financial duty always pauses, and adds up with other waits', () => {
    const reading = read([asked('2019-11-19T10:00', 'PAUSE'), supplied('2019-11-20T10:00'), dutyAsked('2019-11-21T10:00'), settled('2019-11-25T10:00')]);
    expect(due(reading)).toBe('2019-12-05T17:30');
    expect(reading.explanation.filter((line) => line.rule === 'paused').map((line) => line.amount)).toEqual([1, 2]);
  });

  test('for two things at once is counted once, until the last of them is there', () => {
    const both = [asked('2019-11-19T10:00', 'PAUSE'), dutyAsked('2019-11-20T10:00'), supplied('2019-11-21T10:00')];
    expect(read(both)).toMatchObject({ state: 'paused', waitingFor: ['financial-duty'], pausedSince: at('2019-11-19T10:00') });
    const reading = read([...both, settled('2019-11-22T10:00')]);
    expect(due(reading)).toBe('2019-12-05T17:30');
    expect(reading.explanation.filter((line) => line.rule === 'paused').map((line) => line.amount)).toEqual([3]);
    expect(texts(reading, 'paused')[0]).toContain('chờ bổ sung giấy tờ; chờ thực hiện nghĩa vụ tài chính');
  });

  test('goes on after a restart when something else is still waited for', () => {
    const reading = read([dutyAsked('2019-11-19T10:00'), asked('2019-11-19T11:00'), supplied('2019-11-25T09:00')]);
    expect(reading).toMatchObject({ state: 'paused', waitingFor: ['financial-duty'], pausedSince: at('2019-11-25T09:00'), due: at('2019-12-09T17:30') });
    expect(due(read([dutyAsked('2019-11-19T10:00'), asked('2019-11-19T11:00'), supplied('2019-11-25T09:00'), settled('2019-11-27T09:00')]))).toBe('2019-12-11T17:30');
  });

  test('pauses each limit in its own unit', () => {
    const wait = [asked('2019-11-19T10:00', 'PAUSE'), supplied('2019-11-20T10:00')];
    expect(due(read(wait, { limit: { kind: 'calendar-days', days: 15 } }))).toBe('2019-12-04T17:30');
    expect(due(read(wait, { limit: { kind: 'working-hours', hours: 16 } }))).toBe('2019-11-21T08:00');
    expect(due(read(wait, { limit: { kind: 'clock-hours', hours: 48 } }))).toBe('2019-11-21T08:00');
  });

  test('for a system that is down suspends clock hours by the hours, with its ground and law', () => {
    const birth: Partial<ClockFacts> = { receivedAt: at('2026-11-25T09:00'), limit: { kind: 'clock-hours', hours: 24 } };
    const down = read(outage('2026-11-25T10:00'), birth);
    expect(down).toMatchObject({ state: 'paused', ground: 'hệ thống bị gián đoạn (hệ thống hộ tịch ngừng hoạt động)', groundLaw: 'NĐ 301/2026/NĐ-CP', due: at('2026-11-26T09:00') });
    const up = read(outage('2026-11-25T10:00', '2026-11-25T15:00'), birth);
    expect(up).toMatchObject({ due: at('2026-11-26T14:00'), state: 'running' });
    expect(texts(up, 'paused')[0]).toContain('300 phút không tính vào thời hạn');
  });

  test('that lasts a night or a weekend costs a day limit no day, and clock hours every minute', () => {
    const weekend = outage('2019-11-22T20:00', '2019-11-24T10:00');
    expect(due(read(weekend))).toBe('2019-12-02T17:30');
    expect(due(read(weekend, { receivedAt: at('2019-11-22T17:00'), limit: { kind: 'clock-hours', hours: 24 } }))).toBe('2019-11-25T07:00');
    expect(due(read([dutyAsked('2019-11-22T19:34'), settled('2019-11-22T20:00')]))).toBe('2019-12-02T17:30');
    expect(due(read([dutyAsked('2019-11-22T17:00'), settled('2019-11-22T20:00')]))).toBe('2019-12-03T17:30');
  });

  test('within one day costs none, and says why', () => {
    const told = (limit: ClockFacts['limit']): string => texts(read(outage('2019-11-20T09:00', '2019-11-20T11:00'), { limit }), 'paused')[0] ?? '';
    expect(told({ kind: 'working-days', days: 10 })).toBe(
      'Tạm dừng tính thời gian từ 9 giờ, thứ Tư, 20/11/2019 đến 11 giờ, thứ Tư, 20/11/2019, hệ thống bị gián đoạn (hệ thống hộ tịch ngừng hoạt động): tính theo giờ làm việc, thời gian tạm dừng không kéo sang ngày làm việc khác nên thời hạn giữ nguyên.');
    expect(told({ kind: 'calendar-days', days: 15 })).toMatch(/không kéo sang ngày khác nên thời hạn giữ nguyên\.$/u);
    expect(told({ kind: 'working-hours', hours: 40 })).toMatch(/120 phút làm việc không tính vào thời hạn\.$/u);
    expect(texts(read(outage('2019-11-20T20:00', '2019-11-20T21:00'), { limit: { kind: 'working-hours', hours: 40 } }), 'paused')[0]).toMatch(/chưa trọn một phút trong giờ làm việc\.$/u);
  });

  test('for the system does not keep a dossier from being finished, for papers it does', () => {
    expect(read([...outage('2019-11-20T10:00'), finished('2019-11-20T16:00')])).toMatchObject({ state: 'finished', lateness: 'early' });
    expect(refusal([asked('2019-11-20T10:00'), finished('2019-11-20T16:00')])).toMatchObject({ kind: 'finished-while-waiting', waitingFor: 'supplement', event: 1, eventKind: 'finished' });
  });
});

describe('a new date', () => {
  test('by extension moves the limit itself, and what is finished by then is on time', () => {
    const reading = read([extended('2019-12-02T09:00', '2019-12-10T17:30'), finished('2019-12-10T10:00')]);
    expect(reading).toMatchObject({ due: at('2019-12-10T17:30'), statutoryDue: at('2019-12-10T17:30'), lateness: 'on-time', extensions: 1 });
    expect(read([extended('2019-12-02T09:00', '2019-12-10T17:30')]).state).toBe('extended');
  });

  test('by a length is counted from the old one, in its own unit', () => {
    const by = (limit: ClockFacts['limit']): string => due(read([{ kind: 'extended', at: at('2019-11-20T09:00'), by: limit, ground: 'phải xác minh', law: 'NĐ 23/2015/NĐ-CP Đ.21' }]));
    expect(by({ kind: 'working-days', days: 3 })).toBe('2019-12-05T17:30');
    expect(by({ kind: 'calendar-days', days: 5 })).toBe('2019-12-09T17:30');
    expect(by({ kind: 'working-hours', hours: 8 })).toBe('2019-12-03T17:30');
    expect(refusal([{ kind: 'extended', at: at('2019-11-20T09:00'), by: { kind: 'same-day' }, ground: 'x' }])).toMatchObject({ kind: 'extension-without-length' });
  });

  test('by apology moves the citizen’s date and not the limit: what is finished by then is late', () => {
    const reading = read([reappointed('2019-12-01T09:00', '2019-12-06T17:30'), finished('2019-12-06T10:00')]);
    expect(reading).toMatchObject({ due: at('2019-12-06T17:30'), statutoryDue: at('2019-12-02T17:30'), reappointed: true, lateness: 'late', countsAsLate: true });
    expect(texts(reading, 'reappointed')[0]).toContain('không làm thay đổi thời hạn giải quyết');
  });

  test('by apology comes at the latest one calendar day before the due date, also on a Sunday', () => {
    expect(refusal([reappointed('2019-12-01T23:59', '2019-12-06T17:30')])).toBeUndefined();
    expect(refusal([reappointed('2019-12-02T00:00', '2019-12-06T17:30')])).toMatchObject({ kind: 'apology-too-late', by: '2019-12-01', due: at('2019-12-02T17:30') });
  });

  test('by apology is given once, and not while the clock stands still', () => {
    expect(refusal([reappointed('2019-11-20T09:00', '2019-12-06T17:30'), reappointed('2019-11-21T09:00', '2019-12-09T17:30')])).toMatchObject({ kind: 'second-apology', event: 1 });
    expect(refusal([dutyAsked('2019-11-19T10:00'), reappointed('2019-11-20T09:00', '2019-12-06T17:30')])).toMatchObject({ kind: 'apology-while-paused', waitingFor: 'financial-duty' });
  });

  test('is later than the old one, on a day on which people work, in a year the calendar has', () => {
    expect(refusal([extended('2019-11-20T09:00', '2019-12-02T17:30')])).toMatchObject({ kind: 'new-due-not-later', due: at('2019-12-02T17:30') });
    expect(refusal([reappointed('2019-11-20T09:00', '2019-11-29T17:30')])).toMatchObject({ kind: 'new-due-not-later' });
    expect(refusal([extended('2019-11-20T09:00', '2019-12-07T17:30')])).toMatchObject({ kind: 'new-due-on-rest-day' });
    expect(refusal([extended('2019-11-20T09:00', '2562-12-07T17:30')])).toMatchObject({ kind: 'wrong-era', at: at('2562-12-07T17:30') });
    expect(refusal([extended('2019-12-03T09:00', '2019-12-10T17:30')])).toMatchObject({ kind: 'extended-after-due' });
  });

  test('is in a session of the place: at night or at noon nobody can be told to come', () => {
    for (const given of [extended('2019-11-20T09:00', '2019-12-06T22:30'), reappointed('2019-11-20T09:00', '2019-12-06T22:30'), extended('2019-11-20T09:00', '2019-12-06T12:30'), extended('2019-11-20T09:00', '2019-12-06T06:00')]) {
      expect(refusal([given])).toMatchObject({ kind: 'new-due-outside-sessions', next: at('2019-12-06T17:30'), event: 0 });
      expect(refusal([given], { hoursChecked: true })).toBeUndefined();
    }
    expect(refusal([extended('2019-11-20T09:00', '2019-12-06T17:30')])).toBeUndefined();
  });

  test('is kept when a supplement begins the limit again', () => {
    const reading = read([extended('2019-11-19T09:00', '2019-12-20T17:30'), asked('2019-11-20T10:00'), supplied('2019-11-21T09:00')]);
    expect(reading).toMatchObject({ due: at('2019-12-20T17:30'), state: 'restarted' });
    expect(texts(reading, 'moved')).toHaveLength(1);
  });
});

describe('the end', () => {
  test.each([['2019-11-29T17:00', 'early'], ['2019-12-02T07:30', 'on-time'], ['2019-12-02T23:00', 'on-time'], ['2019-12-03T07:30', 'late']] as const)('finished %s is %s, by date', (when, how) => {
    expect(read([finished(when)])).toMatchObject({ state: 'finished', closedBy: 'finished', lateness: how, countsAsLate: how === 'late' });
  });

  test('of a dossier withdrawn or given back counts as on time, and a refusal after the limit says so', () => {
    expect(read([{ kind: 'withdrawn', at: at('2019-12-20T09:00') }])).toMatchObject({ state: 'stopped', closedBy: 'withdrawn', ground: 'người nộp rút hồ sơ', lateness: 'on-time' });
    const refused = read([{ kind: 'refused', at: at('2019-12-20T09:00') }]);
    expect(refused).toMatchObject({ state: 'stopped', closedBy: 'refused', lateness: 'on-time', countsAsLate: false });
    expect(texts(refused, 'refused')[0]).toMatch(/sau thời hạn giải quyết\.$/);
  });

  test('is the end: nothing happens after it', () => {
    expect(refusal([finished('2019-11-25T09:00'), asked('2019-11-26T10:00')])).toMatchObject({ kind: 'already-closed', closedBy: 'finished', closedAt: at('2019-11-25T09:00'), event: 1 });
  });
});

describe('events that cannot be', () => {
  test.each<[string, readonly ClockEvent[], object]>([
    ['supplied without asked', [supplied('2019-11-20T10:00')], { kind: 'supplied-without-asked', event: 0 }],
    ['supplied twice', [asked('2019-11-19T10:00'), supplied('2019-11-20T10:00'), supplied('2019-11-21T10:00')], { kind: 'supplied-without-asked', event: 2 }],
    ['settled without asked', [settled('2019-11-20T10:00')], { kind: 'settled-without-asked' }],
    ['an outage that ends without having begun', [{ kind: 'outage-ended', at: at('2019-11-20T10:00') }], { kind: 'outage-not-begun' }],
    ['asked while still waiting', [asked('2019-11-19T10:00'), asked('2019-11-20T10:00')], { kind: 'already-waiting', waitingFor: 'supplement', since: at('2019-11-19T10:00') }],
    ['before intake', [asked('2019-11-18T07:59')], { kind: 'event-before-intake', since: facts.receivedAt }],
    ['out of order', [asked('2019-11-20T10:00'), supplied('2019-11-20T09:59')], { kind: 'events-out-of-order', event: 1, after: at('2019-11-20T10:00') }],
    ['in the wrong era', [asked('1019-11-20T10:00')], { kind: 'wrong-era' }],
    ['that are no moment', [{ kind: 'finished', at: 'hôm qua' as Moment }], { kind: 'wrong-era' }],
    ['a limit for the citizen that is over before it begins', [asked('2019-11-20T10:00', 'PAUSE', '2019-11-19')], { kind: 'citizen-limit-before-asked' }],
    ['a limit for the citizen in the wrong era', [asked('2019-11-20T10:00', 'PAUSE', '2562-11-19')], { kind: 'wrong-era', at: '2562-11-19' }],
    ['a wait that the calendar does not reach', [asked('2019-11-20T10:00', 'PAUSE'), supplied('2039-11-20T10:00')], { kind: 'beyond-calendar', event: 1 }],
  ])('%s are refused and named', (_, events, expected) => expect(refusal(events)).toMatchObject(expected));

  test('and neither can an intake in the wrong era, or a limit that the calendar does not reach', () => {
    expect(refusal([], { receivedAt: at('1019-11-18T08:00') })).toMatchObject({ kind: 'intake-in-wrong-era' });
    expect(refusal([], { receivedAt: at('2040-10-18T08:00'), limit: { kind: 'working-days', days: 200 } })).toMatchObject({ kind: 'limit-beyond-calendar', calendarVersion: 'hatinh@1' });
  });
});

describe('linked agencies', () => {
  const linked: Partial<ClockFacts> = {
    limit: { kind: 'working-days', days: 3 },
    linked: [{ agency: 'Bảo hiểm xã hội', limit: { kind: 'working-days', days: 5 } }, { agency: 'Công an xã', limit: { kind: 'calendar-days', days: 4 } }],
  };

  test('have a date of their own each, and the citizen has that of the last', () => {
    expect(read([], linked)).toMatchObject({
      localDue: at('2019-11-21T17:30'), due: at('2019-12-02T17:30'),
      linkedDues: [{ agency: 'Bảo hiểm xã hội', due: at('2019-11-28T17:30') }, { agency: 'Công an xã', due: at('2019-12-02T17:30') }],
    });
    expect(texts(read([], linked), 'linked-limit')).toHaveLength(2);
  });

  test('are all moved by a wait at the first, and only those after it by a wait at a later one', () => {
    expect(read([dutyAsked('2019-11-19T09:00'), settled('2019-11-20T09:00')], linked)).toMatchObject({ localDue: at('2019-11-22T17:30'), linkedDues: [{ due: at('2019-11-29T17:30') }, { due: at('2019-12-03T17:30') }] });
    expect(read([dutyAsked('2019-11-25T09:00'), settled('2019-11-26T09:00')], linked)).toMatchObject({ localDue: at('2019-11-21T17:30'), linkedDues: [{ due: at('2019-11-29T17:30') }, { due: at('2019-12-03T17:30') }] });
  });
});

test('the reading without the text is the same reading', () => {
  const events = [asked('2019-11-20T10:00'), supplied('2019-11-25T09:00'), ...outage('2019-11-26T09:00', '2019-11-27T10:00'), finished('2019-12-10T09:00')];
  const { explanation, ...figures } = read(events);
  expect(clockFigures(facts, events)).toEqual({ ok: true, value: figures });
  expect(explanation.every((line) => line.text === line.text.normalize('NFC') && /[.]$/.test(line.text))).toBe(true);
});
