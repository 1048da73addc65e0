import { describe, expect, it } from 'vitest';
import { at } from '#testing/office-dossier.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { type AnswerFacts, type SentFile, answerSupplement, faultsOfSent, takesOnline } from './answer-supplement.ts';

const day = (text: string) => text as PlainDate;
const ITEMS = [
  { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 },
  { name: 'Tờ khai', original: 0, certifiedCopy: 0, plainCopy: 0, reason: 'Ghi lại ngày sinh' },
];
const LIMITS = { files: 3, fileBytes: 100, bytes: 250 };
const FACTS: AnswerFacts = {
  state: 'supplement-asked', asked: { requestNo: 1, items: ITEMS, answerBy: at('2019-11-25T17:30') }, answersBefore: 0,
  settings: [{ value: true, validFrom: day('2018-06-21') }], limits: LIMITS, now: at('2019-11-20T21:15'),
};
const file = (itemNo: number, more: Partial<SentFile> = {}): SentFile => ({ itemNo, bytes: 80, readable: true, ...more });
const answer = (files: readonly SentFile[], over: Partial<AnswerFacts> = {}) => answerSupplement(files, { ...FACTS, ...over });
const kindOf = (result: ReturnType<typeof answer>): string => (result.ok ? 'ok' : result.refusal.kind);

describe('an answer is taken', () => {
  it('with what it brings, in the order it was asked for; after office hours too', () => {
    expect(answer([file(2), file(1), file(1)])).toEqual({ ok: true, value: { requestNo: 1, answerNo: 1, late: false, names: ['Giấy chứng sinh', 'Tờ khai'] } });
  });
  it('in part: what is missing is for the officer to see', () => {
    expect(answer([file(2)])).toMatchObject({ ok: true, value: { names: ['Tờ khai'] } });
  });
  it('after the citizen’s own limit too, marked late; without a limit there is no late', () => {
    expect(answer([file(1)], { now: at('2019-11-25T17:30') })).toMatchObject({ value: { late: false } });
    expect(answer([file(1)], { now: at('2019-11-25T17:31') })).toMatchObject({ ok: true, value: { late: true } });
    expect(answer([file(1)], { asked: { requestNo: 1, items: ITEMS }, now: at('2020-11-25T17:31') })).toMatchObject({ ok: true, value: { late: false } });
  });
  it('again after it was turned back, numbered on', () => {
    expect(answer([file(1)], { answersBefore: 1 })).toMatchObject({ value: { answerNo: 2 } });
  });
});

describe('an answer is not taken', () => {
  it.each(['in-process', 'stopped', 'withdrawn', 'awaiting-financial-duty', 'returned'] as const)('when nothing is waited for: %s', (state) => {
    expect(kindOf(answer([file(1)], { state }))).toBe('not-waited-for');
  });
  it('without an open request', () => {
    expect(kindOf(answer([file(1)], { asked: undefined }))).toBe('not-waited-for');
  });
  it('where the desk has no setting, one that says no, or one that begins later or has ended', () => {
    expect(kindOf(answer([file(1)], { settings: undefined }))).toBe('not-taken-online');
    expect(kindOf(answer([file(1)], { settings: [{ value: false, validFrom: day('2018-01-01') }] }))).toBe('not-taken-online');
    expect(kindOf(answer([file(1)], { settings: [{ value: true, validFrom: day('2019-11-21') }] }))).toBe('not-taken-online');
    expect(takesOnline([{ value: true, validFrom: day('2018-01-01') }, { value: false, validFrom: day('2019-11-20') }], day('2019-11-20'))).toBe(false);
    expect(takesOnline([{ value: true, validFrom: day('2018-01-01'), validTo: day('2019-11-20') }], day('2019-11-20'))).toBe(false);
  });
  it('beside one that the officer has not looked at', () => {
    expect(answer([file(1)], { awaits: { sentAt: at('2019-11-20T20:00') } })).toEqual({ ok: false, refusal: { kind: 'answer-awaits', sentAt: at('2019-11-20T20:00') } });
  });
});

it.each<[string, readonly SentFile[], readonly string[]]>([
  ['no file', [], ['nothing-sent']],
  ['a file to no line of the list', [file(3), file(0)], ['nothing-sent']],
  ['more files than are taken', [file(1), file(1), file(2), file(2, { bytes: 1 })], ['too-many-files']],
  ['more than is taken in all', [file(1, { bytes: 100 }), file(1, { bytes: 100 }), file(2, { bytes: 51 })], ['too-heavy']],
  ['one file too large', [file(1, { bytes: 101 }), file(2)], ['file-too-large 1']],
  ['one file of another kind', [file(1), file(2, { readable: false })], ['file-unreadable 2']],
  ['several faults, each named once at its line', [file(1, { bytes: 101 }), file(1, { bytes: 9, readable: false }), file(2, { readable: false })], ['file-too-large 1', 'file-unreadable 2']],
])('%s is said at its place', (_what, files, said) => {
  const refused = answer(files);
  const faults = !refused.ok && refused.refusal.kind === 'files-at-fault' ? refused.refusal.faults : [];
  expect(faults.map((fault) => ('itemNo' in fault ? `${fault.kind} ${fault.itemNo}` : fault.kind))).toEqual(said);
});

it('exactly as much as is taken is no fault', () => {
  expect(faultsOfSent([file(1, { bytes: 100 }), file(1, { bytes: 100 }), file(2, { bytes: 50 })], LIMITS)).toEqual([]);
});
