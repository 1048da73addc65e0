import { expect, test } from 'vitest';
import type { CatalogueQuestion } from '#wire/admin.wire.ts';
import { groupQuestions, inOrder, neighbourOf, withoutAnswered } from './question-pages.ts';
import { rawWords, resultWords } from './question-words.ts';

const question = (questionId: string, procedureCode: string, path: string): CatalogueQuestion =>
  ({ questionId, procedureCode, procedureName: `Thủ tục ${procedureCode}`, version: 1, kind: 'paper-unclear', path, raw: 'Lưu ý', place: '' });
const list = [question('c', '1.1', 'cases[0].checklist[10]'), question('a', '1.1', 'cases[0].checklist[2]'), question('b', '2.2', 'authority')];

test('questions stand under their procedure, in the order of its parts', () => {
  expect(groupQuestions(list).map((group) => [group.code, group.questions.map((one) => one.questionId)])).toEqual([['1.1', ['a', 'c']], ['2.2', ['b']]]);
});

test('after an answer the next one down is up, at the end the one above', () => {
  const all = inOrder(groupQuestions(list));
  expect([neighbourOf(all, 'a')?.questionId, neighbourOf(all, 'b')?.questionId, neighbourOf([question('x', '1.1', '')], 'x')]).toEqual(['c', 'c', undefined]);
});

test('an answered question leaves the list, the counts follow, the rest stays in place', () => {
  const [page] = withoutAnswered([{ open: 3, procedures: 2, next: null, questions: list }], 'a', { procedureCode: '1.1', version: 2, openQuestions: 1 });
  expect(page).toMatchObject({ open: 2, procedures: 2 });
  expect(page?.questions.map((one) => [one.questionId, one.version])).toEqual([['c', 2], ['b', 1]]);
  expect(withoutAnswered([{ open: 1, procedures: 1, next: null, questions: [list[2] as CatalogueQuestion] }], 'b', { procedureCode: '2.2', version: 1, openQuestions: 0 })[0]).toMatchObject({ open: 0, procedures: 0, questions: [] });
});

test('the result says what is left, and that received dossiers keep their version', () => {
  const one = question('a', '1.1', '');
  expect(resultWords(one, { procedureCode: '1.1', version: 1, openQuestions: 0 })).toBe('Đã bổ sung “Giấy tờ hay ghi chú” của thủ tục 1.1. Thủ tục này đã được bổ sung đủ.');
  expect(resultWords(one, { procedureCode: '1.1', version: 2, openQuestions: 4 })).toContain('còn 4 chỗ chờ bổ sung. Phiên bản 2 áp dụng từ hôm nay; hồ sơ đã tiếp nhận vẫn theo phiên bản 1.');
});

test('a glued quantity is shown as the source wrote it', () => {
  expect(rawWords({ kind: 'quantity-unclear', raw: 'ngày 31/12/2025|20251 bản chính' })).toBe('…ngày 31/12/202520251 bản chính');
  expect(rawWords({ kind: 'copy-kind', raw: '6' })).toBe('6 giấy tờ ghi “bản sao”');
});
