import { describe, expect, test } from 'vitest';
import { answersFor, QUESTION_TEXTS, type QuestionKind } from '#core/procedure/catalogue-question.ts';
import { answerQuestionCommand } from '#wire/admin.wire.ts';
import { type AnswerDraft, startDraft, toAnswer, withFeeKind } from './answer-draft.ts';

const filled = (kind: QuestionKind, more: Partial<AnswerDraft>, raw = ''): AnswerDraft => ({ ...startDraft(kind, raw), ...more });

describe('an answer to a gap of the catalogue', () => {
  test('nothing is chosen for the administrator: every question starts without an answer', () => {
    for (const kind of Object.keys(QUESTION_TEXTS) as QuestionKind[]) {
      expect(toAnswer(startDraft(kind, '5')).ok, kind).toBe(false);
      expect(answersFor(kind)).toContain(startDraft(kind, '5').kind);
    }
  });

  test('a plain number of the source is filled in, its unit is not', () => {
    expect(startDraft('limit-hours-kind', '8 Giờ')).toMatchObject({ time: '8', unit: '' });
    expect(startDraft('fee-kind', '7,000 Việt Nam Đồng(thu 7.000 đồng/lần)')).toMatchObject({ amount: '7000', feeKind: '' });
  });

  test('money that may be glued to another figure is not filled in', () => {
    expect(startDraft('fee-not-understood', '120,000 VNĐ').amount).toBe('');
  });

  test.each([
    ['limit-unit-missing', { unit: 'working-days', time: '5' }, { kind: 'limit', limit: { kind: 'working-days', days: 5 } }],
    ['limit-hours-kind', { unit: 'clock-hours', time: '24' }, { kind: 'limit', limit: { kind: 'clock-hours', hours: 24 } }],
    ['limit-unit-missing', { unit: 'same-day', time: '' }, { kind: 'limit', limit: { kind: 'same-day' } }],
    ['fee-kind', { feeKind: 'charge', feeName: 'Lệ phí hộ tịch', amount: '8.000 đồng' }, { kind: 'fee', feeKind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 }],
    ['fee-kind', { feeKind: 'fee', feeName: 'Phí', amount: '0', legalGround: 'Nghị quyết' }, { kind: 'fee', feeKind: 'fee', name: 'Phí', amount: 0, legalGround: 'Nghị quyết' }],
    ['copy-kind', { copies: 'plain-copy' }, { kind: 'copies', as: 'plain-copy' }],
    ['quantity-unclear', { required: 'yes', original: '1' }, { kind: 'paper', required: true, original: 1, certifiedCopy: 0, plainCopy: 0 }],
    ['paper-unclear', { kind: 'not-a-paper' }, { kind: 'not-a-paper' }],
    ['authority-missing', { text: ' Công an xã ' }, { kind: 'text', text: 'Công an xã' }],
    ['channel-missing', { note: 'Đã xem lại' }, { kind: 'noted', note: 'Đã xem lại' }],
  ] as const)('%s answered %j is what the server takes', (kind, more, answer) => {
    expect(toAnswer(filled(kind, more))).toEqual({ ok: true, answer });
    expect(answerQuestionCommand.safeParse(answer).success).toBe(true);
  });

  test('what is missing is named at its field', () => {
    expect(toAnswer(filled('fee-kind', { amount: 'tám nghìn' }))).toEqual({ ok: false, errors: { feeKind: 'Chọn phí hoặc lệ phí.', name: 'Ghi tên khoản thu.', amount: 'Nhập số đồng, ví dụ 8.000; không thu thì nhập 0.' } });
    expect(toAnswer(filled('quantity-unclear', { required: 'yes', original: '0' }))).toMatchObject({ errors: { original: 'Giấy tờ bắt buộc cần ít nhất một bản.' } });
    expect(toAnswer(filled('limit-unit-missing', { unit: 'calendar-days', time: '0' }))).toMatchObject({ errors: { 'limit.time': 'Nhập số lớn hơn 0.' } });
  });

  test('the name of a fee follows its kind until somebody writes another', () => {
    expect(withFeeKind(withFeeKind(startDraft('fee-kind', ''), 'fee'), 'charge').feeName).toBe('Lệ phí');
    expect(withFeeKind(filled('fee-kind', { feeName: 'Lệ phí đăng ký tạm trú' }), 'fee').feeName).toBe('Lệ phí đăng ký tạm trú');
  });
});
