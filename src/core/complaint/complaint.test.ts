import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { compileCalendar } from '../deadline/compiled-calendar.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { SHIPPED_POSTAL_RULES } from '../transit/shipped-rules.ts';
import { type ComplaintStands, MOST_PROOFS, addProofs, complaintClock, endComplaint, lastDayToComplain, monthsLater, takeUpComplaint } from './complaint.ts';

const on = (text: string): PlainDate => text as PlainDate;
const at = (text: string): Moment => `${text}T09:00:00+07:00` as Moment;
const calendar = compileCalendar(hatinhCalendar);
const [times] = SHIPPED_POSTAL_RULES.complaint;
if (!times) throw new Error('no times');

it.each([
  ['2019-05-18', '2019-11-18'], ['2019-08-31', '2020-02-29'], ['2018-08-31', '2019-02-28'], ['2019-12-31', '2020-06-30'],
])('six months from %s end on %s', (from, to) => {
  expect([monthsLater(on(from), 6), lastDayToComplain(on(from), times)]).toEqual([on(to), on(to)]);
});
it('without a transit time nothing runs out', () => expect(lastDayToComplain(undefined, times)).toBe(undefined));
it('both times are those of the rule it is given, which the explanation names', () => {
  const later = { ...times, instrument: 'TT 9/2020', months: 3, daysWithin: 2, daysBetween: 4 };
  expect([lastDayToComplain(on('2019-11-30'), later), complaintClock(at('2019-11-18'), true, later, calendar).settleBy]).toEqual(['2020-02-29', '2019-11-22']);
  expect(complaintClock(at('2019-11-18'), false, later, calendar).explanation[0]).toMatchObject({ text: expect.stringContaining('trong 2 ngày làm việc') as string, law: 'TT 9/2020' });
});

it('five working days inside the province, seven between provinces, weekends and holidays not counted, and it says why', () => {
  const [within, between] = [complaintClock(at('2019-11-18'), false, times, calendar), complaintClock(at('2019-11-18'), true, times, calendar)];
  expect([within.settleBy, between.settleBy]).toEqual(['2019-11-25', '2019-11-27']);
  expect(within.explanation.map(({ rule }) => rule)).toEqual(['received', 'counted', 'skipped-rest-day', 'skipped-rest-day', 'counted', 'due']);
  expect(within.explanation[0]?.text).toBe('Tiếp nhận thứ Hai, 18/11/2019, ngày này không tính. Bưu gửi trong tỉnh: giải quyết trong 5 ngày làm việc.');
  expect(between.explanation.at(-1)?.text).toBe('Giải quyết chậm nhất thứ Tư, 27/11/2019.');
});

const stands = (more: Partial<ComplaintStands> = {}): ComplaintStands =>
  ({ state: 'being-settled', byName: 'x', at: at('2019-11-19'), receivedAt: at('2019-11-18'), lastDay: on('2020-01-10'), hasProof: true, ...more });
const kind = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }): string | undefined => (result.ok ? undefined : result.refusal?.kind);
const settle = { kind: 'settle', result: 'upheld', ground: 'NĐ 47/2011', note: 'x' } as const;

const files = (...names: readonly string[]) => names.map((sha256) => ({ sha256 }));
it('proofs are added until it has ended, each file once, no more than it may have', () => {
  const full = Array.from({ length: MOST_PROOFS }, (_, index) => `${index}`);
  expect([
    addProofs(files('a'), stands({ state: 'received' }), []), addProofs(files('b'), stands(), ['a']), addProofs(files('b'), stands({ state: 'settled' }), ['a']), addProofs(files('b'), stands({ state: 'refused' }), []),
    addProofs(files('a', 'b'), stands(), ['a']), addProofs(files('a'), stands(), full.slice(1)), addProofs(files('a'), stands(), full), addProofs(files('a', 'b'), stands(), full.slice(1)),
  ].map(kind)).toEqual([undefined, undefined, 'complaint-ended', 'complaint-ended', 'proof-kept-already', undefined, 'too-many-proofs', 'too-many-proofs']);
});

describe('its end', () => {
  it('is taken up once, and not after its end', () => {
    expect([takeUpComplaint(stands({ state: 'received' })), takeUpComplaint(stands()), takeUpComplaint(stands({ state: 'refused' }))].map(kind)).toEqual([undefined, 'complaint-taken-up', 'complaint-ended']);
  });
  it('is settled once, by whoever took it up; compensation needs a fault, a case is of the same thing', () => {
    expect([
      endComplaint(settle, stands()), endComplaint(settle, stands({ state: 'received' })), endComplaint(settle, stands({ state: 'settled' })), endComplaint({ ...settle, result: 'dismissed', compensation: 1 }, stands()),
      endComplaint({ ...settle, result: 'dismissed', compensation: 0 }, stands()), endComplaint({ ...settle, caseId: 'c' }, stands()), endComplaint({ ...settle, caseId: 'c', compensation: 40_000 }, stands({ caseIsOfSubject: true })),
    ].map(kind)).toEqual([undefined, 'complaint-not-taken-up', 'complaint-ended', 'compensation-without-fault', undefined, 'case-of-another', undefined]);
  });
  it('is refused only by a ground that holds', () => {
    const by = (ground: 'out-of-time' | 'no-proof' | 'not-the-posts', more: Partial<ComplaintStands> = {}) => kind(endComplaint({ kind: 'refuse', ground, note: 'x' }, stands(more)));
    expect([
      by('out-of-time'), by('out-of-time', { lastDay: on('2019-11-17') }), by('out-of-time', { lastDay: on('2019-11-18') }), by('out-of-time', { lastDay: undefined }),
      by('no-proof'), by('no-proof', { hasProof: false }), by('not-the-posts', { state: 'received' }), by('not-the-posts', { state: 'settled' }),
    ]).toEqual(['complaint-in-time', undefined, 'complaint-in-time', 'complaint-in-time', 'complaint-has-proof', undefined, undefined, 'complaint-ended']);
  });
});
