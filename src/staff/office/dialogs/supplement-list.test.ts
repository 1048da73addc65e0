import { expect, test } from 'vitest';
import { asksNothing, emptyLine, faultsOf, itemsOf, lineOfItem } from './supplement-list.ts';

const ITEM = { itemId: 'birth', name: 'Giấy chứng sinh', required: true, original: 1, certifiedCopy: 0, plainCopy: 1 };

test('a paper of the checklist is asked as the checklist asks for it', () => {
  expect(itemsOf([lineOfItem(1, ITEM)])).toEqual([{ name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 1 }]);
});

test('a line asks for copies, or says what to change; otherwise it is not ready', () => {
  const line = { ...emptyLine(3), name: 'Tờ khai' };
  expect(asksNothing(line)).toBe(true);
  expect(asksNothing({ ...line, reason: 'Ghi lại ngày sinh' })).toBe(false);
  expect([...faultsOf([emptyLine(1), line, { ...line, key: 4, original: 1 }]).keys()]).toEqual([1, 3]);
});

test('what was typed around the words does not go along', () => {
  expect(itemsOf([{ ...emptyLine(1), name: ' Tờ khai ', reason: ' ghi lại ' }])).toEqual([{ name: 'Tờ khai', original: 0, certifiedCopy: 0, plainCopy: 0, reason: 'ghi lại' }]);
});
