import { describe, expect, test } from 'vitest';
import { applyAnswer, incompleteAfter, QUESTION_TEXTS } from './catalogue-question.ts';
import type { ProcedureVersion } from './procedure.ts';

const version = {
  limits: [], fees: [{ feeId: 'counter-1', kind: 'fee', name: 'Phí', channel: 'counter' }], outcomes: [], authority: '',
  cases: [{ caseId: 'case-1', name: 'Chung', checklist: [
    { itemId: 'a', name: 'Đơn', required: true, original: 1, certifiedCopy: 0, plainCopy: 2, note: 'chưa rõ' },
    { itemId: 'b', name: 'Lưu ý', required: false, original: 0, certifiedCopy: 0, plainCopy: 0 },
  ] }],
  incomplete: [`${QUESTION_TEXTS['fee-kind']}.`, 'Chưa có biểu mẫu điện tử.'],
} as unknown as ProcedureVersion;

describe('an administrator completes what the source left open', () => {
  test('a limit is set for the channel that was asked about', () => {
    const answered = applyAnswer(version, { kind: 'limit-unit-missing', path: 'limits.counter', raw: '1' }, { kind: 'limit', limit: { kind: 'working-days', days: 1 } });
    expect(answered.ok && answered.value.limits).toEqual([{ channel: 'counter', limit: { kind: 'working-days', days: 1 } }]);
  });
  test('a fee gets its kind and amount', () => {
    const answered = applyAnswer(version, { kind: 'fee-province-decides', path: 'fees.counter-1', raw: '' }, { kind: 'fee', feeKind: 'charge', name: 'Lệ phí hộ tịch', amount: 10_000, legalGround: '253/2020/NQ-HĐND' });
    expect(answered.ok && answered.value.fees).toEqual([{ feeId: 'counter-1', kind: 'charge', name: 'Lệ phí hộ tịch', amount: 10_000, channel: 'counter', legalGround: '253/2020/NQ-HĐND' }]);
  });
  test('copies become certified copies and lose their mark', () => {
    const answered = applyAnswer(version, { kind: 'copy-kind', path: 'cases', raw: '1' }, { kind: 'copies', as: 'certified-copy' });
    expect(answered.ok && answered.value.cases[0]?.checklist[0]).toEqual({ itemId: 'a', name: 'Đơn', required: true, original: 1, certifiedCopy: 2, plainCopy: 0 });
  });
  test('a remark that is no paper stays in its place and asks for nothing', () => {
    const answered = applyAnswer(version, { kind: 'paper-unclear', path: 'cases[0].checklist[1]', raw: '' }, { kind: 'not-a-paper' });
    expect(answered.ok && answered.value.cases[0]?.checklist[1]).toMatchObject({ shownOnly: true, required: false });
  });
  test('an answer of another kind, or for a place that is gone, is refused', () => {
    expect(applyAnswer(version, { kind: 'limit-unit-missing', path: 'limits.counter', raw: '1' }, { kind: 'noted', note: 'x' })).toEqual({ ok: false, refusal: { kind: 'answer-does-not-fit', question: 'limit-unit-missing' } });
    expect(applyAnswer(version, { kind: 'paper-unclear', path: 'cases[3].checklist[1]', raw: '' }, { kind: 'not-a-paper' })).toEqual({ ok: false, refusal: { kind: 'place-gone', path: 'cases[3].checklist[1]' } });
  });
  test('what is still open stays listed, and so does what only the province knows', () => {
    expect(incompleteAfter(version, ['limit-hours-kind', 'limit-hours-kind'])).toEqual([`${QUESTION_TEXTS['limit-hours-kind']}.`, 'Chưa có biểu mẫu điện tử.']);
  });
});
